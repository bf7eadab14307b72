import { expect, test } from 'vitest';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { decodeState } from '../../src/live/codec.ts';
import { termFile } from '../support/content.ts';
import { CHANNEL, openRoom } from '../support/live-room.ts';
import { buttonsOf, textsOf } from '../support/replies.ts';
import { folderOf } from '../support/world.ts';

const question = (n: number): string =>
  `  - type: single\n    ask: 무엇일까요 ${n}?\n    right: 가\n    wrong: [나, 다]\n    why: 그래서.\n`;
const TERM = termFile('a', `questions:\n${[1, 2, 3].map(question).join('')}`);
const said = (reply: Reply | undefined): string => (reply ? textsOf(reply).join('\n') : '');

async function playing() {
  const room = await openRoom([folderOf({ 'glossary/a.md': TERM })]);
  await room.begin('/live start a 3개');
  await room.pass(10_000);
  const skip = async (): Promise<string> => {
    const button = buttonsOf(await room.type('/live')).find(({ label }) => label === '이 문제 빼기');
    if (!button) throw new Error('there is no such button');
    const asked = await room.type(button.line);
    expect(said(asked)).toMatch(/\d번 문제를 뺄까요/);
    const yes = buttonsOf(asked).find(({ label }) => label === '빼기');
    const reply = said(await room.type(yes?.line ?? ''));
    await room.pass(100);
    return reply;
  };
  const state = async () => decodeState(await room.session());
  const practised = async (id: string) => (await room.world.records.personalData(id)).answers.length;
  return { ...room, skip, state, practised, min: room.person('discord:1', { name: '민수' }) };
}

test('a question that is left out scores nothing and is no practice, and the next one follows at once', async () => {
  const room = await playing();
  const { min } = room;
  await room.pick(min, 'ask0', await room.letters(0, true));
  expect(await room.skip()).toContain('이 문제는 빼고 넘어가요');
  expect(said(await room.shown('ask0'))).toContain('점수와 기록에 넣지 않아요');
  expect((await room.state())?.live).toMatchObject({ step: { kind: 'asking', at: 1 }, skipped: [0] });
  expect(await room.practised(min.id)).toBe(0);
  await room.pick(min, 'ask1', await room.letters(1, false));
  await room.type('/live next');
  await room.pass(1);
  expect(await room.practised(min.id)).toBe(1);
  // No point of the first question is there.
  expect(said(await room.shown('tell1'))).not.toContain('민수');
});

test('one whose answer was told is left out as well; left out as the last one it ends the quiz, untold', async () => {
  const room = await playing();
  const { min } = room;
  await room.pick(min, 'ask0', await room.letters(0, true));
  await room.type('/live next');
  await room.pass(1);
  expect(said(await room.shown('tell0'))).toContain('민수');
  await room.skip();
  expect(said(await room.shown('tell0'))).not.toContain('민수');
  expect(said(await room.shown('tell0'))).toContain('점수와 기록에 넣지 않아요');
  await room.pick(min, 'ask1', '-');
  await room.type('/live next');
  await room.type('/live next');
  await room.pass(100);
  await room.pick(min, 'ask2', await room.letters(2, true));
  await room.skip();
  await room.pass(2000);
  expect((await room.state())?.live.step).toEqual({ kind: 'over', why: 'done' });
  expect(room.planned().some(({ what, channel }) => what.endsWith(' tell2') && channel === CHANNEL)).toBe(false);
  expect(said(await room.shown('end'))).not.toContain('민수');
});

test('a question that no channel shows yet cannot be left out, and a second press leaves out no second one', async () => {
  const room = await playing();
  expect(await room.skip()).toContain('아직 올리는 중이에요');
  await room.pick(room.min, 'ask0', '-');
  const line = buttonsOf(await room.type('/live')).find(({ label }) => label === '이 문제 빼기')?.line ?? '';
  const yes = buttonsOf(await room.type(line)).find(({ label }) => label === '빼기')?.line ?? '';
  // It asks first.
  expect((await room.state())?.live).toMatchObject({ step: { kind: 'asking', at: 0 } });
  await room.type(yes);
  await room.type(yes);
  expect(said(await room.type(line))).not.toContain('뺄까요');
  expect((await room.state())?.live).toMatchObject({ step: { kind: 'asking', at: 1 }, skipped: [0] });
});

test('one whose answer was told is out of every count: practice, reports, the summary, the past and one’s own result', async () => {
  const room = await playing();
  const { min, world } = room;
  const counted = () => world.records.answered(room.one.id, 0);
  await room.pick(min, 'ask0', await room.letters(0, true));
  await room.type('/live next');
  await room.pass(1);
  expect([await room.practised(min.id), await counted()]).toEqual([1, [{ term: 'a', answered: 1, right: 1 }]]);
  await room.skip();
  expect(await room.practised(min.id)).toBe(0);
  expect(await counted()).toEqual([]);
  // The class is told on the next message.
  expect(said(await room.shown('ask1'))).toContain('1번 문제는 뺐어요');
  await room.pick(min, 'ask1', await room.letters(1, false));
  for (let i = 0; i < 2; i++) await room.type('/live next');
  await room.pass(100);
  await room.pick(min, 'ask2', '-');
  for (let i = 0; i < 2; i++) await room.type('/live next');
  await room.pass(2000);
  expect(await counted()).toMatchObject([{ term: 'a', answered: 2, right: 0 }]);
  expect(said(await room.shown('end'))).toContain('문제 2개 · 1개는 뺐어요');
  expect(said(await room.shown('end'))).not.toContain('번 문제는 뺐어요');
  const { id } = await room.session();
  expect(said(await room.type(`recap ${id}`))).toContain('2개 중 2개 · 1개는 뺐어요');
  expect(said(await room.type('/live history'))).toContain('문제 2개');
  expect(said(await room.type('/live history'))).toContain('정답률 0%');
  expect(said(await room.type(`result ${room.post('end').id}`, min))).not.toContain('**1.**');
  expect(said(await room.type(`result ${room.post('ask0').id}`, min))).toContain('빼고 넘어간 문제예요');
});

test('one that is left out as the last one is told at the end', async () => {
  const room = await playing();
  await room.pick(room.min, 'ask0', await room.letters(0, true));
  for (const scene of ['ask1', 'ask2']) {
    await room.type('/live next');
    await room.type('/live next');
    await room.pass(100);
    await room.pick(room.min, scene, '-');
  }
  await room.skip();
  await room.pass(2000);
  expect(said(await room.shown('end'))).toContain('3번 문제는 뺐어요');
});

test('a quiz that nobody has answered is none that a class has played', async () => {
  const room = await playing();
  await room.type('/live stop');
  expect(said(await room.type('/report marks'))).toContain('아직');
  expect(await room.world.sessions.played(room.one.id, 'live')).toEqual(new Set());
  await room.begin('/live start a 3개');
  await room.pass(10_000);
  await room.pick(room.min, 'ask0', '-');
  await room.type('/live stop');
  expect(await room.world.sessions.played(room.one.id, 'live')).toEqual(new Set([(await room.session()).id]));
  expect(buttonsOf(await room.type('/report marks')).map(({ label }) => label)).toEqual(['1번 성적 파일', '출석 파일']);
});
