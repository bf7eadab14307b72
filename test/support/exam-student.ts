/** A made-up student who reviews towards an exam, and forgets by a model of memory of their own. */
import { type FSRS, fsrs, Rating } from 'ts-fsrs';
import { hash } from '../../src/core/hash.ts';
import { type ExamPlan, rankForExam } from '../../src/review/exam-plan.ts';
import { dueOf, type Memory, review } from '../../src/review/schedule.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Midnight of the first day of learning. */
const START = Date.UTC(2026, 8, 1);
/** Days in which the concepts are met and reviewed by plain FSRS, before the plan begins. */
const LEARNING = 30;
/** The hours at which the student reviews, and of the exam. */
const EVENING = 20 * HOUR;
const NOON = 12 * HOUR;
/** The chance of the right answer when a concept is met for the first time. */
const FIRST = 0.6;

/** A number from 0 to 1 that a seed and a name decide. */
const drawn = (seed: number, name: string): number => hash(`${seed}/${name}`) / 2 ** 32;

/** A number about 1, whose logarithm is normal with this deviation (Box and Muller). */
function about1(deviation: number, seed: number, name: string): number {
  const [u, v] = [1 - drawn(seed, `${name}/u`), drawn(seed, `${name}/v`)];
  return Math.exp(deviation * Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v));
}

/** How a student forgets: just as FSRS expects, or with every weight of it and every concept off by some. */
export type Mind = 'as expected' | 'otherwise';
const OFF = { weight: 0.2, concept: 0.5 } as const;

function modelOf(mind: Mind, seed: number): FSRS {
  const own = { enable_fuzz: false, enable_short_term: false } as const;
  const plain = fsrs(own);
  if (mind === 'as expected') return plain;
  return fsrs({ ...own, w: plain.parameters.w.map((weight, i) => weight * about1(OFF.weight, seed, `w${i}`)) });
}

/** What the student really remembers of a concept. */
interface Concept {
  /** By how much it lasts longer or shorter than the student's model says. */
  bend: number;
  state: { stability: number; difficulty: number } | undefined;
  at: number;
  asked: number;
}

/** Chooses at most `most` terms to ask; `memories`: what the bot has learnt from the answers. */
export type Policy = (memories: ReadonlyMap<string, Memory>, plan: ExamPlan, most: number) => string[];

export const planned: Policy = (memories, plan, most) =>
  rankForExam(memories, plan)
    .filter(({ waits }) => !waits)
    .slice(0, most)
    .map(({ id }) => id);
/** Plain FSRS: what is due, the longest due first. */
export const whatIsDue: Policy = (memories, { now }, most) => dueOf(memories, now, most);
/** Plain FSRS that goes on with what is due next, until all reviews of the day are done. */
export const whatIsDueNext: Policy = (memories, _, most) => dueOf(memories, Number.POSITIVE_INFINITY, most);

export interface Study {
  concepts: number;
  /** Reviews a day. */
  daily: number;
  /** Days of review before the exam. */
  horizon: number;
  mind: Mind;
  seed: number;
}

/** How many are asked each evening, where not `daily`. */
type Evenings = readonly number[];

/** Mean recall at the exam, by the student's own mind, and how many were asked each evening. */
export function study(
  policy: Policy,
  { concepts: count, daily, horizon, mind, seed }: Study,
  evenings?: Evenings,
): { recall: number; evenings: Evenings } {
  const model = modelOf(mind, seed);
  const bendOf = (id: string): number => (mind === 'as expected' ? 1 : about1(OFF.concept, seed, id));
  const ids = Array.from({ length: count }, (_, i) => `c${i}`);
  const concepts = new Map(
    ids.map((id): [string, Concept] => [id, { bend: bendOf(id), state: undefined, at: 0, asked: 0 }]),
  );
  const memories = new Map<string, Memory>();

  const recallOf = ({ state, bend, at }: Concept, now: number): number =>
    state ? model.forgetting_curve((now - at) / DAY, state.stability * bend) : FIRST;

  /** The student is asked; the bot learns of the answer alone. The same question of the same student has one answer. */
  function ask(id: string, now: number): void {
    const concept = concepts.get(id);
    if (!concept) return;
    const chance = recallOf(concept, now);
    const isRight = drawn(seed, `${id}/${concept.asked++}`) < chance;
    const days = concept.state ? (now - concept.at) / DAY : 0;
    concept.state = model.next_state(concept.state ?? null, days, isRight ? Rating.Good : Rating.Again);
    concept.at = now;
    memories.set(id, review(memories.get(id), isRight ? 'good' : 'again', now));
  }

  const evening = (day: number): number => START + day * DAY + EVENING;
  for (let day = 0; day < LEARNING; day++) {
    for (const id of dueOf(memories, evening(day), daily)) ask(id, evening(day));
    for (const [i, id] of ids.entries()) if (Math.floor((i * LEARNING) / count) === day) ask(id, evening(day));
  }
  const exam = START + (LEARNING + horizon) * DAY + NOON;
  const done: number[] = [];
  for (let day = 0; day < horizon; day++) {
    const now = evening(LEARNING + day);
    const chosen = policy(memories, { now, exam, days: horizon - day, daily }, evenings?.[day] ?? daily);
    for (const id of chosen) ask(id, now);
    done.push(chosen.length);
  }
  const recalls = Array.from(concepts.values(), (concept) => recallOf(concept, exam));
  return { recall: recalls.reduce((all, one) => all + one, 0) / count, evenings: done };
}
