import { once } from '../../language/memoize.ts';
import type { Document } from '../document.ts';
import type { ReadFeatures } from '../features.ts';
import { NONE_OF_OURS, readTaskLabel, scoresOf, vectorOf, WANTS, type Weights } from './learned.ts';

/** A task by its place among those of its document. */
interface TaskPlace {
  doc: number;
  at: number;
}

/** A task, and how much speaks for it. */
export interface LearnedTask extends TaskPlace {
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
  /** How much speaks for things being set side by side; undefined where no example of it was learned from. */
  beside: number | undefined;
  /** Which task a document is asked for, its own or another's; `undefined` where nothing was learned of any. */
  taskOf(doc: number): LearnedTask | undefined;
}

/** How many of the likeliest are looked at. */
const LIKELIEST = 4;

/** A task that a document is asked for, with its place among what was learned. */
interface AskedTask extends TaskPlace {
  place: number;
}

/** By documents: the tasks that they are asked for. */
function tasksAskedOf(documents: readonly Document[], labels: readonly string[]): AskedTask[][] {
  const numbers = new Map(documents.map(({ id }, doc) => [id, doc]));
  const owners = new Map<string, TaskPlace>();
  for (const [doc, { tasks }] of documents.entries())
    for (const [at, [title = '']] of tasks.entries()) owners.set(title, { doc, at });
  const asked: AskedTask[][] = documents.map(() => []);
  for (const [place, label] of labels.entries()) {
    const [id, title] = readTaskLabel(label);
    const doc = numbers.get(id);
    if (doc === undefined) continue;
    const at = documents[doc]?.tasks.findIndex(([own]) => own === title) ?? -1;
    const task = at < 0 ? owners.get(title) : { doc, at };
    if (task) asked[doc]?.push({ ...task, place });
  }
  return asked;
}

/** Judges questions by what a course has learned, for the documents that it has now: some may be new, others gone. */
export function createJudge(
  documents: readonly Document[],
  learned: Weights,
  read: ReadFeatures,
): (words: readonly string[]) => Judged {
  const places = new Map(learned.documents.labels.map((label, place) => [label, place]));
  const placeOf = documents.map(({ id }) => places.get(id));
  const tasksOf = tasksAskedOf(documents, learned.tasks.labels);
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
      beside: places.has(WANTS.compare) ? scoreOf(WANTS.compare) : undefined,
      taskOf(doc) {
        let likeliest: LearnedTask | undefined;
        for (const { place, doc: owner, at } of tasksOf[doc] ?? []) {
          const score = ofTasks()[place] ?? Number.NEGATIVE_INFINITY;
          if (likeliest === undefined || score > likeliest.score) likeliest = { doc: owner, at, score };
        }
        return likeliest;
      },
    };
  };
}
