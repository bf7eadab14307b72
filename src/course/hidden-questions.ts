import type { Class } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { withTimeout } from '../core/with-timeout.ts';
import { memoize, memoizePer } from '../language/memoize.ts';
import type { Context } from './context.ts';
import type { Course } from './course.ts';
import { courseOf } from './courses.ts';

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
  return {
    content: { ...course.content, terms },
    terms: new Map(terms.map((term) => [term.id, term])),
    sections: course.sections,
    questions: new Map(Array.from(course.questions).filter(([id]) => !hidden.has(id))),
    questionNamed: course.questionNamed,
    lookUp: course.lookUp,
    // Made when it is first asked for, as that of the whole course.
    get search() {
      return course.search;
    },
  };
}

const reduced = memoizePer((course: Course) => memoize((names: string) => without(course, names.split(BETWEEN)), KEPT));

/**
 * The course without questions that are not to be asked, by any of their names. None of its lists has them; a message
 * that asked one before still finds it by its name.
 */
const withoutQuestions = (course: Course, names: readonly string[]): Course =>
  names.length === 0 ? course : reduced(course)(names.toSorted().join(BETWEEN));

/** The course of now, and one way to ask for what is hidden. */
type Needs<Ask extends 'hiddenFor' | 'hiddenQuestions'> = Pick<Context, 'course'> & {
  reports: Pick<Context['reports'], Ask>;
};

const within = <C extends Pick<Context, 'course'>>(names: readonly string[], context: C): C => ({
  ...context,
  course: () => withoutQuestions(context.course(), names),
});

/** As a caller practises: without the questions that a class of theirs hides. */
export async function practisedBy<C extends Needs<'hiddenFor'>>(
  { id, channel }: Pick<Caller, 'id' | 'channel'>,
  context: C,
): Promise<C> {
  const names = context.reports.hiddenFor(id, channel).catch((): string[] => []);
  return within((await withTimeout(names, PATIENCE)) ?? [], context);
}

/** As a class is asked: without the questions that it hides. */
export const askedIn = async <
  C extends Pick<Context, 'courses'> & { reports: Pick<Context['reports'], 'hiddenQuestions'> },
>(
  one: Pick<Class, 'id' | 'course'>,
  context: C,
): Promise<C & Pick<Context, 'course'>> =>
  within(await context.reports.hiddenQuestions(one.id), { ...context, course: () => courseOf(context.courses(), one) });
