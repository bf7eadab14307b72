import type { Question, Term } from '../content/model.ts';
import { type Answered, JUDGED } from '../core/learner-records.ts';
import type { Localized } from '../core/locale.ts';
import { worstFirst } from '../core/reply/percent.ts';
import { seededShuffle } from '../core/seeded-shuffle.ts';
import { compact } from '../language/normalize.ts';
import type { Pools } from '../practice/practice.ts';

/** What an instructor types for this topic, as completion offers it; and other ways to say it. */
export const WEAK: Localized = { ko: '취약', en: 'worst' };
const WORDS = new Set(['취약', '취약개념', '약점', '많이틀린개념', '틀린개념', 'worst', 'weak', 'weakspots']);

export const asksForWeak = (words: string): boolean => WORDS.has(compact(words));

/** Concepts that a quiz is about. */
const MOST = 10;

/** The concepts that a class gets wrong most, worst first. */
export const findWeakTerms = (answered: readonly Answered[], terms: ReadonlyMap<string, Term>): Term[] =>
  answered
    .filter((one) => one.answered >= JUDGED.enough && one.right < one.answered)
    .sort(worstFirst)
    .flatMap(({ term }) => terms.get(term) ?? [])
    .slice(0, MOST);

/** Takes a question of each concept, worst first, then another one of each, and so on. */
export function weakPools(terms: readonly Term[], seed: string): Pools {
  const drawn = terms.map(({ questions }) => seededShuffle(questions, seed, ({ id }) => id));
  const rounds = Math.max(0, ...drawn.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, i) =>
    drawn.flatMap((one): Question[][] => (one[i] ? [[one[i]]] : [])),
  ).flat();
}
