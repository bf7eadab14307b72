import { controllerOf } from '../engine/object.ts';
import { conditionOf, isReady } from '../kinds/state.ts';
import type { Pod } from '../kinds/types.ts';
import { timeOf } from './shared/pods.ts';

const PHASES = ['Pending', 'Unknown', 'Running'];
const COST = 'controller.kubernetes.io/pod-deletion-cost';

const restartsOf = ({ status }: Pod): number =>
  Math.max(0, ...(status.containerStatuses ?? []).map(({ restartCount }) => restartCount));

/** Ages that differ by less than a doubling count as alike, so that not the youngest alone go (LogarithmicScaleDown). */
const doublings = (text: string | undefined, now: number): number =>
  Math.floor(Math.log2(Math.max(1, now - timeOf(text)) * 1e6));

/**
 * Pods in the order in which a ReplicaSet deletes them (kubernetes/pkg/controller: ActivePodsWithRanks): who is not placed,
 * not running, not ready, of low deletion cost, doubled on its node, young, often restarted. `related`: active Pods of
 * ReplicaSets of the same owner.
 */
export function victims(pods: readonly Pod[], related: readonly Pod[], now: number): readonly Pod[] {
  const onNode = Map.groupBy(related, ({ spec }) => spec.nodeName);
  const rank = ({ spec }: Pod): number => onNode.get(spec.nodeName)?.length ?? 0;
  const readySince = ({ status }: Pod): string | undefined =>
    conditionOf(status.conditions, 'Ready')?.lastTransitionTime;
  const cost = ({ metadata }: Pod): number => Number(metadata.annotations?.[COST] ?? 0);
  const before: ((one: Pod, other: Pod) => number)[] = [
    (one, other) => Number(one.spec.nodeName !== undefined) - Number(other.spec.nodeName !== undefined),
    (one, other) => PHASES.indexOf(one.status.phase ?? 'Pending') - PHASES.indexOf(other.status.phase ?? 'Pending'),
    (one, other) => Number(isReady(one)) - Number(isReady(other)),
    (one, other) => cost(one) - cost(other),
    (one, other) => rank(other) - rank(one),
    (one, other) => (isReady(one) ? doublings(readySince(one), now) - doublings(readySince(other), now) : 0),
    (one, other) => restartsOf(other) - restartsOf(one),
    (one, other) => doublings(one.metadata.creationTimestamp, now) - doublings(other.metadata.creationTimestamp, now),
    (one, other) => (one.metadata.uid < other.metadata.uid ? -1 : 1),
  ];
  return pods.toSorted((one, other) => before.reduce((sign, rule) => sign || rule(one, other), 0));
}

/** The uid of what a ReplicaSet belongs to, or its own. */
export const familyOf = (set: Parameters<typeof controllerOf>[0]): string => controllerOf(set)?.uid ?? set.metadata.uid;
