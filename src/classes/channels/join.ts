import { type Class, refusal, teaches } from '../../core/class.ts';
import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import type { Locale } from '../../core/locale.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { button, buttons, heading, markdown } from '../../core/reply/builders.ts';
import type { Context } from '../../course/context.ts';
import { changeClass, withoutChannel } from '../change.ts';
import { classReply } from '../class-reply.ts';
import { confirm } from '../confirm.ts';
import { onlyManagers } from '../find.ts';
import { closedReply, closing, refuseWhileLive } from '../term/close.ts';
import { formatCode, newCode, parseCode } from './code.ts';
import { checkChannel, resolveChannel } from './resolve.ts';
import { text } from './text.ts';

/**
 * The channel that an instructor writes in, with its class; one without a class is for those who manage the place, and
 * for whom `mayAdd` lets. @throws UserError to another caller, whatever was typed.
 */
async function channelToChange(
  caller: Caller,
  context: Context,
  mayAdd: () => boolean = () => false,
): Promise<{ channel: string; one: Class | undefined }> {
  const channel = resolveChannel(undefined, caller);
  const one = await context.classes.of(channel);
  if (one ? !teaches(one, caller) : !caller.manages && !mayAdd()) throw refusal(caller, onlyManagers);
  return { channel, one };
}

const noSuchCode = (): UserError => new UserError(text.both((words) => words.noSuchCode));

/** What becomes of a class that one of its channels leaves. */
const afterLeaving = ({ channels }: Class, locale: Locale): string =>
  channels.length > 1 ? text(locale).classGoesOn : text(locale).classWillEnd;

/**
 * Adds the caller's channel to the class of a code, on this platform or another: they share a timetable, and each has
 * the card. Where the channel has a class already, `move` takes it out of that.
 * @throws UserError to those who may not, for a wrong or used code, and where the bot cannot use the channel.
 */
export async function joinClass(
  { code: typed, how }: { code: string; how: 'move' | undefined },
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const words = text(caller.locale);
  const code = parseCode(typed);
  const found = await context.classes.byCode(code);
  // A code tells nothing to those who may not use it. Instructors bring back a channel that they have taken out.
  const isOwn = (): boolean =>
    found !== undefined && teaches(found, caller) && found.channels.some(({ space }) => space === caller.space);
  const { channel, one: here } = await channelToChange(caller, context, isOwn);
  if (!found) throw noSuchCode();
  if (here?.id === found.id) throw new UserError(text.both((words) => words.joinedAlready));
  await checkChannel(channel, caller, context);
  if (here && how === undefined)
    return confirm(words.hasClass, `${words.moveTo(formatCode(code))} ${afterLeaving(here, caller.locale)}`, {
      yes: button(words.move, `class join ${code} move`, 'danger'),
      no: button(words.keep, 'class show'),
    });
  if (here) await refuseWhileLive(here, context);
  const fresh = newCode(context.newId);
  /** A class that begins in the channel in this moment keeps it. */
  const checkFree = async (): Promise<void> => {
    if (await context.classes.of(channel)) throw new UserError(text.both((words) => words.hasClassByNow));
  };
  const one = await changeClass(
    found.id,
    (now) => {
      if (now.code !== code) throw noSuchCode();
      // A code works once: it may have been read by others in the channel where it was typed.
      return { ...now, channels: [...now.channels, { channel, space: caller.space }], code: fresh };
    },
    context,
    here ? undefined : checkFree,
  );
  return classReply(one, { heading: words.joined, lead: words.sameCards, now: context.now() }, caller);
}

/**
 * Takes the caller's channel out of its class; without its last channel, the class is closed. Asks first unless `sure`.
 * @throws UserError to those who may not, and while a live quiz runs in the class.
 */
export async function leaveClass(
  { how }: { how: 'sure' | undefined },
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const words = text(caller.locale);
  const { channel, one: here } = await channelToChange(caller, context);
  if (!here) throw new UserError(text.both((words) => words.noClassInChannel));
  await refuseWhileLive(here, context);
  if (how === undefined)
    return confirm(words.askLeave, `${words.noMoreCards} ${afterLeaving(here, caller.locale)}`, {
      yes: button(words.leave, 'class leave sure', 'danger'),
      no: button(words.keep, 'class show'),
    });
  const left = await changeClass(
    here.id,
    (now) => {
      const rest = withoutChannel(channel, now);
      return rest.channels.length === 0 ? closing(context)(now) : rest;
    },
    context,
  );
  if (left.closed !== undefined) return closedReply(caller, words.classEnded);
  return {
    visibility: 'caller',
    accent: 'success',
    replaces: true,
    blocks: [
      heading(words.left),
      markdown(words.toComeBack(formatCode(left.code))),
      buttons(button(words.comeBack, `class join ${left.code}`)),
    ],
  };
}
