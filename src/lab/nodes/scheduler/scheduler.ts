import type { Controller } from '../../engine/controller.ts';
import type { Lab } from '../../engine/lab.ts';
import { isLeaving } from '../../engine/object.ts';
import { NODES, PODS } from '../../kinds/core.ts';
import type { Pod } from '../../kinds/types.ts';
import { setCondition } from '../conditions.ts';
import type { PodIndex } from '../pods.ts';
import { type Scene, type Unfit, unfitOf } from './filters.ts';
import { createInfos, infoOf, type NodeInfo } from './info.ts';
import { evictVictims, findVictims } from './preempt.ts';
import { createQueue, isPending } from './queue.ts';
import { best } from './scores.ts';
import { bindClaims, claimProblem } from './volumes.ts';

/** Pods that are placed in one turn: others of the lab come between. */
const TURN = 16;
const FROM = { component: 'default-scheduler' } as const;
/** What the scheduler's plugin of resource claims says where a Pod has none: since 1.34 it stands before preemption's. */
const NO_CLAIMS = 'no new claims to deallocate';

/** `1 node(s) were unschedulable, 2 Insufficient cpu`, as the scheduler orders them. */
function reasonsText(unfit: Iterable<Unfit>): string {
  const counts = new Map<string, number>();
  for (const { reasons } of unfit) for (const one of reasons) counts.set(one, (counts.get(one) ?? 0) + 1);
  return Array.from(counts, ([reason, count]) => `${count} ${reason}`)
    .toSorted()
    .join(', ');
}

/** Places Pods on nodes (kubernetes/pkg/scheduler), those of the highest priority first. */
export function createScheduler(lab: Lab, index: PodIndex): Controller {
  const { store, clock, random, record } = lab;
  const infoFor = createInfos(index);
  const queue = createQueue(lab);

  function sceneFor(pod: Pod): Scene {
    // Room that was made for Pods of no less priority is theirs.
    const claimed = queue
      .nominated()
      .filter((one) => one.metadata.uid !== pod.metadata.uid && (one.spec.priority ?? 0) >= (pod.spec.priority ?? 0));
    const all = store.list(NODES).map((node): NodeInfo => {
      const info = infoFor(node);
      const more = claimed.filter(({ status }) => status.nominatedNodeName === node.metadata.name);
      return more.length === 0 ? info : infoOf(node, [...info.pods, ...more]);
    });
    return { store, all };
  }
  function refuse(pod: Pod, message: string, nominatedNodeName?: string): void {
    record(pod, 'Warning', 'FailedScheduling', message, FROM);
    store.edit(PODS, pod.metadata, (draft) => {
      setCondition(draft, clock.now(), {
        ...{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message },
        ...(pod.metadata.generation === undefined ? {} : { observedGeneration: pod.metadata.generation }),
      });
      if (nominatedNodeName === undefined) delete draft.status.nominatedNodeName;
      else draft.status.nominatedNodeName = nominatedNodeName;
    });
    queue.failed(pod);
  }
  function bind(pod: Pod, node: string): void {
    const bound = store.edit(
      PODS,
      pod.metadata,
      (draft) => {
        draft.spec.nodeName = node;
        delete draft.status.nominatedNodeName;
        draft.status.conditions = draft.status.conditions?.filter(({ type }) => type !== 'PodScheduled') ?? [];
        setCondition(draft, clock.now(), {
          ...{ type: 'PodScheduled', status: 'True' },
          ...(pod.metadata.generation === undefined ? {} : { observedGeneration: pod.metadata.generation }),
        });
      },
      true,
    );
    if (bound) {
      const { namespace, name } = bound.metadata;
      record(bound, 'Normal', 'Scheduled', `Successfully assigned ${namespace}/${name} to ${node}`, FROM);
    }
  }
  function place(pod: Pod): void {
    const scene = sceneFor(pod);
    const total = scene.all.length;
    if (total === 0) return void refuse(pod, 'no nodes available to schedule pods');
    const problem = claimProblem(store, pod);
    if (problem !== undefined)
      return void refuse(
        pod,
        `0/${total} nodes are available: ${problem}. ${NO_CLAIMS}, preemption: 0/${total} nodes are available: ${total} Preemption is not helpful for scheduling.`,
      );
    const unfit = new Map<NodeInfo, Unfit>();
    const fit: NodeInfo[] = [];
    for (const info of scene.all) {
      const one = unfitOf(pod, info, scene);
      if (one) unfit.set(info, one);
      else fit.push(info);
    }
    const chosen = best(pod, fit, scene, random);
    if (chosen) {
      const { name } = chosen.node.metadata;
      if (bindClaims(store, pod, name)) bind(pod, name);
      else queue.waiting(pod);
      return;
    }
    const said = `0/${total} nodes are available: ${reasonsText(unfit.values())}.`;
    const preemption = findVictims(pod, scene, unfit);
    if ('why' in preemption) return void refuse(pod, `${said} ${NO_CLAIMS}, preemption: ${preemption.why}`);
    evictVictims(lab, pod, preemption);
    refuse(pod, said, preemption.node);
  }

  return {
    name: 'scheduler',
    watches: queue.watches,
    reconcile() {
      for (let i = 0; i < TURN; i++) {
        const place_ = queue.next();
        if (place_ === undefined) break;
        const pod = store.get(PODS, place_);
        if (pod && isPending(pod) && !isLeaving(pod)) place(pod);
      }
      return queue.wait();
    },
  };
}
