import { expect, test } from 'vitest';
import type { Block, Choice, Reply } from '../../../src/core/reply/blocks.ts';
import { TYPES } from '../../../src/platforms/discord/question-parts.ts';
import { render } from '../../../src/platforms/discord/render.ts';
import { choiceOf, componentsOf, customIds, labels, textIn } from '../../support/payload.ts';

const replyOf = (...blocks: Block[]): Reply => ({ visibility: 'caller', accent: 'info', blocks });
const seen = { others: true, locale: 'ko' } as const;

test('short options are buttons that say them, long ones are listed and numbered', () => {
  const short = render(replyOf(choiceOf(['파드', '노드'])), seen);
  expect(labels(short)).toEqual(['파드', '노드', '모르겠어요']);
  expect(customIds(short)).toEqual(['drill x a', 'drill x b', 'drill x -']);
  const long = render(replyOf(choiceOf(['파드', '이건 조금 더 길게 풀어서 쓴 답이에요'])), { ...seen, locale: 'en' });
  expect(textIn(long)).toBe('**1**\u2002파드\n**2**\u2002이건 조금 더 길게 풀어서 쓴 답이에요');
  expect(labels(long)).toEqual(['1', '2', 'I do not know']);
});

test('several are chosen in a select, with as many as the question allows', () => {
  const payload = render(replyOf({ ...choiceOf(['파드', '노드', '서비스']), min: 1, max: 3 }), seen);
  expect(componentsOf(payload).find(({ type }) => type === 3)).toMatchObject({
    custom_id: 'drill x',
    min_values: 1,
    max_values: 3,
    placeholder: '맞는 것을 모두 골라 주세요',
    options: [
      { value: 'a', label: '1. 파드' },
      { value: 'b', label: '2. 노드' },
      { value: 'c', label: '3. 서비스' },
    ],
  });
  expect(customIds(payload)).toEqual(['drill x', 'drill x -']);
});

test('an order is pressed one by one: what was picked is shown and rests, and can be begun anew', () => {
  const order: Choice = { ...choiceOf(['가', '나', '다']), min: 3, max: 3, ordered: true };
  const begun = render(replyOf({ ...order, picked: ['c', 'a'] }), { ...seen, locale: 'en' });
  expect(textIn(begun)).toContain('**Your order** 3 → 1');
  expect(
    componentsOf(begun)
      .filter(({ disabled }) => disabled)
      .map(({ label }) => label),
  ).toEqual(['1', '3']);
  expect(labels(begun)).toEqual(['1', '2', '3', '↺ Start over', 'I do not know']);
  expect(customIds(begun).slice(1)).toEqual(['drill x cab', 'drill x cac', 'drill x', 'drill x ---']);
  expect(labels(render(replyOf(order), seen))).toEqual(['1', '2', '3', '모르겠어요']);
});

test('a typed answer has a button that opens a box', () => {
  const payload = render(replyOf({ type: 'input', line: 'drill x', label: '답' }), seen);
  expect(customIds(payload)).toEqual([`${TYPES}drill x`, 'drill x -']);
  expect(labels(payload)).toEqual(['✎ 답 쓰기', '모르겠어요']);
});

test('what may be shared has a button where others are; what was shared says by whom, and has none', () => {
  const reply: Reply = { ...replyOf({ ...choiceOf(['가', '나']), max: 2 }), share: 'ask pod' };
  expect(customIds(render(reply, seen))).toEqual(['drill x', 'drill x -', 'share ask pod']);
  expect(customIds(render(reply, { ...seen, others: false }))).not.toContain('share ask pod');
  const shared = render({ ...reply, visibility: 'channel', sharedBy: 'discord:42' }, seen);
  expect(customIds(shared)).not.toContain('share ask pod');
  expect(textIn(shared)).toContain('-# <@42> 님이 공유했어요');
  expect(shared.allowed_mentions).toEqual({ parse: [] });
});

test('a button that would have the whole message refused is left out', () => {
  const lines = ['ask pod', ' ', 'ask pod', '가'.repeat(101), '가'.repeat(100)];
  const block: Block = { type: 'buttons', buttons: lines.map((line) => ({ label: '', line })) };
  const payload = render(replyOf(block, block), seen);
  expect(customIds(payload)).toEqual(['ask pod', '가'.repeat(100)]);
  expect(labels(payload)).toEqual(['…', '…']);
});

test('a select keeps its row to itself, also where what is below it can be shared', () => {
  const several = { ...choiceOf(['파드', '노드']), max: 2 };
  const payload = render(
    { ...replyOf({ type: 'input', line: 'drill x', label: '답' }, several), share: 'ask pod' },
    seen,
  );
  const rows = componentsOf(payload).filter(({ type }) => type === 1);
  const types = rows.map((row) => (Array.isArray(row.components) ? row.components.map(({ type }) => type) : []));
  expect(types).toEqual([[2, 2], [3], [2]]);
});
