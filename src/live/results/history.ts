import type { Class } from '../../core/class.ts';
import type { Locale } from '../../core/locale.ts';
import type { Block, Reply } from '../../core/reply/blocks.ts';
import { button, buttons, fields, heading, markdown } from '../../core/reply/builders.ts';
import type { Context } from '../../course/context.ts';
import { instantInWords } from '../../schedule/words.ts';
import { LIVE_KIND } from '../codec.ts';
import { recapLine } from '../lines.ts';
import { modeOf } from '../modes.ts';
import { topicOf } from '../state.ts';
import { text as liveText } from '../text.ts';
import { countedQuestions, findMissed, type PlayedSession, readPlayedSession, summarizeAnswers } from './played.ts';
import { text } from './text.ts';

/** Sessions a page: each is a text and a row of buttons, and Discord takes 40 components in all. */
const PAGE = 5;

function outcomeInWords(played: PlayedSession, isOver: boolean, locale: Locale): string {
  const words = text(locale);
  if (!isOver) return words.running;
  const { players, share } = summarizeAnswers(played);
  return players === 0 ? words.playedByNobody : words.playedBy(players, share);
}

/** A session in the list: `11월 25일(수) 10:00 · 문제 2개 · 빠르게 · 4명 · 정답률 50%`, and its buttons. */
function sessionBlocks(played: PlayedSession, time: string, isOver: boolean, locale: Locale): Block[] {
  const words = text(locale);
  const { id: session, state, answers } = played;
  const { plan } = state.live;
  const facts = [
    time,
    liveText(locale).questionCount(countedQuestions(state).length),
    modeOf(plan).label(plan, locale),
    outcomeInWords(played, isOver, locale),
  ];
  const again = button(words.askAgain, recapLine.write({ session, what: 'again' }));
  return [
    fields({ name: topicOf(state)[locale], value: facts.join(' · ') }),
    ...(isOver && answers.length > 0
      ? [
          buttons(
            button(words.summary, recapLine.write({ session })),
            ...(findMissed(played).length > 0 ? [again] : []),
          ),
        ]
      : []),
  ];
}

/** A class's live quizzes, newest first, `page` by page from 1. */
export async function renderHistory(one: Class, page: number, locale: Locale, context: Context): Promise<Reply> {
  const words = text(locale);
  const all = await context.sessions.history(one.id, LIVE_KIND, page * PAGE + 1);
  const shown = all.slice((page - 1) * PAGE, page * PAGE);
  const blocks = await Promise.all(
    shown.map(async (session) => {
      const played = await readPlayedSession(session, context);
      const isOver = session.wakes === undefined;
      return played ? sessionBlocks(played, instantInWords(session.at, one.timetable, locale), isOver, locale) : [];
    }),
  );
  const none = markdown(page === 1 ? words.neverPlayed : words.nothingOlder);
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      heading(words.past),
      ...(blocks.flat().length === 0 ? [none] : blocks.flat()),
      ...(all.length > page * PAGE ? [buttons(button(words.older, `live history ${page + 1}`))] : []),
    ],
  };
}
