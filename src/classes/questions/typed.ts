import type { Caller } from '../../core/command/command.ts';
import type { Localized } from '../../core/locale.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import type { Context } from '../../course/context.ts';
import { courseOf } from '../../course/courses.ts';
import { writtenTypes } from '../../questions/types.ts';
import { classToTeach } from '../find.ts';
import { conceptNamed } from './concept.ts';
import { PARTS } from './entered.ts';
import { openNewForm } from './form.ts';
import { parseLines } from './parse-lines.ts';
import { saveQuestion } from './save.ts';

/** The types as choices of an option. */
export const typeChoices: Readonly<Record<string, Localized>> = Object.fromEntries(
  writtenTypes.map(({ type, writing }) => [type, writing.name]),
);

/**
 * A question that is typed in lines, see parseLines(); of a concept or a question alone, the form holds it.
 * @throws UserError to students.
 */
export async function writeTyped(typed: string, caller: Caller, context: Context): Promise<Reply> {
  const course = courseOf(context.courses(), await classToTeach(caller, context));
  const { entered, strange } = parseLines(typed, (words) => conceptNamed(words, course) !== undefined);
  const given = PARTS.filter((part) => entered[part] !== undefined);
  const isOneLine = given.length === 0 || (given.join() === 'question' && !typed.trim().includes('\n'));
  return isOneLine ? openNewForm(entered, caller, context) : saveQuestion(entered, caller, context, strange);
}
