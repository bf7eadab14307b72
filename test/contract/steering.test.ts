/** One suite on every platform: an instructor sets up a class and steers it, and a student cannot. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { PLATFORMS } from '../support/chats.ts';
import { smallBot } from '../support/classes.ts';

const WORDS = {
  ko: {
    setup: '/class setup 9시반 월수금',
    ready: '수업을 시작할 준비가 됐어요',
    first: '11월 25일(수) 09:30',
    when: '월·수·금 09:30(서울 시간)',
    skip: '/class skip 12월 14일~18일',
    off: '12월 14일(월)~18일(금)',
    press: ['잠시 쉬기', '다시 시작하기'],
    paused: '지금은 쉬고 있어요',
    preview: '다음 카드 미리 보기',
    of: '에 올라갈 카드예요',
    wrong: '/class skip 2월 30일',
    told: '쉴 날짜를 알아보지 못했어요',
    refused: /선생님/,
  },
  en: {
    setup: '/class setup 9:30 mwf',
    ready: 'The class is ready',
    first: 'Wed 25 November 09:30',
    when: 'Mon, Wed, Fri at 09:30 (Seoul time)',
    skip: '/class skip 12/14-12/18',
    off: 'Fri 18 December',
    press: ['Pause', 'Resume'],
    paused: 'The class is paused',
    preview: 'Preview the next card',
    of: 'The card of',
    wrong: '/class skip 2/30',
    told: 'I could not read the dates',
    refused: /nstructors|manages this place/,
  },
} as const;

describe.each(PLATFORMS)('%s', (_, open) => {
  test.each(['ko', 'en'] as const)('an instructor sets up a class and steers it (%s)', async (locale) => {
    const { bot, logged } = await smallBot();
    const chat = await open(bot, locale, onTestFinished, 'manager');
    const words = WORDS[locale];
    await chat.say(words.setup);
    for (const told of [words.ready, words.first, words.when]) expect(chat.shown()).toContain(told);
    await chat.say(words.skip);
    expect(chat.shown()).toContain(words.off);
    await chat.say('/class');
    for (const told of [words.when, words.off]) expect(chat.shown()).toContain(told);
    const [pause, resume] = words.press;
    await chat.press(pause);
    expect(chat.shown()).toContain(words.paused);
    expect(chat.labels()).not.toContain(pause);
    await chat.press(resume);
    expect(chat.shown()).not.toContain(words.paused);
    expect(chat.labels()).toContain(pause);
    await chat.press(words.preview);
    expect(chat.shown()).toContain(words.of);
    await chat.say(words.wrong);
    expect(chat.shown()).toContain(words.told);
    expect(logged).toEqual([]);
  });

  test.each(['ko', 'en'] as const)('a student is told whom to ask (%s)', async (locale) => {
    const { bot, world, logged } = await smallBot();
    const chat = await open(bot, locale, onTestFinished);
    for (const line of ['/class', '/class setup', '/class pause', '/class join ABCD-EFGH', '/class leave']) {
      await chat.say(line);
      expect(chat.shown()).toMatch(WORDS[locale].refused);
    }
    expect(await world.classes.due(Number.MAX_SAFE_INTEGER, 9)).toEqual([]);
    expect(logged).toEqual([]);
  });
});
