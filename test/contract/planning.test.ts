/** One suite on every platform: an instructor plans a live quiz by typing, and moves and cancels it by buttons. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { PLATFORMS } from '../support/chats.ts';
import { smallBot } from '../support/classes.ts';

/** The bot's clock begins on Monday, 23 November 2026, at 10:00 in Seoul. */
const WORDS = {
  ko: {
    plan: '/live plan 내일 10시 파드 3개 20초',
    planned: '11월 24일(화) 10:00에 라이브 퀴즈를 예약했어요',
    unclear: '/live plan 내일 2시 파드',
    which: '오전인지 오후인지',
    later: '오후 2시',
    other: '11월 24일(화) 14:00',
    list: '예약한 라이브 퀴즈 2개',
    choose: '11월 24일(화) 10:00 파드',
    move: ['시간 옮기기', '하루 늦추기'],
    moved: '11월 25일(수) 10:00',
    cancel: ['취소하기', '네, 취소할게요'],
    cancelled: '취소하고 수업 채널에 알렸어요',
    refused: /선생님/,
  },
  en: {
    plan: '/live plan tomorrow 10am pod 3 20s',
    planned: 'is planned for Tue 24 November 10:00',
    unclear: '/live plan tomorrow 2:00 pod',
    which: 'Morning or afternoon?',
    later: '14:00',
    other: 'Tue 24 November 14:00',
    list: '2 live quizzes planned',
    choose: 'Tue 24 November 10:00 Pod',
    move: ['Change the time', 'A day later'],
    moved: 'Wed 25 November 10:00',
    cancel: ['Cancel it', 'Yes, cancel it'],
    cancelled: 'the class has been told',
    refused: /nstructors|manages this place/,
  },
} as const;

/** As it is read: without the marks of bold type and the ends of lines, which platforms have in their own places. */
const plain = (text: string): string => text.replaceAll('*', '').replace(/\s+/g, ' ');

describe.each(PLATFORMS)('%s', (_, open) => {
  test.each(['ko', 'en'] as const)('a live quiz is planned, moved and cancelled (%s)', async (locale) => {
    const { bot, logged } = await smallBot();
    const chat = await open(bot, locale, onTestFinished, 'manager');
    const words = WORDS[locale];
    const shown = (): string => plain(chat.shown());
    await chat.say('/class setup');
    await chat.say(words.plan);
    expect(shown()).toContain(words.planned);
    await chat.say(words.unclear);
    expect(shown()).toContain(words.which);
    await chat.press(words.later);
    expect(shown()).toContain(words.other);
    await chat.say('/live plan');
    expect(shown()).toContain(words.list);
    await chat.press(words.choose);
    for (const label of words.move) await chat.press(label);
    expect(shown()).toContain(words.moved);
    for (const label of words.cancel) await chat.press(label);
    expect(shown()).toContain(words.cancelled);
    expect(shown()).toContain(words.other);
    expect(logged).toEqual([]);
  });

  test.each(['ko', 'en'] as const)('a student is told whom to ask (%s)', async (locale) => {
    const { bot, logged } = await smallBot();
    const chat = await open(bot, locale, onTestFinished);
    for (const line of ['/live plan', WORDS[locale].plan]) {
      await chat.say(line);
      expect(chat.shown()).toMatch(WORDS[locale].refused);
    }
    expect(logged).toEqual([]);
  });
});
