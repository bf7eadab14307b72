import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { draftLine } from '../src/live/lines.ts';
import { pressDraft } from '../src/live/preview/preview.ts';

/** The buttons under the preview of a live quiz. */
export default (context: Context) => buttonCommand(draftLine, (said, caller) => pressDraft(said, caller, context));
