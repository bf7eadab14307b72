import type { Store } from '../../engine/store.ts';
import type { Pod } from '../../kinds/types.ts';
import { affinityFilters } from './affinity.ts';
import { amount, type NodeInfo, requestsOf } from './info.ts';
import { spreadFilter } from './spread.ts';
import { isTolerated, meetsAffinity } from './terms.ts';
import { volumeFilter } from './volumes.ts';

/** Why a node does not do. `isFinal`: it would not with fewer Pods on it either. */
export interface Unfit {
  reasons: readonly string[];
  isFinal: boolean;
}

/** What a Pod is to be placed among. */
export interface Scene {
  store: Store;
  all: readonly NodeInfo[];
}

export type Filter = (pod: Pod, info: NodeInfo, scene: Scene) => Unfit | undefined;

const unless = (isWell: boolean, reason: string, isFinal: boolean): Unfit | undefined =>
  isWell ? undefined : { reasons: [reason], isFinal };

const CORDON = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' } as const;

const unschedulable: Filter = (pod, { node }) =>
  unless(node.spec.unschedulable !== true || isTolerated(pod, CORDON), 'node(s) were unschedulable', true);

const taints: Filter = (pod, { node }) => {
  const bad = (node.spec.taints ?? []).find(
    (taint) => (taint.effect === 'NoSchedule' || taint.effect === 'NoExecute') && !isTolerated(pod, taint),
  );
  return unless(bad === undefined, `node(s) had untolerated taint {${bad?.key}: ${bad?.value ?? ''}}`, true);
};

const affinity: Filter = (pod, { node }) =>
  unless(meetsAffinity(pod, node), "node(s) didn't match Pod's node affinity/selector", true);

const portsOf = (pod: Pod): string[] =>
  pod.spec.containers.flatMap(({ ports = [] }) =>
    ports.flatMap(({ hostPort, protocol = 'TCP' }) => (hostPort ? [`${protocol} ${hostPort}`] : [])),
  );
const ports: Filter = (pod, { pods }) => {
  const wanted = portsOf(pod);
  if (wanted.length === 0) return undefined;
  const taken = new Set(pods.flatMap(portsOf));
  const isFree = wanted.every((one) => !taken.has(one));
  return unless(isFree, "node(s) didn't have free ports for the requested pod ports", false);
};

const resources: Filter = (pod, { node, pods, requested }) => {
  const reasons: string[] = [];
  let isFinal = false;
  const { allocatable } = node.status;
  if (pods.length + 1 > amount('pods', allocatable.pods)) reasons.push('Too many pods');
  for (const [name, wanted] of requestsOf(pod)) {
    const most = amount(name, allocatable[name]);
    if (wanted === 0 || wanted + (requested.get(name) ?? 0) <= most) continue;
    reasons.push(`Insufficient ${name}`);
    isFinal ||= wanted > most;
  }
  return reasons.length > 0 ? { reasons, isFinal } : undefined;
};

/** In the order in which the scheduler has them look: the first that finds something is heard. */
const FILTERS: readonly Filter[] = [
  ...[unschedulable, taints, affinity, ports, resources, volumeFilter, spreadFilter],
  ...affinityFilters,
];

export function unfitOf(pod: Pod, info: NodeInfo, scene: Scene): Unfit | undefined {
  for (const filter of FILTERS) {
    const unfit = filter(pod, info, scene);
    if (unfit) return unfit;
  }
  return undefined;
}
