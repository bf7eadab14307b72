import type { Appointments } from '../core/appointments.ts';
import type { Class } from '../core/class.ts';
import type { HomeworkRecords } from '../core/homework.ts';
import type { Post } from '../core/outbox.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { button, buttons, footer, heading, markdown } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import { askedIn } from '../course/hidden-questions.ts';
import type { PostHandler } from '../outbox/handler.ts';
import { type Homework, homeworkIn } from './codec.ts';
import { endOf, reminderOf, untilInWords } from './deadline.ts';
import { homeworkLine } from './lines.ts';
import { orElsewhere, topicInWords } from './message-words.ts';
import { reminderIn } from './posts.ts';
import { standingOf } from './standing.ts';
import { text } from './text.ts';
import { reportUnreached, type UnreachedDeps } from './unreached.ts';

export interface MessageDeps {
  appointments: Pick<Appointments, 'byId'>;
  homework: Pick<HomeworkRecords, 'student' | 'answers'>;
  courses: Context['courses'];
  classQuestions: Pick<Context['classQuestions'], 'differences' | 'of'>;
  /** Epoch milliseconds. */
  now: () => number;
}

/** What a class sees of its homework; `post`: the message's own id, by which it is found again. */
export function renderMessage(id: string, homework: Homework, one: Class, now: number, post?: string): Reply {
  const { locale } = one;
  const words = text(locale);
  const when = untilInWords(homework, one, locale, now);
  const topic = topicInWords(homework, locale);
  const press = (label: string, move: 'do' | 'show' | 'remind') =>
    button(label, homeworkLine.write({ homework: id, move, post }), move === 'do' ? 'primary' : undefined);
  const { length } = homework.questions;
  const was = homework.before.at(-1);
  const moved = was === undefined ? [] : [footer(words.wasUntil(untilInWords({ until: was }, one, locale, now)))];
  const about = (said: string) => [heading(words.homework(topic)), markdown(said)];
  const isTimeToRemind = now < reminderOf(homework, one.timetable);
  switch (homework.status) {
    case 'open':
      return {
        visibility: 'channel',
        accent: 'info',
        blocks: [
          ...about(now < endOf(homework) ? words.toDo(length, when) : words.isOver(length, when)),
          buttons(press(words.buttons.begin, 'do'), ...(isTimeToRemind ? [press(words.buttons.remind, 'remind')] : [])),
          ...moved,
        ],
      };
    case 'closed':
    case 'cancelled':
      return {
        visibility: 'channel',
        accent: 'warning',
        blocks: [...about(words.ended[homework.status](when)), buttons(press(words.buttons.result, 'show'))],
      };
    default:
      return homework.status satisfies never;
  }
}

/** Messages that tell a class of its homework. */
export const homeworkHandler = ({ appointments, now }: Pick<MessageDeps, 'appointments' | 'now'>): PostHandler => {
  const render = async ({ id, what, message }: Post, one: Class): Promise<Reply | undefined> => {
    const homework = homeworkIn(await appointments.byId(what));
    // One that was called off before the class heard of it is not told.
    const isNews = homework?.status === 'open' || message !== undefined;
    return homework && isNews ? renderMessage(what, homework, one, now(), id) : undefined;
  };
  return { editEvery: 5000, render: (post, one) => render(post, one).catch(orElsewhere) };
};

/** Word to a student who asked for it that a deadline is near; to one who has handed it in, or takes it back, none. */
export const reminderHandler = (deps: MessageDeps & UnreachedDeps): PostHandler => {
  const { appointments, homework: records } = deps;
  const render = async (post: Post, one: Class): Promise<Reply | undefined> => {
    const reminder = reminderIn(post);
    const homework = reminder && homeworkIn(await appointments.byId(reminder.id));
    if (homework?.status !== 'open' || homework.until !== reminder?.until) return undefined;
    const { id, person } = reminder;
    const [student, answers] = await Promise.all([records.student(id, person), records.answers(id, person)]);
    const course = (await askedIn(one, deps)).course();
    const standing = standingOf(homework, answers, course);
    if (!student?.reminder || standing.done !== undefined || standing.of === 0) return undefined;
    const { locale } = one;
    const words = text(locale);
    const { answered } = standing;
    return {
      visibility: 'channel',
      accent: 'info',
      blocks: [
        heading(words.reminder(topicInWords(homework, locale))),
        markdown(words.leftToDo(standing.of - answered, untilInWords(homework, one, locale, deps.now()))),
        buttons(
          button(
            answered === 0 ? words.buttons.begin : words.buttons.goOn,
            homeworkLine.write({ homework: id, move: 'do', post: post.id }),
            'primary',
          ),
        ),
        footer(words.askedToBeReminded),
      ],
    };
  };
  return {
    toPerson: true,
    editEvery: 5000,
    render: (post, one) => render(post, one).catch(orElsewhere),
    undeliverable: (post) => reportUnreached(post, deps),
  };
};
