/** What claims and volumes get: a class, and what holds them while they are in use (kubernetes/plugin/pkg/admission/storage). */
import type { Admission } from '../../engine/admission.ts';
import { forbidden } from '../../engine/errors.ts';
import { amountOf } from '../../engine/quantity.ts';
import { STORAGE_CLASSES } from '../../kinds/cluster.ts';
import { VOLUMES } from '../../kinds/core.ts';
import { isClaim } from './kinds.ts';

const DEFAULT = 'storageclass.kubernetes.io/is-default-class';
export const CLAIM_PROTECTION = 'kubernetes.io/pvc-protection';
export const VOLUME_PROTECTION = 'kubernetes.io/pv-protection';

export const defaultStorageClass: Admission = {
  admit({ store }, row, draft, before) {
    if (before !== undefined || !isClaim(row, draft) || draft.spec.storageClassName !== undefined) return;
    const newest = store.list(STORAGE_CLASSES).findLast(({ metadata }) => metadata.annotations?.[DEFAULT] === 'true');
    if (newest) draft.spec.storageClassName = newest.metadata.name;
  },
};

export const storageProtection: Admission = {
  admit(_lab, row, draft, before) {
    const finalizer = isClaim(row, draft) ? CLAIM_PROTECTION : row === VOLUMES ? VOLUME_PROTECTION : undefined;
    if (before !== undefined || finalizer === undefined) return;
    const { finalizers = [] } = draft.metadata;
    if (!finalizers.includes(finalizer)) draft.metadata.finalizers = [...finalizers, finalizer];
  },
};

export const claimResize: Admission = {
  allow({ store }, row, claim, before) {
    if (before === undefined || !isClaim(row, claim) || !isClaim(row, before)) return;
    const [old, next] = [before, claim].map(({ spec }) => amountOf(spec.resources?.requests?.storage));
    if ((next ?? 0) <= (old ?? 0)) return;
    const found = store.get(STORAGE_CLASSES, { name: claim.spec.storageClassName ?? '' });
    if (before.status.phase !== 'Bound')
      throw forbidden(row, claim.metadata.name, 'Only bound persistent volume claims can be expanded');
    if (found?.allowVolumeExpansion !== true)
      throw forbidden(
        row,
        claim.metadata.name,
        'only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize',
      );
  },
};
