import { expect, test } from 'vitest';
import type { Caller } from '../../src/core/command/command.ts';
import { notice } from '../../src/core/reply/builders.ts';
import type { Answer } from '../../src/core/session.ts';
import { termFile } from '../support/content.ts';
import { openRoom, START } from '../support/live-room.ts';
import { blockOf, textsOf } from '../support/replies.ts';
import { folderOf } from '../support/world.ts';

const questions = [1, 2].map(
  (n) => `  - type: single\n    ask: 무엇일까요 ${n}?\n    right: 가\n    wrong: [나, 다]\n    why: 그래서.\n`,
);

/** A quiz of two questions, whose first one is asked. */
async function asking() {
  const room = await openRoom([folderOf({ 'glossary/a.md': termFile('a', `questions:\n${questions.join('')}`) })]);
  await room.begin('/live start a 2개 20초');
  await room.pass(10_000);
  const { records, sessions } = room.world;
  const practised = async ({ id }: Caller) => (await records.practice(id, 5)).answered;
  const counted = () => records.answered(room.one.id, START);
  /** A student's answer is on its way to the store until `letGo`, and a moment passes meanwhile. */
  const late = async (who: Caller) => {
    const { answer } = sessions;
    const gate = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    room.world.sessions.answer = async (one: Answer, version: number) => {
      held.resolve();
      await gate.promise;
      return answer(one, version);
    };
    const told = room.pick(who, 'ask0', '-');
    await held.promise;
    await room.pass(1);
    return {
      letGo: () => {
        gate.resolve();
        return told;
      },
    };
  };
  return { ...room, practised, counted, late };
}

test('an answer becomes practice as its question is told: of the student who gave it, and of the class', async () => {
  const room = await asking();
  const [min, ji] = [room.person('discord:1', { name: '민수' }), room.person('discord:2', { name: '' })];
  await room.pick(min, 'ask0', await room.letters(0, true));
  await room.pass(100);
  await room.pick(ji, 'ask0', await room.letters(0, false));
  expect([await room.practised(min), await room.practised(ji), await room.counted()]).toEqual([0, 0, []]);
  expect(await room.world.records.evidence(ji.id)).toEqual([]);
  await room.type('/live next');
  expect(await room.world.records.practice(min.id, 5)).toEqual({ answered: 1, right: 1, again: [] });
  expect(await room.world.records.practice(ji.id, 5)).toEqual({ answered: 1, right: 0, again: ['a'] });
  expect(await room.counted()).toEqual([{ term: 'a', answered: 2, right: 1 }]);
  // When it was given, not when it was told; and under the name that the class saw.
  expect(await room.world.records.evidence(ji.id)).toEqual([{ term: 'a', how: 'wrong', at: START + 10_100 }]);
  const people = await room.world.reports.members(room.one.id);
  expect(people.map(({ who }) => who)).toEqual([
    { person: 'discord:1', name: '민수' },
    { person: 'discord:2', name: undefined },
  ]);
  // Nothing is counted once more by what comes after.
  for (let i = 0; i < 3; i++) await room.type('/live next');
  await room.pass(1);
  expect(await room.counted()).toEqual([{ term: 'a', answered: 2, right: 1 }]);
});

test('a question that is stopped is over as well', async () => {
  const room = await asking();
  const min = room.person('discord:1');
  await room.pick(min, 'ask0', '-');
  await room.type('/live stop');
  expect([await room.practised(min), await room.counted()]).toEqual([1, [{ term: 'a', answered: 1, right: 0 }]]);
});

test('an answer that is under way as its question is told becomes practice a moment later', async () => {
  const room = await asking();
  const [min, ji] = [room.person('discord:1'), room.person('discord:2')];
  await room.pick(ji, 'ask0', '-');
  const late = await room.late(min);
  await room.type('/live next');
  await late.letGo();
  expect([await room.practised(min), await room.practised(ji)]).toEqual([0, 1]);
  await room.type('/live next');
  expect([await room.practised(min), await room.practised(ji)]).toEqual([1, 1]);
  expect(await room.counted()).toEqual([{ term: 'a', answered: 2, right: 0 }]);
});

test('an answer that is under way as its question is told is counted by its message, however soon the quiz goes on', async () => {
  const room = await asking();
  const [min, ji] = [room.person('discord:1'), room.person('discord:2')];
  await room.pick(ji, 'ask0', '-');
  const late = await room.late(min);
  await room.type('/live next');
  expect((await late.letGo()).accent).toBe('success');
  await room.type('/live next');
  expect(textsOf((await room.shown('ask0')) ?? notice('')).join()).toContain('2명이 답했어요');
});

test('an answer that is under way until its question is past is refused, and counts nowhere', async () => {
  for (const after of ['/live next', '/live stop']) {
    const room = await asking();
    const [min, ji] = [room.person('discord:1'), room.person('discord:2')];
    await room.pick(ji, 'ask0', '-');
    const late = await room.late(min);
    await room.type('/live next');
    await room.type(after);
    expect((await late.letGo()).accent).not.toBe('success');
    expect((await room.world.sessions.answers((await room.session()).id)).map(({ person }) => person)).toEqual([ji.id]);
    await room.type('/live stop');
    await room.pass(1);
    expect(textsOf((await room.shown('end')) ?? notice('')).join()).toContain('1명 참여');
    expect(await room.practised(min)).toBe(0);
  }
});

test('while a quiz is on, an export has the answers to it, but neither what is right nor the session', async () => {
  const room = await asking();
  const min = room.person('discord:1', { name: '민수' });
  const picked = await room.letters(0, false);
  await room.pick(min, 'ask0', picked);
  const { id } = await room.session();
  const exported = async () => blockOf(await room.type('/privacy export', min), 'file').text;
  expect(blockOf(await room.type('/privacy export', min), 'footer').text).toContain('퀴즈가 끝난 뒤에');
  const live = { question: 0, name: '민수', picked, elapsed: 0, at: '2026-11-25T01:00:10Z' };
  expect(JSON.parse(await exported())).toMatchObject({ answers: [], live: [live], classes: [] });
  for (const withheld of [id, '"right"']) expect(await exported()).not.toContain(withheld);
  await room.type('/live next');
  expect(await exported()).not.toContain(id);
  await room.type('/live stop');
  expect(JSON.parse(await exported())).toMatchObject({
    answers: [{ term: 'a', right: false }],
    live: [{ ...live, session: id, right: false }],
    classes: [{ class: room.one.id }],
  });
  expect((await room.type('/privacy export', min)).blocks.map(({ type }) => type)).not.toContain('footer');
});
