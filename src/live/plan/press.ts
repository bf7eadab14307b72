import { type Class, refusal, teaches } from '../../core/class.ts';
import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { button, buttons } from '../../core/reply/builders.ts';
import type { Context } from '../../course/context.ts';
import { callOff, changePlanned } from './change.ts';
import { plannedIn } from './codec.ts';
import { type PlanMove, replanLine } from './lines.ts';
import { nameIn, type Planned, plannedFor, renderList, renderPlanned } from './list.ts';
import { askWhen, checkAhead, gone, moveTo, question } from './move.ts';
import { text } from './text.ts';
import { whenTyped } from './when.ts';

/** A planned quiz and its class, for an instructor of that class. @throws UserError to others, and where it is gone. */
async function plannedForInstructor(
  id: string,
  caller: Caller,
  { appointments, classes }: Context,
): Promise<Planned & { one: Class }> {
  const appointment = await appointments.byId(id);
  const planned = plannedIn(appointment);
  const one = appointment && (await classes.byId(appointment.classId));
  if (!appointment || !planned || !one) throw gone();
  if (!teaches(one, caller)) throw refusal(caller, () => new UserError(text.both((words) => words.onlyInstructors)));
  return { appointment, planned, one };
}

/** Asks before a class is told that its quiz does not take place. */
function askCancel(
  { appointment: { id: plan }, planned, one }: Planned & { one: Class },
  caller: Caller,
  now: number,
): Reply {
  const words = text(caller.locale);
  const { when, topic } = nameIn(planned, one, caller, now);
  return question(
    words.askCancel(when, topic),
    buttons(
      button(words.buttons.drop, replanLine.write({ plan, move: 'drop' }), 'danger'),
      button(words.buttons.keep, replanLine.write({ plan, move: 'show' })),
    ),
  );
}

async function cancel(
  { appointment, one }: Planned & { one: Class },
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const now = context.now().epochMilliseconds;
  const result = await changePlanned(
    appointment.id,
    (is, row) => {
      checkAhead(is);
      return callOff(is, row, 'cancelled', undefined, one, now, context.newId);
    },
    now,
    context,
  );
  if (!result) throw gone();
  const { when, topic } = nameIn(result.planned, one, caller, now);
  const said = [text(caller.locale).cancelled(when, topic)];
  return renderList(await plannedFor(one, context), one, caller, now, context, said);
}

/** What an instructor's button does with a planned quiz; undefined for a line that cannot be read. @throws UserError to a student. */
export async function pressPlan(
  said: { plan: string; move: PlanMove; when?: string | undefined } | undefined,
  caller: Caller,
  context: Context,
): Promise<Reply> {
  if (!said) throw gone();
  const found = await plannedForInstructor(said.plan, caller, context);
  const { one, planned } = found;
  const now = context.now().epochMilliseconds;
  if (said.move !== 'list') checkAhead(planned);
  switch (said.move) {
    case 'list':
      return renderList(await plannedFor(one, context), one, caller, now, context);
    case 'show':
      return renderPlanned(found, one, caller, now);
    case 'move':
      return askWhen(found, caller);
    case 'to':
      return moveTo(whenTyped(said.when ?? '', one.timetable, context.now()), found, caller, context);
    case 'cancel':
      return askCancel(found, caller, now);
    case 'drop':
      return cancel(found, caller, context);
    default:
      return said.move satisfies never;
  }
}
