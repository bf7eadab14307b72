import type { Store } from '../engine/store.ts';
import { NODES } from '../kinds/core.ts';
import type { PodIndex } from './pods.ts';

/** Gives each Pod of a node the next free address of its range, as the plugin `host-local` does. */
export function createAddresses(store: Store, pods: PodIndex): (node: string) => string {
  const last = new Map<string, number>();
  return (node) => {
    const range = store.get(NODES, { name: node })?.spec.podCIDR ?? '10.244.0.0/24';
    const prefix = range.slice(0, range.lastIndexOf('.'));
    let host = last.get(node) ?? 1;
    for (let tries = 0; tries < 253; tries++) {
      host = host >= 254 ? 2 : host + 1;
      if (pods.at(`${prefix}.${host}`) === undefined) break;
    }
    last.set(node, host);
    return `${prefix}.${host}`;
  };
}
