import { timeText } from '../../engine/object.ts';
import type { Store } from '../../engine/store.ts';
import { NODES } from '../../kinds/core.ts';
import type { Pod, PodStatus } from '../../kinds/types.ts';
import type { Held } from './held.ts';
import { conditionsOf, phaseOf } from './status.ts';

/** What a kubelet knows of a Pod beside its containers. */
export interface Known {
  address: string;
  startTime: string;
  /** It is being stopped, and nothing of it runs any more. */
  hasEnded: boolean;
  /** Why it was ended from outside. */
  ended: { reason: string; message: string } | undefined;
}

/** A Pod's status, as its kubelet tells it to the API. */
export function statusOf(store: Store, pod: Pod, all: readonly Held[], known: Known, now: number): PodStatus {
  const { address, startTime, hasEnded, ended } = known;
  const { metadata, spec, status: before } = pod;
  const of = (...kinds: Held['kind'][]) => all.filter(({ kind }) => kinds.includes(kind)).map(({ status }) => status);
  const phase = ended && hasEnded ? 'Failed' : phaseOf(pod, all, hasEnded);
  const addresses = store.get(NODES, { name: spec.nodeName ?? '' })?.status.addresses ?? [];
  const hostIP = addresses.find(({ type }) => type === 'InternalIP')?.address;
  const ephemeral = of('ephemeral');
  return {
    ...before,
    ...(metadata.generation === undefined ? {} : { observedGeneration: metadata.generation }),
    ...{ phase, conditions: conditionsOf(pod, all, phase, address !== '' && !hasEnded, timeText(now)) },
    ...(ended && hasEnded ? ended : {}),
    ...(hostIP === undefined ? {} : { hostIP, hostIPs: [{ ip: hostIP }] }),
    ...(address === '' ? {} : { podIP: address, podIPs: [{ ip: address }] }),
    startTime,
    ...((spec.initContainers ?? []).length > 0 ? { initContainerStatuses: of('init', 'sidecar') } : {}),
    containerStatuses: of('main'),
    ...(ephemeral.length > 0 ? { ephemeralContainerStatuses: ephemeral } : {}),
  };
}
