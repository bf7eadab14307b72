import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { teachesKubernetes } from '../src/lab/own-lab.ts';
import { showLine } from '../src/lab/picture/lines.ts';

/** The buttons below the picture of a cluster. */
export default (context: Context) =>
  teachesKubernetes(context)
    ? buttonCommand(showLine, async (said, caller) =>
        (await import('../src/lab/picture/show.ts')).pressShown(said, caller, context),
      )
    : null;
