import { finish } from '../../core/steps.ts';
import { memoize } from '../../language/memoize.ts';
import { carryOver } from '../carry.ts';
import type { Document } from '../document.ts';
import { createFeatures } from '../features.ts';
import { indexTalk } from '../talk-search.ts';
import { type Asked, lessonsOf } from './examples.ts';
import type { Weights } from './learned.ts';
import { learn } from './learning.ts';

interface Taught {
  learned: Weights;
  /** How many phrases of the documents it was learned from. */
  phrases: number;
}

/** Teaches what a course's documents and some questions say; how its questions are read is the same each time. */
export function createTeacher(
  documents: readonly Document[],
  synonyms: readonly (readonly string[])[],
): (asked: readonly Asked[]) => Taught {
  const read = createFeatures(synonyms, Number.POSITIVE_INFINITY);
  const talk = indexTalk(finish(carryOver(documents, synonyms, {})));
  const namingOf = memoize((question) => talk.find(question).naming, Number.POSITIVE_INFINITY);
  return (asked) => {
    const lessons = lessonsOf(documents, asked, namingOf);
    return { learned: learn(lessons, read), phrases: lessons.examples.length - asked.length };
  };
}
