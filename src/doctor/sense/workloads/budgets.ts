import { dig, fields, numberOf } from '../../spot.ts';
import { type Rule, type Thing, together, unmeant } from '../rule.ts';
import { misfit, podsByLabel } from '../selecting.ts';
import { text } from './text.ts';

/** Kinds that say how many Pods they make. */
const COUNTED = new Set(['Deployment', 'ReplicaSet', 'StatefulSet', 'ReplicationController', 'Pod']);

const countOf = ({ kind, root }: Thing): number =>
  kind === 'Pod' ? 1 : (numberOf(dig(root, 'spec', 'replicas')) ?? 1);

/** A budget leaves no more Pods than the file makes of those that it finds. */
export const budgets: Rule = function* (things) {
  const podsOf = podsByLabel(things);
  // How many there are is an autoscaler's to say.
  if (things.some(({ kind }) => kind === 'HorizontalPodAutoscaler')) return;
  for (const one of things) {
    const at = dig(one.root, 'spec', 'minAvailable');
    const least = numberOf(at);
    const selector = dig(one.root, 'spec', 'selector');
    if (one.kind !== 'PodDisruptionBudget' || at === undefined || least === undefined) continue;
    if (fields(selector).length === 0) continue;
    const found = podsOf(selector).filter(
      (other) => other.pod && together(one, other) && misfit(selector, other.pod.labels) === undefined,
    );
    if (found.length === 0 || !found.every(({ kind }) => COUNTED.has(kind))) continue;
    const pods = found.reduce((sum, other) => sum + countOf(other), 0);
    if (pods > 0 && least > pods)
      yield unmeant(
        'budget-too-high',
        at,
        text.both((t) => t.budgetTooHigh(least, pods)),
        pods > 1 ? `minAvailable: ${pods - 1}` : null,
      );
  }
};
