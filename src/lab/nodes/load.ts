import type { Lab } from '../engine/lab.ts';
import { PODS } from '../kinds/core.ts';
import type { Pod } from '../kinds/types.ts';
import type { Kubelets } from './kubelet/kubelet.ts';

/** Has Pods use processor as if many asked them: their share changes with how many they are. */
export function createLoad(
  { store, clock }: Lab,
  kubelets: Kubelets,
): (pods: () => readonly Pod[], millicores: number) => void {
  const loads = new Map<() => readonly Pod[], number>();
  let isPlanned = false;

  function spread(): void {
    isPlanned = false;
    const shares = new Map<string, number>();
    for (const [pods, millicores] of loads) {
      const all = pods();
      for (const { metadata } of all)
        shares.set(metadata.uid, (shares.get(metadata.uid) ?? 0) + millicores / all.length);
    }
    for (const worker of kubelets.workers()) {
      const [first] = worker.all.filter(({ kind, run }) => kind === 'main' && run);
      first?.run?.meter.load(shares.get(worker.uid) ?? 0);
    }
    for (const [pods, millicores] of loads) if (millicores === 0) loads.delete(pods);
  }
  function plan(): void {
    if (isPlanned) return;
    isPlanned = true;
    clock.after(0, spread);
  }
  store.listen((row) => {
    if (row === PODS && loads.size > 0) plan();
  });
  return (pods, millicores) => {
    loads.set(pods, millicores);
    spread();
  };
}
