import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { teachesKubernetes } from '../src/lab/own-lab.ts';
import { stepLine } from '../src/lab/tours/lines.ts';
import { playStep } from '../src/lab/tours/play.ts';

/** The buttons of a tour through one's own cluster. */
export default (context: Context) =>
  teachesKubernetes(context) ? buttonCommand(stepLine, (said, caller) => playStep(said, caller, context)) : null;
