import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { flagLine } from '../src/course/lines.ts';
import { flagQuestion } from '../src/report/questions/flag.ts';

/** The button by which a student says that something is wrong with a question, and why. */
export default (context: Context) => buttonCommand(flagLine, (said, caller) => flagQuestion(said, caller, context));
