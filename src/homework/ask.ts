import { type Class, dayOf } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { typedTopic } from '../core/command/typed-options.ts';
import { UserError } from '../core/errors.ts';
import type { Localized } from '../core/locale.ts';
import type { Button, Reply } from '../core/reply/blocks.ts';
import { button, buttons, heading, markdown } from '../core/reply/builders.ts';
import { LIMITS } from '../core/reply/limits.ts';
import type { Context } from '../course/context.ts';
import type { Course } from '../course/course.ts';
import { setsInOrder } from '../practice/sets.ts';
import { wordsOfTopic } from '../practice/topic-words.ts';
import { chapterTopics, hasQuestions, type Topic, titleOf, topicsOfIds } from '../practice/topics.ts';
import { asksForThisWeek, weekOf, weeksTopic } from '../practice/weeks.ts';
import { datesInWords } from '../schedule/words.ts';
import { deadlineOf, readDeadlineDay, untilInWords } from './deadline.ts';
import { LIST } from './lines.ts';
import { text } from './text.ts';

/** Topics that are offered. */
const OFFERED = 5;
/** Days from today that are offered as deadlines. */
const DAYS = [1, 2, 3, 7, 14] as const;

/** What an instructor has typed. */
export interface GiveOptions {
  topic: string | undefined;
  count: number | undefined;
  until: string | undefined;
  time: string | undefined;
  /** One that was given is to be handed in by then instead. */
  how: 'move' | undefined;
}

/** The same, where `이번 주` was taken for a deadline though it says what the homework is about: nothing else does. */
export function withWeekAsTopic(typed: GiveOptions): GiveOptions {
  const { topic, until, how } = typed;
  if (how !== undefined || !asksForThisWeek(until)) return typed;
  const day = topic === undefined ? undefined : readDeadlineDay(topic);
  return topic === undefined || day !== undefined ? { ...typed, topic: until, until: day } : typed;
}

/** The same as it is typed, for a button; undefined where it does not fit. */
function lineOf({ topic, count, until, time }: Omit<GiveOptions, 'how'>): string | undefined {
  const line = [
    LIST,
    ...(count === undefined ? [] : [`count:${count}`]),
    ...(until === undefined ? [] : [`until:${until}`]),
    ...(time === undefined ? [] : [`time:${time}`]),
  ].join(' ');
  const whole = `${line}${typedTopic(topic)}`;
  return Array.from(whole).length <= LIMITS.line ? whole : undefined;
}

const ask = (title: string, said: readonly string[], options: readonly Button[]): Reply => ({
  visibility: 'caller',
  accent: 'info',
  replaces: true,
  blocks: [heading(title), ...said.map(markdown), buttons(...options)],
});

/** What a class is usually given: what it is taught this week, sets, chapters. */
async function usualTopics(one: Class, course: Course, context: Context): Promise<Topic[]> {
  const week = await weekOf(one, context);
  const thisWeek = week === undefined || week < 1 ? undefined : weeksTopic(week, week, course);
  const sets = setsInOrder(course).map((set): Topic => ({ kind: 'set', set }));
  return [...(thisWeek && hasQuestions(thisWeek, course) ? [thisWeek] : []), ...sets, ...chapterTopics(course)];
}

/**
 * Asks what the homework is to be about, and says until when it will be where that was typed.
 * @throws UserError where there is nothing to offer, and for a deadline that cannot be.
 */
export async function askTopic(
  ids: readonly string[],
  typed: GiveOptions,
  one: Class,
  course: Course,
  { locale }: Caller,
  context: Context,
): Promise<Reply> {
  const words = text(locale);
  const { topic: said, until, time } = typed;
  const found = topicsOfIds(ids, course);
  const topics = found.length > 0 ? found : await usualTopics(one, course, context);
  const options = topics.slice(0, OFFERED).flatMap((topic): Button[] => {
    const line = lineOf({ ...typed, topic: wordsOfTopic(topic) });
    return line === undefined ? [] : [button(titleOf(topic)?.[locale] ?? '', line)];
  });
  if (options.length === 0) throw new UserError(text.both((own) => own.noSuchTopic));
  const now = context.now();
  const due = until === undefined && time === undefined ? undefined : deadlineOf(until, time, one.timetable, now);
  const whenDue =
    due === undefined ? [] : [words.willBeDue(untilInWords({ until: due }, one, locale, now.epochMilliseconds))];
  return ask(words.whichTopic, [...whenDue, said === undefined ? words.chooseTopic : words.noSuchTopic], options);
}

/** Asks until when. */
export function askUntil(title: Localized, typed: GiveOptions, one: Class, { locale }: Caller, now: Temporal.Instant) {
  const words = text(locale);
  const today = dayOf(one.timetable, now);
  const options = DAYS.flatMap((days): Button[] => {
    const day = today.add({ days }).toString();
    const line = lineOf({ ...typed, until: day });
    return line === undefined ? [] : [button(datesInWords({ from: day, to: day }, locale, today), line)];
  });
  return ask(words.untilWhen(title[locale]), [words.typeUntil], options);
}
