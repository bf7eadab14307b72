import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { homeworkLine } from '../src/homework/lines.ts';
import { pressHomework } from '../src/homework/student.ts';
import { withheldInClass } from './options/withheld.ts';

/** The buttons with which a student does their homework, or asks to be reminded of it. */
export default (context: Context) =>
  buttonCommand(homeworkLine, (said, caller) =>
    pressHomework(said, caller, { ...context, withheld: withheldInClass(context) }),
  );
