import type { Question } from '../../content/model.ts';
import type { Class } from '../../core/class.ts';
import type { ClassQuestion } from '../../core/class-questions.ts';
import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import type { Context } from '../../course/context.ts';
import { knownIn } from '../../course/hidden-questions.ts';
import { decodeQuestion, toQuestion } from '../../course/own-questions.ts';
import type { QuestionText } from '../../questions/types.ts';
import { classToTeach } from '../find.ts';
import { text } from './text.ts';

/** A class's own question that can be read. */
export interface OwnQuestion {
  one: Class;
  stored: ClassQuestion;
  /** As its author wrote it, in plain text. */
  text: QuestionText;
  /** As the course asks it, or would where it had its concept. */
  question: Question;
}

/** Said of a question that is gone, or that another class wrote. */
export const noSuchQuestion = (): UserError => new UserError(text.both(({ noSuchQuestion }) => noSuchQuestion));

/** A stored question that can be read. @throws UserError for one that cannot. */
export async function readOwn(one: Class, stored: ClassQuestion, context: Context): Promise<OwnQuestion> {
  const written = decodeQuestion(stored);
  if ('unreadable' in written) throw noSuchQuestion();
  const known = (await knownIn(one, context)).course().questionNamed(stored.id);
  return { one, stored, text: written, question: known ?? toQuestion(stored, written) };
}

/**
 * A question of the instructor's class by its id, also one that was deleted.
 * @throws UserError to students, and where their class has no such question.
 */
export async function findOwn(id: string, caller: Caller, context: Context): Promise<OwnQuestion> {
  const one = await classToTeach(caller, context);
  const { questions } = await context.classQuestions.of(one.id);
  const stored = questions.find((question) => question.id === id);
  if (!stored) throw noSuchQuestion();
  return readOwn(one, stored, context);
}
