/** Revisions of a template, as StatefulSets and DaemonSets keep them (kubernetes/pkg/controller/history). */
import { isDeepStrictEqual } from 'node:util';
import type { Lab } from '../../engine/lab.ts';
import { isOwnedBy, ownedBy, type Thing } from '../../engine/object.ts';
import type { ControllerRevision, Labels, PodTemplate } from '../../kinds/types.ts';
import { CONTROLLER_REVISIONS } from '../../kinds/workloads.ts';
import { hashOf } from './hash.ts';
import { make } from './make.ts';

/** A Pod's label that names its revision: whole of a StatefulSet, its hash alone of a DaemonSet. */
export const REVISION_HASH = 'controller-revision-hash';

/** What `kubectl rollout undo` merges into the owner. */
const dataOf = (template: PodTemplate) => ({ spec: { template: { ...template, $patch: 'replace' } } });

export const revisionsOf = ({ store }: Lab, owner: Thing): readonly ControllerRevision[] =>
  store
    .list(CONTROLLER_REVISIONS, owner.metadata.namespace)
    .filter((one) => isOwnedBy(one, owner))
    .toSorted((one, other) => one.revision - other.revision);

/** The template that a revision holds; undefined where it holds none, as one that a person wrote may. */
export function templateIn({ data }: ControllerRevision): PodTemplate | undefined {
  // What stands in it was written by `noteRevision`.
  const { spec } = (data ?? {}) as { spec?: { template?: PodTemplate & { $patch?: string } } };
  if (spec?.template === undefined) return undefined;
  const { $patch, ...template } = spec.template;
  return template;
}

/** The revision of the owner's template now: the newest, made where there is none, or one of before again. */
export function noteRevision(lab: Lab, owner: Thing & { spec: { template: PodTemplate } }): ControllerRevision {
  const { metadata, spec } = owner;
  const data = dataOf(spec.template);
  const all = revisionsOf(lab, owner);
  const newest = all.at(-1);
  const same = all.findLast((one) => isDeepStrictEqual(one.data, data));
  if (same !== undefined && same === newest) return same;
  const revision = (newest?.revision ?? 0) + 1;
  const again =
    same &&
    lab.store.edit(CONTROLLER_REVISIONS, same.metadata, (draft) => {
      draft.revision = revision;
    });
  if (again) return again;
  const hash = hashOf(data);
  const labels: Labels = { ...spec.template.metadata?.labels, [REVISION_HASH]: hash };
  return make(lab, CONTROLLER_REVISIONS, {
    metadata: {
      ...(metadata.namespace === undefined ? {} : { namespace: metadata.namespace }),
      ...{ name: `${metadata.name}-${hash}`, labels, ownerReferences: ownedBy(owner) },
      ...(metadata.annotations === undefined ? {} : { annotations: { ...metadata.annotations } }),
    },
    ...{ data, revision },
  });
}

/** Deletes the oldest revisions above a limit, but not those in use. */
export function forgetRevisions(lab: Lab, owner: Thing, limit: number, used: ReadonlySet<string>): void {
  const idle = revisionsOf(lab, owner).filter(({ metadata }) => !used.has(metadata.name));
  for (const { metadata } of idle.slice(0, Math.max(0, idle.length - limit)))
    lab.store.remove(CONTROLLER_REVISIONS, metadata);
}
