/** The names and volumes that a Pod of a StatefulSet keeps (kubernetes/pkg/controller/statefulset/stateful_set_utils.go). */
import { ownedBy } from '../../engine/object.ts';
import type { PersistentVolumeClaim, Pod, PodTemplate, StatefulSet, Volume } from '../../kinds/types.ts';
import { REVISION_HASH } from '../shared/history.ts';
import type { Draft } from '../shared/make.ts';
import { podOf } from '../shared/pods.ts';

const NAME = 'statefulset.kubernetes.io/pod-name';
const INDEX = 'apps.kubernetes.io/pod-index';

export const nameOf = ({ metadata }: StatefulSet, ordinal: number): string => `${metadata.name}-${ordinal}`;

/** -1 where the name is not one of the set's. */
export function ordinalOf({ metadata }: StatefulSet, { metadata: { name } }: Pod): number {
  const text = name.startsWith(`${metadata.name}-`) ? name.slice(metadata.name.length + 1) : '';
  return /^\d+$/.test(text) ? Number(text) : -1;
}

const claimName = (template: PersistentVolumeClaim, pod: string): string => `${template.metadata.name}-${pod}`;

/** Claims of one Pod, which stay when it goes. */
export function claimsOf(set: StatefulSet, ordinal: number): Draft<PersistentVolumeClaim>[] {
  return (set.spec.volumeClaimTemplates ?? []).map((template) => ({
    metadata: {
      ...(set.metadata.namespace === undefined ? {} : { namespace: set.metadata.namespace }),
      // A claim that is to go with its set is owned by it.
      ...(set.spec.persistentVolumeClaimRetentionPolicy?.whenDeleted === 'Delete'
        ? { ownerReferences: ownedBy(set) }
        : {}),
      name: claimName(template, nameOf(set, ordinal)),
      labels: { ...template.metadata.labels, ...set.spec.selector.matchLabels },
      ...(template.metadata.annotations === undefined ? {} : { annotations: template.metadata.annotations }),
    },
    spec: template.spec,
  }));
}

export function memberOf(set: StatefulSet, template: PodTemplate, revision: string, ordinal: number): Draft<Pod> {
  const { metadata, spec } = podOf(template, set, ownedBy(set));
  const name = nameOf(set, ordinal);
  const { generateName, ...rest } = metadata;
  const claimed = (set.spec.volumeClaimTemplates ?? []).map(
    (one): Volume => ({ name: one.metadata.name, persistentVolumeClaim: { claimName: claimName(one, name) } }),
  );
  const names = new Set(claimed.map((one) => one.name));
  const volumes = [...claimed, ...(spec.volumes ?? []).filter((one) => !names.has(one.name))];
  return {
    metadata: {
      ...rest,
      ...{ name, generateName: `${set.metadata.name}-` },
      labels: { ...metadata.labels, [NAME]: name, [INDEX]: `${ordinal}`, [REVISION_HASH]: revision },
    },
    spec: {
      ...spec,
      hostname: name,
      ...(set.spec.serviceName ? { subdomain: set.spec.serviceName } : {}),
      ...(volumes.length > 0 ? { volumes } : {}),
    },
  };
}
