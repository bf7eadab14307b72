import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { resetLine } from '../src/lab/lines.ts';
import { teachesKubernetes } from '../src/lab/own-lab.ts';

/** The button of `/lab reset` that does it. */
export default (context: Context) =>
  teachesKubernetes(context)
    ? buttonCommand(resetLine, async (_, caller) => (await import('../src/lab/manage.ts')).resetLab(caller, context))
    : null;
