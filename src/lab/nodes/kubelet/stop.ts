import type { Held, PodContext } from './held.ts';
import { runHook } from './hooks.ts';

/** Milliseconds that a container has at least to end after its hook (kubelet/kuberuntime, minimumGracePeriodInSeconds). */
const LEAST = 2000;

/** Ends one container: its hook, the signal that asks it to, and after the time it has the one that does not ask. */
export function stopContainer(context: PodContext, held: Held, grace: number): void {
  const { run, container } = held;
  if (run === undefined || held.isStopping) return;
  held.isStopping = true;
  held.stopProbes();
  const { clock } = context.parts.lab;
  const begun = clock.now();
  const isStill = (): boolean => held.run === run;
  const signal = (): void => {
    if (!isStill()) return;
    run.stop();
    const left = begun + grace - clock.now();
    clock.after(hook ? Math.max(LEAST, left) : left, () => isStill() && run.kill());
  };
  const hook = container.lifecycle?.preStop;
  if (hook === undefined || grace === 0) return void signal();
  let isDone = false;
  const go = (failure?: string): void => {
    if (isDone) return;
    isDone = true;
    if (failure !== undefined && isStill()) context.tell('Warning', 'FailedPreStopHook', 'PreStopHook failed', held);
    signal();
  };
  clock.after(grace, () => go(isDone ? undefined : 'timed out'));
  runHook(context, held, run, hook, go);
}

/** Ends all that runs: sidecars after the others, the last first. True where nothing runs any more. */
export function stopAll(context: PodContext, grace: number): boolean {
  const running = context.all.filter(({ run }) => run);
  const first = running.filter(({ kind }) => kind !== 'sidecar');
  const wanted = first.length > 0 ? first : running.slice(-1);
  for (const held of wanted) {
    if (held.isStopping) continue;
    context.tell('Normal', 'Killing', `Stopping container ${held.container.name}`, held);
    stopContainer(context, held, grace);
  }
  return running.length === 0;
}

/** Its Pod has less time to end than it was told before. */
export function killSooner({ all, parts }: PodContext, grace: number): void {
  for (const held of all) {
    const { run } = held;
    if (run && held.isStopping) parts.lab.clock.after(grace, () => held.run === run && run.kill());
  }
}
