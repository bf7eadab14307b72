import type { Appointments } from '../core/appointments.ts';
import { type Class, type Classes, dayOf } from '../core/class.ts';
import type { Outbox, Post } from '../core/outbox.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { footer, heading, markdown } from '../core/reply/builders.ts';
import { literalLine } from '../markdown/escape.ts';
import type { PostHandler } from '../outbox/handler.ts';
import { draftNotices } from '../outbox/notices.ts';
import { text as outboxText } from '../outbox/text.ts';
import { homeworkIn } from './codec.ts';
import { endOf, untilInWords } from './deadline.ts';
import { orElsewhere, topicInWords } from './message-words.ts';
import { reminderIn } from './posts.ts';
import { text } from './text.ts';

export interface UnreachedDeps {
  appointments: Pick<Appointments, 'byId'>;
  classes: Pick<Classes, 'byId'>;
  outbox: Pick<Outbox, 'add'>;
  newId: () => string;
  /** Epoch milliseconds. */
  now: () => number;
}

/**
 * A student takes no messages of the bot's: the class's people hear that a student was not reminded, and not which. The first
 * such student of a deadline is news, the others are not.
 */
export async function reportUnreached(
  post: Post,
  { appointments, classes, outbox, newId, now }: UnreachedDeps,
): Promise<void> {
  const reminder = reminderIn(post);
  const homework = reminder && homeworkIn(await appointments.byId(reminder.id));
  const one = await classes.byId(post.classId);
  if (!reminder || !one || one.closed !== undefined || homework?.until !== reminder.until) return;
  const at = now();
  const notice = {
    key: ['unreached', reminder.id, reminder.until].join(':'),
    kind: 'unreached',
    what: reminder.id,
    day: dayOf(one.timetable, Temporal.Instant.fromEpochMilliseconds(at)).toString(),
    now: at,
    lasts: endOf(homework) - at,
  } as const;
  for (const draft of draftNotices(one, notice, newId)) await outbox.add(draft, at);
}

/** The notice to a class's people that a reminder did not reach all who wanted it. */
export const unreachedHandler = ({ appointments, now }: Pick<UnreachedDeps, 'appointments' | 'now'>): PostHandler => {
  const render = async ({ id, what }: Post, one: Class): Promise<Reply | undefined> => {
    const homework = homeworkIn(await appointments.byId(what));
    if (homework?.status !== 'open') return undefined;
    const { locale } = one;
    const words = text(locale);
    return {
      visibility: 'channel',
      accent: 'warning',
      blocks: [
        heading(words.homework(topicInWords(homework, locale))),
        markdown(words.unreached(literalLine(untilInWords(homework, one, locale, now())))),
        // The messenger finds it again by this id.
        footer(outboxText(locale).notice(id)),
      ],
    };
  };
  return { toPerson: true, editEvery: 5000, render: (post, one) => render(post, one).catch(orElsewhere) };
};
