import type { Question } from '../content/model.ts';
import { shortId } from '../content/question-ids.ts';
import { shortHash } from '../core/hash.ts';
import { SEED_LENGTH, seededShuffle } from '../core/seeded-shuffle.ts';
import type { Shuffle } from '../questions/fields.ts';
import { isRight } from '../questions/types.ts';

/** A student's own practice, small enough to live in a button's line, so that it needs no store and no timer. */
export interface Practice {
  /** What it is about, as topicKey() gives it. */
  topic: string;
  seed: string;
  /** Whose practice it is, as playerOf() gives it. */
  player: string;
  /** How many questions, 1 to MOST_QUESTIONS. */
  count: number;
  /** One character a question, in order: `1` right, `0` wrong, `-` skipped. */
  marks: string;
}

export const MOST_QUESTIONS = 20;

const PLAYER_LENGTH = 5;

/** A short name for a Caller's id, since a button's line is short; it tells players apart and hides nothing. */
export const playerOf = (callerId: string): string => shortHash(callerId, PLAYER_LENGTH);

/** `all.k3f9.0p7x2.5.101` */
export const encodePractice = ({ topic, seed, player, count, marks }: Practice): string =>
  [topic, seed, player, count, marks].join('.');

/** Undefined for anything that encodePractice() did not make. */
export function decodePractice(text: string): Practice | undefined {
  const [, topic, seed, player, digits, marks] =
    /^([a-z0-9]{1,31})\.([a-z0-9]{4})\.([a-z0-9]{5})\.(\d{1,2})\.([01-]*)$/.exec(text) ?? [];
  const count = Number(digits);
  if (topic === undefined || seed === undefined || player === undefined || marks === undefined) return undefined;
  return count >= 1 && count <= MOST_QUESTIONS && marks.length <= count
    ? { topic, seed, player, count, marks }
    : undefined;
}

/** The same practice from its beginning, with other questions and options in another order. */
export const restartPractice = (practice: Practice): Practice => ({
  ...practice,
  seed: shortHash(practice.seed, SEED_LENGTH),
  marks: '',
});

/** Questions by how closely they belong to the topic: those of an earlier pool come first. */
export type Pools = readonly (readonly Question[])[];

/** `count` questions in the order that `seed` draws, those of an earlier pool first; fewer where there are no more. */
export const drawQuestions = ({ seed, count }: Pick<Practice, 'seed' | 'count'>, pools: Pools): Question[] =>
  pools.flatMap((pool) => seededShuffle(pool, seed, ({ id }) => id)).slice(0, count);

/** The practice at its next question that is not among `skipped`, or at its end; those before it are marked as skipped. */
export function skipQuestions(
  practice: Practice,
  questions: readonly Question[],
  skipped: ReadonlySet<string>,
): Practice {
  const { marks, count } = practice;
  const rest = questions.slice(marks.length, count);
  const next = rest.findIndex(({ id }) => !skipped.has(id));
  return { ...practice, marks: marks + '-'.repeat(next < 0 ? rest.length : next) };
}

/** The marks of the questions that were answered. */
export const answeredMarks = ({ marks }: Practice): string => marks.replaceAll('-', '');

/**
 * The order in which this practice shows a question's options. It is drawn by their words and not by their places in the
 * file, where the right ones come first: a student sees the seed in the button's line and could work the places out.
 */
export const optionShuffle =
  (practice: Practice, question: Question): Shuffle =>
  (items) =>
    seededShuffle(items, practice.seed + shortId(question), (item) => JSON.stringify(item));

/** Grades an answer: whether it is right, and the practice after it. */
export function gradeAnswer(
  practice: Practice,
  question: Question,
  answer: string,
): { practice: Practice; right: boolean } {
  const right = isRight(question, answer, optionShuffle(practice, question));
  return { right, practice: { ...practice, marks: (practice.marks + (right ? '1' : '0')).slice(0, practice.count) } };
}
