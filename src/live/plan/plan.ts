import { type Class, dayOf } from '../../core/class.ts';
import type { Caller } from '../../core/command/command.ts';
import { restOfLine, typedTopic } from '../../core/command/typed-options.ts';
import { type Guess, UserError } from '../../core/errors.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { button, buttons, markdown } from '../../core/reply/builders.ts';
import { LIMITS } from '../../core/reply/limits.ts';
import type { Context } from '../../course/context.ts';
import { samplesOf } from '../../course/samples.ts';
import { withChapter } from '../../practice/find-topic.ts';
import { datesInWords } from '../../schedule/words.ts';
import { LIVE_KIND } from '../codec.ts';
import { findQuestions } from '../find-questions.ts';
import type { LivePlan } from '../machine.ts';
import { offerTopics } from '../offer-topics.ts';
import { dropDraft, findMeant } from '../preview/draft.ts';
import { offerMade } from '../source/source.ts';
import { asPreviewed, howAsked, type StartOptions } from '../start.ts';
import { firstWake } from './change.ts';
import { encodePlanned, type PlannedQuiz } from './codec.ts';
import { checkFree, nameIn, type Planned, plannedFor, readPlanned, renderList, renderPlanned } from './list.ts';
import { moveAsAsked } from './move.ts';
import { draftEvents, draftMessages } from './posts.ts';
import { text } from './text.ts';
import { nextSuch, type When, whenOf } from './when.ts';

/** Quizzes that a class has planned at a time: each has its button in the list. */
const MOST = LIMITS.buttons;

const COMMAND = 'live plan';

/** What an instructor has typed: a day and an hour, and what a quiz is begun with. */
interface PlanOptions extends StartOptions {
  day: string | undefined;
  time: string | undefined;
  /** One that is planned is to be at that hour instead. */
  how: 'move' | undefined;
}

/** What was typed, for a day (ISO) and an hour. */
function lineAt(day: string, hour: string, { day: _, time: __, ...others }: PlanOptions): string {
  return `${COMMAND} day:${day} time:${hour}${restOfLine({ ...others })}${typedTopic(others.topic)}`;
}

/** The same at the next such hour, offered where the typed time is over; undefined where that does not fit a button. */
function atNextHour(time: string, typed: PlanOptions, { timetable }: Class, now: Temporal.Instant): Guess | undefined {
  const next = nextSuch(time, timetable, now);
  const line = next && lineAt(next.day, next.hour, typed);
  if (!line || Array.from(line).length > LIMITS.line) return undefined;
  const today = dayOf(timetable, now);
  const label = text.both((words, locale) => {
    const day = datesInWords({ from: next.day, to: next.day }, locale, today);
    return words.choose(`${day} ${next.hour}`, typed.topic ?? '').trim();
  });
  return { ...text.both(() => line), label };
}

/** Asks which of two hours is meant. @throws UserError where what was typed does not fit a button. */
function askWhich({ day, hours }: Exclude<When, { at: number }>, typed: PlanOptions, caller: Caller): Reply {
  const words = text(caller.locale);
  const options = hours.map((hour) => ({
    label: hour.label[caller.locale],
    line: lineAt(day, hour.typed, typed),
  }));
  if (options.some(({ line }) => Array.from(line).length > LIMITS.line))
    throw new UserError(text.both((words) => words.tooLong));
  return {
    visibility: 'caller',
    accent: 'info',
    replaces: true,
    blocks: [markdown(words.whichHour), buttons(...options.map(({ label, line }) => button(label, line)))],
  };
}

/** @throws UserError where the class has too many planned, or one at the same time. */
function checkRoom(at: number, all: readonly Planned[], one: Class, now: number): void {
  if (all.length >= MOST) throw new UserError(text.both((words) => words.tooMany(MOST)));
  checkFree(at, all, one, now);
}

/**
 * Plans a live quiz for an hour as an instructor asks for it, and tells the class; without an hour and a topic, lists what
 * is planned. Offers the topics, or the hours, that they may mean.
 * @throws UserError where it cannot be planned.
 */
export async function planQuiz(
  one: Class,
  typed: PlanOptions,
  roles: LivePlan['roles'],
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const options = { ...typed, ...withChapter(typed) };
  const { day, time, topic: words, count, source } = options;
  const now = context.now();
  const isAsked = Object.values(options).some((value) => value !== undefined);
  if (!isAsked) return renderList(await plannedFor(one, context), one, caller, now.epochMilliseconds, context);
  if (time === undefined)
    throw new UserError(text.both((words, own) => words.noHour(samplesOf(context.course()).concept[own])));
  const when = whenOf(day, time, one.timetable, now, atNextHour(time, options, one, now));
  if (options.how === 'move') {
    const { day: _, time: __, topic: ___, how: ____, ...others } = options;
    if (roles !== undefined || Object.values(others).some((value) => value !== undefined))
      throw new UserError(text.both((words) => words.movesTimeAlone));
    return moveAsAsked(words, when, one, caller, context);
  }
  if (!('at' in when)) return askWhich(when, options, caller);
  const { at } = when;
  checkRoom(at, await plannedFor(one, context), one, now.epochMilliseconds);
  const id = context.newId();
  const found = await findQuestions(words, count, one, id, context, source);
  const choose = text(caller.locale).chooseTopic;
  if (!('questions' in found))
    return offerTopics(found, restOfLine(options), one, caller.locale, context, { command: COMMAND, choose });
  const meant = await findMeant({ words, topic: found.topic, count, source }, one, context);
  const asked = howAsked(options, roles);
  const how = meant ? asPreviewed(asked, options, meant.draft) : asked;
  const written = found.questions.length;
  if (!meant && found.withMade > written)
    return offerMade(
      'plan',
      { written, withMade: found.withMade },
      { topic: words, rest: restOfLine(options) },
      caller.locale,
    );
  const { questions } = meant ?? found;
  const { wakes, isReminded } = firstWake(at, now.epochMilliseconds);
  const planned: PlannedQuiz = {
    ...{ at, before: [], count, source, questions: questions.length, how, isReminded },
    ...(meant
      ? { words: meant.draft.words, topic: meant.draft.topic, prepared: questions.map((question) => question.id) }
      : { words, topic: found.topic }),
    ...{ hindered: undefined, withoutEvent: [], status: 'ahead' },
  };
  const appointment = {
    ...{ id, classId: one.id, kind: LIVE_KIND, planner: caller.id, state: encodePlanned(planned), wakes },
    version: 0,
  };
  const drafting = { now: now.epochMilliseconds, newId: context.newId };
  await context.appointments.add(
    appointment,
    [
      ...draftMessages({ id }, 'told', planned, one, drafting),
      ...draftEvents({ id }, planned, one, context.messengers(), drafting),
    ],
    now.epochMilliseconds,
    // Another instructor, or a second press, may have planned one meanwhile.
    (ahead) => checkRoom(at, readPlanned(ahead), one, now.epochMilliseconds),
  );
  if (meant) await dropDraft(meant.id, now.epochMilliseconds, context);
  const say = text(caller.locale);
  const name = nameIn(planned, one, caller, now.epochMilliseconds);
  const said = [
    say.planned(name.when, name.topic),
    ...(meant ? [say.asPrepared] : []),
    say.whatComes,
    ...(one.paused?.why === 'asked' ? [say.classRests] : []),
  ];
  return renderPlanned({ appointment, planned }, one, caller, now.epochMilliseconds, said);
}
