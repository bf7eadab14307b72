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
    file: '파일로 받기',
    sent: '학생 0명의 진도예요',
    refused: /선생님/,
    hidden: '보고서에 이름도 진도도 나오지 않아요',
    again: '보고서에 내 이름 다시 넣기',
    shown: '다시 선생님의 보고서에',
  },
  en: {
    setup: '/class setup 9:00',
    title: 'How the class is doing',
    empty: 'There is nothing to show yet',
    students: 'By students',
    nobody: 'No students to show yet',
    file: 'As a file',
    sent: 'The progress of 0 students',
    refused: /nstructors|manages this place/,
    hidden: 'No report of your instructors shows',
    again: 'Show me again',
    shown: 'Reports show your name',
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
});
