/** Makes volumes for claims, as the provisioner of a local cluster does. */
import type { Lab } from '../../engine/lab.ts';
import { VOLUMES } from '../../kinds/core.ts';
import type { PersistentVolume, PersistentVolumeClaim, StorageClass } from '../../kinds/types.ts';
import { PROVISIONER } from '../bootstrap/classes.ts';
import { make } from '../shared/make.ts';

export const SELECTED = 'volume.kubernetes.io/selected-node';
export const PROVISIONED_BY = 'pv.kubernetes.io/provisioned-by';
/** Milliseconds that making a volume takes. */
export const TAKES = 2000;

export const EXTERNAL = { component: 'persistentvolume-controller' };
const FROM = { component: `${PROVISIONER}_local-path-provisioner` };

export const waiting = (provisioner: string): string =>
  `Waiting for a volume to be created either by the external provisioner '${provisioner}' or manually by the system administrator. If volume creation is delayed, please verify that the provisioner is running and correctly registered.`;

export function tellProvisioning(lab: Lab, claim: PersistentVolumeClaim): void {
  const { namespace, name } = claim.metadata;
  const message = `External provisioner is provisioning volume for claim "${namespace}/${name}"`;
  lab.record(claim, 'Normal', 'Provisioning', message, FROM);
}

export function provision(lab: Lab, claim: PersistentVolumeClaim, of: StorageClass): PersistentVolume {
  const { namespace, name, uid, annotations, resourceVersion } = claim.metadata;
  const volume = `pvc-${uid}`;
  const node = annotations?.[SELECTED];
  const affinity = {
    required: {
      nodeSelectorTerms: [
        { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In' as const, values: [node ?? ''] }] },
      ],
    },
  };
  const made = make(lab, VOLUMES, {
    metadata: { name: volume, annotations: { [PROVISIONED_BY]: PROVISIONER } },
    spec: {
      capacity: { storage: claim.spec.resources?.requests?.storage ?? '0' },
      accessModes: claim.spec.accessModes ?? [],
      claimRef: {
        ...{ kind: 'PersistentVolumeClaim', apiVersion: 'v1', name, uid, resourceVersion },
        ...(namespace === undefined ? {} : { namespace }),
      },
      hostPath: { path: `/var/local-path-provisioner/${volume}_${namespace}_${name}`, type: 'DirectoryOrCreate' },
      ...(node === undefined ? {} : { nodeAffinity: affinity }),
      persistentVolumeReclaimPolicy: of.reclaimPolicy ?? 'Delete',
      storageClassName: of.metadata.name,
      volumeMode: claim.spec.volumeMode ?? 'Filesystem',
    },
  });
  lab.record(claim, 'Normal', 'ProvisioningSucceeded', `Successfully provisioned volume ${volume}`, FROM);
  return made;
}
