/** How many Pods a metric asks for (kubernetes/pkg/controller/podautoscaler/replica_calculator.go). */

import type { Usage } from '../../engine/lab.ts';
import { isLeaving } from '../../engine/object.ts';
import { amountOf } from '../../engine/quantity.ts';
import { conditionOf, isOver } from '../../kinds/state.ts';
import type { Pod } from '../../kinds/types.ts';
import { timeOf } from '../shared/pods.ts';

/** The share by which usage may be off its target before anything is done. */
const TOLERANCE = 0.1;
/** A Pod's processor counts from when it was ready in its first minutes: starting takes more. */
const STARTS = 300_000;
/** A Pod that has not been ready this long after its start never was. */
const NEVER_READY = 30_000;
/** Over how long the metrics of a local cluster are measured. */
const WINDOW = 15_000;

export interface Metric {
  /** `cpu` or `memory`. */
  resource: string;
  /** Of one container of each Pod alone. */
  container?: string | undefined;
  /** Percent of requests, or an amount for each Pod: thousandths of a core, bytes. */
  target: { utilization: number } | { average: number };
}

export interface Asked {
  replicas: number;
  utilization?: number;
  /** Of one Pod: thousandths of a core, bytes. */
  average: number;
}

interface Situation {
  pods: readonly Pod[];
  usage(pod: Pod): readonly Usage[] | undefined;
  current: number;
  now: number;
}

/** What a Pod uses; undefined where nothing was measured. */
function used({ resource, container }: Metric, all: readonly Usage[] | undefined): number | undefined {
  const own = all?.filter((one) => container === undefined || one.container === container);
  if (own === undefined || own.length === 0) return undefined;
  return own.reduce((sum, { millicores, bytes }) => sum + (resource === 'cpu' ? millicores : bytes), 0);
}

/** What a Pod requests, or why that is not known. */
function requested({ resource, container }: Metric, { metadata, spec }: Pod): number | string {
  let sum = 0;
  for (const one of spec.containers) {
    if (container !== undefined && one.name !== container) continue;
    const text = one.resources?.requests?.[resource];
    if (text === undefined) return `missing request for ${resource} in container ${one.name} of Pod ${metadata.name}`;
    sum += amountOf(text) * (resource === 'cpu' ? 1000 : 1);
  }
  return sum;
}

/** Does a Pod's processor say nothing yet? */
function isStarting({ status }: Pod, now: number): boolean {
  const ready = conditionOf(status.conditions, 'Ready');
  if (ready === undefined || status.startTime === undefined) return true;
  const [start, changed] = [timeOf(status.startTime), timeOf(ready.lastTransitionTime)];
  const isUnready = ready.status !== 'True';
  if (start + STARTS > now) return isUnready || now < changed + WINDOW;
  return isUnready && start + NEVER_READY > changed;
}

interface Grouped {
  /** Use of each Pod that counts. */
  metrics: Map<Pod, number>;
  unready: Pod[];
  missing: Pod[];
  counted: Pod[];
}

function group(metric: Metric, { pods, usage, now }: Situation): Grouped {
  const grouped: Grouped = { metrics: new Map(), unready: [], missing: [], counted: [] };
  for (const pod of pods) {
    if (isLeaving(pod) || isOver(pod)) continue;
    grouped.counted.push(pod);
    const amount = used(metric, usage(pod));
    if (pod.status.phase === 'Pending') grouped.unready.push(pod);
    else if (amount === undefined) grouped.missing.push(pod);
    else if (metric.resource === 'cpu' && isStarting(pod, now)) grouped.unready.push(pod);
    else grouped.metrics.set(pod, amount);
  }
  return grouped;
}

const total = (amounts: Iterable<number>): number => Array.from(amounts).reduce((sum, one) => sum + one, 0);

/** How many Pods there should be, or why that cannot be told. */
export function calculate(metric: Metric, situation: Situation): Asked | string {
  const { pods, usage, current } = situation;
  if (!pods.some((pod) => usage(pod) !== undefined))
    return `unable to get metrics for resource ${metric.resource}: no metrics returned from resource metrics API`;
  if (pods.length === 0) return 'no pods returned by selector while calculating replica count';
  const { metrics, unready, missing, counted } = group(metric, situation);
  const requests = new Map<Pod, number>();
  if ('utilization' in metric.target)
    for (const pod of counted) {
      const amount = requested(metric, pod);
      if (typeof amount === 'string') return amount;
      requests.set(pod, amount);
    }
  if (metrics.size === 0) return 'did not receive metrics for any ready pods';
  const ratioOf = (of: ReadonlyMap<Pod, number>): { ratio: number; utilization?: number } => {
    if ('average' in metric.target) return { ratio: total(of.values()) / of.size / metric.target.average };
    const whole = total(Array.from(of.keys(), (pod) => requests.get(pod) ?? 0));
    const utilization = whole === 0 ? 0 : Math.trunc((total(of.values()) * 100) / whole);
    return { ratio: utilization / metric.target.utilization, utilization };
  };
  const { ratio, utilization } = ratioOf(metrics);
  const said = {
    ...(utilization === undefined ? {} : { utilization }),
    average: Math.trunc(total(metrics.values()) / metrics.size),
  };
  const isNear = (one: number): boolean => Math.abs(1 - one) <= TOLERANCE;
  const isHeldBack = unready.length > 0 && ratio > 1;
  if (!isHeldBack && missing.length === 0)
    return { ...said, replicas: isNear(ratio) ? current : Math.ceil(ratio * metrics.size - 1e-9) };
  // What is not known is taken to use what would change the least.
  const guessed = new Map(metrics);
  const most = (pod: Pod): number => ('average' in metric.target ? metric.target.average : (requests.get(pod) ?? 0));
  for (const pod of missing) if (ratio !== 1) guessed.set(pod, ratio < 1 ? most(pod) : 0);
  if (isHeldBack) for (const pod of unready) guessed.set(pod, 0);
  const { ratio: second } = ratioOf(guessed);
  const replicas = Math.ceil(second * guessed.size - 1e-9);
  const isTurned = (ratio < 1 && second > 1) || (ratio > 1 && second < 1);
  const isAgainst = (second < 1 && replicas > current) || (second > 1 && replicas < current);
  return { ...said, replicas: isNear(second) || isTurned || isAgainst ? current : replicas };
}
