import type { PodLook } from '../../core/reply/cluster.ts';
import { isLeaving } from '../engine/object.ts';
import { isReady, isTrue } from '../kinds/state.ts';
import type { ContainerStatus, Node, Pod } from '../kinds/types.ts';

/** How a Pod is, and Kubernetes' own word for why, where `kubectl get pods` would show one. */
export interface PodState {
  look: PodLook;
  reason?: string;
  restarts: number;
  /** When its container was started again last, epoch milliseconds of the lab. */
  restartedAt?: number;
}

export const isDown = ({ status }: Pick<Node, 'status'>): boolean => !isTrue(status.conditions, 'Ready');

/** What a container waits for while nothing is wrong. */
const COMING = new Set([undefined, 'ContainerCreating', 'PodInitializing']);

/** Why a container does not run, where something is wrong with it. */
function faultOf({ state }: ContainerStatus): string | undefined {
  const { waiting, terminated } = state;
  if (waiting) return COMING.has(waiting.reason) ? undefined : waiting.reason;
  if (terminated && terminated.exitCode !== 0) return terminated.reason ?? 'Error';
  return undefined;
}

const restartsOf = (all: readonly ContainerStatus[]): number => all.reduce((sum, one) => sum + one.restartCount, 0);

/** A Pod's state, nearly as `kubectl get pods` words it (kubernetes/pkg/printers/internalversion: printPod). */
export function stateOf(pod: Pod, node: Node | undefined): PodState {
  const { status, spec } = pod;
  const containers = status.containerStatuses ?? [];
  const all = [...(status.initContainerStatuses ?? []), ...containers];
  const restarts = restartsOf(containers);
  const again = containers.flatMap(({ restartCount, state }) =>
    restartCount > 0 && state.running ? [Date.parse(state.running.startedAt)] : [],
  );
  const is = (look: PodLook, reason?: string): PodState => ({
    look,
    restarts,
    ...(again.length === 0 ? {} : { restartedAt: Math.max(...again) }),
    ...(reason === undefined ? {} : { reason }),
  });
  if (node && isDown(node)) return is('lost');
  if (isLeaving(pod)) return is('leaving');
  if (spec.nodeName === undefined || spec.nodeName === '') return is('waiting');
  if (status.phase === 'Succeeded') return is('done');
  if (status.phase === 'Failed') return is('broken', status.reason ?? all.flatMap((one) => faultOf(one) ?? [])[0]);
  const fault = all.flatMap((one) => faultOf(one) ?? [])[0];
  if (fault !== undefined) return is('broken', fault);
  if (isReady(pod)) return is('ready');
  const isRunning =
    containers.length > 0 && containers.every(({ state, started }) => state.running && started !== false);
  return is(isRunning ? 'unready' : 'starting');
}
