/** One suite on every platform: reviews towards an exam, a student's own and the class's. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { PLATFORMS } from '../support/chats.ts';
import { smallBot } from '../support/classes.ts';

const WORDS = {
  ko: {
    set: '/review 내일까지 8개씩',
    is: /시험에 맞춰 복습해요[\s\S]*내일이에요/,
    clear: '시험 날 지우기',
    cleared: '내 시험 날을 지웠어요',
    progress: '내 진도',
    setup: '/class setup 9시',
    exam: '/class exam 내일',
    examIs: '시험 날은 ',
    ofClass: /수업의 시험[\s\S]*내일이에요/,
    refused: '선생님만',
    noDate: '/review 2월 30일까지',
    noSuchDate: '날짜를 알아보지 못했어요',
    notMet: ['/review 파드', '아직 풀어 본 적이 없어요'],
  },
  en: {
    set: '/review until tomorrow 8 reviews',
    is: /Reviewing towards the exam[\s\S]*tomorrow/,
    clear: 'Clear the exam day',
    cleared: 'Your exam day is cleared',
    progress: 'My progress',
    setup: '/class setup 9:00',
    exam: '/class exam tomorrow',
    examIs: 'The exam is on ',
    ofClass: /Exam of the class[\s\S]*tomorrow/,
    refused: 'Only instructors',
    noDate: '/review until 2/30',
    noSuchDate: 'I could not read the date',
    notMet: ['/review pod', 'You have not practised'],
  },
} as const;

describe.each(PLATFORMS)('%s', (_, open) => {
  test.each(['ko', 'en'] as const)('a student sets an exam, sees it, and clears it (%s)', async (locale) => {
    const { bot, logged } = await smallBot();
    const chat = await open(bot, locale, onTestFinished);
    const words = WORDS[locale];
    await chat.say(words.set);
    expect(chat.shown()).toMatch(words.is);
    await chat.press(words.progress);
    expect(chat.shown()).toMatch(locale === 'ko' ? /내일이에요/ : /tomorrow/);
    expect(chat.labels()).toHaveLength(1);
    await chat.say(words.set);
    await chat.press(words.clear);
    expect(chat.shown()).toContain(words.cleared);
    await chat.say(words.noDate);
    expect(chat.shown()).toContain(words.noSuchDate);
    await chat.say(words.notMet[0]);
    expect(chat.shown()).toContain(words.notMet[1]);
    await chat.say(words.exam);
    expect(chat.shown()).not.toContain(words.examIs);
    expect(logged).toEqual([]);
  });

  test.each(['ko', 'en'] as const)('an instructor sets the exam of the class (%s)', async (locale) => {
    const { bot, logged } = await smallBot();
    const chat = await open(bot, locale, onTestFinished, 'manager');
    const words = WORDS[locale];
    await chat.say(words.setup);
    await chat.say(words.exam);
    expect(chat.shown()).toContain(words.examIs);
    await chat.say('/progress');
    expect(chat.shown()).toMatch(words.ofClass);
    expect(logged).toEqual([]);
  });
});
