import { buttonCommand } from '../src/core/command/line.ts';
import { route } from '../src/core/command/route.ts';
import { runCommand } from '../src/core/command/run.ts';
import { shareLine } from '../src/core/command/share-line.ts';
import { text } from '../src/core/command/text.ts';
import { UserError } from '../src/core/errors.ts';
import type { Context } from '../src/course/context.ts';

/** Do two lines run the same? A message of an older version calls the command by another name. */
function runsAs(line: string, other: string, { commands }: Context): boolean {
  const [one, two] = [route(line, commands()), route(other, commands())];
  return (
    one.command !== undefined &&
    one.command === two.command &&
    one.action?.[0] === two.action?.[0] &&
    one.given === two.given
  );
}

/** `share <line>`: what the line shows its caller, for everyone in the channel to see, where it is what a reply is shared by. */
export default (context: Context) =>
  buttonCommand(
    shareLine,
    async (said, caller) => {
      const shown = said && route(said.line, context.commands());
      const isShown = shown?.command !== undefined && shown.command.name !== shareLine.name;
      const reply = isShown ? await runCommand(shown, caller) : undefined;
      // A line that only leads to something, as a question does, may lead elsewhere than when it was written.
      if (said === undefined || reply?.share === undefined || !runsAs(reply.share, said.line, context))
        throw new UserError(text.both((words) => words.cannotShare));
      const { share: _, ...all } = reply;
      return { ...all, visibility: 'channel', sharedBy: caller.id };
    },
    { visibility: 'channel' },
  );
