import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { shareLine } from '../src/lookup/lines.ts';
import { shareReply } from '../src/lookup/share.ts';

/** The button that shares an answer with the channel. */
export default (context: Context) =>
  buttonCommand(shareLine, (said, caller) => shareReply(said?.line ?? '', caller, context.commands()), {
    visibility: 'channel',
  });
