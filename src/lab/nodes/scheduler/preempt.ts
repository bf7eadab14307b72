import { deleteObject } from '../../engine/deletion.ts';
import type { Lab } from '../../engine/lab.ts';
import { isLeaving } from '../../engine/object.ts';
import { PODS } from '../../kinds/core.ts';
import type { Pod } from '../../kinds/types.ts';
import { setCondition } from '../conditions.ts';
import { type Scene, unfitOf } from './filters.ts';
import { infoOf, type NodeInfo } from './info.ts';

const priorityOf = ({ spec }: Pod): number => spec.priority ?? 0;

export interface Preemption {
  node: string;
  victims: readonly Pod[];
}

/** Which Pods of less priority would have to go from a node: as few as can be. */
function victimsOn(pod: Pod, info: NodeInfo, scene: Scene): Pod[] | undefined {
  const lower = info.pods.filter((one) => priorityOf(one) < priorityOf(pod));
  if (lower.length === 0) return undefined;
  const fits = (kept: readonly Pod[]): boolean => {
    const left = infoOf(info.node, kept);
    const all = scene.all.map((one) => (one === info ? left : one));
    return unfitOf(pod, left, { ...scene, all }) === undefined;
  };
  const higher = info.pods.filter((one) => !lower.includes(one));
  if (!fits(higher)) return undefined;
  let kept: Pod[] = higher;
  const victims: Pod[] = [];
  // The most important ones are kept first; of equal ones those that are there longest.
  const order = lower.toSorted(
    (one, other) =>
      priorityOf(other) - priorityOf(one) ||
      (one.metadata.creationTimestamp < other.metadata.creationTimestamp ? -1 : 1),
  );
  for (const one of order)
    if (fits([...kept, one])) kept = [...kept, one];
    else victims.push(one);
  return victims;
}

/** Better: the highest victim is lower, then all together, then there are fewer (scheduler/framework/preemption). */
function compare(one: Preemption, other: Preemption): number {
  const highest = ({ victims }: Preemption): number => Math.max(...victims.map(priorityOf));
  const sum = ({ victims }: Preemption): number =>
    victims.reduce((all, victim) => all + priorityOf(victim) + 2 ** 31, 0);
  return highest(one) - highest(other) || sum(one) - sum(other) || one.victims.length - other.victims.length;
}

/** Finds Pods that give way to one that fits nowhere, or says why there are none. */
export function findVictims(
  pod: Pod,
  scene: Scene,
  unfit: ReadonlyMap<NodeInfo, { isFinal: boolean }>,
): Preemption | { why: string } {
  if (pod.spec.preemptionPolicy === 'Never') return { why: 'not eligible due to preemptionPolicy=Never.' };
  const nominated = scene.all.find(({ node }) => node.metadata.name === pod.status.nominatedNodeName);
  if (nominated?.pods.some((one) => isLeaving(one) && priorityOf(one) < priorityOf(pod)))
    return { why: 'not eligible due to a terminating pod on the nominated node.' };
  const found: Preemption[] = [];
  let [hopeless, without] = [0, 0];
  for (const [info, { isFinal }] of unfit) {
    const victims = isFinal ? undefined : victimsOn(pod, info, scene);
    if (victims) found.push({ node: info.node.metadata.name, victims });
    else if (isFinal) hopeless++;
    else without++;
  }
  const [best] = found.toSorted(compare);
  if (best) return best;
  const said = [
    ...(without > 0 ? [`${without} No preemption victims found for incoming pod`] : []),
    ...(hopeless > 0 ? [`${hopeless} Preemption is not helpful for scheduling`] : []),
  ];
  return { why: `0/${unfit.size} nodes are available: ${said.toSorted().join(', ')}.` };
}

/** Has Pods give way. */
export function evictVictims(lab: Lab, pod: Pod, { node, victims }: Preemption): void {
  for (const victim of victims) {
    if (isLeaving(victim)) continue;
    const marked = lab.store.edit(PODS, victim.metadata, (draft) =>
      setCondition(draft, lab.clock.now(), {
        ...{ type: 'DisruptionTarget', status: 'True', reason: 'PreemptionByScheduler' },
        message: 'default-scheduler: preempting to accommodate a higher priority pod',
      }),
    );
    lab.record(victim, 'Normal', 'Preempted', `Preempted by pod ${pod.metadata.uid} on node ${node}`, {
      component: 'default-scheduler',
    });
    if (marked) deleteObject(lab, PODS, marked, {});
  }
}
