import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { readGuide } from '../src/lookup/guide.ts';
import { guideLine } from '../src/lookup/lines.ts';

/** The button that shows how something is done or mended, or an example. */
export default (context: Context) =>
  buttonCommand(guideLine, (said, { locale }) => readGuide(said, context.course(), locale));
