import type { Class } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import type { Reply } from '../core/reply/blocks.ts';
import type { Context } from '../course/context.ts';
import { changeClass, withoutChannel } from './change.ts';
import { findLostChannel } from './channels/resolve.ts';
import { classReply } from './class-reply.ts';
import { classToTeach } from './find.ts';
import { text } from './text.ts';

/** No cards until the class is resumed; a class that is paused for a lost channel stays so for that. */
export async function pauseClass(caller: Caller, context: Context): Promise<Reply> {
  const { id } = await classToTeach(caller, context);
  const one = await changeClass(id, (now) => ({ ...now, paused: now.paused ?? { why: 'asked' } }), context);
  return classReply(one, { heading: text(caller.locale).pausing, now: context.now() }, caller);
}

/** Cards come again, unless a channel is still lost; `without`: the class gives up the channel that it is paused for. */
export async function resumeClass(
  { how }: { how: 'without' | undefined },
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const words = text(caller.locale);
  const before = await classToTeach(caller, context);
  const remaining = (now: Class): Class => {
    const { paused, channels } = now;
    const isDropped = how === 'without' && paused && paused.why !== 'asked' && channels.length > 1;
    return isDropped ? withoutChannel(paused.channel, now) : now;
  };
  const lost = await findLostChannel(remaining(before).channels, context);
  const one = await changeClass(before.id, (now) => ({ ...remaining(now), paused: lost }), context);
  return classReply(one, { heading: lost ? words.cannotResume : words.resuming, now: context.now() }, caller);
}
