import { isDeepStrictEqual } from 'node:util';
import type { Question, Term } from '../../content/model.ts';
import { namesOfQuestion } from '../../content/question-ids.ts';
import type { Class } from '../../core/class.ts';
import type { ClassQuestion } from '../../core/class-questions.ts';
import { UserError } from '../../core/errors.ts';
import type { Context } from '../../course/context.ts';
import type { Course } from '../../course/course.ts';
import { courseOf } from '../../course/courses.ts';
import { decodeQuestion, encodeQuestion, NONE, toQuestion, withOwnQuestions } from '../../course/own-questions.ts';
import type { QuestionText } from '../../questions/types.ts';
import { ATTEMPTS, classOver } from '../change.ts';
import { text } from './text.ts';

/** Questions of a class: each stays in memory while its students practise. */
export const MOST = 300;
/** Ids that are tried until one names no other question. */
const IDS = 10;

/** What is to be written: a new question, or a changed one, as an instructor has read it. */
interface Wanted {
  text: QuestionText;
  term: Pick<Term, 'id'>;
  author: string;
  edit: { id: string; changes: number } | undefined;
}

/** What became of it. */
type Written =
  | { kind: 'written' | 'same'; stored: ClassQuestion }
  /** Another question asks the same: of the class, or of the content. */
  | { kind: 'twin'; twin: Question; isOwn: boolean }
  /** Another instructor has changed it since it was read. */
  | { kind: 'changed'; stored: ClassQuestion }
  | { kind: 'gone' | 'full' };

/** Finds the question, of the class or of the content, that one of another one's names stands for. */
function twinsAmong(stored: readonly ClassQuestion[], course: Course) {
  const asked = stored.flatMap((one): Question[] => {
    const written = one.deleted === undefined ? decodeQuestion(one) : undefined;
    return written === undefined || 'unreadable' in written ? [] : [toQuestion(one, written)];
  });
  const all = withOwnQuestions(course, { ...NONE, asked });
  return (question: Question) => {
    const twin = namesOfQuestion(question)
      .map((name) => all.questionNamed(name))
      .find((one) => one !== undefined);
    return twin && { twin, isOwn: all.own.has(twin.id) };
  };
}

const isSame = (stored: ClassQuestion, { text, term }: Wanted): boolean =>
  stored.term === term.id && isDeepStrictEqual(decodeQuestion(stored), text);

/**
 * Writes a question of a class, checked beside all others of that moment. What is sent again, since the answer to it was
 * lost, is the `same`.
 * @throws UserError where the class is over.
 */
export async function writeOwn(one: Pick<Class, 'id' | 'course'>, wanted: Wanted, context: Context): Promise<Written> {
  const { author, edit, term } = wanted;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { revision, questions } = await context.classQuestions.of(one.id);
    const before = edit && questions.find(({ id, deleted }) => id === edit.id && deleted === undefined);
    if (edit && !before) return { kind: 'gone' };
    if (before && isSame(before, wanted)) return { kind: 'same', stored: before };
    if (before && edit && before.changes !== edit.changes) return { kind: 'changed', stored: before };
    if (!before && questions.filter(({ deleted }) => deleted === undefined).length >= MOST) return { kind: 'full' };
    const made = { text: encodeQuestion(wanted.text), term: term.id };
    const draft = (id: string): ClassQuestion =>
      before
        ? { ...before, ...made, changes: before.changes + 1 }
        : { id, classId: one.id, author, at: context.now().epochMilliseconds, changes: 0, ...made };
    const others = before ? questions.filter(({ id }) => id !== before.id) : questions;
    const twinOf = twinsAmong(others, courseOf(context.courses(), one));
    let stored = draft(before?.id ?? context.newId());
    let found = twinOf(toQuestion(stored, wanted.text));
    // An id may, if hardly ever, be another question's short name.
    for (let tried = 0; !before && found && tried < IDS; tried++) {
      stored = draft(context.newId());
      found = twinOf(toQuestion(stored, wanted.text));
    }
    if (found) {
      const same = before ? undefined : questions.find(({ id }) => id === found.twin.id);
      return same && isSame(same, wanted) ? { kind: 'same', stored: same } : { kind: 'twin', ...found };
    }
    if (await context.classQuestions.write(one.id, [stored], revision)) return { kind: 'written', stored };
    const still = await context.classes.byId(one.id);
    if (!still || still.closed !== undefined) throw classOver();
  }
  throw new Error("a class's questions never stop changing");
}

/** Changes a stored question by `change`, such as its deletion, whatever else changes at the same time. */
export async function changeOwn(
  one: Pick<Class, 'id'>,
  id: string,
  change: (stored: ClassQuestion) => ClassQuestion,
  context: Context,
): Promise<ClassQuestion> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { revision, questions } = await context.classQuestions.of(one.id);
    const stored = questions.find((question) => question.id === id);
    if (!stored) throw new UserError(text.both(({ noSuchQuestion }) => noSuchQuestion));
    const changed = change(stored);
    if (isDeepStrictEqual(changed, stored)) return stored;
    if (await context.classQuestions.write(one.id, [changed], revision)) return changed;
  }
  throw new Error("a class's questions never stop changing");
}
