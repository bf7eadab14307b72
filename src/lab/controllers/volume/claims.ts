import { type Controller, itself, type Watched } from '../../engine/controller.ts';
import type { Lab } from '../../engine/lab.ts';
import { isLeaving } from '../../engine/object.ts';
import { keyOf, placeOf } from '../../engine/store.ts';
import { STORAGE_CLASSES } from '../../kinds/cluster.ts';
import { CLAIMS, NODES, PODS, VOLUMES } from '../../kinds/core.ts';
import type { PersistentVolume, PersistentVolumeClaim, StorageClass } from '../../kinds/types.ts';
import { PROVISIONER } from '../bootstrap/classes.ts';
import { askedOf, bestFor, isFor, sizeOf } from './match.ts';
import { EXTERNAL, provision, SELECTED, TAKES, tellProvisioning, waiting } from './provision.ts';

const PROVISIONERS = ['volume.beta.kubernetes.io/storage-provisioner', 'volume.kubernetes.io/storage-provisioner'];
/** Milliseconds until a claim that waits is looked at again, and says so again. */
const RESYNC = 15_000;
const BOUND = { 'pv.kubernetes.io/bind-completed': 'yes' };
const BY_CONTROLLER = { 'pv.kubernetes.io/bound-by-controller': 'yes' };

const isOpen = ({ status }: PersistentVolumeClaim): boolean => status.phase !== 'Bound' && status.phase !== 'Lost';

/** A volume or a class that changes may be what claims wait for. */
const ofOpenClaims = ({ store }: Lab, row: Watched['row']): Watched => ({
  row,
  keysOf: () =>
    store
      .list(CLAIMS)
      .filter(isOpen)
      .map(({ metadata }) => keyOf(metadata)),
});

const ofVolumes: Watched = {
  row: VOLUMES,
  keysOf: ({ object }) => {
    const { name = '', namespace } = (object as PersistentVolume).spec.claimRef ?? {};
    return name === '' ? [] : [keyOf({ namespace, name })];
  },
};

/** Binds claims to volumes, and has volumes made (kubernetes/pkg/controller/volume/persistentvolume). */
export function claims(lab: Lab): Controller {
  const { store, clock, record } = lab;
  const asked = new Map<string, number>();

  function bind(claim: PersistentVolumeClaim, volume: PersistentVolume): void {
    const { name, namespace, uid, resourceVersion } = claim.metadata;
    const wasKept = volume.spec.claimRef !== undefined;
    store.edit(VOLUMES, volume.metadata, (draft) => {
      draft.spec.claimRef = {
        ...{ kind: 'PersistentVolumeClaim', apiVersion: 'v1', name, uid, resourceVersion },
        ...(namespace === undefined ? {} : { namespace }),
        ...draft.spec.claimRef,
        uid,
      };
      draft.status = { ...draft.status, phase: 'Bound' };
      if (!wasKept) draft.metadata.annotations = { ...draft.metadata.annotations, ...BY_CONTROLLER };
    });
    const wasNamed = claim.spec.volumeName !== undefined;
    store.edit(CLAIMS, claim.metadata, (draft) => {
      draft.metadata.annotations = { ...draft.metadata.annotations, ...BOUND, ...(wasNamed ? {} : BY_CONTROLLER) };
      draft.spec.volumeName = volume.metadata.name;
      draft.status = {
        ...draft.status,
        phase: 'Bound',
        accessModes: volume.spec.accessModes ?? [],
        capacity: { ...volume.spec.capacity },
      };
    });
    asked.delete(uid);
  }

  /** Pods that want the claim but are placed nowhere yet. */
  function tellWaiting(claim: PersistentVolumeClaim): void {
    const { namespace, name } = claim.metadata;
    const pod = store
      .list(PODS, namespace)
      .find(({ spec }) => spec.volumes?.some(({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName === name));
    if (pod === undefined) {
      const message = 'waiting for first consumer to be created before binding';
      record(claim, 'Normal', 'WaitForFirstConsumer', message, EXTERNAL);
    } else
      record(claim, 'Normal', 'WaitForPodScheduled', `waiting for pod ${pod.metadata.name} to be scheduled`, EXTERNAL);
  }

  function wantVolume(claim: PersistentVolumeClaim, of: StorageClass): number | undefined {
    const { provisioner } = of;
    if (provisioner === 'kubernetes.io/no-provisioner') return undefined;
    const { uid } = claim.metadata;
    record(claim, 'Normal', 'ExternalProvisioning', waiting(provisioner), EXTERNAL);
    store.edit(CLAIMS, claim.metadata, ({ metadata }) => {
      const said = Object.fromEntries(PROVISIONERS.map((key) => [key, provisioner]));
      metadata.annotations = { ...metadata.annotations, ...said };
    });
    if (provisioner !== PROVISIONER) return undefined;
    const since = asked.get(uid) ?? clock.now();
    if (!asked.has(uid)) tellProvisioning(lab, claim);
    asked.set(uid, since);
    const left = since + TAKES - clock.now();
    if (left > 0) return left;
    const now = store.get(CLAIMS, claim.metadata);
    if (now) bind(now, provision(lab, now, of));
    return undefined;
  }

  function open(claim: PersistentVolumeClaim): number | undefined {
    if (claim.status.phase === undefined)
      store.edit(CLAIMS, claim.metadata, (draft) => {
        draft.status = { ...draft.status, phase: 'Pending' };
      });
    const { volumeName, storageClassName = '' } = claim.spec;
    if (volumeName !== undefined && volumeName !== '') {
      const named = store.get(VOLUMES, { name: volumeName });
      if (named && (named.spec.claimRef === undefined || isFor(named, claim))) bind(claim, named);
      return undefined;
    }
    const of = store.get(STORAGE_CLASSES, { name: storageClassName });
    const selected = claim.metadata.annotations?.[SELECTED];
    const node = selected === undefined ? undefined : store.get(NODES, { name: selected });
    const volumes = store.list(VOLUMES);
    const isWaiting = of?.volumeBindingMode === 'WaitForFirstConsumer' && selected === undefined;
    const best = bestFor(claim, isWaiting ? volumes.filter((one) => isFor(one, claim)) : volumes, node);
    if (best) {
      bind(claim, best);
      return undefined;
    }
    if (isWaiting) tellWaiting(claim);
    else if (of) return wantVolume(claim, of);
    else if (storageClassName !== '') {
      const message = `storageclass.storage.k8s.io "${storageClassName}" not found`;
      record(claim, 'Warning', 'ProvisioningFailed', message, EXTERNAL);
    } else {
      const message = 'no persistent volumes available for this claim and no storage class is set';
      record(claim, 'Normal', 'FailedBinding', message, EXTERNAL);
    }
    return RESYNC;
  }

  /** A claim that is bound follows its volume: it is lost with it, and grows where its class lets it. */
  function follow(claim: PersistentVolumeClaim): void {
    const volume = store.get(VOLUMES, { name: claim.spec.volumeName ?? '' });
    if (volume === undefined) {
      if (claim.status.phase === 'Lost') return;
      store.edit(CLAIMS, claim.metadata, (draft) => {
        draft.status = { phase: 'Lost' };
      });
      const message = 'Bound claim has lost its PersistentVolume. Any data on the volume is lost!';
      record(claim, 'Warning', 'ClaimLost', message, EXTERNAL);
      return;
    }
    if (askedOf(claim) <= sizeOf(volume)) return;
    const storage = claim.spec.resources?.requests?.storage ?? '0';
    store.edit(VOLUMES, volume.metadata, ({ spec }) => {
      spec.capacity = { ...spec.capacity, storage };
    });
    store.edit(CLAIMS, claim.metadata, (draft) => {
      draft.status = { ...draft.status, capacity: { ...draft.status.capacity, storage } };
    });
  }

  return {
    name: 'persistentvolume-binder',
    watches: [itself(CLAIMS), ofVolumes, ofOpenClaims(lab, VOLUMES), ofOpenClaims(lab, STORAGE_CLASSES)],
    reconcile(key) {
      const claim = store.get(CLAIMS, placeOf(key));
      if (claim === undefined || isLeaving(claim)) return undefined;
      if (isOpen(claim)) return open(claim);
      follow(claim);
      return undefined;
    },
  };
}
