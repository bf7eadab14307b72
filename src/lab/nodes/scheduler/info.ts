import { amountOf } from '../../engine/quantity.ts';
import { isOver } from '../../kinds/state.ts';
import type { Node, Pod } from '../../kinds/types.ts';
import type { PodIndex } from '../pods.ts';

/** Amounts by resource: processor in thousandths of a core, all else in its own unit. */
export type Amounts = ReadonlyMap<string, number>;

/** A node with what is on it. */
export interface NodeInfo {
  node: Node;
  pods: readonly Pod[];
  requested: Amounts;
}

export const amount = (name: string, quantity: string | undefined): number =>
  name === 'cpu' ? Math.ceil(Number((amountOf(quantity) * 1000).toFixed(6))) : amountOf(quantity);

/** A Pod's object is never changed, so that what it asks for is reckoned once. */
const known = new WeakMap<Pod, Amounts>();

function add(sum: Map<string, number>, of: Readonly<Record<string, string>> = {}): Map<string, number> {
  for (const [name, quantity] of Object.entries(of)) sum.set(name, (sum.get(name) ?? 0) + amount(name, quantity));
  return sum;
}

/** What a Pod asks for: its containers together, or an init container where that is more (component-helpers/resource). */
export function requestsOf(pod: Pod): Amounts {
  const before = known.get(pod);
  if (before) return before;
  const sidecars = new Map<string, number>();
  const most = new Map<string, number>();
  const raise = (by: Amounts): void => {
    for (const [name, value] of by) most.set(name, Math.max(most.get(name) ?? 0, value));
  };
  for (const { restartPolicy, resources } of pod.spec.initContainers ?? [])
    if (restartPolicy === 'Always') raise(add(sidecars, resources?.requests));
    else raise(add(new Map(sidecars), resources?.requests));
  const sum = new Map(sidecars);
  for (const { resources } of pod.spec.containers) add(sum, resources?.requests);
  raise(sum);
  known.set(pod, most);
  return most;
}

export function infoOf(node: Node, pods: readonly Pod[]): NodeInfo {
  const requested = new Map<string, number>();
  for (const pod of pods)
    for (const [name, value] of requestsOf(pod)) requested.set(name, (requested.get(name) ?? 0) + value);
  return { node, pods, requested };
}

/** Keeps what is known of nodes until something on them changes. */
export function createInfos(index: PodIndex): (node: Node) => NodeInfo {
  const kept = new Map<string, { node: Node; stamp: number; info: NodeInfo }>();
  return (node) => {
    const { name } = node.metadata;
    const stamp = index.stamp(name);
    const before = kept.get(name);
    if (before?.node === node && before.stamp === stamp) return before.info;
    const info = infoOf(
      node,
      Array.from(index.on(name).values()).filter((pod) => !isOver(pod)),
    );
    kept.set(name, { node, stamp, info });
    return info;
  };
}
