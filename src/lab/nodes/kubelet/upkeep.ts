import { durationText } from '../../engine/duration.ts';
import { timeText } from '../../engine/object.ts';
import { type Held, type PodContext, podText, waitFor } from './held.ts';

/** A container that ended too often waits longer each time. */
export function holdBack({ pod, tell }: PodContext, held: Held): void {
  if (held.status.state.waiting?.reason === 'CrashLoopBackOff') return;
  const { name } = held.container;
  const [wait, of] = [durationText(held.restarts.wait()), podText(pod())];
  tell('Warning', 'BackOff', `Back-off restarting failed container ${name} in pod ${of}`, held);
  waitFor(held, 'CrashLoopBackOff', `back-off ${wait} restarting failed container=${name} pod=${of}`);
}

/** The image of a running container may be changed: it is restarted with the new one. */
export function followSpec({ pod, tell, stop }: PodContext, held: Held): void {
  const { initContainers = [], containers } = pod().spec;
  const spec = [...initContainers, ...containers].find(({ name }) => name === held.container.name);
  if (spec === undefined || held.kind === 'ephemeral') return;
  const hasChanged = spec.image !== held.container.image;
  held.container = spec;
  if (!hasChanged || held.run === undefined) return;
  tell('Normal', 'Killing', `Container ${spec.name} definition changed, will be restarted`, held);
  stop(held);
}

/** Ends all that runs, without telling. */
export function silence(all: readonly Held[]): void {
  for (const held of all) {
    held.stopProbes();
    held.run?.vanish();
    held.run = undefined;
  }
}

/** What ran when the power went has ended; the kubelet does not know how. */
export function loseRun(held: Held, now: number): void {
  const { running } = held.status.state;
  if (running === undefined) return;
  const times = { startedAt: running.startedAt, finishedAt: timeText(now) };
  const state = { terminated: { exitCode: 255, reason: 'Unknown', ...times } };
  held.status = { ...held.status, ...{ state, ready: false, started: false } };
  held.isStopping = false;
}
