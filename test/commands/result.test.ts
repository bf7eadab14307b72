import { expect, test } from 'vitest';
import { LIVE_TIMES } from '../../src/live/machine.ts';
import { openRoom } from '../support/live-room.ts';
import { blockOf, buttonsOf, textsOf } from '../support/replies.ts';

test('a result counts what was opened, and recommends nothing that nobody saw', async () => {
  const room = await openRoom();
  await room.type('/live start 첫 시간 마무리');
  await room.pass(LIVE_TIMES.countdown);
  const [min, ji] = [room.person('discord:1'), room.person('discord:2')];
  await room.pick(min, 'ask0', await room.letters(0, true));
  await room.type('/live next');
  await room.type('/live next');
  await room.pass(1);
  for (const who of [min, ji]) await room.pick(who, 'ask1', await room.letters(1, false));
  await room.type('/live stop');
  await room.pass(1500);
  const line = `result ${room.post('end').id}`;
  const result = await room.type(line, min);
  expect(textsOf(result).filter(Boolean).slice(0, 2)).toEqual(['2문제 중 1문제를 맞혔어요', '⭕ ❌']);
  expect(blockOf(result, 'fields').fields.map(({ name }) => name)).toEqual(['점수', '순위']);
  expect(buttonsOf(result).map(({ line: one }) => one)).toEqual(['k8s container']);
  // Who has no points is not told how far behind they are.
  const none = await room.type(line, ji);
  expect(textsOf(none).filter(Boolean).slice(0, 2)).toEqual(['이번에는 맞힌 문제가 없어요', '➖ ❌']);
  expect(textsOf(none)).toContain('아래 개념부터 다시 봐요.');
  expect(blockOf(none, 'fields').fields.map(({ name }) => name)).toEqual(['점수']);
});
