import { buttonCommand } from '../src/core/command/line.ts';
import type { Context } from '../src/course/context.ts';
import { playerLine } from '../src/live/lines.ts';
import { pressPlayer } from '../src/live/room/players.ts';

/** The buttons with which an instructor names players anew, or has them out. */
export default (context: Context) => buttonCommand(playerLine, (said, caller) => pressPlayer(said, caller, context));
