import type { Question } from '../content/model.ts';
import { shortId } from '../content/question-ids.ts';
import { shortHash } from '../core/hash.ts';
import { SEED_LENGTH, seededShuffle } from '../core/seeded-shuffle.ts';
import type { Shuffle } from '../questions/fields.ts';
import { isUnknown } from '../questions/graded.ts';
import { isRight } from '../questions/types.ts';
import { PREFERENCES, type Preference } from './preference.ts';

/** A student's own practice, small enough to live in a button's line, so that it needs no store and no timer. */
export interface Practice {
  /** What it is about, as topicKey() gives it. */
  topic: string;
  seed: string;
  /** Whose practice it is, as playerOf() gives it. */
  player: string;
  /** How many questions, 1 to MOST_QUESTIONS; those that are asked again are not counted. */
  count: number;
  /** Left out where a student has said nothing of it. */
  level?: Preference;
  /**
   * One character a question, in order: `1` right, `0` wrong, `?` not known, `-` skipped. After `count` of them come those
   * of what was not right, which is asked again.
   */
  marks: string;
  /**
   * When it began, in epoch milliseconds: by what was known then it is put in order. It is left out where a button begins it,
   * and by older versions, which drew the order from the seed alone and asked nothing again.
   */
  start?: number;
}

/** A practice that has begun. */
export type Begun = Practice & { start: number };

export const MOST_QUESTIONS = 20;

const PLAYER_LENGTH = 5;
/** All of a hash of 32 bits. */
const ID_LENGTH = 7;

/** A short name for a Caller's id, since a button's line is short; it tells players apart and hides nothing. */
export const playerOf = (callerId: string): string => shortHash(callerId, PLAYER_LENGTH);

/** Behind the count in a button's line. */
const LEVELS: Readonly<Record<Preference, string>> = { easier: 'e', harder: 'h' };

/** `all.k3f9.0p7x2.5.101.mwlv8xc0`; `5h` where harder ones are wanted. */
export const encodePractice = ({ topic, seed, player, count, level, marks, start }: Practice): string =>
  [
    topic,
    seed,
    player,
    count + (level ? LEVELS[level] : ''),
    marks,
    ...(start === undefined ? [] : [start.toString(36)]),
  ].join('.');

/** Undefined for anything that encodePractice() did not make. */
export function decodePractice(text: string): Practice | undefined {
  const [, topic, seed, player, digits, letter, marks, start] =
    /^([a-z0-9]{1,31})\.([a-z0-9]{4})\.([a-z0-9]{5})\.(\d{1,2})([eh]?)\.([01?-]*)(?:\.([a-z0-9]{8,9}))?$/.exec(text) ??
    [];
  const count = Number(digits);
  if (topic === undefined || seed === undefined || player === undefined || marks === undefined) return undefined;
  if (count < 1 || count > MOST_QUESTIONS || marks.length > 2 * count) return undefined;
  const level = PREFERENCES.find((one) => LEVELS[one] === letter);
  const practice: Practice = { topic, seed, player, count, marks, ...(level === undefined ? {} : { level }) };
  return start === undefined ? practice : { ...practice, start: Number.parseInt(start, 36) };
}

export const isBegun = (practice: Practice): practice is Begun => practice.start !== undefined;

/** What the records of a person's practice are kept under: seven letters and digits. */
export const practiceId = ({ topic, seed, start }: Begun): string => shortHash(`${topic}.${seed}.${start}`, ID_LENGTH);

/** Begins a practice at `now` (epoch milliseconds). */
export const beginPractice = (practice: Practice, now: number): Begun => ({
  ...practice,
  marks: '',
  start: now,
});

/** Another practice by the same button: one that is pressed twice begins two. */
export const reseeded = (practice: Practice, now: number): Practice => ({
  ...practice,
  seed: shortHash(`${practice.seed}/${now}`, SEED_LENGTH),
});

/** The same practice from its beginning, as a button says it: it begins when it is pressed. */
export const restartPractice = ({ topic, seed, player, count, level }: Practice): Practice => ({
  ...{ topic, player, count },
  ...(level === undefined ? {} : { level }),
  seed: shortHash(seed, SEED_LENGTH),
  marks: '',
});

/** Questions by how closely they belong to the topic: those of an earlier pool come first. */
export type Pools = readonly (readonly Question[])[];

/** `count` questions in the order that `seed` draws, those of an earlier pool first; fewer where there are no more. */
export const drawQuestions = ({ seed, count }: Pick<Practice, 'seed' | 'count'>, pools: Pools): Question[] =>
  pools.flatMap((pool) => seededShuffle(pool, seed, ({ id }) => id)).slice(0, count);

/** The marks of the first time that each question was asked. */
const firstMarks = ({ marks, count }: Pick<Practice, 'marks' | 'count'>): string => marks.slice(0, count);

/** The marks of the questions that were answered, each of the first time. */
export const answeredMarks = (practice: Practice): string => firstMarks(practice).replaceAll('-', '');

/** Does a mark say that a question was answered and not right? */
export const isMissed = (mark: string | undefined): boolean => mark === '0' || mark === '?';

/** How many questions are to be asked again, by the marks so far; an older practice asks nothing again. */
export const missedCount = (practice: Practice): number =>
  isBegun(practice) ? Array.from(firstMarks(practice)).filter(isMissed).length : 0;

/**
 * The order in which this practice shows a question's options. It is drawn by their words and not by their places in the
 * file, where the right ones come first: a student sees the seed in the button's line and could work the places out.
 */
export const optionShuffle =
  (practice: Pick<Practice, 'seed'>, question: Question): Shuffle =>
  (items) =>
    seededShuffle(items, practice.seed + shortId(question), (item) => JSON.stringify(item));

export type Verdict = 'right' | 'wrong' | 'unknown';

const MARKS = { right: '1', wrong: '0', unknown: '?' } as const;

/** How an answer is to be taken: a student who does not know has made no mistake. */
const verdictOf = (question: Question, answer: string, shuffle: Shuffle): Verdict =>
  isRight(question, answer, shuffle) ? 'right' : isUnknown(answer) ? 'unknown' : 'wrong';

/** Grades an answer, and gives the practice after it. */
export function gradeAnswer(
  practice: Practice,
  question: Question,
  answer: string,
): { practice: Practice; verdict: Verdict } {
  const verdict = verdictOf(question, answer, optionShuffle(practice, question));
  // Of an older practice nothing is asked again.
  const most = isBegun(practice) ? 2 * practice.count : practice.count;
  const mark = isBegun(practice) ? MARKS[verdict] : MARKS[verdict === 'right' ? 'right' : 'wrong'];
  return { verdict, practice: { ...practice, marks: (practice.marks + mark).slice(0, most) } };
}
