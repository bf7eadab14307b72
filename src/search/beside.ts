import type { Judged } from './learned/judge.ts';
import { SAYING, type Target } from './learned/names-asked.ts';
import type { Mention } from './mentions.ts';

/** By how much more has to be said for one than for all of several names that are asked to be compared, or only joined. */
const ONE = { compared: 1.5 * SAYING, joined: 0.2 * SAYING } as const;

/** Does what was learned say that one of several names is asked about, or none, rather than all side by side? */
export function asksForOne(asked: ReadonlyMap<Target, number> | undefined, compares: boolean): boolean {
  const all = asked?.get('all');
  if (asked === undefined || all === undefined) return false;
  return Math.max(...asked.values()) > all + (compares ? ONE.compared : ONE.joined);
}

/**
 * What speaks for things being set side by side: several that are named, with a word for comparing or only joined; and how
 * much speaks for the second.
 */
const WORTH = { compared: 0.5, joined: 0.3, second: 0.45 } as const;
/** Things are set side by side from this on. */
const BESIDE = -0.2;
/** How much a name counts beside what was learned of a document. */
const NAME = 0.4;
/** Of more than two each is surely named, and not unlikely. */
const FURTHER = { sure: 0.8, likely: -0.6 } as const;
/** What nothing speaks for. */
const NOTHING = -1;

interface Said {
  mentions: readonly Mention[];
  judged: Judged;
  /** How much speaks for things being set side by side; see Judged. */
  beside: number;
  /** How its words set what it names side by side, where they do. */
  joins: 'compared' | 'joined' | undefined;
  isTerm(doc: number): boolean;
}

/**
 * The concepts that a question sets side by side by what was learned, also where one is told without its name or others are
 * named beside them, in the order in which they are named; fewer than two where it asks for something else.
 */
export function besideOf({ mentions, judged, beside, joins, isTerm }: Said, most: number): number[] {
  const sureOf = new Map<number, number>();
  for (const { doc, sure } of mentions) sureOf.set(doc, Math.max(sure, sureOf.get(doc) ?? 0));
  const worth = (doc: number): number => judged.of(doc) + NAME * (sureOf.get(doc) ?? 0);
  const placeOf = (doc: number): number => mentions.find((one) => one.doc === doc)?.from ?? Number.POSITIVE_INFINITY;
  const docs = Array.from(new Set([...sureOf.keys(), ...judged.best]))
    .filter(isTerm)
    .sort((a, b) => worth(b) - worth(a));
  const second = docs[1] === undefined ? NOTHING : Math.max(NOTHING, judged.of(docs[1]));
  if (beside + (joins ? WORTH[joins] : 0) + WORTH.second * second < BESIDE) return [];
  return docs
    .slice(0, most)
    .filter((doc, place) => place < 2 || ((sureOf.get(doc) ?? 0) > FURTHER.sure && judged.of(doc) > FURTHER.likely))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}
