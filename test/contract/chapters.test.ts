/** One suite on every platform: the contents by buttons, a week to practise, and an exam that an instructor opens. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { PLATFORMS } from '../support/chats.ts';
import { lessonsFolder, SECRET } from '../support/lessons.ts';
import { botOf } from '../support/world.ts';

describe.each(PLATFORMS)('%s', (_, open) => {
  test('a student goes from the contents to a chapter, a section and a quiz, and back', async () => {
    const { bot, logged } = await botOf([lessonsFolder()]);
    const chat = await open(bot, 'ko', onTestFinished);
    await chat.say('/chapters');
    expect(chat.shown()).toContain('1장 값에 이름 붙이기');
    await chat.press('1장 값에 이름 붙이기');
    await chat.press('글자');
    expect(chat.shown()).toContain('문자열의 뜻이에요.');
    await chat.press('↩ 목차');
    await chat.press('주차별로 보기');
    await chat.press('2주차 여러 값');
    expect(chat.labels()).toContain('2주차 퀴즈 풀기');
    await chat.press('2주차 퀴즈 풀기');
    expect(chat.shown()).toContain('문제 1 / 4');
    await chat.say('/chapters 2주차');
    expect(chat.shown()).toContain('되풀이하기');
    expect(logged).toEqual([]);
  });

  test('an exam is nowhere until an instructor opens it, and again after it is locked', async () => {
    const { bot, world, logged } = await botOf([lessonsFolder()]);
    const chat = await open(bot, 'ko', onTestFinished, 'manager');
    await chat.say('/quiz 중간고사');
    expect(chat.shown()).not.toContain(SECRET);
    await chat.say('/class setup 9시');
    await chat.say('/class open');
    expect(chat.shown()).toContain('중간고사');
    await chat.press('🔓 중간고사 열기');
    await chat.press('열기');
    expect(chat.shown()).toContain('문제집을 열었어요');
    await chat.say('/quiz 중간고사');
    expect(chat.shown()).toContain(SECRET);
    const question = Array.from(world.course().content.keptBack[0]?.questions ?? []).find(({ ask }) =>
      chat.shown().includes(ask.ko),
    );
    if (!question) throw new Error(`no question of the exam in ${chat.shown()}`);
    await chat.answer(question, true);
    expect(chat.shown()).toContain('맞았어요');
    await chat.say('/class lock 중간고사');
    expect(chat.shown()).toContain('문제집을 잠갔어요');
    await chat.say('/quiz 중간고사');
    expect(chat.shown()).not.toContain(SECRET);
    expect(logged).toEqual([]);
  });
});
