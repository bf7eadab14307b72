import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { resultLine } from '../src/live/lines.ts';
import { createOwnResult } from '../src/live/results/own-result.ts';
import { withheldFrom } from './options/withheld.ts';

/** A player's own result of a live quiz. */
export default (context: Context) =>
  buttonCommand(
    resultLine,
    createOwnResult(context, (who) => withheldFrom(who, context)),
  );
