import type { Evidence } from '../core/learner-records.ts';
import { type Grade, type Memory, review } from './schedule.ts';

/** Reading on, or beginning a quiz, says nothing about what a student knows. */
const GRADES: Readonly<Record<Evidence['how'], Grade | undefined>> = {
  right: 'good',
  knew: 'good',
  wrong: 'again',
  again: 'again',
  quiz: undefined,
  more: undefined,
};

/** What evidence says of a term; undefined where it says nothing. */
export const gradeOf = ({ how }: Pick<Evidence, 'how'>): Grade | undefined => GRADES[how];

/**
 * What a student remembers of each term, by its id: all evidence, oldest first, reviewed one after the other. No schedule
 * is stored, so that a better one holds for what was learnt before it, too.
 */
export function replay(shown: Iterable<Evidence>): Map<string, Memory> {
  const memories = new Map<string, Memory>();
  for (const one of shown) {
    const grade = gradeOf(one);
    if (grade) memories.set(one.term, review(memories.get(one.term), grade, one.at));
  }
  return memories;
}
