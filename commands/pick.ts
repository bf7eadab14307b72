import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { answerQuestion } from '../src/live/answer.ts';
import { pickLine } from '../src/live/lines.ts';

/** The answer buttons of a live quiz. */
export default (context: Context) => buttonCommand(pickLine, (said, caller) => answerQuestion(said, caller, context));
