import { makingQuestions } from '../content/made/questions.ts';
import type { Content, Question, Term } from '../content/model.ts';
import { indexQuestions, isMade, shortId } from '../content/question-ids.ts';
import { stepwise } from '../core/steps.ts';
import { once } from '../language/memoize.ts';
import type { Course } from './course.ts';

/** A term as its authors wrote it: without questions that an earlier course made of its definition. */
const asWritten = (term: Term): Term =>
  term.questions.some(isMade) ? { ...term, questions: term.questions.filter((one) => !isMade(one)) } : term;

/**
 * Content with its questions: those that authors wrote, and for concepts without any those made of definitions. They are
 * made when they are first asked for: a bot that starts has no time for them, and a course that has its own no need.
 */
export function withMadeQuestions(
  content: Content,
): Pick<Course, 'content' | 'questions' | 'questionNamed' | 'prepare'> {
  const written = { ...content, terms: content.terms.map(asWritten) };
  const authors = indexQuestions(
    written.terms,
    written.keptBack.flatMap(({ questions }) => questions),
  );
  const making = stepwise(() => makingQuestions(written));
  const made = making.get;
  const named = (nameOf: (question: Question) => string): Map<string, Question> =>
    new Map(Array.from(made().values()).flatMap((all) => all.map((one) => [nameOf(one), one] as const)));
  const byId = once(() => new Map([...authors.questions, ...named(({ id }) => id)]));
  const madeByName = once(() => named(shortId));
  const withMade = (term: Term): Term => ({
    ...term,
    get questions() {
      return made().get(term.id) ?? [];
    },
  });
  return {
    content: { ...written, terms: written.terms.map((term) => (term.questions.length > 0 ? term : withMade(term))) },
    get questions() {
      return byId();
    },
    prepare: making.steps,
    questionNamed: (name) => authors.questionNamed(name) ?? byId().get(name) ?? madeByName().get(name),
  };
}
