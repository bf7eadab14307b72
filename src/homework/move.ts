import type { Class } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Button, Reply } from '../core/reply/blocks.ts';
import { button, buttons, markdown } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import { compact } from '../language/normalize.ts';
import { type Change, changeHomework, wakeOf, withDeadline } from './change.ts';
import type { Given, Homework } from './codec.ts';
import { deadlineOf } from './deadline.ts';
import { givenTo, nameIn, renderGiven } from './given.ts';
import { assignLine } from './lines.ts';
import { topicInWords } from './message-words.ts';
import { draftMessages, messageKeys } from './posts.ts';
import { text } from './text.ts';

/** How much later a homework is often to be handed in. */
const SHIFTS = [
  { name: 'aDay', by: { days: 1 } },
  { name: 'threeDays', by: { days: 3 } },
  { name: 'aWeek', by: { weeks: 1 } },
] as const;

const question = (said: string, options: readonly Button[]): Reply => ({
  visibility: 'caller',
  accent: 'info',
  replaces: true,
  blocks: [markdown(said), buttons(...options)],
});

/** A moment as it is typed: a day and an hour. */
const asTyped = (at: Temporal.ZonedDateTime): string =>
  `${at.toPlainDate()} ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`;

const localTime = (at: number, { timetable }: Class): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timetable.zone);

/** Asks until when. Its buttons name the day itself, so that one that is pressed twice moves it once. */
export function askWhen({ appointment: { id }, homework }: Given, one: Class, { locale }: Caller): Reply {
  const words = text(locale);
  const was = localTime(homework.until, one);
  return question(words.moveWhen, [
    ...SHIFTS.map(({ name, by }) =>
      button(words.later[name], assignLine.write({ homework: id, move: 'to', when: asTyped(was.add(by)) })),
    ),
    button(words.buttons.keep, assignLine.write({ homework: id, move: 'show' })),
  ]);
}

/** A homework that is to be handed in by then instead; its messages say so, and who wants to be is reminded anew. */
const moved =
  (until: number, one: Class, now: number, { newId }: Pick<Context, 'newId'>) =>
  (is: Homework, appointment: Given['appointment']): Change | undefined => {
    if (is.status !== 'open') throw new UserError(text.both((words) => words.notOpen));
    if (is.until === until) return undefined;
    const homework = withDeadline({ ...is, before: [...is.before, is.until] }, until, one, now);
    return {
      homework,
      wakes: wakeOf(homework, one, now),
      // A message that could not be sent before the old deadline may be before this one.
      posts: draftMessages(appointment, homework, one, { now, newId }),
      again: [messageKeys(appointment.id)],
    };
  };

/** Moves the deadline of a homework. @throws UserError where it is not open. */
export async function moveTo(
  until: number,
  { appointment }: Given,
  one: Class,
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const now = context.now().epochMilliseconds;
  const homework = await changeHomework(appointment.id, moved(until, one, now, context), now, context);
  if (!homework) throw new UserError(text.both((words) => words.gone));
  const { topic, when } = nameIn(homework, one, caller.locale, now);
  return renderGiven({ appointment, homework }, one, caller, context, [text(caller.locale).movedTo(topic, when)]);
}

/**
 * Moves the homework that an instructor names by its topic, or the only one; of several, asks which.
 * @throws UserError where there is none, or no time to come.
 */
export async function moveAsAsked(
  one: Class,
  { topic, until, time }: { topic: string | undefined; until: string | undefined; time: string | undefined },
  caller: Caller,
  context: Context,
): Promise<Reply> {
  if (until === undefined && time === undefined) throw new UserError(text.both((words) => words.whenNotUnderstood));
  const at = deadlineOf(until, time, one.timetable, context.now());
  const open = (await givenTo(one, context)).filter(({ homework }) => homework.status === 'open');
  const isNamed = ({ homework }: Given): boolean =>
    topic === undefined ||
    [topicInWords(homework, 'ko'), topicInWords(homework, 'en')].some((name) => compact(name).includes(compact(topic)));
  const named = open.filter(isNamed);
  const [first, ...others] = named.length > 0 ? named : open;
  if (!first) throw new UserError(text.both((words) => words.noneToMove));
  if (others.length === 0 && named.length > 0) return moveTo(at, first, one, caller, context);
  const { locale } = caller;
  return question(
    text(locale).whichToMove,
    [first, ...others]
      .slice(0, 8)
      .map(({ appointment, homework }) =>
        button(
          topicInWords(homework, locale),
          assignLine.write({ homework: appointment.id, move: 'to', when: asTyped(localTime(at, one)) }),
        ),
      ),
  );
}
