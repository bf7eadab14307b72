import { type Class, dayOf } from '../../core/class.ts';
import type { Locale } from '../../core/locale.ts';
import type { Block, Button, Reply } from '../../core/reply/blocks.ts';
import { button } from '../../core/reply/builders.ts';
import type { Context } from '../../course/context.ts';
import { datesInWords, minuteInWords } from '../../schedule/words.ts';
import { LIVE_KIND } from '../codec.ts';
import type { LivePlan } from '../machine.ts';
import { readPlayedSession } from '../start.ts';
import { topicOf } from '../state.ts';
import { plural } from './leaderboard.ts';
import { countPlayers, findMissed, type PlayedSession } from './recap.ts';

/** Sessions a page: each is a text and a row of buttons, and Discord takes 40 components in all. */
const PAGE = 5;

/** `11월 25일(수) 09:00`. */
function whenInWords(at: number, { timetable }: Class, locale: Locale): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(at);
  const day = dayOf(timetable, instant).toString();
  const { hour, minute } = instant.toZonedDateTimeISO(timetable.zone);
  return `${datesInWords({ from: day, to: day }, locale)} ${minuteInWords(hour * 60 + minute)}`;
}

/** `문제 5개 · 3팀`. */
function planInWords({ questions, mode, teams = 0 }: LivePlan, locale: Locale): string {
  const ko = locale === 'ko';
  const modes = {
    speed: { ko: '빠르게', en: 'speed' },
    calm: { ko: '차분하게', en: 'calm' },
    team: { ko: `${teams}팀`, en: plural(teams, 'team') },
  };
  return `${ko ? `문제 ${questions.length}개` : plural(questions.length, 'question')} · ${modes[mode][locale]}`;
}

function playedInWords(past: PlayedSession, locale: Locale): string {
  const ko = locale === 'ko';
  const { players, share } = countPlayers(past);
  if (players === 0) return ko ? '답한 사람이 없어요' : 'nobody answered';
  return ko ? `${players}명 · 정답률 ${share}` : `${plural(players, 'player')} · ${share} right`;
}

function sessionBlocks(past: PlayedSession, when: string, isOver: boolean, locale: Locale): Block[] {
  const ko = locale === 'ko';
  const buttons: Button[] = [
    button(ko ? '선생님용 요약' : 'Summary', `recap ${past.id}`),
    ...(findMissed(past).length > 0
      ? [button(ko ? '많이 틀린 문제 다시' : 'What was missed most', `recap ${past.id} again`)]
      : []),
  ];
  const now = ko ? '지금 하고 있어요' : 'on at this moment';
  const told = [when, planInWords(past.state.live.plan, locale), isOver ? playedInWords(past, locale) : now];
  return [
    { type: 'fields', fields: [{ name: topicOf(past.state)[locale], value: told.join(' · ') }] },
    ...(isOver && past.answers.length > 0 ? [{ type: 'buttons', buttons } as const] : []),
  ];
}

/** A class's live quizzes, newest first, `page` by page from 1. */
export async function historyReply(one: Class, page: number, locale: Locale, context: Context): Promise<Reply> {
  const ko = locale === 'ko';
  const all = await context.sessions.history(one.id, LIVE_KIND, page * PAGE + 1);
  const shown = all.slice((page - 1) * PAGE, page * PAGE);
  const blocks = await Promise.all(
    shown.map(async (session) => {
      const past = await readPlayedSession(session, context);
      const isOver = session.wakes === undefined;
      return past ? sessionBlocks(past, whenInWords(session.at, one, locale), isOver, locale) : [];
    }),
  );
  const never = ko
    ? '아직 라이브 퀴즈를 한 적이 없어요. `/live start`로 시작해 보세요.'
    : 'There has been no live quiz yet. Begin one with `/live start`.';
  const none = page === 1 ? never : ko ? '더 예전 기록은 없어요.' : 'There is nothing older.';
  const older = button(ko ? '더 예전 것 보기' : 'Older ones', `live history ${page + 1}`);
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      { type: 'heading', text: ko ? '지난 라이브 퀴즈' : 'Past live quizzes' },
      ...(blocks.flat().length === 0 ? [{ type: 'text', markdown: none } as const] : blocks.flat()),
      ...(all.length > page * PAGE ? [{ type: 'buttons', buttons: [older] } as const] : []),
    ],
  };
}
