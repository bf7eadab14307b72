import { filledCommand } from '../src/core/command/filled.ts';
import type { Context } from '../src/course/context.ts';
import { RENAME, renamePlayer } from '../src/live/room/players.ts';

/** What the form sends with which an instructor gives a player another name. */
export default (context: Context) =>
  filledCommand(RENAME, ['session', 'place', 'name'], ({ session = '', place = '', name = '' }, caller) =>
    renamePlayer({ session, number: Number(place), name }, caller, context),
  );
