import { expect, test } from 'vitest';
import type { Caller } from '../../src/core/command/command.ts';
import type { Answer } from '../../src/core/session.ts';
import { termFile } from '../support/content.ts';
import { openRoom } from '../support/live-room.ts';
import { buttonsOf, textsOf } from '../support/replies.ts';
import { folderOf } from '../support/world.ts';

const IN = '답을 받았어요';

const question = (n: number): string =>
  `  - type: single\n    ask: 무엇일까요 ${n}?\n    right: 가\n    wrong: [나, 다]\n    why: 그래서.\n`;
const TERM = termFile('a', `questions:\n${[1, 2, 3].map(question).join('')}`);

async function playing(line: string) {
  const room = await openRoom([folderOf({ 'glossary/a.md': TERM })]);
  await room.begin(line);
  await room.pass(10_000);
  const min = room.person('discord:1', { name: '민수' });
  const forget = async (who: Caller): Promise<void> => {
    const asks = await room.type('/privacy delete', who);
    const done = await room.type(buttonsOf(asks).find((one) => one.danger)?.line ?? '', who);
    expect(textsOf(done)).toContain('모두 지웠어요');
    await room.pass(10);
  };
  const pick = async (who: Caller, scene: string, letters: string): Promise<string> =>
    textsOf(await room.pick(who, scene, letters)).join('\n');
  const sessions = async () => {
    const { id } = await room.session();
    return { answers: await room.world.sessions.answers(id), players: await room.world.sessions.players(id) };
  };
  return { ...room, min, forget, pick, sessions };
}

test('a student who has answered and is forgotten cannot answer that question again, but the next one', async () => {
  const room = await playing('/live start a 3개');
  const { min } = room;
  expect(await room.pick(min, 'ask0', await room.letters(0, false))).toContain(IN);
  for (let i = 0; i < 2; i++) {
    await room.forget(min);
    expect((await room.sessions()).answers).toEqual([]);
    expect(await room.pick(min, 'ask0', await room.letters(0, true))).toContain('이미 답했어요');
  }
  // Others are not held back.
  expect(await room.pick(room.person('discord:2'), 'ask0', '-')).toContain(IN);
  await room.type('/live next');
  await room.type('/live next');
  await room.pass(1);
  expect((await room.world.records.personalData(min.id)).answers).toEqual([]);
  expect(await room.pick(min, 'ask1', await room.letters(1, false))).toContain(IN);
  await room.forget(min);
  expect(await room.pick(min, 'ask1', await room.letters(1, true))).toContain('이미 답했어요');
  expect((await room.sessions()).answers.map(({ person }) => person)).toEqual(['discord:2']);
});

test('a forgotten student finds the same team again, and is not among its players meanwhile', async () => {
  const room = await playing('/live start a 3개 4팀');
  const teams: string[] = [];
  for (let at = 0; at < 3; at++) {
    await room.pick(room.person(`discord:${at + 10}`), `ask${at}`, '-');
    const reply = await room.pick(room.min, `ask${at}`, '-');
    expect(reply).toContain(IN);
    teams.push(reply.split('우리 팀').at(-1) ?? '');
    await room.forget(room.min);
    expect((await room.sessions()).players.map(({ person }) => person)).not.toContain(room.min.id);
    for (let i = 0; i < 2; i++) await room.type('/live next');
    await room.pass(1);
  }
  expect(teams[0]).toContain('팀');
  expect(new Set(teams).size).toBe(1);
});

test.each(['/live start a 1개', '/live start a 1개 2팀'])(
  'an answer that is under way while its owner is forgotten is not kept (%s)',
  async (line) => {
    const room = await playing(line);
    const { answer } = room.world.sessions;
    const gate = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    room.world.sessions.answer = async (one: Answer, version: number) => {
      held.resolve();
      await gate.promise;
      return answer(one, version);
    };
    const picked = room.pick(room.min, 'ask0', '-');
    await held.promise;
    await room.forget(room.min);
    gate.resolve();
    expect(await picked).not.toContain(IN);
    await room.type('/live next');
    expect(Object.values(await room.world.records.personalData(room.min.id)).flat()).toEqual([]);
    expect(await room.sessions()).toEqual({ answers: [], players: [] });
  },
);
