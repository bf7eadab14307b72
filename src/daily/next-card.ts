import type { Content, Term } from '../content/model.ts';
import { chapterTermIds, teachingOrder } from '../content/teaching-order.ts';

/** Every fourth card may be a term that comes back. */
const RETURN = 4;

/** Cards before a term that was just shown may come back: two to three weeks of weekdays. */
const REST = 12;

/** The share of wrong answers from which on a term counts as badly known. */
const BADLY = 0.5;

/** Links between terms in both directions: those that a term names, most useful first, then those that name it. */
function linksOf(terms: readonly Term[]): ReadonlyMap<string, ReadonlySet<string>> {
  const links = new Map(terms.map(({ id, related }) => [id, new Set(related)]));
  for (const { id, related } of terms) for (const other of related) links.get(other)?.add(id);
  return links;
}

/** The wanted term that the fewest links lead to from `start`; of several, the one reached by the more useful links. */
function closest(start: string, wanted: ReadonlySet<string>, terms: readonly Term[]): string | undefined {
  const links = linksOf(terms);
  // A set is walked through while it grows: breadth first.
  const reached = new Set([start]);
  for (const id of reached) {
    if (wanted.has(id)) return id;
    for (const next of links.get(id) ?? []) reached.add(next);
  }
  return undefined;
}

/**
 * The card that a class sees next; undefined where the content has no terms.
 *
 * `history` holds the ids of the terms posted to the class, oldest first; `missed` says how badly the class answers a
 * term lately, 0 (never wrong) to 1 (always), only for terms with enough answers. The same arguments give the same card.
 *
 * 1. Terms not seen yet: first those that the chapters name, as they tell them; then the rest, the closest by `related`
 *    links (either direction) to what was seen last, or the first in order where no link leads on.
 * 2. When all were seen: what was seen longest ago. So the next round goes as the last one did.
 * 3. Every fourth card (the 4th, 8th … of the history) may be a return instead: of the terms with at least half of their
 *    answers wrong, seen before, but not within the last twelve cards, the worst; of equals the one seen longest ago.
 *
 * What holds: between two showings of a term, every other term of the content has been shown, but where the second
 * showing is a return. Terms that vanished from the content are passed over; new ones are terms not seen yet. Terms in
 * `without` do not come.
 */
export function nextCard(
  content: Content,
  history: readonly string[],
  missed: ReadonlyMap<string, number>,
  without: ReadonlySet<string> = new Set(),
): Term | undefined {
  const order = teachingOrder(content);
  const allowed = order.filter(({ id }) => !without.has(id));
  const lastSeen = new Map(history.map((id, i) => [id, i]));
  const seenAt = ({ id }: Term): number => lastSeen.get(id) ?? -1;

  if (history.length % RETURN === RETURN - 1) {
    const missRate = ({ id }: Term): number => missed.get(id) ?? 0;
    const [worst] = allowed
      .filter((term) => missRate(term) >= BADLY && seenAt(term) >= 0 && seenAt(term) < history.length - REST)
      .sort((a, b) => missRate(b) - missRate(a) || seenAt(a) - seenAt(b));
    if (worst) return worst;
  }

  const fresh = allowed.filter((term) => seenAt(term) < 0);
  const [first] = fresh;
  if (!first) return allowed.toSorted((a, b) => seenAt(a) - seenAt(b))[0];
  if (chapterTermIds(content).has(first.id)) return first;
  const known = new Set(order.map(({ id }) => id));
  const last = history.findLast((id) => known.has(id));
  const id = last && closest(last, new Set(fresh.map((term) => term.id)), order);
  return fresh.find((term) => term.id === id) ?? first;
}

/**
 * The card of a class whose course is taught in weeks: the week's concepts as its lessons tell them; then those of earlier
 * weeks that did not come; then a review of what came, as in nextCard(). Before the first week it is that of the first one,
 * and after the last one nextCard() goes on with all that the course has. `weeks`: the concepts' ids of each; `week`: the
 * class's, from 1.
 */
export function nextCardOfWeek(
  content: Content,
  { weeks, week }: { weeks: readonly (readonly string[])[]; week: number },
  history: readonly string[],
  missed: ReadonlyMap<string, number>,
  without: ReadonlySet<string> = new Set(),
): Term | undefined {
  const at = Math.max(1, week);
  const seen = new Set(history);
  const byId = new Map(content.terms.map((term) => [term.id, term]));
  const open = [...(weeks[at - 1] ?? []), ...weeks.slice(0, at - 1).flat()].filter(
    (id) => !seen.has(id) && !without.has(id),
  );
  for (const id of open) {
    const term = byId.get(id);
    if (term) return term;
  }
  const review = (): Term | undefined => {
    const unseen = content.terms.flatMap(({ id }) => (seen.has(id) ? [] : id));
    return nextCard(content, history, missed, new Set([...without, ...unseen]));
  };
  const ahead = (): Term | undefined =>
    nextCard(content, history, missed, new Set([...without, ...weeks.slice(at).flat()]));
  // A week without concepts, before any card came, takes what no week tells of.
  const isOver = at > weeks.length;
  return (isOver ? undefined : (review() ?? ahead())) ?? nextCard(content, history, missed, without);
}
