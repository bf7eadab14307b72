import type { Class } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Reply } from '../core/reply/blocks.ts';
import type { Context } from '../course/context.ts';
import { askedIn } from '../course/hidden-questions.ts';
import { withChapter } from '../practice/find-topic.ts';
import { titleOf } from '../practice/topics.ts';
import { inThisWeek } from '../practice/weeks.ts';
import { askTopic, askUntil, type GiveOptions, withWeekAsTopic } from './ask.ts';
import { wakeOf, withDeadline } from './change.ts';
import { encodeHomework, type Given, HOMEWORK_KIND, type Homework, readGiven } from './codec.ts';
import { deadlineOf, endOf } from './deadline.ts';
import { drawHomework } from './draw.ts';
import { nameIn, renderGiven, renderList } from './given.ts';
import { moveAsAsked } from './move.ts';
import { draftMessages } from './posts.ts';
import { text } from './text.ts';
import { topicNamed } from './topic.ts';

/** Homework that a class may have open at a time. */
const MOST = 20;

/** @throws UserError where a class has too much to do, or the same already: a button may be pressed twice. */
function checkRoom(homework: Homework, all: readonly Given[], one: Class): void {
  const open = all.filter((given) => given.homework.status === 'open');
  if (open.length >= MOST) throw new UserError(text.both((words) => words.tooMany(MOST)));
  const same = open.find(
    ({ homework: is }) =>
      is.until === homework.until && is.topic?.ko === homework.topic?.ko && is.topic?.en === homework.topic?.en,
  );
  if (same)
    throw new UserError(
      text.both((words, locale) => {
        const { topic, when } = nameIn(same.homework, one, locale, homework.given);
        return words.givenAlready(topic, when);
      }),
    );
}

/**
 * Gives a class homework as an instructor asks for it, and tells the class; without anything typed, lists what it was given.
 * Offers topics and days where they are missing.
 * @throws UserError where it cannot be given.
 */
export async function giveHomework(one: Class, said: GiveOptions, caller: Caller, context: Context): Promise<Reply> {
  if (Object.values(said).every((value) => value === undefined)) return renderList(one, caller, context);
  const typed = withWeekAsTopic(said);
  const { until, time } = typed;
  const now = context.now();
  const at = now.epochMilliseconds;
  const { topic: named, count } = withChapter(typed);
  if (typed.how === 'move') {
    if (count !== undefined) throw new UserError(text.both((words) => words.movesDeadlineAlone));
    return moveAsAsked(one, { topic: named, until, time }, caller, context);
  }
  const course = (await askedIn(one, context)).course();
  const words = named && (await inThisWeek(named, one, course, context));
  const asked = { ...typed, topic: words, count };
  const topic = words === undefined ? [] : topicNamed(words, course);
  if (!('kind' in topic)) return askTopic(topic, asked, one, course, caller, context);
  if (topic.kind === 'missed') throw new UserError(text.both((own) => own.notForAll));
  const id = context.newId();
  const questions = drawHomework(topic, count, course, id);
  if (questions.length === 0) throw new UserError(text.both((own) => own.noQuestions));
  const title = titleOf(topic);
  if (until === undefined && time === undefined)
    return askUntil(title ?? text.both((own) => own.everything), asked, one, caller, now);
  const fresh: Homework = {
    ...{ given: at, until: at, before: [], topic: title, reminders: 'ahead', status: 'open' },
    questions: questions.map((question) => question.id),
  };
  const homework = withDeadline(fresh, deadlineOf(until, time, one.timetable, now), one, at);
  const appointment = {
    ...{ id, classId: one.id, kind: HOMEWORK_KIND, planner: caller.id, state: encodeHomework(homework) },
    ...{ wakes: wakeOf(homework, one, at), version: 0 },
  };
  await context.appointments.add(
    appointment,
    draftMessages(appointment, homework, one, { now: at, newId: context.newId }),
    at,
    (ahead) => checkRoom(homework, readGiven(ahead), one),
  );
  const say = text(caller.locale);
  const name = nameIn(homework, one, caller.locale, at);
  const left = Math.floor((endOf(homework) - at) / 86_400_000);
  return renderGiven({ appointment, homework }, one, caller, context, [
    say.given(name.topic, questions.length, name.when, left),
    ...(count === undefined ? [say.usualCount(questions.length)] : []),
    say.whatComes,
  ]);
}
