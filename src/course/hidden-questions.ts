import type { Class } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { withTimeout } from '../core/with-timeout.ts';
import { memoize, memoizePer } from '../language/memoize.ts';
import type { Context } from './context.ts';
import { type Course, withContent } from './course.ts';
import { courseOf } from './courses.ts';
import { withAllSets, withOpenSets } from './kept-back.ts';

/** Milliseconds that an answer waits for the names: while the database is away, practice goes on without them. */
const PATIENCE = 1000;
/** Courses of classes that stay in memory; each shares all but its lists with the whole one. */
const KEPT = 50;

/** Between names in a list of them; none has one. */
const BETWEEN = '\n';

function without(course: Course, names: readonly string[]): Course {
  const hidden = new Set(names.flatMap((name) => course.questionNamed(name)?.id ?? []));
  if (hidden.size === 0) return course;
  const terms = course.content.terms.map((term) =>
    term.questions.some(({ id }) => hidden.has(id))
      ? { ...term, questions: term.questions.filter(({ id }) => !hidden.has(id)) }
      : term,
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

/** The course of now, and ways to ask for what is hidden or open. */
type Needs<Ask extends keyof Context['reports']> = Pick<Context, 'course'> & {
  reports: Pick<Context['reports'], Ask>;
};

/** Does a course keep anything back? Most do not, and need not be asked what is open. */
const keepsBack = ({ content }: Course): boolean => content.keptBack.length > 0;

/** A context whose course is `narrow`ed at each use. */
const within = <C extends Pick<Context, 'course'>>(context: C, narrow: (course: Course) => Course): C => ({
  ...context,
  course: () => narrow(context.course()),
});

/** As a caller practises: with the kept-back sets that are open to their class, without the questions that it hides. */
export async function practisedBy<C extends Needs<'hiddenFor' | 'openFor'>>(
  { id, channel }: Pick<Caller, 'id' | 'channel'>,
  context: C,
): Promise<C> {
  const orNone = async (names: Promise<readonly string[]>): Promise<readonly string[]> =>
    (await withTimeout(
      names.catch((): string[] => []),
      PATIENCE,
    )) ?? [];
  const { reports } = context;
  const [open, hidden] = await Promise.all([
    keepsBack(context.course()) ? orNone(reports.openFor(id, channel)) : [],
    orNone(reports.hiddenFor(id, channel)),
  ]);
  return within(context, (course) => withoutQuestions(withOpenSets(course, open), hidden));
}

/** All courses, and ways to ask what a class hides or has open. */
type NeedsOf<Ask extends keyof Context['reports']> = Pick<Context, 'courses'> & {
  reports: Pick<Context['reports'], Ask>;
};

/** A context with the course of a class, `narrow`ed at each use. */
const withinClass = <C extends Pick<Context, 'courses'>>(
  one: Pick<Class, 'course'>,
  context: C,
  narrow: (course: Course) => Course,
): C & Pick<Context, 'course'> => ({ ...context, course: () => narrow(courseOf(context.courses(), one)) });

/** As a class is asked: with the kept-back sets that are open to it, without the questions that it hides. */
export async function askedIn<C extends NeedsOf<'hiddenQuestions' | 'openSets'>>(
  one: Pick<Class, 'id' | 'course'>,
  context: C,
): Promise<C & Pick<Context, 'course'>> {
  const { reports, courses } = context;
  const [open, hidden] = await Promise.all([
    keepsBack(courseOf(courses(), one)) ? reports.openSets(one.id) : [],
    reports.hiddenQuestions(one.id),
  ]);
  return withinClass(one, context, (course) => withoutQuestions(withOpenSets(course, open), hidden));
}

/** As an instructor may have a class asked together: with every kept-back set, without the questions that it hides. */
export async function ledBy<C extends NeedsOf<'hiddenQuestions'>>(
  one: Pick<Class, 'id' | 'course'>,
  context: C,
): Promise<C & Pick<Context, 'course'>> {
  const hidden = await context.reports.hiddenQuestions(one.id);
  return withinClass(one, context, (course) => withoutQuestions(withAllSets(course), hidden));
}

/** As a class knows it: with the kept-back sets that are open to it, and the questions that it hides. */
export async function knownIn<C extends NeedsOf<'openSets'>>(
  one: Pick<Class, 'id' | 'course'>,
  context: C,
): Promise<C & Pick<Context, 'course'>> {
  const open = await context.reports.openSets(one.id);
  return withinClass(one, context, (course) => withOpenSets(course, open));
}
