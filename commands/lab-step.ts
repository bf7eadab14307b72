import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { teachesKubernetes } from '../src/lab/own-lab.ts';
import { stepLine } from '../src/lab/tours/lines.ts';

/** The buttons of a tour through one's own cluster. */
export default (context: Context) =>
  teachesKubernetes(context)
    ? buttonCommand(stepLine, async (said, caller) =>
        (await import('../src/lab/tours/play.ts')).playStep(said, caller, context),
      )
    : null;
