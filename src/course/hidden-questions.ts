import type { Class } from '../core/class.ts';
import type { ClassQuestions, Differences } from '../core/class-questions.ts';
import type { Caller } from '../core/command/command.ts';
import { withTimeout } from '../core/with-timeout.ts';
import { memoize, memoizePer } from '../language/memoize.ts';
import type { Context } from './context.ts';
import { type Course, withContent } from './course.ts';
import { courseOf } from './courses.ts';
import { withAllSets, withOpenSets } from './kept-back.ts';
import { NONE, type OwnQuestions, ownQuestions, withOwnQuestions } from './own-questions.ts';

/** Milliseconds that an answer waits for what differs: while the database is away, practice goes on without it. */
const PATIENCE = 1000;
/** Courses of classes that stay in memory; each shares all but its lists with the whole one. */
const KEPT = 50;

/** Between names in a list of them; none has one. */
const BETWEEN = '\n';

function without(course: Course, names: readonly string[]): Course {
  const found = names.flatMap((name) => course.questionNamed(name) ?? []);
  if (found.length === 0) return course;
  const hidden = new Set(found.map(({ id }) => id));
  const concerned = new Set(found.map(({ term }) => term));
  const terms = course.content.terms.map((term) =>
    concerned.has(term.id) ? { ...term, questions: term.questions.filter(({ id }) => !hidden.has(id)) } : term,
  );
  return withContent(course, { ...course.content, terms });
}

const reduced = memoizePer((course: Course) => memoize((names: string) => without(course, names.split(BETWEEN)), KEPT));

/**
 * The course without questions that are not to be asked, by any of their names. None of its lists has them; a message
 * that asked one before still finds it by its name.
 */
const withoutQuestions = (course: Course, names: readonly string[]): Course =>
  names.length === 0 ? course : reduced(course)(names.toSorted().join(BETWEEN));

/** What a class has beyond the whole course, and what it hides of it. */
interface Own extends Pick<Differences, 'hidden' | 'open'> {
  questions: OwnQuestions;
}

const NOTHING: Own = { hidden: [], open: [], questions: NONE };

type Needs = Pick<ClassQuestions, 'of'>;

const ownOf = async (differences: Differences, questions: Needs): Promise<Own> => ({
  ...differences,
  questions: await ownQuestions(differences, questions),
});

/** As a class has the course: with the kept-back sets that are open to it and with what it has written itself. */
const asKnown = (course: Course, { open, questions }: Own): Course =>
  withOwnQuestions(withOpenSets(course, open), questions);

/** The same without what it hides. */
const asAsked = (course: Course, own: Own): Course => withoutQuestions(asKnown(course, own), own.hidden);

/** As a caller practises: see asAsked(). */
export async function practisedBy<
  C extends Pick<Context, 'course'> & { classQuestions: Needs & Pick<ClassQuestions, 'differencesFor'> },
>({ id, channel }: Pick<Caller, 'id' | 'channel'>, context: C): Promise<C> {
  const read = async (): Promise<Own> => {
    const differences = await context.classQuestions.differencesFor(id, channel);
    // What is hidden stays hidden where the class's own questions cannot be read.
    return ownOf(differences, context.classQuestions).catch(() => ({ ...differences, questions: NONE }));
  };
  const own =
    (await withTimeout(
      read().catch(() => undefined),
      PATIENCE,
    )) ?? NOTHING;
  return { ...context, course: () => asAsked(context.course(), own) };
}

/** What a class's course is made of. */
export type ClassNeeds = Pick<Context, 'courses'> & { classQuestions: Needs & Pick<ClassQuestions, 'differences'> };

/** A context with the course of a class, as `narrow` makes it of the whole one at each use. */
async function within<C extends ClassNeeds>(
  one: Pick<Class, 'id' | 'course'>,
  context: C,
  narrow: (course: Course, own: Own) => Course,
): Promise<C & Pick<Context, 'course'>> {
  const { classQuestions, courses } = context;
  const own = await ownOf(await classQuestions.differences(one.id), classQuestions);
  return { ...context, course: () => narrow(courseOf(courses(), one), own) };
}

/** As a class is asked: see asAsked(). */
export const askedIn = <C extends ClassNeeds>(one: Pick<Class, 'id' | 'course'>, context: C) =>
  within(one, context, asAsked);

/** As an instructor may have a class asked together: the same, with every kept-back set. */
export const ledBy = <C extends ClassNeeds>(one: Pick<Class, 'id' | 'course'>, context: C) =>
  within(one, context, (course, own) => asAsked(withAllSets(course), own));

/** As the instructors of a class see it: with what it hides. */
export const knownIn = <C extends ClassNeeds>(one: Pick<Class, 'id' | 'course'>, context: C) =>
  within(one, context, asKnown);
