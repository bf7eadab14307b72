import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { resetLine } from '../src/lab/lines.ts';
import { resetLab } from '../src/lab/manage.ts';
import { teachesKubernetes } from '../src/lab/own-lab.ts';

/** The button of `/lab reset` that does it. */
export default (context: Context) =>
  teachesKubernetes(context) ? buttonCommand(resetLine, (_, caller) => resetLab(caller, context)) : null;
