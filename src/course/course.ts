import type { Content, Question, Section, Term } from '../content/model.ts';
import { type Steps, stepwise } from '../core/steps.ts';
import { once } from '../language/memoize.ts';
import { cached } from '../search/cached.ts';
import type { Carry } from '../search/carry.ts';
import { type Search, searchSteps } from '../search/search.ts';
import { documentsOf, type Lexicon } from './documents.ts';
import { learnedBy } from './learned.ts';
import { withMadeQuestions } from './made-questions.ts';

/**
 * What is taught, with every index over it: one immutable value. Content that changes is another course, so that a
 * caller who asks for the course of now gets parts that fit together, and what is cached of a course hangs on it.
 */
export interface Course {
  /** With questions made of definitions where nobody has written any, as `terms` and `questions` have them. */
  content: Content;
  terms: ReadonlyMap<string, Term>;
  sections: ReadonlyMap<string, Section>;
  /** By their ids; none that is kept back. */
  readonly questions: ReadonlyMap<string, Question>;
  /**
   * A question by its id, or by another name that an older line or record has for it; also one that this course does not
   * ask: see isKeptBack() before it is shown.
   */
  questionNamed: (name: string) => Question | undefined;
  readonly search: Search;
  /** Makes what the first student would wait for: its search, and questions where nobody has written any. */
  prepare(): Steps<void>;
  /** Ids of the questions that a class has written itself; none in the whole course. */
  own: ReadonlySet<string>;
  /** The name of the command that looks things up, as people type it. */
  lookUp: string;
}

/** Finds what the content tells of; `lexicon`: see documentsOf(). */
function* searchOf(content: Content, lexicon: Lexicon, carry: Carry): Steps<Search> {
  const learned = learnedBy(content);
  return cached(yield* searchSteps(documentsOf(content, lexicon), content.synonyms, carry, { learned }));
}

/** Is there anything to ask? Of a course without concepts there is not. */
export const asksAnything = ({ content }: Pick<Course, 'content'>): boolean =>
  content.terms.some(({ questions }) => questions.length > 0);

/**
 * A course from loaded content; `lexicon`: see documentsOf(); `lookUp`: where it is not called as the content says;
 * `carry`: what the search of each course leaves to that of the next. A search is made at the first question: it takes
 * longer than all else, and a bot that has to say that its token is wrong needs none.
 */
export function createCourse(
  loaded: Content,
  {
    lexicon = () => [],
    lookUp = loaded.settings.command,
    carry = {},
  }: { lexicon?: () => Lexicon; lookUp?: string; carry?: Carry } = {},
): Course {
  const asked = withMadeQuestions(loaded);
  const { content, questionNamed } = asked;
  const search = stepwise(() => searchOf(loaded, lexicon(), carry));
  const sections = content.chapters.flatMap((chapter) => chapter.sections);
  return {
    content,
    lookUp,
    terms: new Map(content.terms.map((term) => [term.id, term])),
    sections: new Map(sections.map((section) => [section.id, section])),
    get questions() {
      return asked.questions;
    },
    questionNamed,
    own: new Set(),
    get search() {
      return search.get();
    },
    *prepare() {
      yield* asked.prepare();
      yield* search.steps();
      yield* search.get().prepare();
    },
  };
}

/** The course with other questions among its concepts, or other sets; nothing that a search finds. */
export function withContent(course: Course, content: Content): Course {
  // Not before they are asked for: those of some concepts have to be made.
  const questions = once(
    () => new Map(content.terms.flatMap((term) => term.questions.map((question) => [question.id, question] as const))),
  );
  return {
    content,
    terms: new Map(content.terms.map((term) => [term.id, term])),
    sections: course.sections,
    get questions() {
      return questions();
    },
    questionNamed: course.questionNamed,
    own: course.own,
    lookUp: course.lookUp,
    prepare: course.prepare,
    // Made when it is first asked for, as that of the whole course.
    get search() {
      return course.search;
    },
  };
}
