import { type Controller, itself, itsOwner } from '../../engine/controller.ts';
import { deleteObject } from '../../engine/deletion.ts';
import { ApiError } from '../../engine/errors.ts';
import type { Lab } from '../../engine/lab.ts';
import { isLeaving } from '../../engine/object.ts';
import { placeOf } from '../../engine/store.ts';
import { CLAIMS, PODS } from '../../kinds/core.ts';
import { isOver, isReady } from '../../kinds/state.ts';
import type { ControllerRevision, Pod, StatefulSet } from '../../kinds/types.ts';
import { STATEFUL_SETS } from '../../kinds/workloads.ts';
import { counts } from '../shared/conditions.ts';
import { forgetRevisions, noteRevision, REVISION_HASH, revisionsOf, templateIn } from '../shared/history.ts';
import { make } from '../shared/make.ts';
import { adopters, claim } from '../shared/owned.ts';
import { BURST, isAvailable, soonest, untilAvailable } from '../shared/pods.ts';
import { claimsOf, memberOf, nameOf, ordinalOf } from './identity.ts';

const FROM = { component: 'statefulset-controller' };

interface Revisions {
  /** Of Pods that were there before the last change. */
  current: ControllerRevision;
  update: ControllerRevision;
}

/** Keeps Pods of stable names, one after the other (kubernetes/pkg/controller/statefulset). */
export function statefulSets(lab: Lab): Controller {
  const { store, clock, record } = lab;
  const firstOf = ({ spec }: StatefulSet): number => spec.ordinals?.start ?? 0;
  const sizeOf = ({ spec }: StatefulSet): number => spec.replicas ?? 1;
  const inOrder = ({ spec }: StatefulSet): boolean => spec.podManagementPolicy !== 'Parallel';
  const revisionOf = ({ metadata }: Pod): string | undefined => metadata.labels?.[REVISION_HASH];
  const isUp = (set: StatefulSet, pod: Pod): boolean =>
    !isLeaving(pod) && pod.status.phase === 'Running' && isAvailable(pod, set.spec.minReadySeconds, clock.now());

  function revisionsFor(set: StatefulSet): Revisions {
    const update = noteRevision(lab, set);
    const before = revisionsOf(lab, set).find(({ metadata }) => metadata.name === set.status.currentRevision);
    return { update, current: before ?? update };
  }

  /** Which revision a new Pod is of: below the partition, the one of before. */
  function revisionFor(set: StatefulSet, { current, update }: Revisions, ordinal: number): ControllerRevision {
    const { type = 'RollingUpdate', rollingUpdate } = set.spec.updateStrategy ?? {};
    const nth = ordinal - firstOf(set);
    const isOld =
      type === 'RollingUpdate' &&
      ((rollingUpdate?.partition === undefined && nth < (set.status.currentReplicas ?? 0)) ||
        (rollingUpdate?.partition !== undefined && nth < rollingUpdate.partition));
    return isOld ? current : update;
  }

  function start(set: StatefulSet, revisions: Revisions, ordinal: number): void {
    const name = nameOf(set, ordinal);
    const what = `Pod ${name} in StatefulSet ${set.metadata.name}`;
    const revision = revisionFor(set, revisions, ordinal);
    try {
      for (const draft of claimsOf(set, ordinal)) {
        const place = { namespace: set.metadata.namespace, name: draft.metadata.name ?? '' };
        if (store.get(CLAIMS, place) !== undefined) continue;
        make(lab, CLAIMS, draft);
        const message = `create Claim ${place.name} Pod ${name} in StatefulSet ${set.metadata.name} success`;
        record(set, 'Normal', 'SuccessfulCreate', message, FROM);
      }
      make(lab, PODS, memberOf(set, templateIn(revision) ?? set.spec.template, revision.metadata.name, ordinal));
      record(set, 'Normal', 'SuccessfulCreate', `create ${what} successful`, FROM);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      record(set, 'Warning', 'FailedCreate', `create ${what} failed error: ${error.message}`, FROM);
      throw error;
    }
  }

  function stop(set: StatefulSet, pod: Pod): void {
    deleteObject(lab, PODS, pod, { propagation: 'Background' });
    const message = `delete Pod ${pod.metadata.name} in StatefulSet ${set.metadata.name} successful`;
    record(set, 'Normal', 'SuccessfulDelete', message, FROM);
  }

  /** Pods that are to be there: false where the next has to wait for one. */
  function keep(set: StatefulSet, revisions: Revisions, pods: ReadonlyMap<number, Pod>): boolean {
    const isOrdered = inOrder(set);
    let started = 0;
    for (let i = 0; i < sizeOf(set); i++) {
      const ordinal = firstOf(set) + i;
      const pod = pods.get(ordinal);
      if (pod && isOver(pod)) {
        if (!isLeaving(pod)) {
          const { namespace, name } = set.metadata;
          const message = `StatefulSet ${namespace}/${name} is recreating failed Pod ${pod.metadata.name}`;
          record(set, 'Warning', 'RecreatingFailedPod', message, FROM);
          stop(set, pod);
        }
        if (isOrdered) return false;
      } else if (pod === undefined) {
        start(set, revisions, ordinal);
        if (isOrdered || ++started === BURST) return false;
      } else if (isOrdered && !isUp(set, pod)) return false;
    }
    return true;
  }

  /** Claims go once their Pod has gone: what uses them holds them until then. */
  function dropClaims(set: StatefulSet, pod: Pod): void {
    for (const { metadata } of claimsOf(set, ordinalOf(set, pod))) {
      const claim = store.get(CLAIMS, { namespace: metadata.namespace, name: metadata.name ?? '' });
      if (claim && !isLeaving(claim)) deleteObject(lab, CLAIMS, claim, {});
    }
  }

  /** Pods that are too many: the last goes first, and one at a time. */
  function condemn(set: StatefulSet, condemned: readonly Pod[]): boolean {
    const isOrdered = inOrder(set);
    const unwell = condemned.findLast((pod) => !isUp(set, pod));
    for (const pod of condemned) {
      if (isLeaving(pod)) {
        if (isOrdered) return false;
        continue;
      }
      if (isOrdered && !isUp(set, pod) && pod !== unwell) return false;
      stop(set, pod);
      if (set.spec.persistentVolumeClaimRetentionPolicy?.whenScaled === 'Delete') dropClaims(set, pod);
      if (isOrdered) return false;
    }
    return condemned.length === 0 || !isOrdered;
  }

  /** One Pod of the old revision goes, from the last on, once those after it are up. */
  function roll(set: StatefulSet, { update }: Revisions, pods: ReadonlyMap<number, Pod>): void {
    const { type = 'RollingUpdate', rollingUpdate } = set.spec.updateStrategy ?? {};
    if (type === 'OnDelete') return;
    for (let i = sizeOf(set) - 1; i >= (rollingUpdate?.partition ?? 0); i--) {
      const pod = pods.get(firstOf(set) + i);
      if (pod === undefined) return;
      const isOld = revisionOf(pod) !== update.metadata.name && !isLeaving(pod);
      if (isOld) stop(set, pod);
      if (isOld || !isUp(set, pod)) return;
    }
  }

  function writeStatus(set: StatefulSet, { current, update }: Revisions): void {
    const pods = claim(lab, PODS, set, set.spec.selector).filter((pod) => ordinalOf(set, pod) >= 0);
    const running = pods.filter((pod) => pod.status.phase === 'Running' && isReady(pod));
    const of = ({ metadata }: ControllerRevision): number =>
      pods.filter((pod) => !isLeaving(pod) && revisionOf(pod) === metadata.name).length;
    const updated = of(update);
    const { type = 'RollingUpdate', rollingUpdate } = set.spec.updateStrategy ?? {};
    // Once all are of the new revision, it is the current one.
    const isDone =
      type === 'RollingUpdate' &&
      (rollingUpdate?.partition ?? 0) === 0 &&
      updated === pods.length &&
      running.length === pods.length;
    const now = isDone ? update : current;
    store.edit(STATEFUL_SETS, set.metadata, (draft) => {
      draft.status = {
        observedGeneration: set.metadata.generation ?? 1,
        replicas: pods.length,
        ...counts({
          readyReplicas: running.length,
          currentReplicas: isDone ? updated : of(now),
          updatedReplicas: updated,
        }),
        ...{ currentRevision: now.metadata.name, updateRevision: update.metadata.name, collisionCount: 0 },
        availableReplicas: running.filter((pod) => isAvailable(pod, set.spec.minReadySeconds, clock.now())).length,
      };
    });
    const used = new Set(
      [now, update].map(({ metadata }) => metadata.name).concat(pods.flatMap((pod) => revisionOf(pod) ?? [])),
    );
    forgetRevisions(lab, set, set.spec.revisionHistoryLimit ?? 10, used);
  }

  return {
    name: 'statefulset',
    watches: [itself(STATEFUL_SETS), itsOwner(PODS, 'StatefulSet'), adopters(lab, PODS, STATEFUL_SETS)],
    reconcile(key) {
      const set = store.get(STATEFUL_SETS, placeOf(key));
      if (set === undefined) return undefined;
      const all = claim(lab, PODS, set, set.spec.selector).filter((pod) => ordinalOf(set, pod) >= 0);
      const last = firstOf(set) + sizeOf(set) - 1;
      const isMember = (pod: Pod): boolean => ordinalOf(set, pod) >= firstOf(set) && ordinalOf(set, pod) <= last;
      const pods = new Map(all.filter(isMember).map((pod) => [ordinalOf(set, pod), pod]));
      const condemned = all
        .filter((pod) => !isMember(pod))
        .toSorted((one, other) => ordinalOf(set, other) - ordinalOf(set, one));
      const revisions = revisionsFor(set);
      try {
        if (!isLeaving(set) && keep(set, revisions, pods) && condemn(set, condemned)) roll(set, revisions, pods);
      } finally {
        writeStatus(set, revisions);
      }
      return soonest(all.map((pod) => untilAvailable(pod, set.spec.minReadySeconds, clock.now())));
    },
  };
}
