import { describe, expect, test } from 'vitest';
import { answerInWords, graded, levelOf, mayName, solutionInWords } from '../../src/questions/types.ts';
import { asWritten, backwards, written } from '../support/questions.ts';

const shown = (fields: object, answer: string, shuffle = asWritten) => graded(written(fields), answer, 'ko', shuffle);

describe('what was answered and what is right', () => {
  const single = { type: 'single', right: '`kubectl` 쓰기', wrong: ['노드*', '볼륨'] };

  test('of options: what was picked and is wrong, then what is right, then the rest as it was shown', () => {
    expect(shown(single, 'b')).toBe('❌ 노드\\* · 내 답  \n✅ **`kubectl` 쓰기**  \n▫️ 볼륨');
    expect(shown(single, 'a')).toBe('✅ **`kubectl` 쓰기** · 내 답  \n▫️ 노드\\*  \n▫️ 볼륨');
    expect(shown(single, 'c', backwards)).toBe('✅ **`kubectl` 쓰기** · 내 답  \n▫️ 볼륨  \n▫️ 노드\\*');
    expect(shown(single, '-')).not.toMatch(/❌|내 답/);
  });

  test('of several options: also what was left out', () => {
    const multiple = { type: 'multiple', right: ['파드', '노드'], wrong: ['도커'] };
    expect(shown(multiple, 'ac')).toBe('❌ 도커 · 내 답  \n✅ **파드** · 내 답  \n✅ **노드**');
    expect(shown(multiple, 'ac', backwards)).toBe('❌ 도커 · 내 답  \n✅ **노드**  \n✅ **파드** · 내 답');
    expect(shown(multiple, '---')).toBe('✅ **파드**  \n✅ **노드**  \n▫️ 도커');
  });

  test('of true or false', () => {
    expect(shown({ type: 'boolean', answer: false }, 'a')).toBe('❌ 맞아요 (O) · 내 답  \n✅ **틀려요 (X)**');
  });

  test('of an order: each step where it was put, and the right order', () => {
    const order = { type: 'order', steps: ['하나', '둘', '셋'] };
    const right = '✅ **맞는 순서**\n\n1. 하나\n2. 둘\n3. 셋';
    expect(shown(order, 'acb')).toBe(`**내가 고른 순서**\n\n1. ✅ 하나\n2. ❌ 셋\n3. ❌ 둘\n\n${right}`);
    expect(shown(order, 'abc')).toBe('**내가 고른 순서**\n\n1. ✅ 하나\n2. ✅ 둘\n3. ✅ 셋');
    expect(shown(order, '---')).toBe(right);
  });

  test('of what was typed: as it was typed, and the solution where it is another', () => {
    const typed = { type: 'typed', accept: ['파드', 'Pod'] };
    expect(shown(typed, '노드_')).toBe('❌ 노드\\_ · 내 답  \n✅ **파드**');
    expect(shown(typed, 'pod')).toBe('✅ **파드** · 내 답: pod');
    expect(shown(typed, '파드')).toBe('✅ **파드** · 내 답');
    expect(shown(typed, '모르겠어요')).toBe('✅ **파드**');
    expect(shown({ type: 'number', answer: 30, unit: { ko: '초', en: 'seconds' } }, '20')).toBe(
      '❌ 20 · 내 답  \n✅ **30초**',
    );
  });
});

test('in one line, an answer and the solution are plain words', () => {
  const order = written({ type: 'order', steps: ['하나', '둘', '셋'] });
  expect(answerInWords(order, 'cab', 'ko', asWritten)).toBe('셋 → 하나 → 둘');
  expect(answerInWords(order, '---', 'ko', asWritten)).toBe('모르겠어요');
  expect(answerInWords(written({ type: 'typed', accept: ['파드'] }), '노\n드', 'ko', asWritten)).toBe('노 드');
  expect(solutionInWords(order, 'ko')).toBe('1. 하나 2. 둘 3. 셋');
  expect(solutionInWords(written({ type: 'single', right: '`a` b', wrong: ['c'] }), 'ko')).toBe('a b');
});

test('a level is the author’s, or the type’s; a skill is harder than a fact', () => {
  const boolean = { type: 'boolean', answer: true };
  expect(levelOf(written(boolean))).toBe(1);
  expect(levelOf(written({ ...boolean, practical: true }))).toBe(2);
  expect(levelOf(written({ ...boolean, practical: true, level: 1 }))).toBe(1);
  expect(levelOf(written({ type: 'typed', accept: ['a'] }))).toBe(2);
  expect(levelOf(written({ type: 'typed', accept: ['a'], practical: true }))).toBe(3);
});

test('a concept is named where no option and nothing that is typed can be its name', () => {
  const names = ['파드', 'Pod'];
  expect(mayName(written({ type: 'single', right: '노드', wrong: ['볼륨'] }), names)).toBe(true);
  expect(mayName(written({ type: 'single', right: '노드', wrong: [{ ko: '포드', en: 'a Pod' }] }), names)).toBe(false);
  expect(mayName(written({ type: 'typed', accept: ['노드'] }), names)).toBe(false);
  expect(mayName(written({ type: 'number', answer: 3 }), names)).toBe(true);
});
