import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { recapLine } from '../src/live/lines.ts';
import { showRecap } from '../src/live/results/recap.ts';

/** An instructor's summary of a live quiz; and what was missed in it, once more. */
export default (context: Context) => buttonCommand(recapLine, (said, caller) => showRecap(said, caller, context));
