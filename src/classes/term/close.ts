import { type Class, teaches } from '../../core/class.ts';
import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { button, buttons, heading, markdown } from '../../core/reply/builders.ts';
import type { Context } from '../../course/context.ts';
import { ATTEMPTS, changeClass, dueAfter } from '../change.ts';
import { classReply } from '../class-reply.ts';
import { confirm } from '../confirm.ts';
import { classToTeach } from '../find.ts';
import { closedClasses, noClosed } from './closed.ts';
import { text } from './text.ts';

/** @throws UserError while something of the class goes on that its end would cut off. */
export async function refuseWhileLive({ id }: Class, { sessions }: Pick<Context, 'sessions'>): Promise<void> {
  if ((await sessions.running(id, 'live')).length > 0) throw new UserError(text.both((words) => words.liveQuizRuns));
}

/** What an instructor reads of a class whose term has just ended. */
export function closedReply({ locale }: Caller, lead?: string): Reply {
  const words = text(locale);
  return {
    visibility: 'caller',
    accent: 'success',
    replaces: true,
    blocks: [
      heading(words.closed),
      markdown([...(lead === undefined ? [] : [lead]), words.afterClosing, words.nextTerm].join('\n\n')),
      buttons(button(words.seeReport, 'report'), button(words.reopen, 'class close undo')),
    ],
  };
}

/** The end of a class, now. */
export const closing =
  (context: Pick<Context, 'now'>) =>
  (one: Class): Class => ({ ...one, closed: context.now().epochMilliseconds });

/**
 * Takes back the end of the class that was closed here last, in the channels that it had.
 * @throws UserError where there is none, and where one of its channels has another class by now.
 */
async function reopen(caller: Caller, context: Context): Promise<Reply> {
  const [found] = await closedClasses(caller, context);
  if (!found) {
    await classToTeach(caller, context);
    throw noClosed();
  }
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const was = await context.classes.byId(found.id);
    if (was?.closed === undefined || !teaches(was, caller)) throw noClosed();
    const { closed: _, ...open } = was;
    for (const { channel } of open.channels)
      if (await context.classes.of(channel)) throw new UserError(text.both((words) => words.nextHasBegun));
    const one = { ...open, due: await dueAfter(open, open, context) };
    if (await context.classes.replace(was, one, context.now().epochMilliseconds))
      return classReply(one, { heading: text(caller.locale).reopened, now: context.now(), whole: true }, caller);
  }
  throw new Error('a class never stops changing');
}

/**
 * Ends the term of the instructor's class, once they say `sure`; `undo` takes that back. Nothing that is planned is
 * posted any more; reports, and what students have practised, stay.
 * @throws UserError to students, while a live quiz runs, and where nothing can be taken back.
 */
export async function closeClass(
  { how }: { how: 'sure' | 'undo' | undefined },
  caller: Caller,
  context: Context,
): Promise<Reply> {
  if (how === 'undo') return reopen(caller, context);
  const one = await classToTeach(caller, context);
  await refuseWhileLive(one, context);
  const words = text(caller.locale);
  if (how === undefined)
    return confirm(
      words.askClose,
      [...(one.channels.length > 1 ? [words.inAllChannels(one.channels.length)] : []), words.whatCloses].join(' '),
      { yes: button(words.close, 'class close sure', 'danger'), no: button(words.keep, 'class show') },
    );
  await changeClass(one.id, closing(context), context);
  const { questions } = await context.classQuestions.of(one.id);
  return closedReply(caller, questions.length === 0 ? undefined : words.questionsStay);
}
