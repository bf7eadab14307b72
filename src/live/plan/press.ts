import { type Class, refusal, teaches } from '../../core/class.ts';
import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { button, buttons, markdown } from '../../core/reply/builders.ts';
import type { Context } from '../../course/context.ts';
import { callOff, type Change, changePlanned, firstWake } from './change.ts';
import { type PlannedQuiz, plannedIn } from './codec.ts';
import { type PlanMove, replanLine } from './lines.ts';
import { nameIn, type Planned, plannedFor, renderList, renderPlanned } from './list.ts';
import { draftEvents, draftMessages, eventKeys, messageKeys } from './posts.ts';
import { text } from './text.ts';
import { whenTyped } from './when.ts';

const gone = (): UserError => new UserError(text.both((words) => words.gone));

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

/** @throws UserError for a quiz that has begun, or does not take place. */
function checkAhead({ status }: PlannedQuiz): void {
  if (status !== 'ahead') throw new UserError(text.both((words) => words.over[status]));
}

const question = (said: string, ...after: Reply['blocks']): Reply => ({
  visibility: 'caller',
  accent: 'warning',
  replaces: true,
  blocks: [markdown(said), ...after],
});

/** Asks before a class is told that its quiz does not take place. */
function askCancel({ appointment: { id: plan }, planned, one }: Planned & { one: Class }, caller: Caller): Reply {
  const words = text(caller.locale);
  const { when, topic } = nameIn(planned, one, caller);
  return question(
    words.askCancel(when, topic),
    buttons(
      button(words.buttons.drop, replanLine.write({ plan, move: 'drop' }), 'danger'),
      button(words.buttons.keep, replanLine.write({ plan, move: 'show' })),
    ),
  );
}

async function cancel({ appointment, one }: Planned & { one: Class }, caller: Caller, context: Context): Promise<Reply> {
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
  const { when, topic } = nameIn(result.planned, one, caller);
  const said = [text(caller.locale).cancelled(when, topic)];
  return renderList(await plannedFor(one, context), one, caller, now, said);
}

/** A quiz at another hour; its class is told, and reminded again. @throws UserError where it has begun, or is to. */
function moved(at: number, one: Class, now: number, newId: () => string) {
  return (is: PlannedQuiz, appointment: Planned['appointment']): Change => {
    checkAhead(is);
    if (now >= is.at) throw new UserError(text.both((words) => words.isTime));
    if (is.at === at) throw new UserError(text.both((words) => words.sameHour));
    const { wakes, isReminded } = firstWake(at, now);
    const planned: PlannedQuiz = { ...is, at, before: [...is.before, is.at], isReminded, hindered: undefined };
    const { id } = appointment;
    return {
      planned,
      wakes,
      posts: [
        ...draftMessages(appointment, 'moved', planned, one, { now, newId }),
        // One that was given up, since it could not be made before its hour, is made after all.
        ...draftEvents(appointment, planned, one, { now, newId }),
      ],
      again: [messageKeys(id), eventKeys(id)],
      ended: [messageKeys(id)],
    };
  };
}

async function moveTo(typed: string, found: Planned & { one: Class }, caller: Caller, context: Context): Promise<Reply> {
  const { appointment, one } = found;
  const instant = context.now();
  const now = instant.epochMilliseconds;
  const when = whenTyped(typed, one.timetable, instant);
  const words = text(caller.locale);
  if (!('at' in when)) {
    const to = (hour: string) => replanLine.write({ plan: appointment.id, move: 'to', when: `${when.day} ${hour}` });
    return question(words.whichHour, buttons(...when.hours.map((hour) => button(hour, to(hour)))));
  }
  const { at } = when;
  const others = (await plannedFor(one, context)).filter((other) => other.appointment.id !== appointment.id);
  const same = others.find(({ planned }) => planned.at === at);
  if (same) throw new UserError(text.both((words, locale) => words.taken(nameIn(same.planned, one, { locale }).when)));
  const result = await changePlanned(appointment.id, moved(at, one, now, context.newId), now, context);
  if (!result) throw gone();
  const name = nameIn(result.planned, one, caller);
  return renderPlanned({ appointment, planned: result.planned }, one, caller, now, [words.movedTo(name.when, name.topic)]);
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
  const words = text(caller.locale);
  if (said.move !== 'list') checkAhead(planned);
  switch (said.move) {
    case 'list':
      return renderList(await plannedFor(one, context), one, caller, now);
    case 'show':
      return renderPlanned(found, one, caller, now);
    case 'move':
      return question(words.whenTo, {
        type: 'input',
        line: replanLine.write({ plan: said.plan, move: 'to' }),
        label: words.whenLabel,
      });
    case 'to':
      return moveTo(said.when ?? '', found, caller, context);
    case 'cancel':
      return askCancel(found, caller);
    case 'drop':
      return cancel(found, caller, context);
    default:
      return said.move satisfies never;
  }
}
