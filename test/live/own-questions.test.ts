import { expect, test } from 'vitest';
import { LIVE_TIMES } from '../../src/live/machine.ts';
import { openRoom } from '../support/live-room.ts';
import { textsOf } from '../support/replies.ts';
import { stateIn } from '../support/sessions.ts';
import { folderOf } from '../support/world.ts';

const TERM = `---
id: lunch
title: 도시락
definition: 들고 다니는 밥이에요.
---
설명이에요.
`;

const WRITTEN = { concept: 'lunch', question: '별명은?', right: '꼬마', wrong: '대장', why: '정했어요.' };

test('a live quiz asks what the class has written, and finishes with the words that it began with', async () => {
  const room = await openRoom([folderOf({ 'glossary/lunch.md': TERM })]);
  const { world, one } = room;
  const send = (options: Record<string, string>) => room.write(options);
  await send(WRITTEN);
  const [stored] = (await world.classQuestions.of(one.id)).questions;
  await room.begin('/live start 도시락');
  expect(stateIn(await room.session()).live.plan.questions).toEqual([stored?.id]);
  await room.pass(LIVE_TIMES.countdown);
  const asked = await room.shown('ask0');
  expect(asked && textsOf(asked).join()).toContain('별명은?');
  // Changed, then deleted, in the middle of it.
  await send({ ...WRITTEN, question: '새 별명은?', right: '대장', wrong: '꼬마', edit: `${stored?.id}.0` });
  await room.type(`own-question delete ${stored?.id}`);
  expect((await world.classQuestions.of(one.id)).questions[0]).toMatchObject({
    changes: 1,
    deleted: expect.any(Number),
  });
  const choice = asked?.blocks.find((block) => block.type === 'choice');
  const right = choice?.type === 'choice' ? choice.options.find(({ label }) => label === '꼬마')?.value : undefined;
  await room.pick(room.person('discord:1'), 'ask0', right ?? '');
  await room.type('/live next');
  await room.pass(1);
  const told = await room.shown('tell0');
  expect(told && textsOf(told).join()).toContain('꼬마');
  expect((await world.sessions.answers((await room.session()).id)).map((answer) => answer.right)).toEqual([true]);
});
