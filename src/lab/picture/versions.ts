import type { VersionTone } from '../../core/reply/cluster.ts';
import { isOwnedBy } from '../engine/object.ts';
import { revisionOf } from '../kinds/state.ts';
import type { Deployment, PodTemplate, ReplicaSet } from '../kinds/types.ts';

/** A version of a Deployment: one of its ReplicaSets. */
export interface Version {
  set: ReplicaSet;
  /** Such as `1.1`: the image's tag, or, where another image has the same, the image. */
  name: string;
  tone: VersionTone;
  /** The Deployment's Pods are to be of this one. */
  isNewest: boolean;
  /** Another one that has Pods, too, is of the same image, as after a restart: they are told apart by which is new. */
  isTwin: boolean;
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

/** `web:1.1` of `dosirak/web:1.1`. */
const shortOf = (image: string): string => image.split('/').at(-1) ?? image;

/** A colour of each image: for good, but that an old one gives way where there are more images than colours. */
function tonesOf(images: readonly string[], newest: string | undefined, used: ReadonlySet<string>) {
  const all = [...new Set(images)];
  const tones = new Map<string, VersionTone>(all.map((image, i) => [image, TONES[i % TONES.length] ?? 'none']));
  for (const image of used) {
    const taken = new Set([...used].flatMap((one) => (one === image ? [] : (tones.get(one) ?? []))));
    const own = tones.get(image);
    if (image !== newest && own !== undefined && taken.has(own))
      tones.set(image, TONES.find((tone) => !taken.has(tone)) ?? own);
  }
  return tones;
}

/**
 * The versions of a Deployment, oldest first. An image has one colour, also where it is rolled back to or restarted: so
 * colours go by when an image came first, not by the number of a revision.
 */
export function versionsOf(deployment: Deployment, sets: readonly ReplicaSet[]): Version[] {
  const own = sets
    .filter((set) => isOwnedBy(set, deployment))
    .toSorted(
      (one, other) =>
        one.metadata.creationTimestamp.localeCompare(other.metadata.creationTimestamp) ||
        revisionOf(one) - revisionOf(other),
    )
    .map((set) => ({ set, image: imageOf(set.spec.template), revision: revisionOf(set) }));
  const last = Math.max(0, ...own.map(({ revision }) => revision));
  const used = own.filter(
    ({ set, revision }) => revision === last || (set.spec.replicas ?? 0) > 0 || set.status.replicas > 0,
  );
  const usedImages = new Set(used.map(({ image }) => image));
  const tones = tonesOf(
    own.map(({ image }) => image),
    own.find(({ revision }) => revision === last)?.image,
    usedImages,
  );
  return own.map(({ set, image, revision }) => {
    const isAlone = ![...usedImages].some((one) => one !== image && tagOf(one) === tagOf(image));
    return {
      set,
      name: isAlone ? tagOf(image) : shortOf(image),
      tone: tones.get(image) ?? 'none',
      isNewest: revision === last,
      isTwin: used.filter((one) => one.image === image).length > 1,
    };
  });
}
