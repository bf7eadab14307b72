import type { Caller, Command } from '../core/command/command.ts';
import { runCommand } from '../core/command/invoke.ts';
import { UserError } from '../core/errors.ts';
import type { Reply } from '../core/reply/reply.ts';
import { shareLine } from './lines.ts';
import { text } from './text.ts';

/**
 * What a line answers its caller, for everyone in the channel to see.
 * @throws UserError where it answers nothing that can be shared.
 */
export async function shareReply(line: string, caller: Caller, commands: readonly Command[]): Promise<Reply> {
  const [name, ...rest] = line.split(' ');
  const shown = commands.find((one) => one.name === name && one.name !== shareLine.name);
  const reply = shown && (await runCommand(shown, rest.join(' '), caller));
  if (reply?.share === undefined) throw new UserError(text.both((words) => words.notShareable));
  const { share: _, ...all } = reply;
  return { ...all, visibility: 'channel', sharedBy: caller.id };
}
