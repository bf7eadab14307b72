import type { VersionTone } from '../../core/reply/cluster.ts';
import { isOwnedBy } from '../engine/object.ts';
import { revisionOf } from '../kinds/state.ts';
import type { Deployment, PodTemplate, ReplicaSet } from '../kinds/types.ts';

/** A version of a Deployment: one of its ReplicaSets. */
export interface Version {
  set: ReplicaSet;
  /** Such as `1.1`: the image's tag, or what else tells it from the other versions. */
  name: string;
  tone: VersionTone;
  /** The Deployment's Pods are to be of this one. */
  isNewest: boolean;
}

const TONES: readonly VersionTone[] = [0, 1, 2];

/** `dosirak/web:1.1` of the first container. */
export const imageOf = ({ spec }: PodTemplate): string => spec.containers[0]?.image ?? '';

/** `1.1` of `dosirak/web:1.1`, `nginx` of `nginx`. */
function tagOf(image: string): string {
  const name = image.split('/').at(-1) ?? image;
  const [, tag] = name.split('@')[0]?.split(':') ?? [];
  return tag ?? name;
}

/**
 * The versions of a Deployment, oldest first. Its colour stays with a version for good, also where it is rolled back to:
 * so they are told by when they were made, not by their revision's number.
 */
export function versionsOf(deployment: Deployment, sets: readonly ReplicaSet[]): Version[] {
  const own = sets
    .filter((set) => isOwnedBy(set, deployment))
    .toSorted(
      (one, other) =>
        one.metadata.creationTimestamp.localeCompare(other.metadata.creationTimestamp) ||
        revisionOf(one) - revisionOf(other),
    );
  const newest = Math.max(0, ...own.map(revisionOf));
  const tags = own.map((set) => tagOf(imageOf(set.spec.template)));
  const isInUse = (set: ReplicaSet): boolean =>
    revisionOf(set) === newest || (set.spec.replicas ?? 0) > 0 || set.status.replicas > 0;
  const used = tags.filter((_, i) => own[i] && isInUse(own[i]));
  return own.map((set, i) => {
    const tag = tags[i] ?? '';
    const isAlone = used.filter((one) => one === tag).length < 2;
    return {
      set,
      name: isAlone ? tag : `${tag} (r${revisionOf(set)})`,
      tone: TONES[i % TONES.length] ?? 'none',
      isNewest: revisionOf(set) === newest,
    };
  });
}
