import { type Controller, itself, type Watched } from '../engine/controller.ts';
import type { Lab } from '../engine/lab.ts';
import { controllerOf, isLeaving } from '../engine/object.ts';
import { selects } from '../engine/selectors.ts';
import { amountIn } from '../engine/share.ts';
import { keyOf, placeOf } from '../engine/store.ts';
import { PODS } from '../kinds/core.ts';
import { isOver, isReady } from '../kinds/state.ts';
import type { Pod, PodDisruptionBudget } from '../kinds/types.ts';
import { DEPLOYMENTS, DISRUPTION_BUDGETS, REPLICA_SETS, STATEFUL_SETS } from '../kinds/workloads.ts';
import { withCondition } from './shared/conditions.ts';

const FROM = { component: 'controllermanager' };

const ofPods = ({ store }: Lab): Watched => ({
  row: PODS,
  keysOf: ({ object: { metadata } }) =>
    store
      .list(DISRUPTION_BUDGETS, metadata.namespace)
      .filter(({ spec }) => selects(spec.selector, metadata.labels))
      .map((budget) => keyOf(budget.metadata)),
});

/** Says how many Pods may go on purpose (kubernetes/pkg/controller/disruption). */
export function disruptionBudgets(lab: Lab): Controller {
  const { store, clock, record } = lab;

  /** How many Pods the owners of these want, each owner once. */
  function wantedBy(pods: readonly Pod[]): number {
    const sizes = new Map<string, number>();
    for (const pod of pods) {
      const owner = controllerOf(pod);
      if (owner === undefined) continue;
      const place = { namespace: pod.metadata.namespace, name: owner.name };
      const set = owner.kind === 'ReplicaSet' ? store.get(REPLICA_SETS, place) : undefined;
      const above = set && controllerOf(set);
      const deployment = above && store.get(DEPLOYMENTS, { ...place, name: above.name });
      const stateful = owner.kind === 'StatefulSet' ? store.get(STATEFUL_SETS, place) : undefined;
      const found = deployment ?? set ?? stateful;
      if (found) sizes.set(found.metadata.uid, found.spec.replicas ?? 1);
    }
    return Array.from(sizes.values()).reduce((sum, size) => sum + size, 0);
  }

  function needs({ spec }: PodDisruptionBudget, pods: readonly Pod[]): { expected: number; healthy: number } {
    const { minAvailable, maxUnavailable } = spec;
    if (maxUnavailable !== undefined) {
      const expected = wantedBy(pods);
      return { expected, healthy: Math.max(0, expected - amountIn(maxUnavailable, expected, 'up')) };
    }
    if (typeof minAvailable === 'string') {
      const expected = wantedBy(pods);
      return { expected, healthy: amountIn(minAvailable, expected, 'up') };
    }
    return { expected: pods.length, healthy: minAvailable ?? 1 };
  }

  return {
    name: 'disruption',
    watches: [itself(DISRUPTION_BUDGETS), ofPods(lab)],
    reconcile(key) {
      const budget = store.get(DISRUPTION_BUDGETS, placeOf(key));
      if (budget === undefined) return undefined;
      const pods = store
        .list(PODS, budget.metadata.namespace)
        .filter((pod) => selects(budget.spec.selector, pod.metadata.labels) && !isOver(pod));
      if (pods.length === 0) record(budget, 'Normal', 'NoPods', 'No matching pods found', FROM);
      const { expected, healthy } = needs(budget, pods);
      const currentHealthy = pods.filter((pod) => isReady(pod) && !isLeaving(pod)).length;
      const allowed = expected <= 0 ? 0 : Math.max(0, currentHealthy - healthy);
      const [status, reason] =
        allowed > 0 ? (['True', 'SufficientPods'] as const) : (['False', 'InsufficientPods'] as const);
      const condition = {
        type: 'DisruptionAllowed',
        status,
        reason,
        message: '',
        observedGeneration: budget.metadata.generation ?? 1,
      };
      store.edit(DISRUPTION_BUDGETS, budget.metadata, (draft) => {
        draft.status = {
          observedGeneration: budget.metadata.generation ?? 1,
          ...{ disruptionsAllowed: allowed, currentHealthy, desiredHealthy: healthy, expectedPods: expected },
          conditions: withCondition(budget.status.conditions, condition, clock.now()),
        };
      });
      return undefined;
    },
  };
}
