import type { Class } from '../core/class.ts';
import type { ClassQuestions } from '../core/class-questions.ts';
import type { Caller } from '../core/command/command.ts';
import { withTimeout } from '../core/with-timeout.ts';
import { memoize, memoizePer } from '../language/memoize.ts';
import type { Context } from './context.ts';
import type { Course } from './course.ts';
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

/** The course of now, and one way to ask how a class's differs. */
type Needs<Ask extends 'differences' | 'differencesFor'> = Pick<Context, 'course'> & {
  classQuestions: Pick<ClassQuestions, Ask | 'of'>;
};

const within = <C extends Pick<Context, 'course'>>(hidden: readonly string[], own: OwnQuestions, context: C): C => ({
  ...context,
  course: () => withoutQuestions(withOwnQuestions(context.course(), own), hidden),
});

/** As a caller practises: with what a class of theirs has written itself, without the questions that it hides. */
export async function practisedBy<C extends Needs<'differencesFor'>>(
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

/** As a class is asked: with the questions that it has written itself, without those that it hides. */
export async function askedIn<C extends Needs<'differences'>>({ id }: Pick<Class, 'id'>, context: C): Promise<C> {
  const differences = await context.classQuestions.differences(id);
  return within(differences.hidden, await ownQuestions(differences, context.classQuestions), context);
}

/** As the instructors of a class see it: with all that it has written itself, and with what it hides. */
export async function ownedBy<C extends Needs<'differences'>>({ id }: Pick<Class, 'id'>, context: C): Promise<C> {
  const differences = await context.classQuestions.differences(id);
  return within([], await ownQuestions(differences, context.classQuestions), context);
}
