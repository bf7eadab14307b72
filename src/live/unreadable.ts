import { type Class, type Classes, dayOf } from '../core/class.ts';
import type { Locale } from '../core/locale.ts';
import type { Draft } from '../core/outbox.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { footer, heading, markdown } from '../core/reply/builders.ts';
import type { Session, Sessions } from '../core/session.ts';
import type { Unreadable } from '../core/stored-state.ts';
import type { PostHandler } from '../outbox/handler.ts';
import { draftNotices } from '../outbox/notices.ts';
import { text as outboxText } from '../outbox/text.ts';
import { text } from './text.ts';

/** Milliseconds after which a newer version's state is abandoned: a process of that version would have stepped it. */
const ABANDONED = 5 * 60_000;
/** Milliseconds in which a notice is still worth sending. */
const WORTH = 24 * 3_600_000;

function draftUnreadable(one: Class, session: string, now: number, newId: () => string): Draft[] {
  const day = dayOf(one.timetable, Temporal.Instant.fromEpochMilliseconds(now)).toString();
  const key = `broken:${session}`;
  return draftNotices(one, { key, kind: 'broken', what: session, day, now, lasts: WORTH }, newId);
}

/**
 * Ends a session whose state cannot be read and tells the class's instructors; its answers stay. A state of a newer version
 * is left to the process that wrote it, unless none has touched it for minutes. True where the session has ended.
 */
export async function endUnreadable(
  session: Session,
  { unreadable }: Unreadable,
  now: number,
  { sessions, classes, newId }: { sessions: Sessions; classes: Pick<Classes, 'byId'>; newId: () => string },
): Promise<boolean> {
  const { id, classId, state, wakes = now } = session;
  if (unreadable === 'newer' && now < wakes + ABANDONED) return false;
  const one = await classes.byId(classId);
  const notices = one ? draftUnreadable(one, id, now, newId) : [];
  const over = { state, wakes: undefined };
  return sessions.step(session, over, notices, { again: undefined, ended: undefined }, now);
}

/** The footer has the id by which the post is found again. */
function renderNotice({ id, what }: Pick<Draft, 'id' | 'what'>, locale: Locale): Reply {
  const words = text(locale);
  return {
    visibility: 'channel',
    accent: 'warning',
    blocks: [heading(words.unreadable), markdown(words.whatNow(what)), footer(outboxText(locale).notice(id))],
  };
}

/** Notices to a class's instructors that a live quiz could not go on. */
export const unreadableHandler: PostHandler = {
  toPerson: true,
  editEvery: 5000,
  render: async (post, { locale }) => renderNotice(post, locale),
};
