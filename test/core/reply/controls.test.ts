import { describe, expect, test } from 'vitest';
import type { Choice, Reply } from '../../../src/core/reply/blocks.ts';
import { areShort, choiceControls, inputControls, shareButton } from '../../../src/core/reply/controls.ts';

const choice = (more: Partial<Choice> = {}): Choice => ({
  type: 'choice',
  line: 'drill x',
  options: [
    { value: 'a', label: '파드' },
    { value: 'b', label: '노드' },
    { value: 'c', label: '서비스' },
  ],
  min: 1,
  max: 1,
  ordered: false,
  picked: [],
  ...more,
});
const long = [
  { value: 'a', label: '파드' },
  { value: 'b', label: '가'.repeat(21) },
];

describe('a choice', () => {
  test('of one has a button an option, which says its label', () => {
    const { way, isListed, options, dontKnow } = choiceControls(choice(), 'ko');
    expect({ way, isListed, dontKnow }).toEqual({
      way: 'one',
      isListed: false,
      dontKnow: { label: '모르겠어요', line: 'drill x -' },
    });
    expect(options.map(({ button }) => button)).toEqual([
      { label: '파드', line: 'drill x a' },
      { label: '노드', line: 'drill x b' },
      { label: '서비스', line: 'drill x c' },
    ]);
  });

  test('with a label that a phone would cut is listed, and its buttons say numbers', () => {
    const { isListed, options } = choiceControls(choice({ options: long }), 'ko');
    expect(isListed).toBe(true);
    expect(options.map(({ label, button }) => [button.label, label])).toEqual([
      ['1', '파드'],
      ['2', '가'.repeat(21)],
    ]);
  });

  test('of several is listed, and who does not know picks as few as are asked for', () => {
    expect(choiceControls(choice({ min: 1, max: 3 }), 'en')).toMatchObject({
      way: 'several',
      isListed: true,
      dontKnow: { label: 'I do not know', line: 'drill x -' },
    });
  });

  test('of an order says how to pick, and from then on what was picked', () => {
    const order = { min: 3, max: 3, ordered: true };
    expect(choiceControls(choice(order), 'ko')).toMatchObject({
      way: 'inOrder',
      hint: '순서대로 하나씩 눌러 주세요.',
      soFar: undefined,
      dontKnow: { line: 'drill x ---' },
    });
    const begun = choiceControls(choice({ ...order, picked: ['c', 'a'] }), 'ko');
    expect(begun).toMatchObject({
      soFar: { name: '고른 순서', numbers: '3 → 1', startOver: { label: '↺ 처음부터', line: 'drill x' } },
    });
    expect(begun.options.map(({ button, isPicked }) => [button.line, isPicked])).toEqual([
      ['drill x caa', true],
      ['drill x cab', false],
      ['drill x cac', true],
    ]);
  });
});

test('a typed answer has a button for its box, and one for a student who does not know', () => {
  expect(inputControls({ type: 'input', line: 'drill x', label: '명령' }, 'ko')).toEqual({
    write: { label: '✎ 답 쓰기', line: 'drill x', primary: true },
    dontKnow: { label: '모르겠어요', line: 'drill x -' },
  });
});

test('what the caller alone sees can be shared where others are', () => {
  const reply: Reply = { visibility: 'caller', accent: 'info', share: 'ask pod', blocks: [] };
  const near = { locale: 'ko', others: true } as const;
  expect(shareButton(reply, near)).toEqual({ label: '📢 채널에 공유', line: 'share ask pod' });
  expect(shareButton(reply, { ...near, others: false })).toBeUndefined();
  expect(shareButton({ ...reply, visibility: 'channel' }, near)).toBeUndefined();
  const { share: _, ...own } = reply;
  expect(shareButton(own, near)).toBeUndefined();
});

test('fields are short as long as a phone shows each on one line', () => {
  const field = (length: number) => ({ name: '가', value: '나'.repeat(length - 1) });
  expect(areShort([field(60), field(2)])).toBe(true);
  expect(areShort([field(60), field(61)])).toBe(false);
});
