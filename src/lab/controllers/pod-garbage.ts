import type { Controller } from '../engine/controller.ts';
import { deleteObject } from '../engine/deletion.ts';
import type { Lab } from '../engine/lab.ts';
import { isLeaving } from '../engine/object.ts';
import { NODES, PODS } from '../kinds/core.ts';

/** Milliseconds that a node may be gone before its Pods go (kubernetes/pkg/controller/podgc: quarantineTime). */
const QUARANTINE = 40_000;

/** Deletes Pods of nodes that are gone, which no kubelet ends any more. */
export function podGarbage(lab: Lab): Controller {
  const { store, clock } = lab;
  const gone = new Map<string, number>();
  return {
    name: 'podgc',
    watches: [
      {
        row: NODES,
        keysOf: ({ object: { metadata }, type }) => (type === 'DELETED' ? [metadata.name] : []),
      },
    ],
    reconcile(name) {
      if (store.get(NODES, { name }) !== undefined) {
        gone.delete(name);
        return undefined;
      }
      const since = gone.get(name) ?? clock.now();
      gone.set(name, since);
      const wait = since + QUARANTINE - clock.now();
      if (wait > 0) return wait;
      gone.delete(name);
      for (const pod of store.list(PODS))
        if (pod.spec.nodeName === name) {
          const left = isLeaving(pod) ? pod : deleteObject(lab, PODS, pod, { grace: 0 });
          if ((left.metadata.finalizers ?? []).length === 0) store.remove(PODS, pod.metadata);
        }
      return undefined;
    },
  };
}
