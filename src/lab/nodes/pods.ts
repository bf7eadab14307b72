import { keyOf, type Store } from '../engine/store.ts';
import { PODS } from '../kinds/core.ts';
import { isOver } from '../kinds/state.ts';
import type { Pod } from '../kinds/types.ts';

/** The Pods of a lab by where they are, kept as they change: nothing has to look through all of them. */
export interface PodIndex {
  on(node: string): ReadonlyMap<string, Pod>;
  at(address: string): Pod | undefined;
  /** Counts the changes on a node. */
  stamp(node: string): number;
}

export function indexPods(store: Store): PodIndex {
  const byNode = new Map<string, Map<string, Pod>>();
  const byAddress = new Map<string, Pod>();
  const nodeOf = new Map<string, string>();
  const stamps = new Map<string, number>();
  const count = (node: string | undefined): void => {
    if (node !== undefined) stamps.set(node, (stamps.get(node) ?? 0) + 1);
  };

  store.listen((row, { type, object }) => {
    if (row !== PODS) return;
    const pod = object as Pod;
    const key = keyOf(pod.metadata);
    const before = nodeOf.get(key);
    const node = type === 'DELETED' ? undefined : pod.spec.nodeName;
    count(before);
    if (before !== node) count(node);
    if (before !== undefined && before !== node) byNode.get(before)?.delete(key);
    if (node === undefined) nodeOf.delete(key);
    else {
      nodeOf.set(key, node);
      const pods = byNode.get(node) ?? new Map<string, Pod>();
      byNode.set(node, pods.set(key, pod));
    }
    const { podIP } = pod.status;
    if (podIP === undefined || pod.spec.hostNetwork) return;
    if (type !== 'DELETED' && !isOver(pod)) byAddress.set(podIP, pod);
    else if (byAddress.get(podIP)?.metadata.uid === pod.metadata.uid) byAddress.delete(podIP);
  });
  return {
    on: (node) => byNode.get(node) ?? new Map(),
    at: (address) => byAddress.get(address),
    stamp: (node) => stamps.get(node) ?? 0,
  };
}
