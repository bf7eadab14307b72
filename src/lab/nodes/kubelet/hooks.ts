import type { LabClock } from '../../engine/clock.ts';
import type { HttpAnswer, HttpAsked, Lab } from '../../engine/lab.ts';
import type { Container, Handler } from '../../kinds/types.ts';
import type { Held, PodContext } from './held.ts';
import type { Run } from './run.ts';

/** `whyNot`: the container runtime could not start it. */
type Executed = { code: number; output: string } | { whyNot: string } | 'timed out';

/** Characters of what a probe or a hook printed that are kept. */
const MOST = 10_000;

/** Runs a program in a container; `done` is told once. */
export function execIn(
  clock: LabClock,
  run: Run,
  argv: readonly string[],
  ms: number,
  done: (result: Executed) => void,
): void {
  let output = '';
  let isDone = false;
  const tell = (result: Executed): void => {
    if (isDone) return;
    isDone = true;
    cancel();
    done(result);
  };
  const add = (text: string): void => {
    if (output.length < MOST) output += text.slice(0, MOST - output.length);
  };
  let stop = (): void => {};
  const cancel = clock.after(ms, () => {
    stop();
    tell('timed out');
  });
  const running = run.exec(argv, { out: add, err: add, ended: (code) => tell({ code, output }) }, false);
  if (running === undefined) tell({ whyNot: 'container not running' });
  else if (typeof running === 'string') tell({ whyNot: running });
  else stop = running.stop;
}

export type Asked = HttpAnswer | 'refused' | 'timed out';

/** The run of a Pod that listens on a port, other than that of one container: its containers share their addresses. */
export const listenerOf = (all: readonly Held[], port: number, but?: Held): Run | undefined =>
  all.find((held) => held !== but && held.run?.ports().includes(port))?.run;

/** Asks a port of the Pod; `done` is told once. */
export function askPod(
  { all, lab }: { all: readonly Held[]; lab: Pick<Lab, 'clock'> },
  port: number,
  asked: HttpAsked,
  ms: number,
  done: (result: Asked) => void,
): void {
  const run = listenerOf(all, port);
  if (run === undefined) return void done('refused');
  let isDone = false;
  const tell = (result: Asked): void => {
    if (isDone) return;
    isDone = true;
    cancel();
    done(result);
  };
  const cancel = lab.clock.after(ms, () => tell('timed out'));
  Promise.resolve(run.serve(port, asked)).then(tell, () => tell('refused'));
}

/** The number of a port that may be named. */
export const portOf = ({ ports = [] }: Container, port: number | string): number | undefined =>
  typeof port === 'number' ? port : ports.find(({ name }) => name === port)?.containerPort;

/** How a request of a kubelet begins. */
export const requestOf = (
  agent: string,
  address: string,
  { path = '/', httpHeaders = [] }: NonNullable<Handler['httpGet']>,
): HttpAsked => ({
  method: 'GET',
  path: path.startsWith('/') ? path : `/${path}`,
  headers: {
    ...{ host: address, 'user-agent': agent, accept: '*/*' },
    ...Object.fromEntries(httpHeaders.map(({ name, value }) => [name.toLowerCase(), value])),
  },
  body: '',
});

/** Milliseconds that a hook may take at most where nothing else ends it. */
const HOOK = 600_000;

/** Runs a hook; `done` is told why it failed, or nothing. */
export function runHook(
  context: PodContext,
  held: Held,
  run: Run,
  { exec, httpGet, sleep }: Handler,
  done: (failure?: string) => void,
): void {
  const { clock } = context.parts.lab;
  if (exec) {
    const argv = exec.command ?? [];
    return void execIn(clock, run, argv, HOOK, (result) => {
      if (typeof result === 'string') return done(result);
      if ('whyNot' in result) return done(result.whyNot);
      done(result.code === 0 ? undefined : `command '${argv.join(' ')}' exited with ${result.code}: ${result.output}`);
    });
  }
  if (httpGet) {
    const port = portOf(held.container, httpGet.port);
    if (port === undefined) return void done('no such port');
    const asked = requestOf('kube-lifecycle/1.34', `${context.address()}:${port}`, httpGet);
    return void askPod({ all: context.all, lab: context.parts.lab }, port, asked, HOOK, (result) =>
      done(typeof result === 'string' ? result : undefined),
    );
  }
  clock.after((sleep?.seconds ?? 0) * 1000, () => done());
}
