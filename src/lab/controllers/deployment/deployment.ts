import { type Controller, itself, itsOwner, type Watched } from '../../engine/controller.ts';
import { deleteObject } from '../../engine/deletion.ts';
import type { Lab } from '../../engine/lab.ts';
import { controllerOf, isLeaving } from '../../engine/object.ts';
import { keyOf, placeOf } from '../../engine/store.ts';
import { PODS } from '../../kinds/core.ts';
import { isOver, revisionOf } from '../../kinds/state.ts';
import type { Deployment, ReplicaSet } from '../../kinds/types.ts';
import { DEPLOYMENTS, REPLICA_SETS } from '../../kinds/workloads.ts';
import { adopters, claim } from '../shared/owned.ts';
import { checkPaused, FROM, isComplete, syncStatus } from './conditions.ts';
import { byAge, type Sets, syncRevisions } from './revisions.ts';
import { isResized, resize, roll, spread } from './scale.ts';
import { isRolling, sizeOf, wantedOf } from './size.ts';

/** Of a Pod: the Deployment of its ReplicaSet. One that is made anew waits for the last of the old. */
const ofPods = ({ store }: Lab): Watched => ({
  row: PODS,
  keysOf({ object, type }) {
    const { namespace } = object.metadata;
    const set = type === 'DELETED' ? controllerOf(object) : undefined;
    if (set?.kind !== 'ReplicaSet') return [];
    const owner = store.get(REPLICA_SETS, { namespace, name: set.name });
    const name = owner && controllerOf(owner)?.name;
    return name === undefined ? [] : [keyOf({ namespace, name })];
  },
});

/** Rolls Deployments out (kubernetes/pkg/controller/deployment). */
export function deployments(lab: Lab): Controller {
  const { store } = lab;
  const setsOf = (deployment: Deployment): readonly ReplicaSet[] =>
    claim(lab, REPLICA_SETS, deployment, deployment.spec.selector);

  /** Deletes the oldest of what is out of use and above the limit. */
  function cleanUp(deployment: Deployment, { old }: Sets): void {
    const isIdle = ({ metadata, spec, status }: ReplicaSet): boolean =>
      (status.replicas ?? 0) === 0 &&
      spec.replicas === 0 &&
      (metadata.generation ?? 0) <= (status.observedGeneration ?? 0);
    const idle = old.filter((set) => !isLeaving(set) && isIdle(set));
    const surplus = idle.length - (deployment.spec.revisionHistoryLimit ?? 10);
    const oldest = idle.toSorted((one, other) => revisionOf(one) - revisionOf(other) || byAge(one, other));
    for (const set of oldest.slice(0, Math.max(0, surplus)))
      deleteObject(lab, REPLICA_SETS, set, { propagation: 'Background' });
  }

  function hasOldPods(deployment: Deployment, { fresh, old }: Sets): boolean {
    if (old.some(({ status }) => status.replicas > 0)) return true;
    const uids = new Set(old.filter((set) => set !== fresh).map(({ metadata }) => metadata.uid));
    return store
      .list(PODS, deployment.metadata.namespace)
      .some((pod) => uids.has(controllerOf(pod)?.uid ?? '') && !isOver(pod));
  }

  function recreate(deployment: Deployment): Sets {
    const sets = syncRevisions(lab, deployment, setsOf(deployment), false);
    const active = sets.old.filter((set) => sizeOf(set) > 0);
    if (active.length > 0) {
      for (const set of active) resize(lab, deployment, set, 0);
      return sets;
    }
    if (hasOldPods(deployment, sets)) return sets;
    const made = syncRevisions(lab, deployment, setsOf(deployment), true);
    if (made.fresh && sizeOf(made.fresh) !== wantedOf(deployment))
      resize(lab, deployment, made.fresh, wantedOf(deployment));
    return made;
  }

  function bringOn(deployment: Deployment): { sets: Sets; isRollout: boolean } {
    const all = setsOf(deployment);
    if (isLeaving(deployment)) return { sets: syncRevisions(lab, deployment, all, false), isRollout: false };
    checkPaused(lab, deployment);
    if (deployment.spec.paused === true || isResized(deployment, all)) {
      const sets = syncRevisions(lab, deployment, all, false);
      spread(lab, deployment, sets);
      if (deployment.spec.paused === true) cleanUp(deployment, sets);
      return { sets, isRollout: false };
    }
    if (!isRolling(deployment)) return { sets: recreate(deployment), isRollout: true };
    const sets = syncRevisions(lab, deployment, all, true);
    roll(lab, deployment, sets);
    return { sets, isRollout: true };
  }

  /** ReplicaSets as they are stored now: the steps before may have changed them. */
  const anew = ({ fresh, old }: Sets): Sets => ({
    fresh: fresh && store.get(REPLICA_SETS, fresh.metadata),
    old: old.flatMap(({ metadata }) => store.get(REPLICA_SETS, metadata) ?? []),
  });

  return {
    name: 'deployment',
    watches: [
      itself(DEPLOYMENTS),
      itsOwner(REPLICA_SETS, 'Deployment'),
      adopters(lab, REPLICA_SETS, DEPLOYMENTS),
      ofPods(lab),
    ],
    reconcile(key) {
      const deployment = store.get(DEPLOYMENTS, placeOf(key));
      if (deployment === undefined) return undefined;
      const { selector } = deployment.spec;
      if (Object.keys(selector.matchLabels ?? {}).length + (selector.matchExpressions ?? []).length === 0) {
        const message = 'This deployment is selecting all pods. A non-empty selector is required.';
        lab.record(deployment, 'Warning', 'SelectingAll', message, FROM);
        return undefined;
      }
      const { sets, isRollout } = bringOn(deployment);
      const now = store.get(DEPLOYMENTS, placeOf(key));
      if (now === undefined) return undefined;
      const later = syncStatus(lab, now, anew(sets), isRollout);
      const done = store.get(DEPLOYMENTS, placeOf(key));
      if (isRollout && done && isComplete(done, done.status)) cleanUp(done, anew(sets));
      return later;
    },
  };
}
