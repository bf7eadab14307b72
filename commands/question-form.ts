import { openForm } from '../src/classes/questions/form.ts';
import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { questionFormLine } from '../src/course/lines.ts';

/** Opens the form of a class's own question. */
export default (context: Context) => buttonCommand(questionFormLine, (said, caller) => openForm(said, caller, context));
