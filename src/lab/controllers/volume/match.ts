/** Which volume suits a claim (kubernetes/pkg/controller/volume/persistentvolume, component-helpers/storage/volume). */
import { isLeaving } from '../../engine/object.ts';
import { amountOf } from '../../engine/quantity.ts';
import { meets, selects } from '../../engine/selectors.ts';
import type { Node, PersistentVolume, PersistentVolumeClaim } from '../../kinds/types.ts';

export const sizeOf = ({ spec }: PersistentVolume): number => amountOf(spec.capacity?.storage);
export const askedOf = ({ spec }: PersistentVolumeClaim): number => amountOf(spec.resources?.requests?.storage);

/** Is the volume this claim's, or kept for it? */
export const isFor = ({ spec: { claimRef } }: PersistentVolume, { metadata }: PersistentVolumeClaim): boolean =>
  claimRef?.name === metadata.name &&
  claimRef.namespace === metadata.namespace &&
  (claimRef.uid === undefined || claimRef.uid === metadata.uid);

function isOnNode({ spec }: PersistentVolume, node: Node | undefined): boolean {
  const terms = spec.nodeAffinity?.required?.nodeSelectorTerms;
  if (terms === undefined || node === undefined) return true;
  return terms.some(({ matchExpressions = [] }) =>
    matchExpressions.every((one) => meets(node.metadata.labels ?? {}, one)),
  );
}

function suits(volume: PersistentVolume, claim: PersistentVolumeClaim, node: Node | undefined): boolean {
  const { spec } = volume;
  return (
    !isLeaving(volume) &&
    (spec.storageClassName ?? '') === (claim.spec.storageClassName ?? '') &&
    (spec.volumeMode ?? 'Filesystem') === (claim.spec.volumeMode ?? 'Filesystem') &&
    (claim.spec.accessModes ?? []).every((mode) => spec.accessModes?.includes(mode)) &&
    sizeOf(volume) >= askedOf(claim) &&
    (claim.spec.selector === undefined || selects(claim.spec.selector, volume.metadata.labels)) &&
    isOnNode(volume, node)
  );
}

/** The smallest volume that suits; one that is kept for the claim before any other. */
export function bestFor(
  claim: PersistentVolumeClaim,
  volumes: readonly PersistentVolume[],
  node: Node | undefined,
): PersistentVolume | undefined {
  const kept = volumes.find((one) => isFor(one, claim));
  if (kept) return kept;
  return volumes
    .filter(({ spec, status }) => spec.claimRef === undefined && (status.phase ?? 'Available') === 'Available')
    .filter((one) => suits(one, claim, node))
    .toSorted((one, other) => sizeOf(one) - sizeOf(other))[0];
}
