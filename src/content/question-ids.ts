import { shortHash } from '../core/hash.ts';
import { memoizePer } from '../language/memoize.ts';
import { wordingHash } from '../questions/wording.ts';
import type { Question, Term } from './model.ts';

/** Letters and digits of a question's id where there is little room: a button's line, a review's key. */
const SHORT = 6;

const shortOf = (id: string): string => (id.length === SHORT && !id.includes('-') ? id : shortHash(id, SHORT));

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

/** The questions of a course by their ids, and each by any name that a line, a record or a set may have for it. */
export function indexQuestions(terms: Iterable<Term>): {
  questions: ReadonlyMap<string, Question>;
  questionNamed: (name: string) => Question | undefined;
} {
  const all = Array.from(terms, ({ questions }) => questions).flat();
  const questions = new Map(all.map((question) => [question.id, question]));
  const others = new Map<string, Question>();
  for (const question of all)
    for (const name of namesOfQuestion(question))
      if (!questions.has(name) && !others.has(name))
        others.set(name, name === shortId(question) ? question : { ...question, alias: name });
  return { questions, questionNamed: (name) => questions.get(name) ?? others.get(name) };
}
