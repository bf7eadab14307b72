import type { KeptSet, Question } from '../content/model.ts';
import { isMade } from '../content/question-ids.ts';
import { memoize, memoizePer } from '../language/memoize.ts';
import { compact } from '../language/normalize.ts';
import { type Course, withContent } from './course.ts';

/** Courses with other sets open that stay in memory; each shares all but its lists with the whole one. */
const KEPT = 50;

/** Between ids in a list of them; none has one. */
const BETWEEN = ' ';

/** The course in which these kept-back sets are as any other set, and their questions as any other question. */
function opened(course: Course, ids: ReadonlySet<string>): Course {
  const { content } = course;
  const sets = content.keptBack.filter(({ id }) => ids.has(id));
  if (sets.length === 0) return course;
  const asked = new Set(sets.flatMap(({ questions }) => questions));
  const byTerm = Map.groupBy(asked, ({ term }) => term);
  const terms = content.terms.map((term) => {
    const more = byTerm.get(term.id);
    // Where an author has written some, the bot has none to make.
    return more ? { ...term, questions: [...term.questions.filter((one) => !isMade(one)), ...more] } : term;
  });
  return withContent(course, {
    ...content,
    terms,
    sets: [...content.sets, ...sets.map(({ questions: _, ...set }) => set)],
    keptBack: content.keptBack.filter(({ id }) => !ids.has(id)),
  });
}

const remembered = memoizePer((course: Course) =>
  memoize((ids: string) => opened(course, new Set(ids.split(BETWEEN))), KEPT),
);

/** The course with kept-back sets that are open, by their ids; what it does not have, or keeps back no more, counts for nothing. */
export const withOpenSets = (course: Course, ids: readonly string[]): Course =>
  ids.length === 0 || course.content.keptBack.length === 0 ? course : remembered(course)(ids.toSorted().join(BETWEEN));

/** The course with every kept-back set open. */
export const withAllSets = (course: Course): Course =>
  withOpenSets(
    course,
    course.content.keptBack.map(({ id }) => id),
  );

const keptBackIn = memoizePer(
  ({ content }: Course): ReadonlySet<string> =>
    new Set(content.keptBack.flatMap(({ questions }) => questions.map(({ id }) => id))),
);

/** Is a question kept back in this course, so that a student who knows its name must not be shown it? */
export const isKeptBack = ({ id }: Question, course: Course): boolean =>
  keptBackIn(course).has(id) && !course.questions.has(id);

/** The kept-back set that words name whole, by its id or title. */
export const keptSetNamed = (words: string, { content }: Course): KeptSet | undefined =>
  content.keptBack.find(({ id, title }) => [id, title.ko, title.en].some((name) => compact(name) === compact(words)));
