import { isLeaving } from '../../engine/object.ts';
import { hasLabels, selects } from '../../engine/selectors.ts';
import { SERVICES } from '../../kinds/core.ts';
import type { Pod, PodSpec } from '../../kinds/types.ts';
import type { Filter, Scene } from './filters.ts';
import type { NodeInfo } from './info.ts';
import { meetsAffinity } from './terms.ts';

type Constraint = NonNullable<PodSpec['topologySpreadConstraints']>[number];

const countOf = (pod: Pod, { labelSelector }: Constraint, { pods }: NodeInfo): number =>
  pods.filter(
    (other) =>
      other.metadata.namespace === pod.metadata.namespace &&
      !isLeaving(other) &&
      selects(labelSelector, other.metadata.labels),
  ).length;

/** How many of the Pods that a constraint counts are in each domain, of the nodes that the Pod may be on. */
function countsOf(pod: Pod, constraint: Constraint, { all }: Scene): Map<string, number> {
  const counts = new Map<string, number>();
  for (const info of all) {
    const domain = info.node.metadata.labels?.[constraint.topologyKey];
    if (domain === undefined || !meetsAffinity(pod, info.node)) continue;
    counts.set(domain, (counts.get(domain) ?? 0) + countOf(pod, constraint, info));
  }
  return counts;
}

const RULE = "node(s) didn't match pod topology spread constraints";

export const spreadFilter: Filter = (pod, { node }, scene) => {
  for (const constraint of pod.spec.topologySpreadConstraints ?? []) {
    if (constraint.whenUnsatisfiable !== 'DoNotSchedule') continue;
    const domain = node.metadata.labels?.[constraint.topologyKey];
    if (domain === undefined) return { reasons: [`${RULE} (missing required label)`], isFinal: true };
    const counts = countsOf(pod, constraint, scene);
    const isOwn = selects(constraint.labelSelector, pod.metadata.labels);
    const least = counts.size < (constraint.minDomains ?? 1) ? 0 : Math.min(...counts.values());
    const skew = (counts.get(domain) ?? 0) + (isOwn ? 1 : 0) - least;
    if (skew > constraint.maxSkew) return { reasons: [RULE], isFinal: false };
  }
  return undefined;
};

/** Fewer of its kind are better: by its own constraints, else by those that hold for Pods of a Service or a controller. */
export function scoreSpread(pod: Pod, { node }: NodeInfo, scene: Scene): number {
  const own = (pod.spec.topologySpreadConstraints ?? []).filter((one) => one.whenUnsatisfiable === 'ScheduleAnyway');
  const constraints = own.length > 0 || pod.spec.topologySpreadConstraints ? own : usual(pod, scene);
  let score = 0;
  for (const constraint of constraints) {
    const domain = node.metadata.labels?.[constraint.topologyKey];
    if (domain !== undefined) score -= countsOf(pod, constraint, scene).get(domain) ?? 0;
  }
  return score;
}

function usual(pod: Pod, { store }: Scene): Constraint[] {
  const labels = pod.metadata.labels ?? {};
  const chosen = store
    .list(SERVICES, pod.metadata.namespace)
    .filter(({ spec }) => spec.selector && Object.keys(spec.selector).length > 0 && hasLabels(labels, spec.selector));
  const wanted = Object.assign({}, ...chosen.map(({ spec }) => spec.selector));
  const isOfController = pod.metadata.ownerReferences?.some(({ controller }) => controller === true);
  const matchLabels = isOfController ? labels : wanted;
  if (Object.keys(matchLabels).length === 0) return [];
  return [
    {
      ...{ maxSkew: 3, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' },
      labelSelector: { matchLabels },
    },
  ];
}
