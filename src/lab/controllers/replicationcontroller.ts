import { type Controller, itself, itsOwner } from '../engine/controller.ts';
import { deleteObject } from '../engine/deletion.ts';
import { ApiError } from '../engine/errors.ts';
import type { Lab } from '../engine/lab.ts';
import { isLeaving, ownedBy } from '../engine/object.ts';
import { hasLabels } from '../engine/selectors.ts';
import { placeOf } from '../engine/store.ts';
import { PODS, REPLICATION_CONTROLLERS } from '../kinds/core.ts';
import { isReady } from '../kinds/state.ts';
import type { Pod, ReplicationController } from '../kinds/types.ts';
import { victims } from './replicaset-victims.ts';
import { counts } from './shared/conditions.ts';
import { make } from './shared/make.ts';
import { claim } from './shared/owned.ts';
import { isActive, podOf, soonest, untilAvailable } from './shared/pods.ts';

const FROM = { component: 'replication-controller' };
/** Pods made or deleted in one go. */
const BURST = 500;

/** Keeps as many Pods as one wants: what a ReplicaSet does, for manifests from before it (kubernetes/pkg/controller/replication). */
export function replicationControllers(lab: Lab): Controller {
  const { store, clock, record } = lab;

  function grow(owner: ReplicationController, count: number): ApiError | undefined {
    for (let i = 0; i < Math.min(count, BURST); i++) {
      try {
        const { name } = make(lab, PODS, podOf(owner.spec.template, owner, ownedBy(owner))).metadata;
        record(owner, 'Normal', 'SuccessfulCreate', `Created pod: ${name}`, FROM);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        record(owner, 'Warning', 'FailedCreate', `Error creating: ${error.message}`, FROM);
        return error;
      }
    }
    return undefined;
  }
  function shrink(owner: ReplicationController, pods: readonly Pod[], count: number): void {
    for (const pod of victims(pods, pods, clock.now()).slice(0, Math.min(count, BURST))) {
      deleteObject(lab, PODS, pod, { propagation: 'Background' });
      record(owner, 'Normal', 'SuccessfulDelete', `Deleted pod: ${pod.metadata.name}`, FROM);
    }
  }

  return {
    name: 'replicationcontroller',
    watches: [itself(REPLICATION_CONTROLLERS), itsOwner(PODS, 'ReplicationController')],
    reconcile(key) {
      const owner = store.get(REPLICATION_CONTROLLERS, placeOf(key));
      if (owner === undefined) return undefined;
      const { spec } = owner;
      const pods = claim(lab, PODS, owner, { matchLabels: spec.selector ?? {} }).filter(isActive);
      const missing = (spec.replicas ?? 1) - pods.length;
      let failure: ApiError | undefined;
      if (!isLeaving(owner) && missing > 0) failure = grow(owner, missing);
      if (!isLeaving(owner) && missing < 0) shrink(owner, pods, -missing);
      const waits = pods.map((pod) => untilAvailable(pod, spec.minReadySeconds, clock.now()));
      store.edit(REPLICATION_CONTROLLERS, owner.metadata, (draft) => {
        draft.status = {
          replicas: pods.length,
          ...counts({
            fullyLabeledReplicas: pods.filter((pod) => hasLabels(pod.metadata.labels, spec.template.metadata?.labels))
              .length,
            readyReplicas: pods.filter(isReady).length,
            availableReplicas: waits.filter((wait) => wait === 0).length,
          }),
          observedGeneration: owner.metadata.generation ?? 1,
        };
      });
      if (failure !== undefined) throw failure;
      return soonest(waits);
    },
  };
}
