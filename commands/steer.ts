import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { steerLine } from '../src/live/lines.ts';
import { pressMove } from '../src/live/steer.ts';

/** The buttons with which an instructor steers a live quiz. */
export default (context: Context) => buttonCommand(steerLine, (said, caller) => pressMove(said, caller, context));
