import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { replanLine } from '../src/live/plan/lines.ts';
import { pressPlan } from '../src/live/plan/press.ts';

/** The buttons with which an instructor moves or cancels a planned live quiz. */
export default (context: Context) => buttonCommand(replanLine, (said, caller) => pressPlan(said, caller, context));
