import type { Class } from '../core/class.ts';
import type { Locale } from '../core/locale.ts';
import { type Block, type Button, button, type Reply } from '../core/reply.ts';
import { dayOf } from '../daily/timetable.ts';
import { datesInWords, minuteInWords } from '../daily/words.ts';
import { sessionTitle } from '../quiz/live-kept.ts';
import { figuresOf, missedIn, type Past } from '../quiz/live-recap.ts';
import type { World } from '../world.ts';
import { pastOf } from './live.ts';

/** Sessions a page: each is a text and a row of buttons, and Discord takes 40 components in all. */
const PAGE = 5;

/** `11월 25일(수) 09:00`. */
function whenInWords(at: number, { timetable }: Class, locale: Locale): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(at);
  const day = dayOf(timetable, instant).toString();
  const { hour, minute } = instant.toZonedDateTimeISO(timetable.zone);
  return `${datesInWords({ from: day, to: day }, locale)} ${minuteInWords(hour * 60 + minute)}`;
}

function sessionBlocks(past: Past, when: string, isOver: boolean, locale: Locale): Block[] {
  const ko = locale === 'ko';
  const { players, right } = figuresOf(past);
  const share = `${Math.round(right * 100)}%`;
  const how = ko ? `${players}명 · 정답률 ${share}` : `${players} player${players === 1 ? '' : 's'} · ${share} right`;
  const buttons: Button[] = [
    button(ko ? '선생님용 요약' : 'Summary', `recap ${past.id}`),
    ...(missedIn(past).length > 0
      ? [button(ko ? '틀린 문제만 다시' : 'Only what was missed', `recap ${past.id} again`)]
      : []),
  ];
  const now = ko ? '지금 하고 있어요' : 'on at this moment';
  return [
    { type: 'fields', fields: [{ name: sessionTitle(past.kept, locale), value: `${when} · ${isOver ? how : now}` }] },
    ...(isOver && players > 0 ? [{ type: 'buttons', buttons } as const] : []),
  ];
}

/** A class's live quizzes, newest first, `page` by page from 1. */
export async function historyReply(one: Class, page: number, locale: Locale, world: World): Promise<Reply> {
  const ko = locale === 'ko';
  const all = await world.sessions.history(one.id, page * PAGE + 1);
  const shown = all.slice((page - 1) * PAGE, page * PAGE);
  const blocks = await Promise.all(
    shown.map(async (session) =>
      sessionBlocks(
        await pastOf(session, world),
        whenInWords(session.at, one, locale),
        session.wakes === undefined,
        locale,
      ),
    ),
  );
  const none = ko
    ? '아직 라이브 퀴즈를 한 적이 없어요. `/live start`로 시작해 보세요.'
    : 'There was no live quiz yet. Begin one with `/live start`.';
  const older = button(ko ? '더 예전 것 보기' : 'Older ones', `live history ${page + 1}`);
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      { type: 'heading', text: ko ? '지난 라이브 퀴즈' : 'Past live quizzes' },
      ...(shown.length === 0 ? [{ type: 'text', markdown: none } as const] : blocks.flat()),
      ...(all.length > page * PAGE ? [{ type: 'buttons', buttons: [older] } as const] : []),
    ],
  };
}
