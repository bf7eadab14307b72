import type { Document } from '../document.ts';
import type { ReadFeatures } from '../features.ts';
import { NONE_OF_OURS, scoresOf, WANTS, type Weights } from './learned.ts';

/** What was learned says of a question; see scoresOf(). */
export interface Judged {
  /** How much speaks for a document. One that nothing was learned of is as likely as the likeliest. */
  of(doc: number): number;
  /** The likeliest documents, best first. */
  best: readonly number[];
  /** How much speaks for something that no document tells of. */
  none: number;
  /** How much speaks for a way to do something, or to mend it, being asked for. */
  way: number;
  mend: number;
}

/** How many of the likeliest are looked at. */
const LIKELIEST = 4;

/** Judges questions by what a course has learned, for the documents that it has now: some may be new, others gone. */
export function createJudge(
  documents: readonly Document[],
  learned: Weights,
  read: ReadFeatures,
): (words: readonly string[]) => Judged {
  const places = new Map(learned.labels.map((label, place) => [label, place]));
  const placeOf = documents.map(({ id }) => places.get(id));
  const known = Array.from(placeOf.keys()).filter((doc) => placeOf[doc] !== undefined);
  return (words) => {
    const scores = scoresOf(words, read, learned);
    const own = (doc: number): number => scores[placeOf[doc] ?? -1] ?? Number.NEGATIVE_INFINITY;
    const best = known.toSorted((a, b) => own(b) - own(a)).slice(0, LIKELIEST);
    const scoreOf = (label: string): number => scores[places.get(label) ?? -1] ?? Number.NEGATIVE_INFINITY;
    const likeliest = own(best[0] ?? -1);
    return {
      of: (doc) => (placeOf[doc] === undefined ? likeliest : own(doc)),
      best,
      none: scoreOf(NONE_OF_OURS),
      way: scoreOf(WANTS.way),
      mend: scoreOf(WANTS.mend),
    };
  };
}
