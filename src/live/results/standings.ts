import type { LivePlan } from '../machine.ts';

/** A person's answer to a question of a live quiz: the first one that was let in. */
export interface LiveAnswer {
  person: string;
  /** Which question, from 0. */
  at: number;
  right: boolean;
  /** Milliseconds since it was visible to that person. */
  elapsed: number;
}

/** The most that one answer scores; the slowest right one scores half of it. */
const MOST = 1000;

/** Points of one answer: in calm mode one for a right answer. */
export function pointsOf({ right, elapsed }: LiveAnswer, { mode, open }: LivePlan): number {
  if (!right) return 0;
  if (mode === 'calm') return 1;
  const share = Math.min(1, Math.max(0, elapsed / open));
  return Math.round(MOST - (MOST / 2) * share);
}

/** A person's result so far. */
export interface Standing {
  person: string;
  points: number;
  right: number;
  answered: number;
  /** From 1; those with the same points share it. */
  rank: number;
}

/** Everyone who has answered, best first; equals in the order of their names, so that it is always the same. */
export function standings(plan: LivePlan, answers: Iterable<LiveAnswer>): Standing[] {
  const byPerson = Map.groupBy(answers, ({ person }) => person);
  const all = Array.from(byPerson, ([person, own]) => ({
    person,
    points: own.reduce((sum, answer) => sum + pointsOf(answer, plan), 0),
    right: own.filter(({ right }) => right).length,
    answered: own.length,
  })).sort((a, b) => b.points - a.points || (a.person < b.person ? -1 : 1));
  return ranked(all);
}

/** With their ranks, of what is best first already. */
export function ranked<T extends { points: number }>(all: readonly T[]): (T & { rank: number })[] {
  let rank = 0;
  return all.map((one, i) => {
    if (one.points !== all[i - 1]?.points) rank = i + 1;
    return { ...one, rank };
  });
}
