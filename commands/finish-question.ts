import { finishLine } from '../src/classes/questions/lines.ts';
import { finishQuestion } from '../src/classes/questions/save.ts';
import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';

/** The buttons of concepts that a question may be of. */
export default (context: Context) => buttonCommand(finishLine, (said, caller) => finishQuestion(said, caller, context));
