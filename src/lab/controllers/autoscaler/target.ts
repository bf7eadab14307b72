/** What an autoscaler scales: anything with a size and a selector. */
import { afterUpdate } from '../../api/managed/managers.ts';
import type { Lab } from '../../engine/lab.ts';
import { timeText } from '../../engine/object.ts';
import type { Row } from '../../kinds/row.ts';
import type { Deployment, HorizontalPodAutoscaler, ReplicaSet, Selector, StatefulSet } from '../../kinds/types.ts';
import { DEPLOYMENTS, REPLICA_SETS, STATEFUL_SETS } from '../../kinds/workloads.ts';

export interface ScaleTarget {
  wanted: number;
  /** Pods that there are, as its status says. */
  current: number;
  selector: Selector;
  resize(replicas: number): void;
}

type Scaled = Deployment | ReplicaSet | StatefulSet;

function targetIn<T extends Scaled>(
  { store, clock }: Lab,
  row: Row<T>,
  namespace: string | undefined,
  name: string,
): ScaleTarget | string {
  const found = store.get(row, { namespace, name });
  if (found === undefined) return `${row.plural}.${row.group} "${name}" not found`;
  return {
    wanted: found.spec.replicas ?? 1,
    current: found.status.replicas ?? 0,
    selector: found.spec.selector,
    resize: (replicas) =>
      void store.edit(row, found.metadata, (draft) => {
        const before = structuredClone(draft);
        draft.spec.replicas = replicas;
        // Who applies a size as well is told that it is not theirs.
        const manager = { name: 'kube-controller-manager', part: 'scale', time: timeText(clock.now()) };
        const managed = afterUpdate(row, before, draft, manager);
        if (managed.length > 0) draft.metadata.managedFields = managed;
      }),
  };
}

/** The target, or why there is none. */
export function targetOf(lab: Lab, { metadata: { namespace }, spec }: HorizontalPodAutoscaler): ScaleTarget | string {
  const { apiVersion = '', kind, name } = spec.scaleTargetRef;
  const [group = ''] = apiVersion.includes('/') ? apiVersion.split('/') : [''];
  const row =
    group === 'apps' ? [DEPLOYMENTS, REPLICA_SETS, STATEFUL_SETS].find((one) => one.kind === kind) : undefined;
  if (row === undefined) return `no matches for kind "${kind}" in group "${group}"`;
  if (row === DEPLOYMENTS) return targetIn(lab, DEPLOYMENTS, namespace, name);
  return row === REPLICA_SETS
    ? targetIn(lab, REPLICA_SETS, namespace, name)
    : targetIn(lab, STATEFUL_SETS, namespace, name);
}
