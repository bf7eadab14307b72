import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { joinQuiz } from '../src/live/join.ts';
import { joinLine } from '../src/live/lines.ts';

/** The button with which a student joins a live quiz. */
export default (context: Context) => buttonCommand(joinLine, (said, caller) => joinQuiz(said, caller, context));
