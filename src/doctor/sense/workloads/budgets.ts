import { dig, fields, numberOf } from '../../spot.ts';
import { type Rule, refused, type Thing, type TypeRule, together, unmeant } from '../rule.ts';
import { MOST_COMPARED, misfit, podsByLabel } from '../selecting.ts';
import { text } from './text.ts';
import { share } from './updates.ts';

/** What a disruption budget says of itself. */
export const budget: TypeRule = function* (spot) {
  const [least, most] = [dig(spot, 'minAvailable'), dig(spot, 'maxUnavailable')];
  yield* share(least);
  yield* share(most);
  if (least && most)
    yield refused(
      'too-many-handlers',
      most.line >= least.line ? most : least,
      text.both((t) => t.bothBudgets),
    );
};

/** How many Pods an object makes; undefined where it leaves that to others, such as an autoscaler of another file. */
const countOf = ({ kind, root }: Thing): number | undefined =>
  kind === 'Pod' ? 1 : numberOf(dig(root, 'spec', 'replicas'));

/** A budget that counts the Pods to stay leaves one free to go, of those that the file makes and it finds. */
export const budgets: Rule = function* (things) {
  // How many there are is an autoscaler's to say.
  if (things.some(({ kind }) => kind === 'HorizontalPodAutoscaler' || kind === 'ScaledObject')) return;
  const podsOf = podsByLabel(things);
  for (const one of things) {
    const at = dig(one.root, 'spec', 'minAvailable');
    const least = numberOf(at);
    const selector = dig(one.root, 'spec', 'selector');
    if (one.kind !== 'PodDisruptionBudget' || at === undefined || least === undefined) continue;
    // Pods by a condition alone, or very many of a label, are not counted.
    const candidates = fields(dig(selector, 'matchLabels')).length > 0 ? podsOf(selector) : [];
    if (candidates.length >= MOST_COMPARED) continue;
    const found = candidates.filter(
      (other) => other.pod && together(one, other) && misfit(selector, other.pod.labels) === undefined,
    );
    const counts = found.map(countOf);
    // Nothing makes a bare Pod anew, so that none can do without it.
    const isRun = found.some(({ kind }) => kind !== 'Pod');
    const known = counts.filter((count) => count !== undefined);
    const pods = known.reduce((sum, count) => sum + count, 0);
    if (known.length === counts.length && pods > 0 && (least > pods || (least === pods && isRun)))
      yield unmeant(
        'budget-too-high',
        at,
        text.both((t) => (least > pods ? t.budgetTooHigh(least, pods) : t.budgetOfAll(pods))),
        pods > 1 ? `minAvailable: ${pods - 1}` : null,
      );
  }
};
