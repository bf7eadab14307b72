import type { Column } from '../row.ts';
import { isPast, isTrue } from '../state.ts';
import type { ContainerStatus, Pod } from '../types.ts';
import { ageOf } from './ages.ts';

/** What `kubectl get pods` tells of a Pod. */
interface Told {
  ready: number;
  total: number;
  status: string;
  restarts: number;
  /** When a container last ended before it was started again. */
  restartedAt: string;
}

const later = (one: string, status: ContainerStatus): string => {
  const { finishedAt = '' } = status.lastState?.terminated ?? {};
  return finishedAt > one ? finishedAt : one;
};

/** Why a container has ended, or cannot begin; undefined while it runs. */
function reasonOf({ state }: ContainerStatus): string | undefined {
  const { waiting, terminated } = state ?? {};
  if (waiting?.reason) return waiting.reason;
  if (terminated === undefined) return undefined;
  if (terminated.reason) return terminated.reason;
  return terminated.signal ? `Signal:${terminated.signal}` : `ExitCode:${terminated.exitCode}`;
}

/** What init containers say while they are not done: `Init:1/2`, `Init:CrashLoopBackOff`; and what sidecars add. */
function toldByInit({ spec, status }: Pod): Pick<Told, 'ready' | 'restarts' | 'restartedAt'> & {
  reason: string | undefined;
  sidecars: Pick<Told, 'restarts' | 'restartedAt'>;
} {
  const init = spec.initContainers ?? [];
  const isSidecar = (name: string): boolean => init.find((one) => one.name === name)?.restartPolicy === 'Always';
  const told = { ready: 0, restarts: 0, restartedAt: '' };
  const sidecars = { restarts: 0, restartedAt: '' };
  for (const [at, one] of (status?.initContainerStatuses ?? []).entries()) {
    told.restarts += one.restartCount;
    told.restartedAt = later(told.restartedAt, one);
    if (isSidecar(one.name)) {
      sidecars.restarts += one.restartCount;
      sidecars.restartedAt = later(sidecars.restartedAt, one);
    }
    if (one.state?.terminated?.exitCode === 0) continue;
    if (isSidecar(one.name) && one.started) {
      if (one.ready) told.ready++;
      continue;
    }
    const why = reasonOf(one);
    const reason = why === undefined || why === 'PodInitializing' ? `Init:${at}/${init.length}` : `Init:${why}`;
    return { ...told, sidecars, reason };
  }
  return { ...told, sidecars, reason: undefined };
}

/** How a Pod is, in a word (kubernetes/pkg/printers/internalversion, printPod). */
export function toldOf(pod: Pod): Told {
  const { spec, status, metadata } = pod;
  const sidecars = (spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always').length;
  const total = (spec.containers ?? []).length + sidecars;
  const scheduled = status?.conditions?.find(({ type }) => type === 'PodScheduled');
  const isGated = scheduled?.reason === 'SchedulingGated';
  const plain = isGated ? 'SchedulingGated' : (status?.reason ?? status?.phase ?? 'Pending');

  const init = toldByInit(pod);
  let { ready, restarts, restartedAt } = init;
  let reason = init.reason ?? plain;
  if (init.reason === undefined || isTrue(status?.conditions, 'Initialized')) {
    ({ restarts, restartedAt } = init.sidecars);
    let hasRunning = false;
    for (const one of (status?.containerStatuses ?? []).toReversed()) {
      restarts += one.restartCount;
      restartedAt = later(restartedAt, one);
      const why = reasonOf(one);
      if (why !== undefined) reason = why;
      else if (one.ready && one.state?.running) {
        hasRunning = true;
        ready++;
      }
    }
    if (reason === 'Completed' && hasRunning) reason = isTrue(status?.conditions, 'Ready') ? 'Running' : 'NotReady';
  }
  const hasEnded = status !== undefined && isPast(status);
  if (metadata.deletionTimestamp !== undefined && status?.reason === 'NodeLost') reason = 'Unknown';
  else if (metadata.deletionTimestamp !== undefined && !hasEnded) reason = 'Terminating';
  return { ready, total, status: reason, restarts, restartedAt };
}

function gatesOf({ spec, status }: Pod): string {
  const gates = spec.readinessGates ?? [];
  if (gates.length === 0) return '<none>';
  return `${gates.filter(({ conditionType }) => isTrue(status?.conditions, conditionType)).length}/${gates.length}`;
}

export const POD_COLUMNS: readonly Column<Pod>[] = [
  {
    name: 'Ready',
    cell: (pod) => {
      const { ready, total } = toldOf(pod);
      return `${ready}/${total}`;
    },
  },
  { name: 'Status', cell: (pod) => toldOf(pod).status },
  {
    name: 'Restarts',
    cell: (pod, now) => {
      const { restarts, restartedAt } = toldOf(pod);
      return restarts > 0 && restartedAt !== '' ? `${restarts} (${ageOf(restartedAt, now)} ago)` : `${restarts}`;
    },
  },
  { name: 'IP', priority: 1, cell: ({ status }) => status?.podIPs?.[0]?.ip || status?.podIP || '<none>' },
  { name: 'Node', priority: 1, cell: ({ spec }) => spec.nodeName || '<none>' },
  { name: 'Nominated Node', priority: 1, cell: ({ status }) => status?.nominatedNodeName || '<none>' },
  { name: 'Readiness Gates', priority: 1, cell: gatesOf },
];

export const POD_FIELDS = {
  'spec.nodeName': ({ spec }: Pod) => spec.nodeName ?? '',
  'spec.restartPolicy': ({ spec }: Pod) => spec.restartPolicy ?? '',
  'spec.schedulerName': ({ spec }: Pod) => spec.schedulerName ?? '',
  'spec.serviceAccountName': ({ spec }: Pod) => spec.serviceAccountName ?? '',
  'spec.hostNetwork': ({ spec }: Pod) => `${spec.hostNetwork ?? false}`,
  'status.phase': ({ status }: Pod) => status?.phase ?? '',
  'status.podIP': ({ status }: Pod) => status?.podIP ?? '',
  'status.nominatedNodeName': ({ status }: Pod) => status?.nominatedNodeName ?? '',
};
