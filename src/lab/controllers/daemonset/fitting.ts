/** On which nodes a DaemonSet runs (kubernetes/pkg/controller/daemon: NodeShouldRunDaemonPod, util). */
import { hasLabels, meets } from '../../engine/selectors.ts';
import type { Affinity, Node, NodeTerm, PodSpec, Taint, Toleration } from '../../kinds/types.ts';

const EXISTS = (key: string, effect: string): Toleration => ({ key, operator: 'Exists', effect });

/** What each Pod of a DaemonSet bears: a node that is away or short of something keeps it. */
const BORNE: readonly Toleration[] = [
  EXISTS('node.kubernetes.io/not-ready', 'NoExecute'),
  EXISTS('node.kubernetes.io/unreachable', 'NoExecute'),
  EXISTS('node.kubernetes.io/disk-pressure', 'NoSchedule'),
  EXISTS('node.kubernetes.io/memory-pressure', 'NoSchedule'),
  EXISTS('node.kubernetes.io/pid-pressure', 'NoSchedule'),
  EXISTS('node.kubernetes.io/unschedulable', 'NoSchedule'),
];

export const tolerationsOf = ({ tolerations = [], hostNetwork }: PodSpec): Toleration[] => [
  ...tolerations,
  ...BORNE,
  ...(hostNetwork ? [EXISTS('node.kubernetes.io/network-unavailable', 'NoSchedule')] : []),
];

const tolerates = (all: readonly Toleration[], { key, value = '', effect }: Taint): boolean =>
  all.some(
    (one) =>
      (!one.effect || one.effect === effect) &&
      (!one.key || one.key === key) &&
      (one.operator === 'Exists' || (one.key !== undefined && (one.value ?? '') === value)),
  );

const fitsTerm = ({ metadata }: Node, { matchExpressions = [], matchFields = [] }: NodeTerm): boolean =>
  matchExpressions.length + matchFields.length > 0 &&
  matchExpressions.every((one) => meets(metadata.labels ?? {}, one)) &&
  matchFields.every((one) => meets({ 'metadata.name': metadata.name }, one));

function isChosen(node: Node, { nodeName, nodeSelector, affinity }: PodSpec): boolean {
  if (nodeName && nodeName !== node.metadata.name) return false;
  const terms = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
  return (
    hasLabels(node.metadata.labels, nodeSelector) && (terms === undefined || terms.some((one) => fitsTerm(node, one)))
  );
}

/** `run`: a Pod is to be there; `stay`: one that is there may stay. */
export function fits(node: Node, spec: PodSpec): { run: boolean; stay: boolean } {
  if (!isChosen(node, spec)) return { run: false, stay: false };
  const tolerations = tolerationsOf(spec);
  const isBorne = (effects: readonly string[]): boolean =>
    (node.spec.taints ?? [])
      .filter(({ effect }) => effects.includes(effect))
      .every((one) => tolerates(tolerations, one));
  return { run: isBorne(['NoSchedule', 'NoExecute']), stay: isBorne(['NoExecute']) };
}

/** A Pod of one node: the scheduler places it there, or nowhere. */
export function affinityTo(node: string, before: Affinity | undefined): Affinity {
  const field = { key: 'metadata.name', operator: 'In' as const, values: [node] };
  const old = before?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
  const terms = old === undefined ? [{ matchFields: [field] }] : old.map((term) => ({ ...term, matchFields: [field] }));
  return {
    ...before,
    nodeAffinity: {
      ...before?.nodeAffinity,
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms },
    },
  };
}

/** The node that a Pod was made for. */
export function targetOf({ nodeName, affinity }: PodSpec): string | undefined {
  if (nodeName !== undefined) return nodeName;
  const terms = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  return terms.flatMap(({ matchFields = [] }) => matchFields).find(({ key }) => key === 'metadata.name')?.values?.[0];
}
