import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { prepareLine } from '../src/live/plan/lines.ts';
import { startPreparing } from '../src/live/plan/prepare.ts';
import { withheldFrom } from './options/withheld.ts';

/** The button under what tells a class of a planned live quiz. */
export default (context: Context) =>
  buttonCommand(prepareLine, (said, caller) =>
    startPreparing(said, caller, { ...context, withheld: withheldFrom(caller, context) }),
  );
