import { z } from 'zod';
import { namesByTitle } from '../content/load.ts';
import type { Content, Question } from '../content/model.ts';
import { indexQuestions, isMade, namesOfQuestion } from '../content/question-ids.ts';
import type { ClassQuestion, ClassQuestions, Differences } from '../core/class-questions.ts';
import type { Localized } from '../core/locale.ts';
import { readStored, type Unreadable } from '../core/stored-state.ts';
import { memoizePer } from '../language/memoize.ts';
import { plainInMarkdown } from '../markdown/escape.ts';
import { type QuestionText, questionSchema, withNames } from '../questions/types.ts';
import { wordingHash } from '../questions/wording.ts';
import { type Course, withContent } from './course.ts';

/** The version of the questions that are written. */
const VERSION = 1;

const schema = z.object({ question: questionSchema });

/** A question as its author wrote it, to be stored: its texts are plain. */
export const encodeQuestion = (question: QuestionText): string => JSON.stringify({ version: VERSION, question });

/** Reads a stored question, which may be anything. */
export function decodeQuestion({ text }: Pick<ClassQuestion, 'text'>): QuestionText | Unreadable {
  const read = readStored(text, schema, VERSION);
  return 'unreadable' in read ? read : read.question;
}

const inMarkdown = ({ ko, en }: Localized): Localized => ({ ko: plainInMarkdown(ko), en: plainInMarkdown(en) });

/** The fields of a question whose texts are plain, as the content has them: what is asked and why are Markdown there. */
export const asContent = <T extends { ask: Localized; why: Localized }>(question: T): T => ({
  ...question,
  ask: inMarkdown(question.ask),
  why: inMarkdown(question.why),
});

/**
 * A question of a class as one of the course. Lines name it by the hash of its words: whoever presses an option of words
 * that were changed since is not graded by the new ones.
 */
export function toQuestion(
  { id, term }: Pick<ClassQuestion, 'id' | 'term'>,
  text: QuestionText,
): Question & { alias: string } {
  const question = asContent(text);
  return { ...question, id, term, alias: wordingHash(term, question) };
}

/** The questions that a class has written itself; those that it deleted are only found by their names. */
export interface OwnQuestions {
  asked: readonly Question[];
  deleted: readonly Question[];
}

export const NONE: OwnQuestions = { asked: [], deleted: [] };

/** Questions of stored ones; what cannot be read is left out. */
function readAll(stored: readonly ClassQuestion[]): OwnQuestions {
  const read = stored.flatMap((one) => {
    const text = decodeQuestion(one);
    return 'unreadable' in text ? [] : [{ question: toQuestion(one, text), isDeleted: one.deleted !== undefined }];
  });
  const those = (isDeleted: boolean): Question[] =>
    read.filter((one) => one.isDeleted === isDeleted).map(({ question }) => question);
  return { asked: those(false), deleted: those(true) };
}

/** Classes whose questions stay in memory; each question has about a kB. */
const KEPT = 50;

interface Kept {
  revision: number;
  own: Promise<OwnQuestions>;
}

const cacheOf = memoizePer((_: Pick<ClassQuestions, 'of'>) => new Map<string, Kept>());

/** The questions that a class has written itself, read once after each change. @throws what the store throws. */
export function ownQuestions(
  { classId, revision }: Pick<Differences, 'classId' | 'revision'>,
  questions: Pick<ClassQuestions, 'of'>,
): Promise<OwnQuestions> {
  if (classId === undefined || revision === 0) return Promise.resolve(NONE);
  const cache = cacheOf(questions);
  const known = cache.get(classId);
  if (known?.revision === revision) return known.own;
  const own = questions.of(classId).then((found) => readAll(found.questions));
  const kept = { revision, own };
  own.catch(() => {
    if (cache.get(classId) === kept) cache.delete(classId);
  });
  if (cache.size >= KEPT) cache.clear();
  cache.set(classId, kept);
  return own;
}

const namesIn = memoizePer(({ terms }: Content) => namesByTitle(terms));

/** Those that the course can ask: of a concept that it has, and none that it, or one before, asks already. */
function askable(questions: readonly Question[], { terms, questionNamed }: Course): Question[] {
  const taken = new Set<string>();
  return questions.filter((question) => {
    const names = namesOfQuestion(question);
    if (!terms.has(question.term) || names.some((name) => taken.has(name) || questionNamed(name))) return false;
    for (const name of names) taken.add(name);
    return true;
  });
}

function extend(course: Course, own: OwnQuestions): Course {
  const namesOf = namesIn(course.content);
  const asked = askable(own.asked, course).map((question) => withNames(question, namesOf));
  const gone = own.deleted.filter(({ term }) => course.terms.has(term));
  const byTerm = Map.groupBy(asked, ({ term }) => term);
  const terms = course.content.terms.map((term) => {
    const more = byTerm.get(term.id);
    // What the bot makes is for concepts on which nobody has written any.
    return more ? { ...term, questions: [...term.questions.filter((one) => !isMade(one)), ...more] } : term;
  });
  const listed = indexQuestions([{ questions: asked }]);
  const unlisted = indexQuestions([{ questions: gone }]);
  return {
    ...withContent(course, { ...course.content, terms }),
    questionNamed: (name) => course.questionNamed(name) ?? listed.questionNamed(name) ?? unlisted.questionNamed(name),
    own: new Set(listed.questions.keys()),
    get search() {
      return course.search;
    },
  };
}

const extended = memoizePer((course: Course) => memoizePer((own: OwnQuestions) => extend(course, own)));

/** The course with a class's own questions beside those of the content, each with its concept; the same value each time. */
export const withOwnQuestions = (course: Course, own: OwnQuestions): Course =>
  own.asked.length + own.deleted.length === 0 ? course : extended(course)(own);
