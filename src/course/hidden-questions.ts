import type { Class } from '../core/class.ts';
import type { ClassQuestions } from '../core/class-questions.ts';
import type { Caller } from '../core/command/command.ts';
import { withTimeout } from '../core/with-timeout.ts';
import { memoize, memoizePer } from '../language/memoize.ts';
import type { Context } from './context.ts';
import type { Course } from './course.ts';
import { courseOf } from './courses.ts';
import { NONE, type OwnQuestions, ownQuestions, withOwnQuestions } from './own-questions.ts';

/** Milliseconds that an answer waits for what differs: while the database is away, practice goes on without it. */
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
    own: course.own,
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

/** The course of a caller, and how that of their class differs. */
type Needs = Pick<Context, 'course'> & { classQuestions: Pick<ClassQuestions, 'differencesFor' | 'of'> };

const within = <C extends Pick<Context, 'course'>>(hidden: readonly string[], own: OwnQuestions, context: C): C => ({
  ...context,
  course: () => withoutQuestions(withOwnQuestions(context.course(), own), hidden),
});

/** As a caller practises: with what a class of theirs has written itself, without the questions that it hides. */
export async function practisedBy<C extends Needs>(
  { id, channel }: Pick<Caller, 'id' | 'channel'>,
  context: C,
): Promise<C> {
  const read = async (): Promise<{ hidden: readonly string[]; own: OwnQuestions }> => {
    const differences = await context.classQuestions.differencesFor(id, channel);
    const own = await ownQuestions(differences, context.classQuestions).catch(() => NONE);
    return { hidden: differences.hidden, own };
  };
  const found = await withTimeout(
    read().catch(() => undefined),
    PATIENCE,
  );
  return within(found?.hidden ?? [], found?.own ?? NONE, context);
}

/** The course of a class, where several are taught. */
const taughtIn = <C extends Pick<Context, 'courses'>>(
  one: Pick<Class, 'course'>,
  context: C,
): C & Pick<Context, 'course'> => ({ ...context, course: () => courseOf(context.courses(), one) });

/** What differs in a class, and the courses of now. */
type ClassNeeds = Pick<Context, 'courses'> & { classQuestions: Pick<ClassQuestions, 'differences' | 'of'> };

/** As a class is asked: with the questions that it has written itself, without those that it hides. */
export async function askedIn<C extends ClassNeeds>(
  one: Pick<Class, 'id' | 'course'>,
  context: C,
): Promise<C & Pick<Context, 'course'>> {
  const differences = await context.classQuestions.differences(one.id);
  const own = await ownQuestions(differences, context.classQuestions);
  return within(differences.hidden, own, taughtIn(one, context));
}

/** As the instructors of a class see it: with all that it has written itself, and with what it hides. */
export async function ownedBy<C extends ClassNeeds>(
  one: Pick<Class, 'id' | 'course'>,
  context: C,
): Promise<C & Pick<Context, 'course'>> {
  const differences = await context.classQuestions.differences(one.id);
  return within([], await ownQuestions(differences, context.classQuestions), taughtIn(one, context));
}
