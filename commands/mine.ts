import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { mineLine } from '../src/live/lines.ts';
import { createOwnScene } from '../src/live/results/own-scene.ts';

/** A message of a live quiz as one of its players sees it. */
export default (context: Context) => buttonCommand(mineLine, createOwnScene(context));
