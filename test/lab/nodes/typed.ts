/** A whole lab whose time a test turns, and lines of kubectl on it. */
import { onTestFinished } from 'vitest';
import { runKubectl } from '../../../src/lab/kubectl/run.ts';
import { turnedLab } from '../support/turned.ts';

export function openLab() {
  const lab = turnedLab();
  onTestFinished(lab.cluster.close);
  const timers = {
    now: () => 0,
    after(_: number, call: () => void) {
      setImmediate(call);
      return () => {};
    },
  };
  const kubectl = async (line: string, manifest?: string) => {
    const { stdout, stderr } = await lab.answered(
      runKubectl({ client: lab.client, namespace: 'default', timers, patience: 1 }, line, manifest),
    );
    return stdout + stderr;
  };
  return { ...lab, kubectl };
}
