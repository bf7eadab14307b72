/** One suite on every platform: an instructor reads reports, and nobody else does. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { PLATFORMS } from '../support/chats.ts';
import { smallBot } from '../support/classes.ts';

const WORDS = {
  ko: {
    setup: '/class setup 9시',
    title: '수업 보고서',
    empty: '아직 보여 줄 것이 없어요',
    students: '학생별로 보기',
    nobody: '아직 보여 줄 학생이 없어요',
    file: '진도 파일 받기',
    sent: '학생 0명의 진도예요',
    refused: /선생님/,
    hidden: '보고서에 이름도 진도도 나오지 않아요',
    again: '보고서에 내 이름 다시 넣기',
    shown: '다시 선생님의 보고서에',
    odd: '문제가 이상해요',
    told: '선생님께 알렸어요',
    why: '설명이 이상해요',
    because: '‘설명이 이상해요’라고',
    listed: '설명이 이상해요(1명)',
    hide: '1번 문제 빼기',
    away: '그 문제가 나오지 않아요',
    show: '1번 문제 다시 내기',
    back: '그 문제가 다시 나와요',
  },
  en: {
    setup: '/class setup 9:00',
    title: 'How the class is doing',
    empty: 'There is nothing to show yet',
    students: 'By students',
    nobody: 'No students to show yet',
    file: 'Progress as a file',
    sent: 'The progress of 0 students',
    refused: /nstructors|manages this place/,
    hidden: 'No report of your instructors shows',
    again: 'Show me again',
    shown: 'Reports show your name',
    odd: 'Something is wrong here',
    told: 'Your instructors will see it',
    why: 'The explanation is odd',
    because: 'will see “The explanation is odd”',
    listed: 'The explanation is odd (1)',
    hide: 'Hide 1',
    away: 'is not asked that question any more',
    show: 'Ask 1 again',
    back: 'That question is asked again',
  },
} as const;

describe.each(PLATFORMS)('%s', (_, open) => {
  test.each(['ko', 'en'] as const)('an instructor sees how the class and its students are (%s)', async (locale) => {
    const { bot, logged } = await smallBot();
    const chat = await open(bot, locale, onTestFinished, 'manager');
    const words = WORDS[locale];
    await chat.say(words.setup);
    await chat.say('/report');
    for (const told of [words.title, words.empty]) expect(chat.shown()).toContain(told);
    await chat.press(words.students);
    expect(chat.shown()).toContain(words.nobody);
    await chat.press(words.file);
    expect(chat.shown()).toContain(words.sent);
    expect(logged).toEqual([]);
  });

  test.each(['ko', 'en'] as const)(
    'a student is told that it is for instructors, and may keep out (%s)',
    async (locale) => {
      const { bot, logged } = await smallBot();
      const chat = await open(bot, locale, onTestFinished);
      const words = WORDS[locale];
      for (const line of ['/report', '/report students', '/report csv', '/report csv numbers']) {
        await chat.say(line);
        expect(chat.shown()).toMatch(words.refused);
        expect(chat.shown()).not.toContain(words.title);
      }
      await chat.say('/privacy hide');
      expect(chat.shown()).toContain(words.hidden);
      await chat.press(words.again);
      expect(chat.shown()).toContain(words.shown);
      expect(logged).toEqual([]);
    },
  );

  test.each(['ko', 'en'] as const)(
    'a question that a student finds odd is seen in the report, hidden, and asked again (%s)',
    async (locale) => {
      const { bot, world, logged } = await smallBot();
      const chat = await open(bot, locale, onTestFinished, 'manager');
      const words = WORDS[locale];
      await chat.say(words.setup);
      await chat.say('/quiz pod 1');
      const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');
      const question = Array.from(world.course().questions.values()).find(({ ask }) =>
        letters(chat.shown()).includes(letters(ask[locale])),
      );
      if (!question) throw new Error(`no question in ${chat.shown()}`);
      await chat.answer(question, true);
      await chat.press(words.odd);
      expect(chat.shown()).toContain(words.told);
      await chat.press(words.why);
      expect(chat.shown()).toContain(words.because);
      await chat.say('/report questions');
      expect(chat.shown()).toContain(words.listed);
      await chat.press(words.hide);
      expect(chat.shown()).toContain(words.away);
      await chat.press(words.show);
      expect(chat.shown()).toContain(words.back);
      expect(logged).toEqual([]);
    },
  );
});
