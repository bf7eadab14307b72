/** Homework in the chats of every platform, as it is given and done there. */
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Locale } from '../../src/core/locale.ts';
import { HOMEWORK_KIND, homeworkIn } from '../../src/homework/codec.ts';
import { PLATFORMS } from '../support/chats.ts';
import { botOf, COURSE } from '../support/world.ts';

const letters = (words: string): string => words.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '');

const SAID = {
  ko: {
    ...{ give: '/class homework 1장 2문제 내일까지', ask: '/quiz 숙제', next: '다음 문제', goOn: '이어서 풀기' },
    ...{ given: '숙제를 냈어요', toDo: '할 숙제가 1개 있어요', begin: '숙제 시작하기' },
    ...{ done: '숙제를 다 냈어요', none: '다 했어요', list: '2문제 · 아직 시작한 학생이 없어요' },
    ...{
      remind: '하루 전에 알려 주세요',
      quiet: '알려 주지 않아도 돼요',
      result: '결과 보기',
      score: '2문제 중 2문제를',
    },
  },
  en: {
    ...{ give: '/class homework chapter 1 2 questions until tomorrow', ask: '/quiz homework', next: 'Next question' },
    ...{ goOn: 'Go on', given: 'Homework given', toDo: 'You have homework to do', begin: 'Start the homework' },
    ...{ done: 'Your homework is handed in', none: 'Done', list: 'nobody has begun' },
    ...{
      remind: 'Remind me the day before',
      quiet: 'Do not remind me',
      result: 'See the result',
      score: '2 of 2 right',
    },
  },
} as const;

const LOCALES: readonly Locale[] = ['ko', 'en'];

describe.each(PLATFORMS)('on %s', (_, open) => {
  test.each(LOCALES)('it is given, offered, done in two goes, and listed (%s)', async (locale) => {
    const { bot, world, logged } = await botOf([COURSE]);
    const say = SAID[locale];
    // Who sets the class up is its instructor, and may try the homework.
    const chat = await open(bot, locale, onTestFinished, 'manager');
    await chat.say('/class setup 9:00');
    await chat.say(say.give);
    expect(chat.shown()).toContain(say.given);
    await chat.say('/quiz');
    expect(chat.shown()).toContain(say.toDo);
    expect(chat.labels()).toEqual(expect.arrayContaining([say.begin, say.remind]));
    await chat.press(say.remind);
    expect(chat.labels()).toContain(say.quiet);
    await chat.press(say.begin);
    const [given] = await world.appointments.due(HOMEWORK_KIND, Number.MAX_SAFE_INTEGER, 1);
    const questions = homeworkIn(given)?.questions ?? [];
    const answer = async (): Promise<void> => {
      const shown = letters(chat.shown());
      const asked = questions.flatMap((id) => world.course().questions.get(id) ?? []);
      const question = asked.find(({ ask }) => shown.includes(letters(ask[locale])));
      if (!question) throw new Error(`no question in ${chat.shown()}`);
      await chat.answer(question, true);
    };
    await answer();
    expect(chat.labels()).toContain(say.next);
    // Another day.
    await chat.say('/quiz');
    await chat.press(say.goOn);
    await answer();
    expect(chat.shown()).toContain(say.done);
    await chat.press(say.result);
    expect(letters(chat.shown())).toContain(letters(say.score));
    await chat.say(say.ask);
    expect(chat.shown()).toContain(say.none);
    await chat.say('/class homework');
    expect(chat.shown()).toContain(say.list);
    expect(logged).toEqual([]);
  });
});
