import { ownLine } from '../src/classes/questions/lines.ts';
import { pressOwn } from '../src/classes/questions/press.ts';
import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';

/** The buttons of a question that a class has written. */
export default (context: Context) => buttonCommand(ownLine, (said, caller) => pressOwn(said, caller, context));
