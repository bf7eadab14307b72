import type { Class } from '../../core/class.ts';
import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { button, buttons, markdown } from '../../core/reply/builders.ts';
import type { Context } from '../../course/context.ts';
import { samplesOf } from '../../course/samples.ts';
import { compact } from '../../language/normalize.ts';
import { topicOf } from '../state.ts';
import { type Change, changePlanned, firstWake } from './change.ts';
import type { PlannedQuiz } from './codec.ts';
import { replanLine } from './lines.ts';
import { checkFree, chooseButton, nameIn, type Planned, plannedFor, readPlanned, renderPlanned } from './list.ts';
import { draftEvents, draftMessages, eventKeys, messageKeys } from './posts.ts';
import { text } from './text.ts';
import type { When } from './when.ts';

/** A planned quiz with its class. */
type Found = Planned & { one: Class };

export const gone = (): UserError => new UserError(text.both((words) => words.gone));

/** @throws UserError for a quiz that has begun, or does not take place. */
export function checkAhead({ status }: PlannedQuiz): void {
  if (status !== 'ahead') throw new UserError(text.both((words) => words.over[status]));
}

/** A question to the instructor, with what they may answer. */
export const question = (said: string, ...after: Reply['blocks']): Reply => ({
  visibility: 'caller',
  accent: 'warning',
  replaces: true,
  blocks: [markdown(said), ...after],
});

/** A moment as it is typed: a day and an hour. */
const asTyped = (at: Temporal.ZonedDateTime): string =>
  `${at.toPlainDate()} ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`;

const localTime = (at: number, { timetable }: Class): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timetable.zone);

/** How much later a quiz often is. */
const SHIFTS = [
  { name: 'tenMinutes', by: { minutes: 10 } },
  { name: 'halfAnHour', by: { minutes: 30 } },
  { name: 'anHour', by: { hours: 1 } },
  { name: 'aDay', by: { days: 1 } },
  { name: 'aWeek', by: { weeks: 1 } },
] as const;

/** Asks how much later a quiz is to be. Its buttons name the hour itself, so that one that is pressed twice moves it once. */
export function askWhen({ appointment: { id: plan }, planned, one }: Found, { locale }: Pick<Caller, 'locale'>): Reply {
  const words = text(locale);
  const was = localTime(planned.at, one);
  const later = SHIFTS.map(({ name, by }) =>
    button(words.later[name], replanLine.write({ plan, move: 'to', when: asTyped(was.add(by)) })),
  );
  return question(
    words.whenTo,
    buttons(...later, button(words.buttons.keep, replanLine.write({ plan, move: 'show' }))),
  );
}

/** A quiz at another hour; its class is told, and reminded again. @throws UserError where it has begun, or is to. */
function moved(at: number, one: Class, now: number, { newId, messengers }: Context) {
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
        ...draftEvents(appointment, planned, one, messengers(), { now, newId }),
      ],
      again: [messageKeys(id), eventKeys(id)],
      ended: [messageKeys(id)],
      check: (others) => checkFree(at, readPlanned(others), one, now),
    };
  };
}

/** Moves a quiz, or asks which of two hours is meant. @throws UserError where it cannot be moved there. */
export async function moveTo(
  when: When,
  { appointment, one }: Found,
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const now = context.now().epochMilliseconds;
  const words = text(caller.locale);
  if (!('at' in when)) {
    const to = (hour: string) => replanLine.write({ plan: appointment.id, move: 'to', when: `${when.day} ${hour}` });
    return question(
      words.whichHour,
      buttons(...when.hours.map(({ typed, label }) => button(label[caller.locale], to(typed)))),
    );
  }
  const result = await changePlanned(appointment.id, moved(when.at, one, now, context), now, context);
  if (!result) throw gone();
  const { planned } = result;
  const { when: is, topic } = nameIn(planned, one, caller, now);
  return renderPlanned({ appointment, planned }, one, caller, now, [words.movedTo(is, topic)]);
}

/**
 * Moves the quiz that an instructor names by its topic, or the only one; of several, asks which.
 * @throws UserError where none is planned.
 */
export async function moveAsAsked(
  topic: string | undefined,
  when: When,
  one: Class,
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const all = await plannedFor(one, context);
  const isNamed = ({ planned }: Planned): boolean => {
    const { ko, en } = topicOf(planned);
    return topic === undefined || [planned.words ?? '', ko, en].some((name) => compact(name) === compact(topic));
  };
  const named = all.filter(isNamed);
  const [first, ...others] = named.length > 0 ? named : all;
  if (!first)
    throw new UserError(text.both((words, own) => words.noneToMove(samplesOf(context.course()).concept[own])));
  if (others.length === 0 && named.length > 0) return moveTo(when, { ...first, one }, caller, context);
  const words = text(caller.locale);
  const now = context.now().epochMilliseconds;
  // Of an hour that may be one of two, the usual one.
  const to = 'at' in when ? asTyped(localTime(when.at, one)) : `${when.day} ${when.hours[0].typed}`;
  return question(
    words.whichToMove,
    buttons(...[first, ...others].map((each) => chooseButton(each, one, caller, { move: 'to', when: to }, now))),
  );
}
