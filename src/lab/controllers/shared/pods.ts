import { isLeaving, type OwnerReference, type Thing } from '../../engine/object.ts';
import { conditionOf, isOver } from '../../kinds/state.ts';
import type { Pod, PodTemplate } from '../../kinds/types.ts';
import type { Draft } from './make.ts';

/** Does it count for its owner (kubernetes/pkg/controller: IsPodActive)? */
export const isActive = (pod: Pod): boolean => !isOver(pod) && !isLeaving(pod);

export const timeOf = (text: string | undefined): number => (text === undefined ? 0 : Date.parse(text));

/** Milliseconds until a Pod has been ready for so long; 0 where it has been, undefined where it is not ready. */
export function untilAvailable(pod: Pod, minReadySeconds: number | undefined, now: number): number | undefined {
  const ready = conditionOf(pod.status.conditions, 'Ready');
  if (ready?.status !== 'True') return undefined;
  if (minReadySeconds === undefined || minReadySeconds === 0) return 0;
  return Math.max(0, timeOf(ready.lastTransitionTime) + minReadySeconds * 1000 - now);
}

export const isAvailable = (pod: Pod, minReadySeconds: number | undefined, now: number): boolean =>
  untilAvailable(pod, minReadySeconds, now) === 0;

/** The least of times to wait that are known and not over. */
export function soonest(waits: readonly (number | undefined)[]): number | undefined {
  const left = waits.filter((one): one is number => one !== undefined && one > 0);
  return left.length === 0 ? undefined : Math.min(...left);
}

/** Pods made or deleted in one go, so that no answer waits for more: the next look makes the rest. */
export const BURST = 25;

/** A Pod of a template (kubernetes/pkg/controller: GetPodFromTemplate). */
export function podOf({ metadata, spec }: PodTemplate, owner: Thing, owners: OwnerReference[]): Draft<Pod> {
  return {
    metadata: {
      generateName: `${owner.metadata.name}-`,
      ...(owner.metadata.namespace === undefined ? {} : { namespace: owner.metadata.namespace }),
      ...(metadata?.labels === undefined ? {} : { labels: { ...metadata.labels } }),
      ...(metadata?.annotations === undefined ? {} : { annotations: { ...metadata.annotations } }),
      ownerReferences: owners,
    },
    spec: structuredClone(spec),
  };
}
