import type { Store } from '../../engine/store.ts';
import { STORAGE_CLASSES } from '../../kinds/cluster.ts';
import { CLAIMS, VOLUMES } from '../../kinds/core.ts';
import type { PersistentVolumeClaim, Pod } from '../../kinds/types.ts';
import type { Filter } from './filters.ts';
import { meetsTerm } from './terms.ts';

/** Which node a claim's volume is to be made for. */
const SELECTED = 'volume.kubernetes.io/selected-node';

const namesOf = ({ spec, metadata }: Pod): string[] =>
  (spec.volumes ?? []).flatMap(({ name, persistentVolumeClaim, ephemeral }) => {
    if (persistentVolumeClaim) return [persistentVolumeClaim.claimName];
    return ephemeral ? [`${metadata.name}-${name}`] : [];
  });

const isBound = ({ spec, status }: PersistentVolumeClaim): boolean =>
  spec.volumeName !== undefined && spec.volumeName !== '' && status.phase === 'Bound';

function waitsForConsumer(store: Store, { spec }: PersistentVolumeClaim): boolean {
  const found = store.get(STORAGE_CLASSES, { name: spec.storageClassName ?? '' });
  return found?.volumeBindingMode === 'WaitForFirstConsumer';
}

export const usesClaims = (pod: Pod): boolean => namesOf(pod).length > 0;

/** Why no node at all does, for a Pod's claims (scheduler plugin VolumeBinding). */
export function claimProblem(store: Store, pod: Pod): string | undefined {
  const { namespace } = pod.metadata;
  for (const name of namesOf(pod)) {
    const claim = store.get(CLAIMS, { namespace, name });
    if (claim === undefined) return `persistentvolumeclaim "${name}" not found`;
    if (claim.metadata.deletionTimestamp !== undefined) return `persistentvolumeclaim "${name}" is being deleted`;
    if (claim.status.phase === 'Lost')
      return `persistentvolumeclaim "${name}" bound to non-existent persistentvolume "${claim.spec.volumeName}"`;
    if (!isBound(claim) && !waitsForConsumer(store, claim)) return 'pod has unbound immediate PersistentVolumeClaims';
  }
  return undefined;
}

export const volumeFilter: Filter = (pod, { node }, { store }) => {
  for (const name of namesOf(pod)) {
    const claim = store.get(CLAIMS, { namespace: pod.metadata.namespace, name });
    const volume = store.get(VOLUMES, { name: claim?.spec.volumeName ?? '' });
    const terms = volume?.spec.nodeAffinity?.required?.nodeSelectorTerms;
    if (terms && !terms.some((term) => meetsTerm(node, term)))
      return { reasons: ["node(s) didn't match PersistentVolume's node affinity"], isFinal: true };
    const chosen = claim?.metadata.annotations?.[SELECTED];
    if (claim && !isBound(claim) && chosen !== undefined && chosen !== node.metadata.name)
      return { reasons: ["node(s) didn't find available persistent volumes to bind"], isFinal: true };
  }
  return undefined;
};

/** Has the volumes of a Pod's claims made for its node; true where they are all there. */
export function bindClaims(store: Store, pod: Pod, node: string): boolean {
  let isReady = true;
  for (const name of namesOf(pod)) {
    const claim = store.get(CLAIMS, { namespace: pod.metadata.namespace, name });
    if (claim === undefined || isBound(claim)) continue;
    isReady = false;
    if (claim.metadata.annotations?.[SELECTED] === node) continue;
    store.edit(CLAIMS, claim.metadata, ({ metadata }) => {
      metadata.annotations = { ...metadata.annotations, [SELECTED]: node };
    });
  }
  return isReady;
}
