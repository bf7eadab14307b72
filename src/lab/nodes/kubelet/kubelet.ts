import { type Controller, itself } from '../../engine/controller.ts';
import { keyOf, placeOf } from '../../engine/store.ts';
import { CONFIGMAPS, NODES, PODS, SECRETS, VOLUMES } from '../../kinds/core.ts';
import type { Pod } from '../../kinds/types.ts';
import type { PodIndex } from '../pods.ts';
import { admitPod } from './admit.ts';
import { release } from './files.ts';
import type { KubeletParts } from './held.ts';
import { createWorker, type Worker } from './worker.ts';

/** Milliseconds until a mounted ConfigMap or Secret shows its change: a kubelet looks once a minute or so. */
const REFRESH = 45_000;

export interface Kubelets {
  controller: Controller;
  /** The worker of a Pod that has one, on a node that can be reached. */
  workerOf(pod: Pod): Worker | undefined;
  workers(): Iterable<Worker>;
  /** How many Pods there are on nodes. */
  count(): number;
  isOff(node: string): boolean;
  powerOff(node: string): void;
  powerOn(node: string): void;
}

/** The kubelets of all nodes. They do what the store tells; only what runs in containers is theirs alone. */
export function createKubelets(parts: KubeletParts, pods: PodIndex): Kubelets {
  const { store, clock } = parts.lab;
  const workers = new Map<string, Worker>();
  const off = new Set<string>();

  function drop(key: string): void {
    workers.get(key)?.drop();
    workers.delete(key);
  }
  function reconcile(key: string): undefined {
    const pod = store.get(PODS, placeOf(key));
    const known = workers.get(key);
    if (known && (pod === undefined || known.uid !== pod.metadata.uid)) {
      // A node that is cut off does not hear of it.
      if (off.has(known.node)) known.powerOff();
      drop(key);
    }
    const node = pod?.spec.nodeName;
    if (pod === undefined || node === undefined || off.has(node)) return;
    if (store.get(NODES, { name: node }) === undefined) return;
    if (!workers.has(key) && !admitPod(parts.lab, pod, pods)) return;
    const worker = workers.get(key) ?? createWorker(parts, pod);
    workers.set(key, worker);
    worker.sync(pod);
  }
  store.listen((row, { type, object: { metadata } }) => {
    if (row === VOLUMES && type === 'DELETED') {
      const { claims, disk } = parts.disks;
      const tree = claims.get(metadata.uid);
      if (tree) release(disk, tree);
      claims.delete(metadata.uid);
    }
    if (row !== CONFIGMAPS && row !== SECRETS) return;
    const refresh = (): void => {
      for (const worker of workers.values())
        if (worker.pod().metadata.namespace === metadata.namespace && mentions(worker.pod(), metadata.name))
          worker.refresh();
    };
    const isMounted = [...workers.values()].some(
      (worker) => worker.pod().metadata.namespace === metadata.namespace && mentions(worker.pod(), metadata.name),
    );
    if (isMounted) clock.after(REFRESH, refresh);
  });
  return {
    controller: { name: 'kubelet', watches: [itself(PODS)], reconcile },
    workerOf: (pod) => {
      const worker = workers.get(keyOf(pod.metadata));
      return worker && worker.uid === pod.metadata.uid && !off.has(worker.node) ? worker : undefined;
    },
    workers: () => workers.values(),
    count: () => workers.size,
    isOff: (node) => off.has(node),
    powerOff(node) {
      off.add(node);
      for (const worker of workers.values()) if (worker.node === node) worker.powerOff();
    },
    powerOn(node) {
      off.delete(node);
      for (const [key, worker] of workers) if (worker.node === node && !pods.on(node).has(key)) drop(key);
      for (const [key] of pods.on(node)) {
        workers.get(key)?.powerOn();
        reconcile(key);
      }
    },
  };
}

/** Does a Pod mount this object? */
const mentions = ({ spec: { volumes = [] } }: Pod, name: string): boolean =>
  volumes.some(
    ({ configMap, secret, projected }) =>
      configMap?.name === name ||
      secret?.secretName === name ||
      projected?.sources?.some((one) => one.configMap?.name === name || one.secret?.name === name),
  );
