import type { Lab } from '../../engine/lab.ts';
import { timeText } from '../../engine/object.ts';
import { NODES, PODS } from '../../kinds/core.ts';
import { isOver } from '../../kinds/state.ts';
import type { Pod } from '../../kinds/types.ts';
import type { PodIndex } from '../pods.ts';
import { amount, requestsOf } from '../scheduler/info.ts';
import { meetsAffinity } from '../scheduler/terms.ts';

interface Refusal {
  reason: string;
  message: string;
}

/** Why a node cannot take a Pod that was given to it, by the scheduler or by hand (kubernetes/pkg/kubelet/lifecycle). */
function refusalOf({ store }: Lab, pod: Pod, pods: PodIndex): Refusal | undefined {
  const node = store.get(NODES, { name: pod.spec.nodeName ?? '' });
  if (node === undefined) return undefined;
  const others = Array.from(pods.on(node.metadata.name).values()).filter(
    (one) => one.metadata.uid !== pod.metadata.uid && !isOver(one) && one.status.startTime !== undefined,
  );
  const { allocatable } = node.status;
  const tell = (name: string, requested: number, used: number, capacity: number): Refusal => ({
    reason: `OutOf${name}`,
    message: `Node didn't have enough resource: ${name}, requested: ${requested}, used: ${used}, capacity: ${capacity}`,
  });
  const most = amount('pods', allocatable.pods);
  if (others.length + 1 > most) return tell('pods', 1, others.length, most);
  for (const [name, wanted] of requestsOf(pod)) {
    const capacity = amount(name, allocatable[name]);
    const used = others.reduce((sum, one) => sum + (requestsOf(one).get(name) ?? 0), 0);
    if (wanted > 0 && used + wanted > capacity) return tell(name, wanted, used, capacity);
  }
  if (!meetsAffinity(pod, node))
    return {
      reason: 'NodeAffinity',
      message: "Predicate NodeAffinity failed: node(s) didn't match Pod's node affinity/selector",
    };
  return undefined;
}

/** Has a node take a Pod, or fails it; true where it takes it. */
export function admitPod(lab: Lab, pod: Pod, pods: PodIndex): boolean {
  if (pod.status.startTime !== undefined) return true;
  const refusal = refusalOf(lab, pod, pods);
  if (refusal === undefined) return true;
  const { reason, message } = refusal;
  lab.record(pod, 'Warning', reason, message, { component: 'kubelet', host: pod.spec.nodeName ?? '' });
  lab.store.edit(PODS, pod.metadata, ({ status }) => {
    Object.assign(status, { phase: 'Failed', reason, message: `Pod was rejected: ${message}` });
    status.startTime = timeText(lab.clock.now());
  });
  return false;
}
