import { refusal, teaches } from '../src/classes/find.ts';
import { buttonCommand } from '../src/core/command/line.ts';
import { UserError } from '../src/core/errors.ts';
import type { Context } from '../src/course/context.ts';
import { recapLine } from '../src/live/lines.ts';
import { askAgain } from '../src/live/results/ask-again.ts';
import { readPlayedSession } from '../src/live/results/played.ts';
import { renderRecap } from '../src/live/results/recap.ts';
import { text } from '../src/live/results/text.ts';

const gone = () => new UserError(text.both(({ noSummary }) => noSummary));

/** An instructor's summary of a live quiz; and what was missed in it, once more. */
export default (context: Context) =>
  buttonCommand(recapLine, async (said, caller) => {
    const session = said && (await context.sessions.byId(said.session));
    const one = session && (await context.classes.byId(session.classId));
    if (!session || !one) throw gone();
    if (!teaches(one, caller))
      throw refusal(caller, () => new UserError(text.both(({ onlyInstructorsSee }) => onlyInstructorsSee)));
    if (session.wakes !== undefined) throw new UserError(text.both(({ summaryLater }) => summaryLater));
    const played = await readPlayedSession(session, context);
    if (!played) throw gone();
    return said.what === 'again'
      ? askAgain(one, played, said.answer, caller, context)
      : renderRecap(played, context.course().terms, caller.locale);
  });
