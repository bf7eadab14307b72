import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { chooseCourse } from '../src/help/choose-course.ts';
import { studyLine } from '../src/help/lines.ts';

/** The course that a person is taught where no class says it, such as in direct messages. */
export default (context: Context) =>
  buttonCommand(studyLine, (said, caller) => chooseCourse(said?.course, caller, context));
