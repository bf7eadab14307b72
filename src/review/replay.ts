import type { Evidence } from '../core/learner-records.ts';
import { type Grade, type Memory, review } from './schedule.ts';

/** To read on or to begin a quiz says nothing of what somebody knows. */
const GRADES: Readonly<Record<Evidence['how'], Grade | undefined>> = {
  right: 'good',
  knew: 'good',
  wrong: 'again',
  again: 'again',
  quiz: undefined,
  more: undefined,
};

/**
 * What a person remembers of each term, by its id: everything they showed, oldest first, reviewed one after the other.
 * Nothing of a schedule is stored, so that a better one holds from the beginning.
 */
export function replay(shown: Iterable<Evidence>): Map<string, Memory> {
  const memories = new Map<string, Memory>();
  for (const { term, how, at } of shown) {
    const grade = GRADES[how];
    if (grade) memories.set(term, review(memories.get(term), grade, at));
  }
  return memories;
}
