import { classToTeach } from '../src/classes/find.ts';
import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { studentLine } from '../src/report/lines.ts';
import { showStudent } from '../src/report/student.ts';

/** The button of one student, where an instructor may mean several. */
export default (context: Context) =>
  buttonCommand(studentLine, async (said, caller) =>
    showStudent(await classToTeach(caller, context), said, caller, context),
  );
