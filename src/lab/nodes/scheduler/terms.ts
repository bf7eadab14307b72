import { hasLabels, meets, selects } from '../../engine/selectors.ts';
import type { Store } from '../../engine/store.ts';
import { NAMESPACES } from '../../kinds/core.ts';
import type { Node, NodeTerm, Pod, PodTerm, Taint, Toleration } from '../../kinds/types.ts';

/** Does one term hold? One without any requirement holds for no node. */
export function meetsTerm({ metadata }: Node, { matchExpressions = [], matchFields = [] }: NodeTerm): boolean {
  if (matchExpressions.length === 0 && matchFields.length === 0) return false;
  return (
    matchExpressions.every((one) => meets(metadata.labels ?? {}, one)) &&
    matchFields.every((one) => meets({ 'metadata.name': metadata.name }, one))
  );
}

/** Do the Pod's node selector and required node affinity let it onto the node? */
export function meetsAffinity({ spec }: Pod, node: Node): boolean {
  const required = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  return (
    hasLabels(node.metadata.labels, spec.nodeSelector) &&
    (required === undefined || required.nodeSelectorTerms.some((term) => meetsTerm(node, term)))
  );
}

export function tolerates({ key, operator = 'Equal', value = '', effect }: Toleration, taint: Taint): boolean {
  if (effect !== undefined && effect !== '' && effect !== taint.effect) return false;
  if (key !== undefined && key !== '' && key !== taint.key) return false;
  if (operator === 'Exists') return true;
  return key !== undefined && key !== '' && value === (taint.value ?? '');
}

export const isTolerated = ({ spec }: Pod, taint: Taint): boolean =>
  (spec.tolerations ?? []).some((one) => tolerates(one, taint));

/** Is a Pod one of those that a term of affinity speaks of, as a Pod of `own` namespace has it? */
export function isOfTerm(store: Store, own: string | undefined, term: PodTerm, other: Pod): boolean {
  const { namespace = '' } = other.metadata;
  const { namespaces = [], namespaceSelector } = term;
  const isNamed = namespaces.includes(namespace);
  const isChosen =
    namespaceSelector !== undefined &&
    selects(namespaceSelector, store.get(NAMESPACES, { name: namespace })?.metadata.labels);
  const isOwn = namespaces.length === 0 && namespaceSelector === undefined && namespace === own;
  return (isNamed || isChosen || isOwn) && selects(term.labelSelector, other.metadata.labels);
}
