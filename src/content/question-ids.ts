import { shortHash } from '../core/hash.ts';
import { memoizePer } from '../language/memoize.ts';
import { wordingHash } from '../questions/wording.ts';
import type { Question, Term } from './model.ts';

/** Letters and digits of a question's id where there is little room: a button's line, a review's key. */
const SHORT = 6;

const shortOf = (id: string): string => (id.length === SHORT && !id.includes('-') ? id : shortHash(id, SHORT));

/** Authors' ids have no colon. */
const MADE = 'made:';

/** The id of a question that was made of a concept's definition. */
export const madeId = (term: string, kind: string): string => `${MADE}${term}:${kind}`;

/** Was it made of a definition, and not written by an author? */
export const isMade = ({ id }: Pick<Question, 'id'>): boolean => id.startsWith(MADE);

/** How a line names the question, and by what its options are drawn: six letters and digits. */
export const shortId = ({ id, alias }: Pick<Question, 'id' | 'alias'>): string => alias ?? shortOf(id);

/**
 * All that may name a question: its id, how lines say it, and the hash of its present words, by which it was known
 * before its author gave it an id.
 */
export const namesOfQuestion = memoizePer(
  // Hashing takes longer than all else, and content that is read again has most of its questions as they were.
  (question: Question): readonly string[] =>
    Array.from(new Set([question.id, shortOf(question.id), wordingHash(question.term, question)])),
);

/**
 * The questions of a course by their ids, and each by any name that a line, a record or a set may have for it; by its
 * name also one that is `kept` back.
 */
export function indexQuestions(
  terms: Iterable<Pick<Term, 'questions'>>,
  kept: readonly Question[] = [],
): {
  questions: ReadonlyMap<string, Question>;
  questionNamed: (name: string) => Question | undefined;
} {
  const asked = Array.from(terms, ({ questions }) => questions).flat();
  const byId = (all: readonly Question[]) => new Map(all.map((question) => [question.id, question]));
  const questions = byId(asked);
  const known = kept.length === 0 ? questions : byId([...kept, ...asked]);
  const others = new Map<string, Question>();
  for (const question of [...asked, ...kept])
    for (const name of namesOfQuestion(question))
      if (!known.has(name) && !others.has(name))
        others.set(name, name === shortId(question) ? question : { ...question, alias: name });
  return { questions, questionNamed: (name) => known.get(name) ?? others.get(name) };
}
