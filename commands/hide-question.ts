import { classToTeach } from '../src/classes/find.ts';
import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { hideLine } from '../src/report/lines.ts';
import { setQuestionHidden } from '../src/report/questions/reported.ts';

/** The button by which an instructor has a class not asked a question, or again. */
export default (context: Context) =>
  buttonCommand(hideLine, async (said, caller) =>
    setQuestionHidden(await classToTeach(caller, context), said, caller, context),
  );
