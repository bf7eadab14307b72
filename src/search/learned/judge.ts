import { once } from '../../language/memoize.ts';
import type { Document } from '../document.ts';
import type { ReadFeatures } from '../features.ts';
import { NONE_OF_OURS, scoresOf, taskLabel, vectorOf, WANTS, type Weights } from './learned.ts';

/** A document's task by its place, and how much speaks for it. */
export interface LearnedTask {
  at: number;
  score: number;
}

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
  /** Which of a document's tasks is asked for, and how much speaks for it; `undefined` where nothing was learned of them. */
  taskOf(doc: number): LearnedTask | undefined;
}

/** How many of the likeliest are looked at. */
const LIKELIEST = 4;

/** Judges questions by what a course has learned, for the documents that it has now: some may be new, others gone. */
export function createJudge(
  documents: readonly Document[],
  learned: Weights,
  read: ReadFeatures,
): (words: readonly string[]) => Judged {
  const placesIn = (labels: readonly string[]): Map<string, number> =>
    new Map(labels.map((label, place) => [label, place]));
  const places = placesIn(learned.documents.labels);
  const taskPlaces = placesIn(learned.tasks.labels);
  const placeOf = documents.map(({ id }) => places.get(id));
  const taskPlacesOf = documents.map(({ id, tasks }) => tasks.map((texts) => taskPlaces.get(taskLabel(id, texts))));
  const known = Array.from(placeOf.keys()).filter((doc) => placeOf[doc] !== undefined);
  return (words) => {
    const vector = vectorOf(words, read, learned.rarities);
    const scores = scoresOf(vector, learned.documents);
    const ofTasks = once(() => scoresOf(vector, learned.tasks));
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
      taskOf(doc) {
        const likely = (taskPlacesOf[doc] ?? []).flatMap((place, at) =>
          place === undefined ? [] : [{ at, score: ofTasks()[place] ?? Number.NEGATIVE_INFINITY }],
        );
        return likely.toSorted((a, b) => b.score - a.score)[0];
      },
    };
  };
}
