import { type Memory, recall, review } from './schedule.ts';

const DAY = 86_400_000;

/** What is remembered this surely waits for its last review before the exam: one more would add next to nothing. */
const SURE = 0.97;

/** Times are epoch milliseconds. */
export interface ExamPlan {
  now: number;
  /** When recall is to be highest. */
  exam: number;
  /** Days on which the student reviews, today and the eve of the exam among them; at least 1. */
  days: number;
  /** Reviews that the student can do on each of them. */
  daily: number;
}

/** What is expected of a memory after a review at `at`, which may find it forgotten. */
function expected(memory: Memory, at: number, of: (after: Memory) => number): number {
  const chance = recall(memory, at);
  return chance * of(review(memory, 'good', at)) + (1 - chance) * of(review(memory, 'again', at));
}

/**
 * In how many days each term has its last review, 0 today: in the days just before the exam, `daily` a day. What will
 * fade soonest comes last, and what keeps longest first, since it loses least by the wait. Where there are more terms than
 * reviews, those have a place that gain most by one.
 */
function placeLastReviews(
  memories: ReadonlyMap<string, Memory>,
  { now, exam, days, daily }: ExamPlan,
): ReadonlyMap<string, number> {
  const byGain = Array.from(memories, ([id, memory]) => ({
    id,
    gain: expected(memory, now, (after) => recall(after, exam)) - recall(memory, exam),
    // Where it would stand a week after a review.
    keeps: expected(memory, now, (after) => recall(after, now + 7 * DAY)),
  })).sort((a, b) => b.gain - a.gain || (a.id < b.id ? -1 : 1));
  const placed = byGain.slice(0, days * daily).sort((a, b) => a.keeps - b.keeps || (a.id < b.id ? -1 : 1));
  return new Map(placed.map(({ id }, i) => [id, days - 1 - Math.floor(i / daily)]));
}

/** A term, and whether it may wait for its last review. */
export interface Ranked {
  id: string;
  waits: boolean;
}

/**
 * All terms, the first to ask today first: those whose review today adds most to what is expected to be remembered at the
 * exam, by FSRS's own model of memory. It knows that each term is asked once more just before the exam, so that early
 * reviews go to what they make last, and late ones to what would be forgotten without. What waits comes at the end.
 */
export function rankForExam(memories: ReadonlyMap<string, Memory>, plan: ExamPlan): Ranked[] {
  const { now, exam } = plan;
  const lastOf = placeLastReviews(memories, plan);
  return Array.from(memories, ([id, memory]) => {
    const last = lastOf.get(id) ?? 0;
    const atExam = (one: Memory): number =>
      last === 0 ? recall(one, exam) : expected(one, now + last * DAY, (after) => recall(after, exam));
    const gain = expected(memory, now, atExam) - atExam(memory);
    return { id, gain, waits: last > 0 && recall(memory, now) > SURE };
  })
    .sort((a, b) => Number(a.waits) - Number(b.waits) || b.gain - a.gain || (a.id < b.id ? -1 : 1))
    .map(({ id, waits }) => ({ id, waits }));
}
