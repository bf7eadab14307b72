import { type Finding, finding } from '../finding.ts';
import { pathOf, type Spot } from '../spot.ts';
import { text } from './text.ts';

/** What a field of another version of a kind became. */
interface Replaced {
  /** The field that took its place, in the same map. */
  now: string;
  lines(value: string): string;
}

const target = (type: string, field: string): Replaced => ({
  now: 'target',
  lines: (value) => `target:\n  type: ${type}\n  ${field}: ${value}`,
});
const UTILIZATION = target('Utilization', 'averageUtilization');
const AVERAGE = target('AverageValue', 'averageValue');
const VALUE = target('Value', 'value');
const METRIC: Replaced = { now: 'metric', lines: (value) => `metric:\n  name: ${value}` };
const METRICS: Replaced = {
  now: 'metrics',
  lines: (value) =>
    `metrics:\n  - type: Resource\n    resource:\n      name: cpu\n      target:\n        type: Utilization\n        averageUtilization: ${value}`,
};

/** `Type.field` of autoscaling/v1 and of its versions before v2 -> what it is in v2 (Deprecated API Migration Guide). */
const REPLACED: Readonly<Record<string, Replaced>> = {
  'V2ContainerResourceMetricSource.targetAverageUtilization': UTILIZATION,
  'V2ContainerResourceMetricSource.targetAverageValue': AVERAGE,
  'V2ExternalMetricSource.metricName': METRIC,
  'V2ExternalMetricSource.targetAverageValue': AVERAGE,
  'V2ExternalMetricSource.targetValue': VALUE,
  'V2HorizontalPodAutoscalerSpec.targetCPUUtilizationPercentage': METRICS,
  'V2ObjectMetricSource.metricName': METRIC,
  'V2ObjectMetricSource.targetValue': VALUE,
  'V2PodsMetricSource.metricName': METRIC,
  'V2PodsMetricSource.targetAverageValue': AVERAGE,
  'V2ResourceMetricSource.targetAverageUtilization': UTILIZATION,
  'V2ResourceMetricSource.targetAverageValue': AVERAGE,
};

/** Fields that only autoscaling/v2 has, in an object of autoscaling/v1. */
const NEWER = new Set(['V1HorizontalPodAutoscalerSpec.metrics', 'V1HorizontalPodAutoscalerSpec.behavior']);

/** A field of another version of its kind. @param elsewhere gets the path that it stands for */
export function replacedField(field: Spot, spot: Spot, type: string, elsewhere: Set<string>): Finding | undefined {
  const name = `${type}.${field.key}`;
  if (NEWER.has(name))
    return finding(
      'error',
      'old-field',
      field,
      text.both((t) => t.ofNewer(field.key, 'autoscaling/v2')),
      'apiVersion: autoscaling/v2',
    );
  const replaced = Object.hasOwn(REPLACED, name) ? REPLACED[name] : undefined;
  if (replaced === undefined) return undefined;
  elsewhere.add(pathOf(spot.path, replaced.now));
  return finding(
    'error',
    'old-field',
    field,
    text.both((t) => t.replaced(field.key, 'autoscaling/v2', replaced.now)),
    field.node.kind === 'scalar' && field.node.source !== '' ? replaced.lines(field.node.source) : null,
  );
}
