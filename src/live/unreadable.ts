import { type Class, type Classes, dayOf, peopleOf } from '../core/class.ts';
import type { Locale } from '../core/locale.ts';
import type { Draft } from '../core/outbox.ts';
import type { Reply } from '../core/reply/blocks.ts';
import type { Session, Sessions } from '../core/session.ts';
import type { PostHandler } from '../outbox/handler.ts';
import type { Unreadable } from './codec.ts';

/** Milliseconds after which a newer version's state counts as left behind: the process that wrote it steps it in time. */
const ABANDONED = 5 * 60_000;
/** Milliseconds in which word of it is worth something. */
const DAY = 24 * 3_600_000;

/** Word to each of a class's instructors that its live quiz could not go on. */
const noticesOf = (one: Class, { id }: Session, now: number, newId: () => string): Draft[] =>
  peopleOf(one).map((person) => ({
    id: newId(),
    key: `broken:${id}:${person}`,
    classId: one.id,
    channel: person,
    kind: 'broken',
    what: id,
    day: dayOf(one.timetable, Temporal.Instant.fromEpochMilliseconds(now)).toString(),
    due: now,
    expiresAt: now + DAY,
  }));

/**
 * Ends a session whose state cannot be read, tells the class's instructors, and nothing else: its answers stay. A state
 * of a newer version is left to the process that wrote it, unless none has touched it for minutes. Says whether it ended.
 */
export async function endUnreadable(
  session: Session,
  { unreadable }: Unreadable,
  now: number,
  { sessions, classes, newId }: { sessions: Sessions; classes: Pick<Classes, 'byId'>; newId: () => string },
): Promise<boolean> {
  const { classId, state, wakes = now } = session;
  if (unreadable === 'newer' && now < wakes + ABANDONED) return false;
  const one = await classes.byId(classId);
  const notices = one ? noticesOf(one, session, now, newId) : [];
  const over = { state, wakes: undefined };
  return sessions.step(session, over, notices, { again: undefined, ended: undefined }, now);
}

/** What an instructor is told of a live quiz that could not go on; the footer has the name by which the post is found. */
function unreadableNotice({ id, what }: Pick<Draft, 'id' | 'what'>, locale: Locale): Reply {
  const ko = locale === 'ko';
  return {
    visibility: 'channel',
    accent: 'warning',
    blocks: [
      { type: 'heading', text: ko ? '라이브 퀴즈를 이어 가지 못했어요' : 'The live quiz could not go on' },
      {
        type: 'text',
        markdown: ko
          ? `저장해 둔 진행 상태를 읽을 수 없어서 퀴즈를 여기서 마쳤어요. 마감한 문제의 답은 학생들의 기록에 남아 있지만, \`/live history\`에는 나오지 않아요. 수업 채널에서 \`/live start\`로 새로 시작해 주세요. 또 이러면 도시락을 운영하는 분께 이 번호를 알려 주세요: \`${what}\``
          : `Its saved state could not be read, so the quiz was ended. Answers to questions that were closed still count for your students, but \`/live history\` does not show this quiz. Start a new one with \`/live start\` in the class channel. If it happens again, tell the person who runs Dosirak this number: \`${what}\``,
      },
      { type: 'footer', text: ko ? `알림 ${id}` : `Notice ${id}` },
    ],
  };
}

/** Word to a class's instructors that a live quiz could not go on. */
export const unreadableHandler: PostHandler = {
  toPerson: true,
  editEvery: 5000,
  render: async (post, { locale }) => unreadableNotice(post, locale),
};
