import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { deleteData } from '../src/privacy/delete.ts';
import { forgetLine } from '../src/privacy/lines.ts';

/** The button of `/privacy delete` that deletes all that is kept of the person who asked for it. */
export default (context: Context) =>
  buttonCommand(forgetLine, (said, caller) => deleteData(said?.owner, caller, context));
