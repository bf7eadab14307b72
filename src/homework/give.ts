import type { Class } from '../core/class.ts';
import { dayOf } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Localized } from '../core/locale.ts';
import type { Button, Reply } from '../core/reply/blocks.ts';
import { button, buttons, heading, markdown } from '../core/reply/builders.ts';
import { LIMITS } from '../core/reply/limits.ts';
import type { Context } from '../course/context.ts';
import type { Course } from '../course/course.ts';
import { askedIn } from '../course/hidden-questions.ts';
import { withChapter } from '../practice/find-topic.ts';
import { setsInOrder } from '../practice/sets.ts';
import { chapterTopics, type Topic, titleOf } from '../practice/topics.ts';
import { datesInWords } from '../schedule/words.ts';
import { wakeOf, withDeadline } from './change.ts';
import { encodeHomework, type Given, HOMEWORK_KIND, type Homework, readGiven } from './codec.ts';
import { deadlineOf, endOf } from './deadline.ts';
import { drawHomework } from './draw.ts';
import { nameIn, renderGiven, renderList } from './given.ts';
import { LIST } from './lines.ts';
import { moveAsAsked } from './move.ts';
import { draftMessages } from './posts.ts';
import { text } from './text.ts';
import { topicNamed } from './topic.ts';

/** Homework that a class may have open at a time. */
const MOST = 20;
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

/** The same as it is typed, for a button; undefined where it does not fit. */
function lineOf({ topic, count, until, time }: Omit<GiveOptions, 'how'>): string | undefined {
  const line = [
    LIST,
    ...(count === undefined ? [] : [`count:${count}`]),
    ...(until === undefined ? [] : [`until:${until}`]),
    ...(time === undefined ? [] : [`time:${time}`]),
    ...(topic === undefined ? [] : [`topic:"${topic.replaceAll('"', '')}"`]),
  ].join(' ');
  return Array.from(line).length <= LIMITS.line ? line : undefined;
}

const ask = (title: string, said: string, options: readonly Button[]): Reply => ({
  visibility: 'caller',
  accent: 'info',
  replaces: true,
  blocks: [heading(title), markdown(said), buttons(...options)],
});

/** How a topic is typed; undefined for what no words name. */
function wordsOf(topic: Topic): string | undefined {
  if (topic.kind === 'term') return topic.term.id;
  if (topic.kind === 'section') return topic.section.id;
  if (topic.kind === 'chapter') return topic.chapter.id;
  return topic.kind === 'set' ? topic.set.id : undefined;
}

/** Asks what the homework is to be about. @throws UserError where there is nothing to offer. */
function askTopic(ids: readonly string[], typed: GiveOptions, course: Course, { locale }: Caller): Reply {
  const words = text(locale);
  const found = ids.flatMap((id): Topic[] => {
    const [term, section] = [course.terms.get(id), course.sections.get(id)];
    return term ? [{ kind: 'term', term }] : section ? [{ kind: 'section', section }] : [];
  });
  const usual = [...setsInOrder(course).map((set): Topic => ({ kind: 'set', set })), ...chapterTopics(course)];
  const options = [...(found.length > 0 ? found : usual)].slice(0, OFFERED).flatMap((topic): Button[] => {
    const line = lineOf({ ...typed, topic: wordsOf(topic) });
    return line === undefined ? [] : [button(titleOf(topic)?.[locale] ?? '', line)];
  });
  if (options.length === 0) throw new UserError(text.both((own) => own.noSuchTopic));
  return ask(words.whichTopic, typed.topic === undefined ? words.chooseTopic : words.noSuchTopic, options);
}

/** Asks until when. */
function askUntil(title: Localized, typed: GiveOptions, one: Class, { locale }: Caller, context: Context): Reply {
  const words = text(locale);
  const today = dayOf(one.timetable, context.now());
  const options = DAYS.flatMap((days): Button[] => {
    const day = today.add({ days }).toString();
    const line = lineOf({ ...typed, until: day });
    return line === undefined ? [] : [button(datesInWords({ from: day, to: day }, locale, today), line)];
  });
  return ask(words.untilWhen(title[locale]), words.typeUntil, options);
}

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
export async function giveHomework(one: Class, typed: GiveOptions, caller: Caller, context: Context): Promise<Reply> {
  const { until, time } = typed;
  if (Object.values(typed).every((value) => value === undefined)) return renderList(one, caller, context);
  const now = context.now();
  const at = now.epochMilliseconds;
  if (typed.how === 'move') return moveAsAsked(one, { topic: typed.topic, until, time }, caller, context);
  const { topic: words, count } = withChapter(typed);
  const course = (await askedIn(one, context)).course();
  const asked = { ...typed, topic: words, count };
  const topic = words === undefined ? [] : topicNamed(words, course);
  if (!('kind' in topic)) return askTopic(topic, asked, course, caller);
  if (topic.kind === 'missed') throw new UserError(text.both((own) => own.notForAll));
  const id = context.newId();
  const questions = drawHomework(topic, count, course, id);
  if (questions.length === 0) throw new UserError(text.both((own) => own.noQuestions));
  const title = titleOf(topic);
  if (until === undefined && time === undefined)
    return askUntil(title ?? text.both((own) => own.everything), asked, one, caller, context);
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
