import type { Pod, PodTerm } from '../../kinds/types.ts';
import type { Filter, Scene } from './filters.ts';
import type { NodeInfo } from './info.ts';
import { isOfTerm } from './terms.ts';

const required = (rules: { requiredDuringSchedulingIgnoredDuringExecution?: PodTerm[] } | undefined): PodTerm[] =>
  rules?.requiredDuringSchedulingIgnoredDuringExecution ?? [];

const domainOf = ({ node }: NodeInfo, { topologyKey }: PodTerm): string | undefined =>
  node.metadata.labels?.[topologyKey];

/** The nodes that are in one domain with this one. */
const near = ({ all }: Scene, info: NodeInfo, term: PodTerm): NodeInfo[] => {
  const domain = domainOf(info, term);
  return domain === undefined ? [] : all.filter((one) => domainOf(one, term) === domain);
};

const anyOf = ({ store }: Scene, pod: Pod, term: PodTerm, infos: readonly NodeInfo[]): boolean =>
  infos.some(({ pods }) => pods.some((other) => isOfTerm(store, pod.metadata.namespace, term, other)));

const affinity: Filter = (pod, info, scene) => {
  const terms = required(pod.spec.affinity?.podAffinity);
  if (terms.length === 0) return undefined;
  const isMet = terms.every(
    (term) => domainOf(info, term) !== undefined && anyOf(scene, pod, term, near(scene, info, term)),
  );
  if (isMet) return undefined;
  // The first of Pods that want to be together may go anywhere.
  const isFirst = terms.every(
    (term) =>
      domainOf(info, term) !== undefined &&
      isOfTerm(scene.store, pod.metadata.namespace, term, pod) &&
      !anyOf(scene, pod, term, scene.all),
  );
  return isFirst ? undefined : { reasons: ["node(s) didn't match pod affinity rules"], isFinal: true };
};

const antiAffinity: Filter = (pod, info, scene) => {
  const terms = required(pod.spec.affinity?.podAntiAffinity);
  const isMet = terms.every((term) => !anyOf(scene, pod, term, near(scene, info, term)));
  return isMet ? undefined : { reasons: ["node(s) didn't match pod anti-affinity rules"], isFinal: false };
};

/** Pods that are there may not want this one near them. */
const others: Filter = (pod, info, scene) => {
  for (const there of scene.all)
    for (const other of there.pods)
      for (const term of required(other.spec.affinity?.podAntiAffinity)) {
        const domain = domainOf(there, term);
        if (domain === undefined || domain !== domainOf(info, term)) continue;
        if (isOfTerm(scene.store, other.metadata.namespace, term, pod))
          return { reasons: ["node(s) didn't satisfy existing pods anti-affinity rules"], isFinal: false };
      }
  return undefined;
};

export const affinityFilters: readonly Filter[] = [affinity, antiAffinity, others];

/** How gladly a Pod would be on a node for the Pods that are there. */
export function scoreAffinity(pod: Pod, info: NodeInfo, scene: Scene): number {
  let score = 0;
  const weigh = (
    rules:
      | { preferredDuringSchedulingIgnoredDuringExecution?: { weight: number; podAffinityTerm: PodTerm }[] }
      | undefined,
    sign: 1 | -1,
  ): void => {
    for (const { weight, podAffinityTerm: term } of rules?.preferredDuringSchedulingIgnoredDuringExecution ?? [])
      for (const { pods } of near(scene, info, term))
        for (const other of pods)
          if (isOfTerm(scene.store, pod.metadata.namespace, term, other)) score += sign * weight;
  };
  weigh(pod.spec.affinity?.podAffinity, 1);
  weigh(pod.spec.affinity?.podAntiAffinity, -1);
  return score;
}
