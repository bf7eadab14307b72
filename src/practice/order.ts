import type { Question } from '../content/model.ts';
import { isMade } from '../content/question-ids.ts';
import type { LastAnswer, QuestionCount } from '../core/learner-records.ts';
import { seededShuffle } from '../core/seeded-shuffle.ts';
import type { Course } from '../course/course.ts';
import type { Level } from '../questions/fields.ts';
import { levelOf } from '../questions/types.ts';
import { placeOf } from './places.ts';
import { isBegun, isMissed, type Practice } from './practice.ts';
import { drawSet } from './sets.ts';
import { poolsOf, type Topic } from './topics.ts';

/** By what a practice is put in order: what was known when it began. */
export interface Known {
  /** The student's last answers, by the questions' ids. */
  last: ReadonlyMap<string, LastAnswer>;
  /** How everybody answers, by the questions' ids. */
  counts: ReadonlyMap<string, QuestionCount>;
}

export const NOTHING_KNOWN: Known = { last: new Map(), counts: new Map() };

/** One of so many questions may be of the same concept. */
const ALIKE = 3;

/** So many have to have answered a question before their share of right answers says how hard it is. */
const ENOUGH = 10;
/** From these shares of right answers on a question is easy, or not hard. */
const EASY = 0.8;
const FAIR = 0.5;

/** How hard a question is: as its author says, as everybody finds it, or by its type. */
export function levelIn(question: Question, { counts }: Pick<Known, 'counts'>): Level {
  const { answered = 0, right = 0 } = counts.get(question.id) ?? {};
  if (question.level !== undefined || answered < ENOUGH) return levelOf(question);
  const share = right / answered;
  return share >= EASY ? 1 : share >= FAIR ? 2 : 3;
}

type Key = readonly number[];

const compareKeys = (a: Key, b: Key): number => {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
};

const sortedBy = (questions: readonly Question[], keyOf: (question: Question) => Key): Question[] =>
  questions
    .map((question) => ({ question, key: keyOf(question) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ question }) => question);

/** How many questions will follow one of the same concept, however these are put behind one of the concept `last`. */
function unavoidable(left: readonly Question[], last: string | undefined): number {
  const counts = Map.groupBy(left, ({ term }) => term);
  return Math.max(0, ...Array.from(counts, ([term, { length }]) => 2 * length - left.length - (term === last ? 0 : 1)));
}

/** The questions in their order, but never two of one concept in a row where that can be avoided; `before`: a concept. */
export function spread(questions: readonly Question[], before?: string): Question[] {
  const left = [...questions];
  const found: Question[] = [];
  let last = before;
  while (left.length > 0) {
    const costs = left.map(({ term }, i) => Number(term === last) + unavoidable(left.toSpliced(i, 1), term));
    const [question] = left.splice(costs.indexOf(Math.min(...costs)), 1);
    if (!question) break;
    found.push(question);
    last = question.term;
  }
  return found;
}

/** The first `count` of these, but not many of one concept while there are others. */
function varied(questions: readonly Question[], count: number): Question[] {
  const most = Math.ceil(count / ALIKE);
  const taken = new Map<string, number>();
  const [first, others]: [Question[], Question[]] = [[], []];
  for (const question of questions) {
    const own = (taken.get(question.term) ?? 0) + 1;
    taken.set(question.term, own);
    (own <= most ? first : others).push(question);
  }
  return [...first, ...others].slice(0, count);
}

/** The questions without the hard ones, or without the easy ones; all of them where none would be left. */
function preferred(questions: readonly Question[], { level }: Pick<Practice, 'level'>, known: Known): Question[] {
  const isWanted = (question: Question): boolean => {
    const hardness = levelIn(question, known);
    return level === undefined || (level === 'harder' ? hardness > 1 : hardness < 3);
  };
  const kept = questions.filter(isWanted);
  return kept.length > 0 ? kept : [...questions];
}

/** Of the questions made of one definition the first, and the others: what is said of one answers them. */
function splitMade(questions: readonly Question[]): { first: Question[]; again: Question[] } {
  const asked = new Set<string>();
  const [first, again]: [Question[], Question[]] = [[], []];
  for (const question of questions) {
    (isMade(question) && asked.has(question.term) ? again : first).push(question);
    asked.add(question.term);
  }
  return { first, again };
}

/** The questions in their order; more than one of a definition only behind all else. */
export function madeOnce(questions: readonly Question[]): Question[] {
  const { first, again } = splitMade(questions);
  return [...first, ...again];
}

/**
 * The questions of a practice, at most `count`: first what the student has not answered right yet, then what was longest
 * ago. They come as the course teaches them, by section, easier ones first; a set in its own order. Where a student would
 * rather have harder ones, or easier ones, the hardest, or the easiest, are chosen.
 */
export function orderQuestions(
  practice: Pick<Practice, 'seed' | 'count' | 'level'>,
  topic: Topic,
  course: Course,
  known: Known,
): Question[] {
  const { seed, count } = practice;
  if (topic.kind === 'set')
    return preferred(drawSet(topic.set, course, () => true, seed).flat(), practice, known).slice(0, count);
  if (topic.kind === 'review' || topic.kind === 'homework') return topic.questions.slice(0, count);
  const place = ({ term }: Question): number => placeOf(term, course)?.at ?? Number.POSITIVE_INFINITY;
  const level = (question: Question): number => levelIn(question, known);
  const taught = (question: Question): Key => [place(question), level(question)];
  const wanted = (question: Question): Key => {
    const last = known.last.get(question.id);
    const extreme = { harder: [-level(question)], easier: [level(question)], any: [] }[practice.level ?? 'any'];
    return [...extreme, ...(last?.right ? [1, last.at] : [0, ...taught(question)])];
  };
  const sorted = poolsOf(topic, course.terms).flatMap((pool) =>
    sortedBy(
      seededShuffle(topic.kind === 'missed' ? pool : preferred(pool, practice, known), seed, ({ id }) => id),
      wanted,
    ),
  );
  // A concept's own questions stay before those of what it is related to.
  if (topic.kind === 'term') {
    const { first, again } = splitMade(sorted);
    const chosen = [...first, ...again.filter(({ term }) => term === topic.term.id)].slice(0, count);
    return spread(sortedBy(chosen, (question) => [Number(question.term !== topic.term.id), level(question)]));
  }
  return spread(sortedBy(varied(madeOnce(sorted), count), taught));
}

/**
 * The next question of a practice whose questions are `first`, but for those that are `closed`, and the practice there;
 * what is passed over is marked as skipped. After the last one comes again what was not right. At the end there is none.
 */
export function nextQuestion(
  practice: Practice,
  first: readonly Question[],
  closed: Pick<ReadonlySet<string>, 'has'>,
): { practice: Practice; next: Question | undefined } {
  const { count } = practice;
  let { marks } = practice;
  /** The next of these, the first of which has the mark at `from`; what the content has lost meanwhile is passed over. */
  const nextOf = (questions: readonly Question[], from: number, until: number): Question | undefined => {
    for (; marks.length < until; marks += '-') {
      const question = questions[marks.length - from];
      if (question && !closed.has(question.id)) return question;
    }
    return undefined;
  };
  const next = nextOf(first, 0, count);
  if (next || !isBegun(practice)) return { practice: { ...practice, marks }, next };
  const asked = first.findLast((_, i) => marks[i] !== '-');
  const missed = first.filter((_, i) => isMissed(marks[i]));
  const again = nextOf(spread(missed, asked?.term), count, count + missed.length);
  return { practice: { ...practice, marks }, next: again };
}
