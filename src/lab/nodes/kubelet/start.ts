import { timeText } from '../../engine/object.ts';
import type { Image } from '../../images/machine.ts';
import { environmentOf } from './env.ts';
import { fullName, type Held, type PodContext, podText, waitFor } from './held.ts';
import { listenerOf, runHook } from './hooks.ts';
import { createLog } from './log.ts';
import { watchProbes } from './probes.ts';
import { ensureImage } from './pull.ts';
import { type Ended, type Run, startRun } from './run.ts';

/** Milliseconds after which a container that could not be made is tried again: the kubelet's next look at its Pod. */
const AGAIN = 12_000;
/** Milliseconds until a kubelet notices that a container has ended (its lister looks each second). */
const NOTICED = 1000;
/** Characters of what a container leaves behind at its end. */
const MESSAGE = 4096;

/** Why a container of this image may not run as it is asked to (kubelet/kuberuntime/security_context.go). */
function refusesUser({ pod }: PodContext, { container }: Held, image: Image): string | undefined {
  const of = { ...pod().spec.securityContext, ...container.securityContext };
  if (!of.runAsNonRoot) return undefined;
  const where = `(pod: "${podText(pod())}", container: ${container.name})`;
  if (of.runAsUser === 0) return `container's runAsUser breaks non-root policy ${where}`;
  if (of.runAsUser === undefined && image.user === 0)
    return `container has runAsNonRoot and image will run as root ${where}`;
  return undefined;
}

/** What the program wrote for an operator who looks at why it ended, or the end of its log. */
function messageOf({ container, log }: Held, run: Run, { code }: Ended): string | undefined {
  const written = run.machine.files.read(container.terminationMessagePath ?? '/dev/termination-log');
  if (written !== undefined && written !== '') return written.slice(0, MESSAGE);
  if (container.terminationMessagePolicy !== 'FallbackToLogsOnError' || code === 0) return undefined;
  const lines = (log?.lines() ?? []).slice(-80).map(({ text }) => `${text}\n`);
  return lines.join('').slice(-2048) || undefined;
}

/** A run is over. */
function noteEnd({ parts, changed }: PodContext, held: Held, run: Run, end: Ended, startedAt: string): void {
  if (held.run !== run) return;
  held.stopProbes();
  const message = messageOf(held, run, end);
  const { containerID } = held.status;
  held.run = undefined;
  held.isStopping = false;
  held.notBefore = parts.lab.clock.now() + NOTICED;
  held.status = {
    ...held.status,
    state: {
      terminated: {
        ...{ exitCode: end.code, reason: end.reason },
        ...(message === undefined ? {} : { message }),
        ...{ startedAt, finishedAt: timeText(parts.lab.clock.now()) },
        ...(containerID === undefined ? {} : { containerID }),
      },
    },
    ...{ ready: held.kind === 'init' && end.code === 0, started: false },
  };
  changed();
}

const digits = (random: () => number, length: number): string =>
  Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');

/** The container runtime has made it, and could not start its program. */
function failToStart({ parts, tell, pod }: PodContext, held: Held, why: string): void {
  const now = parts.lab.clock.now();
  const { containerID } = held.status;
  const message = `failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: ${why}`;
  tell('Warning', 'Failed', `Error: ${message}`, held);
  const terminated = {
    ...{ exitCode: 128, reason: 'StartError', message, startedAt: '1970-01-01T00:00:00Z', finishedAt: timeText(now) },
    ...(containerID === undefined ? {} : { containerID }),
  };
  held.status = { ...held.status, state: { terminated }, ready: false };
  held.notBefore = now + NOTICED;
  if (pod().spec.restartPolicy !== 'Never') waitFor(held, 'RunContainerError', message);
}

/** Makes and starts a container whose image is there. False where it could not be. */
function launch(context: PodContext, held: Held, image: Image, isResumed: boolean): boolean {
  const { parts, tell } = context;
  const { lab } = parts;
  const pod = context.pod();
  const env = environmentOf(lab, pod, held.container, image.env);
  const userRefused = refusesUser(context, held, image);
  if ('refused' in env || userRefused !== undefined) {
    if (isResumed) return false;
    const refused = userRefused ?? ('refused' in env ? env.refused : '');
    tell('Warning', 'Failed', `Error: ${refused}`, held);
    waitFor(held, 'CreateContainerConfigError', refused);
    held.notBefore = lab.clock.now() + AGAIN;
    return false;
  }
  const log = createLog(lab.clock.now, parts.room);
  let run: Run | undefined;
  let startedAt = timeText(lab.clock.now());
  if (isResumed) startedAt = held.status.state.running?.startedAt ?? startedAt;
  else tell('Normal', 'Created', `Created container: ${held.container.name}`, held);
  const hasRun = held.status.state.terminated !== undefined || held.status.lastState.terminated !== undefined;
  const begun = startRun({
    ...{ lab, images: parts.images, pod, container: held.container, image, env: env.env },
    ...{
      address: context.address(),
      network: parts.networkOf(pod),
      isTaken: (port) => listenerOf(context.all, port, held) !== undefined,
      volumes: context.volumes(),
      log,
      disk: parts.disks.disk,
    },
    ended: (end) => run && noteEnd(context, held, run, end, startedAt),
  });
  held.previousLog = held.log ?? held.previousLog;
  held.log = log;
  const containerID = isResumed ? held.status.containerID : `containerd://${digits(lab.random, 64)}`;
  const last = held.status.state.terminated ?? held.status.lastState.terminated;
  held.status = {
    ...held.status,
    ...{ image: fullName(image), imageID: `${image.repository}@${image.digest}` },
    lastState: last ? { terminated: last } : {},
    restartCount: held.status.restartCount + (hasRun && !isResumed ? 1 : 0),
    ...(containerID === undefined ? {} : { containerID }),
  };
  if (hasRun && !isResumed) held.restarts.next(Date.parse(last?.finishedAt ?? ''), lab.clock.now());
  if ('whyNot' in begun) {
    failToStart(context, held, begun.whyNot);
    return false;
  }
  run = begun;
  held.run = begun;
  held.status = { ...held.status, state: { running: { startedAt } } };
  if (!isResumed) tell('Normal', 'Started', `Started container ${held.container.name}`, held);
  return true;
}

/** Milliseconds until a container that may end for good is told to run. */
const RELIST = 500;
const waitingReason = ({ pod }: PodContext): string =>
  (pod().spec.initContainers ?? []).length > 0 ? 'PodInitializing' : 'ContainerCreating';

/** From its start on: the hook that its start waits for, then its probes. */
function begin(context: PodContext, held: Held, run: Run, done: () => void): void {
  const hook = held.container.lifecycle?.postStart;
  const go = (): void => {
    if (held.run === run) held.stopProbes = watchProbes(context, held, run, held.status.ready);
    done();
  };
  // A kubelet looks at its containers once a second: of one that ends at once it never tells that it ran.
  const isBrief = held.kind === 'main' && context.pod().spec.restartPolicy !== 'Always';
  if (hook === undefined && !isBrief) return void go();
  // It does not count as running before its hook has ended.
  const { state } = held.status;
  held.status = { ...held.status, state: { waiting: { reason: waitingReason(context) } } };
  const tellRunning = (): void => {
    if (held.run === run) held.status = { ...held.status, state };
  };
  const later = (): void => {
    tellRunning();
    go();
  };
  if (hook === undefined) return void context.parts.lab.clock.after(RELIST, later);
  runHook(context, held, run, hook, (failure) => {
    tellRunning();
    if (failure !== undefined && held.run === run) {
      context.tell('Warning', 'FailedPostStartHook', 'PostStartHook failed', held);
      context.tell('Normal', 'Killing', 'FailedPostStartHook', held);
      run.kill();
    }
    go();
  });
}

/** Starts a container from its image on; `done` where that came to an end, well or not. */
export function startContainer(context: PodContext, held: Held, done: () => void): void {
  const { clock } = context.parts.lab;
  ensureImage(context, held, (pulled) => {
    if ('reason' in pulled) {
      waitFor(held, pulled.reason, pulled.message);
      held.notBefore = clock.now() + pulled.after;
      return done();
    }
    if (launch(context, held, pulled.image, false) && held.run) {
      if (held.container.lifecycle?.postStart) context.changed();
      return begin(context, held, held.run, done);
    }
    done();
  });
}

/** Runs again what ran when the lab was put away: its Pod's status says nothing of it. */
export function resumeContainer(context: PodContext, held: Held): void {
  const image = context.parts.images.find(held.container.image ?? '');
  if (image === undefined || !launch(context, held, image, true) || held.run === undefined) {
    waitFor(held, 'ContainerCreating');
    return;
  }
  // The node has its image since then.
  const { pulled } = context.parts;
  pulled.set(context.node, (pulled.get(context.node) ?? new Set<string>()).add(fullName(image)));
  held.stopProbes = watchProbes(context, held, held.run, held.status.ready);
}
