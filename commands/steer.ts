import { refusal, teaches } from '../src/classes/find.ts';
import { buttonCommand } from '../src/core/command/line.ts';
import { UserError } from '../src/core/errors.ts';
import type { Context } from '../src/course/context.ts';
import { currentState } from '../src/live/codec.ts';
import { steerLine } from '../src/live/lines.ts';
import { pressMove } from '../src/live/steer.ts';
import { text } from '../src/live/text.ts';

/** The buttons with which an instructor steers a live quiz. */
export default (context: Context) =>
  buttonCommand(steerLine, async (said, caller) => {
    const session = said && (await context.sessions.byId(said.session));
    const one = session && (await context.classes.byId(session.classId));
    const state = session && currentState(session);
    if (!state || !one) throw new UserError(text.both(({ sessionGone }) => sessionGone));
    if (!teaches(one, caller))
      throw refusal(caller, () => new UserError(text.both(({ onlyInstructorsSteer }) => onlyInstructorsSteer)));
    return pressMove(said.move, { id: session.id, state, scene: said.scene }, caller, context);
  });
