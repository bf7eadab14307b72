import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { pressGiven } from '../src/homework/instructor.ts';
import { assignLine } from '../src/homework/lines.ts';
import { renderHomeworkMarks } from '../src/report/marks/homework.ts';

/** The buttons with which an instructor changes and ends a class's homework, and gets its marks. */
export default (context: Context) =>
  buttonCommand(assignLine, (said, caller) =>
    pressGiven(said, caller, context, (found) => renderHomeworkMarks(found, caller, context)),
  );
