import { makeQuestions } from '../content/made/questions.ts';
import type { Content, Question, Section, Term } from '../content/model.ts';
import { indexQuestions, isMade, shortId } from '../content/question-ids.ts';
import { once } from '../language/memoize.ts';
import { cached } from '../search/cached.ts';
import { indexSearch, type Search } from '../search/search.ts';
import { documentsOf } from './documents.ts';

/**
 * What is taught, with every index over it: one immutable value. Content that changes is another course, so that a
 * caller who asks for the course of now gets parts that fit together, and what is cached of a course hangs on it.
 */
export interface Course {
  /** With questions made of definitions where nobody has written any, as `terms` and `questions` have them. */
  content: Content;
  terms: ReadonlyMap<string, Term>;
  sections: ReadonlyMap<string, Section>;
  /** By their ids. */
  readonly questions: ReadonlyMap<string, Question>;
  /** A question by its id, or by another name that an older line or record has for it. */
  questionNamed: (name: string) => Question | undefined;
  readonly search: Search;
  /** The built-in course, whose licence is ours to tell; not a class's own content. */
  builtIn: boolean;
}

/** Finds what the content tells of; `lexicon`: see documentsOf(). */
const searchOf = (content: Content, lexicon: readonly Term[]): Search =>
  cached(indexSearch(documentsOf(content, lexicon), content.synonyms));

/** Is there anything to ask? Of a course without concepts there is not. */
export const asksAnything = ({ content }: Pick<Course, 'content'>): boolean =>
  content.terms.some(({ questions }) => questions.length > 0);

/** A term as its authors wrote it: without questions that an earlier course made of its definition. */
const asWritten = (term: Term): Term =>
  term.questions.some(isMade) ? { ...term, questions: term.questions.filter((one) => !isMade(one)) } : term;

/** The questions of a course: those that authors wrote, and for concepts without any those made of definitions. */
function questionsOf(written: Content): Pick<Course, 'questions' | 'questionNamed' | 'content'> {
  const authors = indexQuestions(written.terms);
  // Made when they are first asked for: a bot that starts has no time for them, and most courses no need.
  const made = once(() => makeQuestions(written));
  const madeByName = once(() => new Map([...made().values()].flat().map((one) => [shortId(one), one])));
  const byId = once(
    () => new Map([...authors.questions, ...[...made().values()].flat().map((one) => [one.id, one] as const)]),
  );
  const terms = written.terms.map((term) =>
    term.questions.length > 0
      ? term
      : {
          ...term,
          get questions() {
            return made().get(term.id) ?? [];
          },
        },
  );
  return {
    content: { ...written, terms },
    get questions() {
      return byId();
    },
    questionNamed: (name) => authors.questionNamed(name) ?? byId().get(name) ?? madeByName().get(name),
  };
}

/**
 * A course from loaded content; `lexicon`: see documentsOf(). Its search is made at the first question: it takes
 * longer than all else, and a bot that has to say that its token is wrong needs none.
 */
export function createCourse(
  loaded: Content,
  { builtIn, lexicon = () => [] }: { builtIn: boolean; lexicon?: () => readonly Term[] },
): Course {
  const asked = questionsOf({ ...loaded, terms: loaded.terms.map(asWritten) });
  const { content, questionNamed } = asked;
  const search = once(() => searchOf(loaded, lexicon()));
  const sections = content.chapters.flatMap((chapter) => chapter.sections);
  return {
    content,
    builtIn,
    terms: new Map(content.terms.map((term) => [term.id, term])),
    sections: new Map(sections.map((section) => [section.id, section])),
    get questions() {
      return asked.questions;
    },
    questionNamed,
    get search() {
      return search();
    },
  };
}
