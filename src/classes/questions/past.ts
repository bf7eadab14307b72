import type { Class } from '../../core/class.ts';
import type { ClassQuestion } from '../../core/class-questions.ts';
import type { Caller } from '../../core/command/command.ts';
import type { Context } from '../../course/context.ts';
import { decodeQuestion, toQuestion } from '../../course/own-questions.ts';
import { ATTEMPTS } from '../change.ts';
import { closedClasses } from '../term/closed.ts';
import { MOST } from './write.ts';

/** Closed classes whose questions are offered: the last terms. */
const TERMS = 3;

/** Those that were not deleted, by the hash of their words: another class's question has another id. */
const readAsked = (all: readonly ClassQuestion[]) =>
  all.flatMap((stored) => {
    const written = stored.deleted === undefined ? decodeQuestion(stored) : undefined;
    return written === undefined || 'unreadable' in written
      ? []
      : [{ stored, words: toQuestion(stored, written).alias }];
  });

/** Questions that classes which were closed here had written, and the class has not. */
export async function findPast(one: Class, caller: Caller, context: Context): Promise<readonly ClassQuestion[]> {
  const { classQuestions } = context;
  const before = (await closedClasses(caller, context)).filter(({ id }) => id !== one.id).slice(0, TERMS);
  if (before.length === 0) return [];
  const [own, ...past] = await Promise.all([one, ...before].map(({ id }) => classQuestions.of(id)));
  // What the class itself has deleted is not offered anew.
  const undeleted = own?.questions.map(({ deleted: _, ...stored }) => stored) ?? [];
  const known = new Set(readAsked(undeleted).map(({ words }) => words));
  const found: ClassQuestion[] = [];
  for (const { stored, words } of past.flatMap(({ questions }) => readAsked(questions))) {
    if (known.has(words)) continue;
    known.add(words);
    found.push(stored);
  }
  return found;
}

/**
 * Copies questions of other classes into one, as its instructor's: those stay as they are, with all that their students
 * answered. Gives how many there were.
 */
export async function copyQuestions(
  one: Class,
  past: readonly ClassQuestion[],
  { id: author }: Pick<Caller, 'id'>,
  context: Context,
): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { revision, questions } = await context.classQuestions.of(one.id);
    const known = new Set(readAsked(questions).map(({ words }) => words));
    const at = context.now().epochMilliseconds;
    const copies = readAsked(past)
      .filter(({ words }) => !known.has(words))
      .slice(0, MOST - questions.length)
      .map(({ stored }) => ({ ...stored, id: context.newId(), classId: one.id, author, at, changes: 0 }));
    if (copies.length === 0) return 0;
    if (await context.classQuestions.write(one.id, copies, revision)) return copies.length;
  }
  throw new Error("a class's questions never stop changing");
}
