import { type Controller, itself, itsOwner } from '../engine/controller.ts';
import { deleteObject } from '../engine/deletion.ts';
import { ApiError } from '../engine/errors.ts';
import type { Lab } from '../engine/lab.ts';
import { controllerOf, isLeaving, ownedBy } from '../engine/object.ts';
import { hasLabels } from '../engine/selectors.ts';
import { placeOf } from '../engine/store.ts';
import { PODS } from '../kinds/core.ts';
import { isReady } from '../kinds/state.ts';
import type { Condition, Pod, ReplicaSet } from '../kinds/types.ts';
import { REPLICA_SETS } from '../kinds/workloads.ts';
import { familyOf, victims } from './replicaset-victims.ts';
import { counts, withCondition } from './shared/conditions.ts';
import { make } from './shared/make.ts';
import { adopters, claim } from './shared/owned.ts';
import { BURST, isActive, podOf, soonest, untilAvailable } from './shared/pods.ts';

const FROM = { component: 'replicaset-controller' };

/** Keeps as many Pods as a ReplicaSet wants (kubernetes/pkg/controller/replicaset). */
export function replicaSets(lab: Lab): Controller {
  const { store, clock, record } = lab;

  function grow(set: ReplicaSet, count: number): ApiError | undefined {
    for (let i = 0; i < Math.min(count, BURST); i++) {
      try {
        const { name } = make(lab, PODS, podOf(set.spec.template, set, ownedBy(set))).metadata;
        record(set, 'Normal', 'SuccessfulCreate', `Created pod: ${name}`, FROM);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        record(set, 'Warning', 'FailedCreate', `Error creating: ${error.message}`, FROM);
        return error;
      }
    }
    return undefined;
  }

  function shrink(set: ReplicaSet, pods: readonly Pod[], count: number): void {
    const family = familyOf(set);
    const sets = store.list(REPLICA_SETS, set.metadata.namespace).filter((one) => familyOf(one) === family);
    const uids = new Set(sets.map(({ metadata }) => metadata.uid));
    const related = store
      .list(PODS, set.metadata.namespace)
      .filter((pod) => isActive(pod) && uids.has(controllerOf(pod)?.uid ?? ''));
    for (const pod of victims(pods, related, clock.now()).slice(0, Math.min(count, BURST))) {
      deleteObject(lab, PODS, pod, { propagation: 'Background' });
      record(set, 'Normal', 'SuccessfulDelete', `Deleted pod: ${pod.metadata.name}`, FROM);
    }
  }

  function conditionsOf(set: ReplicaSet, failure: ApiError | undefined): Condition[] | undefined {
    const before = set.status.conditions ?? [];
    const rest = before.filter(({ type }) => type !== 'ReplicaFailure');
    if (failure === undefined) return rest.length === 0 ? undefined : rest;
    // Each refusal names another Pod: the first one stands, or the status would change for ever.
    if (rest.length < before.length) return before;
    const { message } = failure;
    return withCondition(
      before,
      { type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message },
      clock.now(),
    );
  }

  return {
    name: 'replicaset',
    watches: [itself(REPLICA_SETS), itsOwner(PODS, 'ReplicaSet'), adopters(lab, PODS, REPLICA_SETS)],
    reconcile(key) {
      const set = store.get(REPLICA_SETS, placeOf(key));
      if (set === undefined) return undefined;
      const pods = claim(lab, PODS, set, set.spec.selector).filter(isActive);
      const missing = (set.spec.replicas ?? 1) - pods.length;
      let failure: ApiError | undefined;
      if (!isLeaving(set) && missing > 0) failure = grow(set, missing);
      if (!isLeaving(set) && missing < 0) shrink(set, pods, -missing);
      const waits = pods.map((pod) => untilAvailable(pod, set.spec.minReadySeconds, clock.now()));
      store.edit(REPLICA_SETS, set.metadata, (draft) => {
        const conditions = conditionsOf(set, failure);
        const labels = set.spec.template.metadata?.labels;
        draft.status = {
          replicas: pods.length,
          ...counts({
            fullyLabeledReplicas: pods.filter((pod) => hasLabels(pod.metadata.labels, labels)).length,
            readyReplicas: pods.filter(isReady).length,
            availableReplicas: waits.filter((wait) => wait === 0).length,
          }),
          observedGeneration: set.metadata.generation ?? 1,
          ...(conditions === undefined ? {} : { conditions }),
        };
      });
      if (failure !== undefined) throw failure;
      return soonest(waits);
    },
  };
}
