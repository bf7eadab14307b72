import { type Class, refusal, teaches } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { button, buttons, footer, markdown } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import { madeNote } from '../course/made-note.ts';
import { truncate } from '../language/truncate.ts';
import { escapeBesideCode } from '../markdown/escape.ts';
import { type Found, findHomework } from './assigned.ts';
import { type Change, changeHomework, wakeOf, withDeadline } from './change.ts';
import type { Homework, Status } from './codec.ts';
import { deadlineTyped, endOf } from './deadline.ts';
import { nameIn, renderGiven, renderList } from './given.ts';
import { assignLine, type InstructorMove } from './lines.ts';
import { renderMessage } from './messages.ts';
import { askWhen, moveTo } from './move.ts';
import { draftMessages, messageKeys } from './posts.ts';
import { questionsLeft } from './standing.ts';
import { text } from './text.ts';

/** Milliseconds after which messages that were on their way as a homework was called off are looked for once more. */
const SETTLED = 5000;
/** Code points of a question that are shown in a list. */
const ASK = 70;

/** A homework of a class that the caller teaches. @throws UserError to students, and where it is gone. */
async function homeworkToTeach(id: string | undefined, caller: Caller, context: Context): Promise<Found> {
  const found = await findHomework(id, context);
  if (!teaches(found.one, caller))
    throw refusal(caller, () => new UserError(text.both((words) => words.onlyInstructors)));
  return found;
}

/** The message as the class sees it, and the questions, for its instructor. */
function look({ appointment: { id }, homework, one, course }: Found, { locale }: Caller, now: number): Reply {
  const words = text(locale);
  const shown = renderMessage(id, homework, one, now);
  const questions = questionsLeft(homework, course).map((question, i) => {
    const asked = escapeBesideCode(truncate(question.ask[locale].replace(/\s+/g, ' '), ASK));
    return `${i + 1}. ${[asked, ...madeNote(question, locale)].join(' · ')}`;
  });
  return {
    visibility: 'caller',
    accent: 'info',
    replaces: true,
    blocks: [
      // Its buttons would begin the instructor's own.
      ...shown.blocks.filter(({ type }) => type !== 'buttons'),
      markdown(questions.join('\n')),
      buttons(button(words.buttons.back, assignLine.write({ homework: id, move: 'show' }))),
      footer(words.shuffled),
    ],
  };
}

/** Ends a homework, or takes that back; the class's messages say so. */
const turned =
  (status: Status, one: Class, now: number, { newId }: Pick<Context, 'newId'>) =>
  (is: Homework, appointment: Found['appointment']): Change | undefined => {
    if (is.status === status) return undefined;
    const again = [messageKeys(appointment.id)];
    if (status !== 'open') return { homework: { ...is, status }, wakes: undefined, again };
    const homework = withDeadline({ ...is, status }, is.until, one, now);
    const isAhead = now < endOf(is);
    return {
      homework: is.reminders === 'ahead' ? homework : { ...homework, reminders: is.reminders },
      // A process may have given a message up in this moment, as not to be told: then it is told after all.
      wakes: isAhead ? now + SETTLED : wakeOf(homework, one, now),
      posts: isAhead ? draftMessages(appointment, is, one, { now, newId }) : [],
      again,
    };
  };

async function turn(status: Status, found: Found, caller: Caller, context: Context): Promise<Reply> {
  const { appointment, one } = found;
  if (one.closed !== undefined) throw new UserError(text.both((words) => words.classOver));
  const now = context.now().epochMilliseconds;
  const homework = await changeHomework(appointment.id, turned(status, one, now, context), now, context);
  if (!homework) throw new UserError(text.both((words) => words.gone));
  const { topic, when } = nameIn(homework, one, caller.locale, now);
  const said = text(caller.locale).turned[status](topic, when);
  return renderGiven({ appointment, homework }, one, caller, context, [said]);
}

/**
 * What an instructor's button does with a homework; undefined for a line that cannot be read. `file` hands its marks over.
 * @throws UserError to a student, and where it is gone.
 */
export async function pressGiven(
  said: { homework: string; move: InstructorMove; when?: string | undefined } | undefined,
  caller: Caller,
  context: Context,
  file: (found: Found) => Promise<Reply>,
): Promise<Reply> {
  const found = await homeworkToTeach(said?.homework, caller, context);
  const { one } = found;
  const move = said?.move ?? 'show';
  switch (move) {
    case 'show':
      return renderGiven(found, one, caller, context);
    case 'list':
      return renderList(one, caller, context);
    case 'look':
      return look(found, caller, context.now().epochMilliseconds);
    case 'move':
      return askWhen(found, one, caller);
    case 'to':
      return moveTo(deadlineTyped(said?.when ?? '', one.timetable, context.now()), found, one, caller, context);
    case 'drop':
      return turn('cancelled', found, caller, context);
    case 'close':
      return turn('closed', found, caller, context);
    case 'reopen':
      return turn('open', found, caller, context);
    case 'file':
      return file(found);
    default:
      return move satisfies never;
  }
}
