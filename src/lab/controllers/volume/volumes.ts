import { type Controller, itself, type Watched } from '../../engine/controller.ts';
import { deleteObject, removeReleased } from '../../engine/deletion.ts';
import type { Lab } from '../../engine/lab.ts';
import { isLeaving, type Thing } from '../../engine/object.ts';
import { keyOf, placeOf } from '../../engine/store.ts';
import { CLAIMS, PODS, VOLUMES } from '../../kinds/core.ts';
import type { Row } from '../../kinds/row.ts';
import { isOver } from '../../kinds/state.ts';
import type { PersistentVolume, PersistentVolumeClaim, Pod } from '../../kinds/types.ts';
import { CLAIM_PROTECTION, VOLUME_PROTECTION } from '../admission/claims.ts';
import { EXTERNAL, PROVISIONED_BY } from './provision.ts';

function release<T extends Thing>(lab: Lab, row: Row<T>, object: T, finalizer: string): void {
  const left = lab.store.edit(row, object.metadata, ({ metadata }) => {
    metadata.finalizers = (metadata.finalizers ?? []).filter((one) => one !== finalizer);
  });
  if (left) removeReleased(lab, row, left);
}

const claimsOf = ({ spec }: Pod): string[] =>
  (spec.volumes ?? []).flatMap(({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName ?? []);

/** Holds what is deleted while a Pod uses it (kubernetes/pkg/controller/volume/pvcprotection). */
export function claimProtection(lab: Lab): Controller {
  const { store } = lab;
  const ofPods: Watched = {
    row: PODS,
    keysOf: ({ object }) =>
      claimsOf(object as Pod).map((name) => keyOf({ namespace: object.metadata.namespace, name })),
  };
  return {
    name: 'pvc-protection',
    watches: [itself(CLAIMS), ofPods],
    reconcile(key) {
      const claim = store.get(CLAIMS, placeOf(key));
      if (claim === undefined || !isLeaving(claim) || !claim.metadata.finalizers?.includes(CLAIM_PROTECTION))
        return undefined;
      const { namespace, name } = claim.metadata;
      const isUsed = store
        .list(PODS, namespace)
        .some((pod) => pod.spec.nodeName !== undefined && !isOver(pod) && claimsOf(pod).includes(name));
      if (!isUsed) release(lab, CLAIMS, claim, CLAIM_PROTECTION);
      return undefined;
    },
  };
}

/** What becomes of volumes: free, bound, and after their claim kept or deleted (pv-protection, persistentvolume). */
export function volumes(lab: Lab): Controller {
  const { store, record } = lab;
  const ofClaims: Watched = {
    row: CLAIMS,
    keysOf({ object }) {
      const { volumeName } = (object as PersistentVolumeClaim).spec;
      return volumeName === undefined ? [] : [volumeName];
    },
  };

  function setPhase(volume: PersistentVolume, phase: string, message?: string): void {
    store.edit(VOLUMES, volume.metadata, (draft) => {
      draft.status = { phase, ...(message === undefined ? {} : { message }) };
    });
  }

  /** After its claim: kept as it is, deleted with what is on it, or emptied for the next. */
  function reclaim(volume: PersistentVolume): void {
    const { persistentVolumeReclaimPolicy = 'Retain', hostPath } = volume.spec;
    if (persistentVolumeReclaimPolicy === 'Recycle') {
      store.edit(VOLUMES, volume.metadata, (draft) => {
        delete draft.spec.claimRef;
        draft.status = { phase: 'Available' };
      });
      return;
    }
    if (volume.status.phase === 'Failed') return;
    setPhase(volume, 'Released');
    if (persistentVolumeReclaimPolicy !== 'Delete') return;
    const released = store.get(VOLUMES, volume.metadata);
    if (released === undefined) return;
    const { path = '' } = hostPath ?? {};
    if (volume.metadata.annotations?.[PROVISIONED_BY] !== undefined || path.startsWith('/tmp/')) {
      const left = deleteObject(lab, VOLUMES, released, {});
      const now = store.get(VOLUMES, left.metadata);
      if (now) release(lab, VOLUMES, now, VOLUME_PROTECTION);
      return;
    }
    const message = `host_path deleter only supports /tmp/.+ but received provided ${path}`;
    setPhase(released, 'Failed', message);
    record(volume, 'Warning', 'VolumeFailedDelete', message, EXTERNAL);
  }

  return {
    name: 'persistentvolume',
    watches: [itself(VOLUMES), ofClaims],
    reconcile(key) {
      const volume = store.get(VOLUMES, placeOf(key));
      if (volume === undefined) return undefined;
      const { claimRef } = volume.spec;
      const claim =
        claimRef === undefined
          ? undefined
          : store.get(CLAIMS, { namespace: claimRef.namespace, name: claimRef.name ?? '' });
      const isBound = claim !== undefined && claim.metadata.uid === claimRef?.uid;
      if (isLeaving(volume)) {
        if (!isBound && volume.metadata.finalizers?.includes(VOLUME_PROTECTION))
          release(lab, VOLUMES, volume, VOLUME_PROTECTION);
        return undefined;
      }
      if (claimRef?.uid === undefined) setPhase(volume, 'Available');
      else if (isBound) setPhase(volume, 'Bound');
      else reclaim(volume);
      return undefined;
    },
  };
}
