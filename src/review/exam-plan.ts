import { type Memory, recall, review } from './schedule.ts';

const DAY = 86_400_000;

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

/** One term of a plan. */
interface Candidate {
  id: string;
  memory: Memory;
  /** In how many days it is to be asked for the last time before the exam, 0 today; undefined without a place for that. */
  last: number | undefined;
}

/**
 * Gives each term its last review: in the days just before the exam, `daily` a day. What will fade soonest comes last,
 * and what keeps longest first, since it loses least by the wait. Where there are more terms than reviews, those have a
 * place that gain most by one.
 */
function placeLastReviews(memories: ReadonlyMap<string, Memory>, { now, exam, days, daily }: ExamPlan): Candidate[] {
  const all = Array.from(memories, ([id, memory]) => ({
    id,
    memory,
    gain: expected(memory, now, (after) => recall(after, exam)) - recall(memory, exam),
    // Where it would stand a week after a review.
    keeps: expected(memory, now, (after) => recall(after, now + 7 * DAY)),
  })).sort((a, b) => b.gain - a.gain || (a.id < b.id ? -1 : 1));
  const placed = all.slice(0, days * daily).sort((a, b) => a.keeps - b.keeps || (a.id < b.id ? -1 : 1));
  const lastOf = new Map(placed.map(({ id }, i) => [id, days - 1 - Math.floor(i / daily)]));
  return all.map(({ id, memory }) => ({ id, memory, last: lastOf.get(id) }));
}

/**
 * Ids of the terms to ask today, best first, at most `most`: those whose review today adds most to what is expected to be
 * remembered on the day of the exam, by FSRS's own model of memory. It knows that each term is asked once more just
 * before the exam, so that early reviews go to what they make last, and late ones to what would be forgotten without.
 */
export function chooseForExam(memories: ReadonlyMap<string, Memory>, plan: ExamPlan, most: number): string[] {
  const { now, exam } = plan;
  return placeLastReviews(memories, plan)
    .map(({ id, memory, last }) => {
      const onTheDay = (one: Memory): number =>
        last === undefined || last === 0
          ? recall(one, exam)
          : expected(one, now + last * DAY, (after) => recall(after, exam));
      return { id, gain: expected(memory, now, onTheDay) - onTheDay(memory) };
    })
    .sort((a, b) => b.gain - a.gain || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map(({ id }) => id);
}
