import type { Probe } from '../../kinds/types.ts';
import type { Held, PodContext } from './held.ts';
import { askPod, execIn, listenerOf, portOf, requestOf } from './hooks.ts';
import type { Run } from './run.ts';

/** The probe itself could not be made: it says nothing of the container, for better or worse. */
interface Errored {
  errored: string;
}

type Kind = 'Startup' | 'Readiness' | 'Liveness';

/** Asks once; `done` is told why it failed, or nothing (kubernetes/pkg/probe). */
function ask(
  context: PodContext,
  held: Held,
  run: Run,
  probe: Probe,
  done: (failure?: string | Errored) => void,
): void {
  const { clock } = context.parts.lab;
  const seconds = probe.timeoutSeconds ?? 1;
  const ms = seconds * 1000;
  const { httpGet, tcpSocket, exec, grpc } = probe;
  if (exec) {
    const argv = exec.command ?? [];
    return void execIn(clock, run, argv, ms, (result) => {
      if (result === 'timed out') return done(`command timed out: "${argv.join(' ')}" timed out after ${seconds}s`);
      if ('whyNot' in result) return void done({ errored: result.whyNot });
      done(result.code === 0 ? undefined : result.output);
    });
  }
  const asked = httpGet?.port ?? tcpSocket?.port ?? grpc?.port ?? 0;
  const port = portOf(held.container, asked);
  if (port === undefined) return void done(`couldn't find port: ${asked}`);
  const where = `${httpGet?.host ?? tcpSocket?.host ?? context.address()}:${port}`;
  const refused = `dial tcp ${where}: connect: connection refused`;
  if (httpGet === undefined) {
    if (listenerOf(context.all, port)) return void done();
    return void done(
      grpc ? `timeout: failed to connect service "${where}" within ${seconds}s: context deadline exceeded` : refused,
    );
  }
  const request = requestOf('kube-probe/1.34', where, httpGet);
  const url = `${(httpGet.scheme ?? 'HTTP').toLowerCase()}://${where}${request.path}`;
  askPod({ all: context.all, lab: context.parts.lab }, port, request, ms, (result) => {
    if (result === 'refused') return done(`Get "${url}": ${refused}`);
    if (result === 'timed out')
      return done(`Get "${url}": context deadline exceeded (Client.Timeout exceeded while awaiting headers)`);
    const isWell = result.status >= 200 && result.status < 400;
    done(isWell ? undefined : `HTTP probe failed with statuscode: ${result.status}`);
  });
}

/**
 * Probes one run of a container until it ends: the startup probe alone until it has succeeded, then the others
 * (kubernetes/pkg/kubelet/prober). `wasReady`: its lab was put away while it was. What it returns ends that.
 */
export function watchProbes(context: PodContext, held: Held, run: Run, wasReady: boolean): () => void {
  const { clock, random } = context.parts.lab;
  const { startupProbe, readinessProbe, livenessProbe } = held.container;
  const cancels = new Set<() => void>();
  let isOver = false;

  function later(ms: number, call: () => void): void {
    const cancel = clock.after(ms, () => {
      cancels.delete(cancel);
      if (!isOver) call();
    });
    cancels.add(cancel);
  }
  function set(part: 'started' | 'ready', value: boolean): void {
    if (held.status[part] === value) return;
    held.status = { ...held.status, [part]: value };
    context.changed();
  }
  function every(kind: Kind, probe: Probe, isWell: boolean, turned: (isWell: boolean) => 'on' | 'over'): void {
    const { periodSeconds = 10, failureThreshold = 3, successThreshold = 1, initialDelaySeconds = 0 } = probe;
    let is: boolean | undefined = isWell;
    let [last, count] = [isWell, 0];
    const next = (): void => later(Math.max(1, periodSeconds) * 1000, look);
    const look = (): void =>
      ask(context, held, run, probe, (failure) => {
        if (isOver) return;
        if (typeof failure === 'object') {
          context.tell(
            'Warning',
            'Unhealthy',
            `${kind} probe errored and resulted in unknown state: rpc error: code = Unknown desc = failed to exec in container: failed to start exec: OCI runtime exec failed: exec failed: unable to start container process: ${failure.errored}`,
            held,
          );
          return void next();
        }
        const now = failure === undefined;
        count = now === last ? count + 1 : 1;
        last = now;
        if (!now) context.tell('Warning', 'Unhealthy', `${kind} probe failed: ${failure}`, held);
        if (count < (now ? successThreshold : failureThreshold) || (now === is && kind !== 'Startup')) return next();
        is = now;
        if (turned(now) === 'on') next();
      });
    later(initialDelaySeconds * 1000 + random() * 900, look);
  }
  function kill(kind: 'liveness' | 'startup'): 'over' {
    context.tell('Normal', 'Killing', `Container ${held.container.name} failed ${kind} probe, will be restarted`, held);
    context.stop(held);
    return 'over';
  }
  function watchStarted(): void {
    set('started', true);
    if (readinessProbe)
      every('Readiness', readinessProbe, wasReady, (isWell) => {
        set('ready', isWell);
        return 'on';
      });
    else set('ready', held.kind !== 'init');
    if (livenessProbe) every('Liveness', livenessProbe, true, (isWell) => (isWell ? 'on' : kill('liveness')));
  }

  if (held.kind === 'init' || held.kind === 'ephemeral') set('started', true);
  else if (startupProbe && !(held.status.started && wasReady))
    every('Startup', startupProbe, false, (isWell) => {
      if (!isWell) return kill('startup');
      watchStarted();
      return 'over';
    });
  else watchStarted();
  return () => {
    isOver = true;
    for (const cancel of cancels) cancel();
    cancels.clear();
  };
}
