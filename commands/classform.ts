import { showForm } from '../src/classes/form/form.ts';
import { formLine } from '../src/classes/form/lines.ts';
import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';

/** Opens the form of a class's settings again, with what was entered. */
export default (context: Context) =>
  buttonCommand(formLine, (said, caller) => showForm(said?.entered ?? '', caller, context));
