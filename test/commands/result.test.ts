import { expect, test } from 'vitest';
import { LIVE_TIMES } from '../../src/live/machine.ts';
import { solution } from '../../src/questions/types.ts';
import { termFile } from '../support/content.ts';
import { openRoom } from '../support/live-room.ts';
import { blockOf, buttonsOf, textsOf } from '../support/replies.ts';
import { stateIn } from '../support/sessions.ts';
import { folderOf } from '../support/world.ts';

const question = (n: number): string =>
  `  - type: single\n    ask: 무엇일까요 ${n}?\n    right: 가\n    wrong: [나, 다]\n    why: 이유 ${n}.\n`;
const many = (count: number): string =>
  folderOf({
    'glossary/a.md': termFile('a', `questions:\n${Array.from({ length: count }, (_, i) => question(i)).join('')}`),
  });

test('a result has each question that was opened, with one’s own answer, the right one and why', async () => {
  const room = await openRoom([many(6)]);
  await room.begin('/live start a 6개');
  await room.pass(LIVE_TIMES.countdown);
  const [min, ji] = [room.person('discord:1'), room.person('discord:2')];
  await room.pick(min, 'ask0', await room.letters(0, true));
  await room.type('/live next');
  await room.type('/live next');
  await room.pass(1);
  for (const who of [min, ji]) await room.pick(who, 'ask1', await room.letters(1, false));
  const { plan } = stateIn(await room.session()).live;
  const [first, second] = plan.questions.map((id) => room.world.course().questionNamed(id));
  if (!first || !second) throw new Error('there are six');
  await room.type('/live stop');
  await room.pass(1500);
  const line = `result ${room.post('end').id}`;
  const result = await room.type(line, min);
  const [title, ...texts] = textsOf(result).filter(Boolean);
  expect(title).toBe('2문제 중 1문제를 맞혔어요');
  expect(blockOf(result, 'fields').fields.map(({ name }) => name)).toEqual(['점수', '순위']);
  const [right = '', wrong = ''] = texts.slice(-2);
  expect(right).toMatch(/^\*\*1\.\*\* .*\n\n✅ 내 답: /s);
  expect(right).toContain(first.ask.ko);
  expect(right).toContain(first.why.ko);
  // In this order: the question, what was picked, what is right, why.
  const parts = [second.ask.ko, '❌ 내 답: ', '✅ 정답:', solution(second, 'ko'), second.why.ko];
  const places = parts.map((part) => wrong.indexOf(part));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
  // Who has no points is not told how far behind they are.
  const none = await room.type(line, ji);
  expect(textsOf(none).filter(Boolean)[0]).toBe('이번에는 맞힌 문제가 없어요');
  expect(textsOf(none).join('\n')).toContain('➖ 내 답: 답하지 않았어요');
  expect(blockOf(none, 'fields').fields.map(({ name }) => name)).toEqual(['점수']);
});

test('a long quiz is looked at page by page, and what was missed is practised, a few at a time', async () => {
  const room = await openRoom([many(8)]);
  await room.begin('/live start a 8개');
  await room.pass(LIVE_TIMES.countdown);
  const min = room.person('discord:1');
  for (let at = 0; at < 8; at++) {
    await room.pick(min, `ask${at}`, await room.letters(at, at === 0));
    await room.type('/live next');
    await room.type('/live next');
    await room.pass(1);
  }
  const result = await room.type(`result ${room.post('end').id}`, min);
  expect(textsOf(result).filter((text) => text.includes('내 답'))).toHaveLength(3);
  const [some, rest, page] = buttonsOf(result);
  expect([some?.label, rest?.label, page?.label]).toEqual([
    '틀린 문제 풀기(1~5번째)',
    '틀린 문제 풀기(6~7번째)',
    '4~6번 문제 보기',
  ]);
  const second = await room.type(page?.line ?? '', min);
  expect(second.replaces).toBe(true);
  expect(textsOf(second).filter((text) => text.includes('내 답'))).toHaveLength(3);
  expect(textsOf(await room.type(some?.line ?? '', min)).join()).toContain('문제 1 / 5');
  expect(textsOf(await room.type(rest?.line ?? '', min)).join()).toContain('문제 1 / 2');
  // A student who did not play may practise it all.
  expect(textsOf(await room.type(`result ${room.post('end').id} again 1`, room.person('discord:2'))).join()).toContain(
    '문제 1 / 5',
  );
});

test('one looks at one’s own answer in the channel: what is right only once it was told', async () => {
  const room = await openRoom([many(2)]);
  await room.begin('/live start a 2개');
  await room.pass(LIVE_TIMES.countdown);
  const min = room.person('discord:1');
  await room.pick(min, 'ask0', await room.letters(0, false));
  const line = `result ${room.post('ask0').id}`;
  const open = textsOf(await room.type(line, min)).join('\n');
  expect(open).toMatch(/무엇일까요.*내 답: .*정답은 마감한 뒤에/s);
  expect(open).not.toMatch(/❌|✅|이유/);
  expect(textsOf(await room.type(line, room.person('discord:2'))).join()).toContain('답하지 않았어요');
  await room.type('/live next');
  await room.pass(1);
  const told = await room.shown('tell0');
  const own = told && buttonsOf(told).find(({ label }) => label === '내 답 보기')?.line;
  for (const one of [line, own ?? ''])
    expect(textsOf(await room.type(one, min)).join('\n')).toMatch(/❌ 내 답: .*✅ 정답: \*\*\d\. 가\*\*.*이유/s);
});

test('no post of a quiz shows an id to the channel', async () => {
  const room = await openRoom([many(2)]);
  await room.begin('/live start a 2개');
  await room.pass(LIVE_TIMES.countdown);
  const scenes = ['count', 'ask0'];
  const texts = async () =>
    (await Promise.all(scenes.map((scene) => room.shown(scene)))).flatMap((reply) => (reply ? textsOf(reply) : []));
  const all = [...(await texts())];
  await room.pick(room.person('discord:1'), 'ask0', '-');
  await room.type('/live pause');
  all.push(...(await texts()));
  await room.type('/live next');
  await room.pass(1);
  scenes.push('tell0');
  all.push(...(await texts()));
  await room.type('/live stop');
  await room.pass(1500);
  scenes.push('end');
  all.push(...(await texts()));
  const ids = [(await room.session()).id, ...room.planned().map(({ id }) => id)];
  for (const id of ids) expect(all.join('\n')).not.toContain(id);
});
