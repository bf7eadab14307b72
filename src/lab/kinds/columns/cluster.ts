import type { Thing } from '../../engine/object.ts';
import type { Column } from '../row.ts';
import type {
  Lease,
  PersistentVolume,
  PersistentVolumeClaim,
  PriorityClass,
  RoleBinding,
  StorageClass,
} from '../types.ts';
import { AGE, NAME } from './words.ts';

const MODES: Readonly<Record<string, string>> = {
  ReadWriteOnce: 'RWO',
  ReadOnlyMany: 'ROX',
  ReadWriteMany: 'RWX',
  ReadWriteOncePod: 'RWOP',
};
const modesOf = (modes: readonly string[] | undefined): string =>
  Object.keys(MODES)
    .filter((one) => modes?.includes(one))
    .map((one) => MODES[one])
    .join(',');
const phaseOf = ({ metadata, status }: PersistentVolume | PersistentVolumeClaim): string =>
  metadata.deletionTimestamp === undefined ? (status?.phase ?? '') : 'Terminating';

export const VOLUME_COLUMNS: readonly Column<PersistentVolume>[] = [
  { name: 'Capacity', cell: ({ spec }) => spec.capacity?.storage ?? '0' },
  { name: 'Access Modes', cell: ({ spec }) => modesOf(spec.accessModes) },
  { name: 'Reclaim Policy', cell: ({ spec }) => spec.persistentVolumeReclaimPolicy ?? '' },
  { name: 'Status', cell: phaseOf },
  {
    name: 'Claim',
    cell: ({ spec: { claimRef } }) =>
      claimRef === undefined ? '' : `${claimRef.namespace ?? ''}/${claimRef.name ?? ''}`,
  },
  { name: 'StorageClass', cell: ({ spec }) => spec.storageClassName ?? '' },
  { name: 'VolumeAttributesClass', cell: () => '<unset>' },
  { name: 'Reason', cell: () => '' },
  { name: 'VolumeMode', priority: 1, cell: ({ spec }) => spec.volumeMode ?? '<unset>' },
];
export const CLAIM_COLUMNS: readonly Column<PersistentVolumeClaim>[] = [
  { name: 'Status', cell: phaseOf },
  { name: 'Volume', cell: ({ spec }) => spec.volumeName ?? '' },
  { name: 'Capacity', cell: ({ spec, status }) => (spec.volumeName ? (status?.capacity?.storage ?? '0') : '') },
  { name: 'Access Modes', cell: ({ spec, status }) => (spec.volumeName ? modesOf(status?.accessModes) : '') },
  { name: 'StorageClass', cell: ({ spec }) => spec.storageClassName ?? '' },
  { name: 'VolumeAttributesClass', cell: () => '<unset>' },
  { name: 'VolumeMode', priority: 1, cell: ({ spec }) => spec.volumeMode ?? '<unset>' },
];

const isDefault = ({ metadata }: Thing): boolean =>
  metadata.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true';
export const STORAGE_CLASS_COLUMNS: readonly Column<StorageClass>[] = [
  { name: 'Name', cell: (one) => (isDefault(one) ? `${one.metadata.name} (default)` : one.metadata.name) },
  { name: 'Provisioner', cell: ({ provisioner }) => provisioner },
  { name: 'ReclaimPolicy', cell: ({ reclaimPolicy }) => reclaimPolicy ?? 'Delete' },
  { name: 'VolumeBindingMode', cell: ({ volumeBindingMode }) => volumeBindingMode ?? '<unset>' },
  { name: 'AllowVolumeExpansion', cell: ({ allowVolumeExpansion }) => allowVolumeExpansion ?? false },
  AGE,
];

export const PRIORITY_COLUMNS: readonly Column<PriorityClass>[] = [
  { name: 'Value', type: 'integer', cell: ({ value }) => value },
  { name: 'Global-Default', type: 'boolean', cell: ({ globalDefault }) => globalDefault ?? false },
  AGE,
  { name: 'PreemptionPolicy', cell: ({ preemptionPolicy }) => preemptionPolicy ?? 'PreemptLowerPriority' },
];
export const LEASE_COLUMNS: readonly Column<Lease>[] = [
  { name: 'Holder', cell: ({ spec }) => spec?.holderIdentity ?? '' },
];

/** Of roles the time is told, not the age. */
export const ROLE_COLUMNS: readonly Column<Thing>[] = [
  NAME,
  { name: 'Created At', cell: ({ metadata }) => metadata.creationTimestamp },
];
const subjects = ({ subjects: all = [] }: RoleBinding, kind: string): string =>
  all
    .filter((one) => one.kind === kind)
    .map(({ name, namespace }) => (kind === 'ServiceAccount' ? `${namespace ?? ''}/${name}` : name))
    .join(', ');
export const BINDING_COLUMNS: readonly Column<RoleBinding>[] = [
  { name: 'Role', cell: ({ roleRef }) => `${roleRef.kind}/${roleRef.name}` },
  { name: 'Users', priority: 1, cell: (one) => subjects(one, 'User') },
  { name: 'Groups', priority: 1, cell: (one) => subjects(one, 'Group') },
  { name: 'ServiceAccounts', priority: 1, cell: (one) => subjects(one, 'ServiceAccount') },
];
