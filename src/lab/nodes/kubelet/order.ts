import type { Pod } from '../../kinds/types.ts';
import type { Held } from './held.ts';
import { isInitialized } from './status.ts';

export interface Next {
  start: Held | undefined;
  /** Those that wait after their last end. */
  backedOff: readonly Held[];
  /** Milliseconds until there may be more to start. */
  after: number | undefined;
  /** All have ended for good: sidecars may go. */
  isDone: boolean;
}

/** Does a container that is not running run again? */
function isWanted({ spec: { restartPolicy = 'Always' } }: Pod, { kind, status }: Held): boolean {
  const ended = status.state.terminated ?? status.lastState.terminated;
  if (ended === undefined || kind === 'sidecar') return true;
  if (kind === 'init') return ended.exitCode !== 0 && restartPolicy !== 'Never';
  return restartPolicy === 'Always' || (restartPolicy === 'OnFailure' && ended.exitCode !== 0);
}

/** Milliseconds until it may be started. */
function waitOf({ status, restarts, notBefore }: Held, now: number): { noticed: number; backOff: number } {
  const ended = status.state.terminated ?? status.lastState.terminated;
  const since = ended?.finishedAt === undefined ? undefined : Date.parse(ended.finishedAt);
  return { noticed: Math.max(0, notBefore - now), backOff: since === undefined ? 0 : restarts.left(since, now) };
}

/**
 * Which container of a Pod is to be started now: init containers one after another, each after the last has done its work,
 * sidecars as soon as it is their turn and again whenever they end, then the others (kubelet/kuberuntime, SyncPod).
 */
export function nextToStart(pod: Pod, all: readonly Held[], now: number): Next {
  const mains = all.filter(({ kind }) => kind === 'main');
  const hasBegun = mains.some(({ run, status }) => run ?? status.state.terminated ?? status.lastState.terminated);
  const backedOff: Held[] = [];
  let after: number | undefined;
  const consider = (held: Held): Held | undefined => {
    const { noticed, backOff } = waitOf(held, now);
    if (noticed === 0 && backOff === 0) return held;
    if (noticed === 0) backedOff.push(held);
    const wait = Math.max(noticed, noticed === 0 ? backOff : 0);
    after = Math.min(after ?? wait, wait);
    return undefined;
  };
  const isDone = mains.every((held) => held.run === undefined && !isWanted(pod, held));
  if (isDone) return { start: undefined, backedOff, after, isDone };

  const fresh = all.find(
    ({ kind, status }) => kind === 'ephemeral' && status.state.waiting?.reason === 'ContainerCreating',
  );
  if (fresh) return { start: fresh, backedOff, after, isDone };

  for (const held of all) {
    if (held.kind === 'main' || held.kind === 'ephemeral') continue;
    if (held.kind === 'init' && (hasBegun || isInitialized(held))) continue;
    if (held.run === undefined && isWanted(pod, held)) {
      const start = consider(held);
      if (start || !hasBegun) return { start, backedOff, after, isDone: false };
    }
    if (!hasBegun && !isInitialized(held))
      return { start: undefined, backedOff, after, isDone: held.run === undefined && !isWanted(pod, held) };
  }
  for (const held of mains) {
    if (held.run !== undefined || !isWanted(pod, held)) continue;
    const start = consider(held);
    if (start) return { start, backedOff, after, isDone: false };
  }
  return { start: undefined, backedOff, after, isDone: false };
}
