import type { Lab, Runtime } from '../engine/lab.ts';
import { askPod } from './kubelet/hooks.ts';
import type { Kubelets } from './kubelet/kubelet.ts';

/** Milliseconds that a forwarded request is waited for. */
const PATIENCE = 30_000;

/** What the container runtime says of a program that it cannot start (containerd, runc). */
function cannotExec({ random }: Lab, why: string): string {
  const id = Array.from({ length: 64 }, () => Math.floor(random() * 16).toString(16)).join('');
  return `error executing command in container: failed to exec in container: failed to start exec "${id}": OCI runtime exec failed: exec failed: unable to start container process: ${why}`;
}

/** What the API asks of what runs on the nodes. */
export function createRuntime(lab: Lab, kubelets: Kubelets): Runtime {
  return {
    logs(pod, container, previous) {
      const held = kubelets.workerOf(pod)?.held(container);
      return (previous ? held?.previousLog : held?.log)?.lines();
    },
    follow(pod, container, heard, ended) {
      const log = kubelets.workerOf(pod)?.held(container)?.log;
      if (log) return log.follow(heard, ended);
      ended();
      return () => {};
    },
    exec(pod, container, words, terminal, isTty) {
      const begun = kubelets.workerOf(pod)?.held(container)?.run?.exec(words, terminal, isTty);
      return typeof begun === 'string' ? cannotExec(lab, begun) : begun;
    },
    attach: (pod, container, terminal) => kubelets.workerOf(pod)?.held(container)?.run?.attach(terminal),
    ask: (pod, port, asked) =>
      new Promise((resolve) => {
        const worker = kubelets.workerOf(pod);
        if (worker === undefined) return resolve(undefined);
        askPod({ all: worker.all, lab }, port, asked, PATIENCE, (result) =>
          resolve(typeof result === 'string' ? undefined : result),
        );
      }),
    usage(pod) {
      const all = kubelets.workerOf(pod)?.all ?? [];
      const used = all.flatMap(({ container, run }) => {
        const seen = run?.meter.seen();
        return seen ? [{ container: container.name, ...seen }] : [];
      });
      return used.length > 0 ? used : undefined;
    },
  };
}
