import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { readLine } from '../src/lookup/lines.ts';
import { readPage } from '../src/lookup/topic.ts';

/** The button that shows the next page of what is too long for one message. */
export default (context: Context) =>
  buttonCommand(readLine, (said, { locale }) => readPage(said, context.course(), locale));
