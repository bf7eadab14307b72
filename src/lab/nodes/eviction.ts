import type { Controller } from '../engine/controller.ts';
import { deleteObject } from '../engine/deletion.ts';
import type { Lab } from '../engine/lab.ts';
import { isLeaving } from '../engine/object.ts';
import { keyOf, placeOf } from '../engine/store.ts';
import { NODES, PODS } from '../kinds/core.ts';
import { isOver } from '../kinds/state.ts';
import type { Pod, Taint } from '../kinds/types.ts';
import { setCondition } from './conditions.ts';
import type { PodIndex } from './pods.ts';
import { tolerates } from './scheduler/terms.ts';

/** Milliseconds until the Pods of a node that was deleted are cleared up (controller/podgc). */
const ORPHANED = 40_000;

/** Sends Pods away from nodes whose taints they do not tolerate, and clears up those whose node is gone. */
export function evictPods(lab: Lab, pods: PodIndex): Controller {
  const { store, clock, record } = lab;
  const orphanedSince = new Map<string, number>();
  /** When taints that do not say it were first seen, by node. */
  const tainted = new Map<string, Map<string, number>>();

  /** Milliseconds until a Pod goes for the taints of its node; undefined where it may stay (controller/tainteviction). */
  function timeLeft(pod: Pod, node: string, taints: readonly Taint[]): number | undefined {
    const before = tainted.get(node);
    const seen = new Map(
      taints.map(({ key, value = '' }) => [`${key}=${value}`, before?.get(`${key}=${value}`) ?? clock.now()]),
    );
    tainted.set(node, seen);
    let least: number | undefined;
    for (const taint of taints) {
      const tolerations = (pod.spec.tolerations ?? []).filter((one) => tolerates(one, taint));
      if (tolerations.length === 0) return 0;
      const seconds = tolerations.flatMap(({ tolerationSeconds }) => tolerationSeconds ?? []);
      if (seconds.length === 0) continue;
      const first = seen.get(`${taint.key}=${taint.value ?? ''}`) ?? clock.now();
      const since = taint.timeAdded === undefined ? first : Date.parse(taint.timeAdded);
      const left = Math.max(0, since + Math.max(0, Math.min(...seconds)) * 1000 - clock.now());
      least = Math.min(least ?? left, left);
    }
    return least;
  }
  function lookAtPod(key: string): number | undefined {
    const pod = store.get(PODS, placeOf(key));
    const name = pod?.spec.nodeName;
    if (pod === undefined || name === undefined) return void orphanedSince.delete(key);
    const node = store.get(NODES, { name });
    if (node === undefined) return clearOrphan(key, pod);
    orphanedSince.delete(key);
    const taints = (node.spec.taints ?? []).filter(({ effect }) => effect === 'NoExecute');
    if (taints.length === 0) tainted.delete(name);
    if (taints.length === 0 || isLeaving(pod) || isOver(pod)) return undefined;
    const left = timeLeft(pod, name, taints);
    if (left !== 0) return left;
    const marked = store.edit(PODS, pod.metadata, (draft) =>
      setCondition(draft, clock.now(), {
        ...{ type: 'DisruptionTarget', status: 'True', reason: 'DeletionByTaintManager' },
        message: 'Taint manager: deleting due to NoExecute taint',
      }),
    );
    record(pod, 'Normal', 'TaintManagerEviction', `Marking for deletion Pod ${key}`, {
      component: 'taint-eviction-controller',
    });
    if (marked) deleteObject(lab, PODS, marked, {});
    return undefined;
  }
  /** Its node was deleted: no kubelet would end it. */
  function clearOrphan(key: string, pod: Pod): number | undefined {
    const since = orphanedSince.get(key) ?? clock.now();
    orphanedSince.set(key, since);
    const left = since + ORPHANED - clock.now();
    if (left > 0) return left;
    orphanedSince.delete(key);
    deleteObject(lab, PODS, pod, { grace: 0 });
    return undefined;
  }
  return {
    name: 'taint-eviction',
    watches: [
      { row: PODS, keysOf: ({ object }) => [keyOf(object.metadata)] },
      { row: NODES, keysOf: ({ object }) => Array.from(pods.on(object.metadata.name).keys()) },
    ],
    reconcile: lookAtPod,
  };
}
