/** What an autoscaler's metrics ask for together (kubernetes/pkg/controller/podautoscaler/horizontal.go). */
import { amountOf, quantityText } from '../../engine/quantity.ts';
import type { HorizontalPodAutoscaler, MetricTarget } from '../../kinds/types.ts';
import { type Asked, calculate, type Metric } from './calculate.ts';

type Spec = NonNullable<HorizontalPodAutoscaler['spec']['metrics']>[number];
type Current = NonNullable<HorizontalPodAutoscaler['status']['currentMetrics']>[number];

export interface Failure {
  reason: string;
  /** What one metric failed at. */
  first: string;
  /** What that means for all. */
  all: string;
}

export interface Together {
  replicas: number;
  name: string;
  current: Current[];
}

function targetOf(resource: string, { averageUtilization, averageValue = '0' }: MetricTarget): Metric['target'] {
  if (averageUtilization !== undefined) return { utilization: averageUtilization };
  return { average: amountOf(averageValue) * (resource === 'cpu' ? 1000 : 1) };
}

interface Read {
  metric: Metric;
  name: string;
  reason: string;
}

function readMetric({ resource, containerResource }: Spec): Read | undefined {
  const of = resource ?? containerResource;
  if (of === undefined) return undefined;
  const target = targetOf(of.name, of.target);
  const what = `${of.name} ${containerResource ? 'container resource' : 'resource'}`;
  return {
    metric: { resource: of.name, container: containerResource?.container, target },
    name: 'utilization' in target ? `${what} utilization (percentage of request)` : what,
    reason: containerResource ? 'FailedGetContainerResourceMetric' : 'FailedGetResourceMetric',
  };
}

function currentOf({ type, resource, containerResource }: Spec, { utilization, average }: Asked): Current {
  const name = resource?.name ?? containerResource?.name ?? '';
  const value = name === 'cpu' ? average / 1000 : average;
  const current = {
    ...(utilization === undefined ? {} : { averageUtilization: utilization }),
    averageValue: quantityText({ value, isBinary: false }),
  };
  if (containerResource) return { type, containerResource: { name, container: containerResource.container, current } };
  return { type, resource: { name, current } };
}

/** The most that a metric asks for; one that fails is enough not to shrink. */
export function together(
  { spec }: HorizontalPodAutoscaler,
  situation: Parameters<typeof calculate>[1],
): Together | Failure {
  const metrics = spec.metrics ?? [];
  const failures: Failure[] = [];
  let best: Together | undefined;
  const current: Current[] = [];
  for (const one of metrics) {
    const read = readMetric(one);
    const asked = read ? calculate(read.metric, situation) : `no metric of type ${one.type} is measured here`;
    if (typeof asked === 'string') {
      const resource = read?.metric.resource ?? one.type;
      const kind = one.containerResource ? 'container resource' : 'resource';
      const isPercent = read !== undefined && 'utilization' in read.metric.target;
      const first = `failed to get ${resource} ${isPercent ? 'utilization' : 'usage'}: ${asked}`;
      failures.push({
        ...{ reason: read?.reason ?? 'InvalidMetricSourceType', first },
        all: `failed to get ${resource} ${kind} metric value: ${first}`,
      });
      continue;
    }
    current.push(currentOf(one, asked));
    if (best === undefined || asked.replicas > best.replicas)
      best = { replicas: asked.replicas, name: read?.name ?? '', current };
  }
  const [failure] = failures;
  if (failure && (best === undefined || best.replicas < situation.current))
    return {
      ...failure,
      all: `invalid metrics (${failures.length} invalid out of ${metrics.length}), first error is: ${failure.all}`,
    };
  return best === undefined ? { replicas: situation.current, name: '', current } : { ...best, current };
}
