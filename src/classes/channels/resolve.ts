import { isId, platformOf } from '../../core/address.ts';
import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import { type Lost, messengerFor } from '../../core/platform.ts';
import type { Context } from '../../course/context.ts';
import { text } from './text.ts';

/**
 * The address of the channel that the caller names, or else writes in.
 * @throws UserError where there is neither, and for a name that is no channel.
 */
export function resolveChannel(named: string | undefined, { channel, space }: Caller): string {
  const platform = platformOf(space);
  const address = named === undefined ? channel : `${platform}:${named}`;
  if (address === undefined) throw new UserError(text.both((words) => words.whichChannel));
  if (named !== undefined && !isId(named, platform)) throw new UserError(text.both((words) => words.unknownChannel));
  return address;
}

/** Asks the platform for a channel; undefined where none is connected, or it does not answer. */
const reach = (channel: string, { messengers }: Context) => messengerFor(channel, messengers())?.reach(channel);

/**
 * Checks that a channel can have cards, and belongs to the caller's guild or workspace.
 * @throws UserError where the bot cannot read it, and where it belongs, or may belong, to another one.
 */
export async function checkChannel(channel: string, caller: Caller, context: Context): Promise<void> {
  const asked = reach(channel, context);
  const found = await asked;
  if (found?.kind === 'lost' || (found?.space !== undefined && found.space !== caller.space))
    throw new UserError(text.both((words) => (platformOf(channel) === 'slack' ? words.notInvited : words.invisible)));
  // The channel that the caller writes in is theirs; for any other one the platform has to say so.
  if (asked && !found && channel !== caller.channel) throw new UserError(text.both((words) => words.cannotCheck));
}

/** The first of the channels that the platform says the bot cannot use any more. */
export async function findLostChannel(
  channels: readonly { channel: string }[],
  context: Context,
): Promise<{ why: Lost['why']; channel: string } | undefined> {
  for (const { channel } of channels) {
    const found = await reach(channel, context);
    if (found?.kind === 'lost') return { why: found.why, channel };
  }
  return undefined;
}
