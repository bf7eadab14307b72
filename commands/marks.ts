import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { marksLine } from '../src/live/lines.ts';
import { showMarks } from '../src/report/marks/marks.ts';

/** The button that hands an instructor the marks of a live quiz. */
export default (context: Context) => buttonCommand(marksLine, (said, caller) => showMarks(said, caller, context));
