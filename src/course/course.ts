import type { Content, Question, Section, Term } from '../content/model.ts';
import { indexQuestions } from '../content/question-ids.ts';
import { once } from '../language/memoize.ts';
import { cached } from '../search/cached.ts';
import { indexSearch, type Search } from '../search/search.ts';
import { documentsOf } from './documents.ts';

/**
 * What is taught, with every index over it: one immutable value. Content that changes is another course, so that a
 * caller who asks for the course of now gets parts that fit together, and what is cached of a course hangs on it.
 */
export interface Course {
  content: Content;
  terms: ReadonlyMap<string, Term>;
  sections: ReadonlyMap<string, Section>;
  /** By their ids. */
  questions: ReadonlyMap<string, Question>;
  /** A question by its id, or by another name that an older line or record has for it. */
  questionNamed: (name: string) => Question | undefined;
  readonly search: Search;
  /** The name of the command that looks things up, as people type it. */
  lookUp: string;
}

/** Finds what the content tells of; `lexicon`: see documentsOf(). */
const searchOf = (content: Content, lexicon: readonly Term[]): Search =>
  cached(indexSearch(documentsOf(content, lexicon), content.synonyms));

/**
 * A course from loaded content; `lexicon`: see documentsOf(); `lookUp`: where it is not called as the content says. Its search is made at the first question: it takes
 * longer than all else, and a bot that has to say that its token is wrong needs none.
 */
export function createCourse(
  content: Content,
  { lexicon = () => [], lookUp = content.settings.command }: { lexicon?: () => readonly Term[]; lookUp?: string } = {},
): Course {
  const search = once(() => searchOf(content, lexicon()));
  const sections = content.chapters.flatMap((chapter) => chapter.sections);
  return {
    content,
    lookUp,
    terms: new Map(content.terms.map((term) => [term.id, term])),
    sections: new Map(sections.map((section) => [section.id, section])),
    ...indexQuestions(content.terms),
    get search() {
      return search();
    },
  };
}
