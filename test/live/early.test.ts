import { expect, test } from 'vitest';
import type { Reply } from '../../src/core/reply/blocks.ts';
import type { Answer } from '../../src/core/session.ts';
import { LIVE_TIMES } from '../../src/live/machine.ts';
import { markVisible } from '../../src/live/messages.ts';
import { openRoom, SLACK } from '../support/live-room.ts';
import { textsOf } from '../support/replies.ts';
import { stateIn } from '../support/sessions.ts';

const said = (reply: Reply | undefined): string => (reply ? textsOf(reply).join('\n') : '');

/** A quiz whose first question is open in all channels; these have joined. */
async function asked(line: string, ...joined: string[]) {
  const room = await openRoom();
  await room.begin(line);
  await room.pass(1);
  const people = joined.map((id) => room.person(id));
  for (const who of people) await room.join(who);
  await room.pass(10_000);
  const visible = async (at: number): Promise<void> => {
    for (const channel of ['discord:1', SLACK])
      await markVisible(room.post(`ask${at}`, channel), room.world.now().epochMilliseconds, room.world);
  };
  await visible(0);
  const step = async () => stateIn(await room.session()).live.step;
  /** Two looks of the clock: one sees that all are in, the other that the time since is over. */
  const settle = async (): Promise<void> => {
    await room.pass(500);
    await room.pass(LIVE_TIMES.allIn);
  };
  /** The first question has been open as long as it is at least. */
  const ripen = (): Promise<void> => room.pass(LIVE_TIMES.first);
  return { ...room, people, visible, step, settle, ripen };
}

test('a question closes when all who joined have answered, and not before', async () => {
  const room = await asked('/live start 파드 2개 60초', 'discord:1', 'discord:2');
  await room.ripen();
  const [min, ji] = room.people;
  if (!min || !ji) throw new Error('there are two');
  expect(said(await room.shown('count'))).toContain('모두 답하면');
  await room.pick(min, 'ask0', '-');
  await room.settle();
  expect(await room.step()).toMatchObject({ kind: 'asking', at: 0 });
  expect(said(await room.type('/live show'))).toContain('참여한 2명 중 **1명**이 답했어요');
  // Somebody who has not joined is not waited for, but counts.
  expect(said(await room.pick(room.person('discord:3'), 'ask0', '-'))).toContain('답을 받았어요');
  await room.pick(ji, 'ask0', '-');
  await room.settle();
  expect(await room.step()).toMatchObject({ kind: 'told', at: 0 });
  // From now on the third is one of them.
  await room.type('/live next');
  await room.pass(1);
  await room.visible(1);
  for (const who of [min, ji]) await room.pick(who, 'ask1', '-');
  await room.settle();
  expect(await room.step()).toMatchObject({ kind: 'asking', at: 1 });
  await room.pick(room.person('discord:3'), 'ask1', '-');
  await room.settle();
  expect(await room.step()).toMatchObject({ kind: 'told', at: 1 });
});

test('who answers has joined, too: never have more answered than joined', async () => {
  const room = await asked('/live start 파드 2개 60초', 'discord:1');
  for (const id of ['discord:2', 'discord:3', 'discord:4']) await room.pick(room.person(id), 'ask0', '-');
  expect(said(await room.type('/live show'))).toContain('참여한 4명 중 **3명**이 답했어요');
  // Those who keep out of reports are counted, as everywhere in a quiz.
  await room.world.records.hide('discord:2', true, room.world.now().epochMilliseconds);
  await room.pick(room.person('discord:1'), 'ask0', '-');
  expect(said(await room.type('/live show'))).toContain('참여한 4명 중 **4명**이 답했어요');
});

test('where nobody has joined, the first to answer is not the last', async () => {
  const room = await asked('/live start 파드 1개 60초');
  await room.pick(room.person('discord:1'), 'ask0', '-');
  await room.settle();
  expect(await room.step()).toMatchObject({ kind: 'asking' });
});

test.each(['/live start 파드 1개 60초 끝까지', '/live start 파드 1개 차분하게'])(
  'a question stays open where that was said, and in a calm quiz (%s)',
  async (line) => {
    const room = await asked(line, 'discord:1');
    expect(said(await room.shown('count'))).not.toContain('모두 답하면');
    for (const who of room.people) await room.pick(who, 'ask0', '-');
    await room.settle();
    expect(await room.step()).toMatchObject({ kind: 'asking' });
  },
);

test('a student who joined and was forgotten is waited for no longer', async () => {
  const room = await asked('/live start 파드 1개 60초', 'discord:1', 'discord:2');
  await room.ripen();
  const [min] = room.people;
  if (!min) throw new Error('there are two');
  await room.pick(min, 'ask0', '-');
  await room.world.records.forget('discord:2');
  await room.settle();
  expect(await room.step()).toMatchObject({ kind: 'told' });
});

test('an answer on its way while the last one closes the question is kept, and it closes once', async () => {
  const room = await asked('/live start 파드 1개 60초', 'discord:1');
  await room.ripen();
  const [min] = room.people;
  if (!min) throw new Error('there is one');
  const { answer } = room.world.sessions;
  const gate = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  room.world.sessions.answer = async (one: Answer, version: number) => {
    if (one.person === 'discord:7') {
      held.resolve();
      await gate.promise;
    }
    return answer(one, version);
  };
  const late = room.pick(room.person('discord:7'), 'ask0', '-');
  await held.promise;
  await room.pick(min, 'ask0', '-');
  await room.settle();
  expect(await room.step()).toMatchObject({ kind: 'told', at: 0 });
  gate.resolve();
  // It arrived before the question was closed.
  expect(said(await late)).toContain('답을 받았어요');
  const { id } = await room.session();
  expect((await room.world.sessions.answers(id)).map(({ person }) => person).toSorted()).toEqual([
    'discord:1',
    'discord:7',
  ]);
  await room.pass(1);
  const tells = room.planned().filter(({ what }) => what.endsWith(' tell0'));
  expect(new Set(tells.map(({ key }) => key)).size).toBe(2);
  expect(new Set(tells.map(({ id }) => id)).size).toBe(2);
});

test('the first question leaves those time who did not press that they join', async () => {
  const room = await asked('/live start 파드 1개 60초', 'discord:1');
  for (const who of room.people) await room.pick(who, 'ask0', '-');
  await room.settle();
  expect(await room.step()).toMatchObject({ kind: 'asking', at: 0 });
  await room.ripen();
  expect(await room.step()).toMatchObject({ kind: 'told', at: 0 });
});

test('two processes that look at the same moment close it once', async () => {
  const room = await asked('/live start 파드 1개 60초', 'discord:1');
  await room.ripen();
  for (const who of room.people) await room.pick(who, 'ask0', '-');
  const { version } = await room.session();
  await Promise.all([room.pass(500), room.pass(0), room.pass(0)]);
  expect((await room.session()).version).toBe(version + 1);
  await Promise.all([room.pass(LIVE_TIMES.allIn), room.pass(0), room.pass(0)]);
  expect((await room.session()).version).toBe(version + 2);
});

test('the clock of a question says how long it is open, and moves with what is counted', async () => {
  const room = await asked('/live start 파드 1개 30초');
  const left = async () =>
    (await room.shown('ask0'))?.blocks.flatMap((block) => (block.type === 'countdown' ? [block.left] : []));
  expect(await left()).toEqual(['30초 후']);
  await room.pass(12_000);
  expect(await left()).toEqual(['18초 후']);
  await room.type('/live pause');
  expect(await left()).toEqual([]);
  await room.type('/live resume');
  await room.type('/live next');
  expect(await left()).toEqual([]);
});

test('the instructor has it go on by itself, or not, by an option or a button', async () => {
  const room = await asked('/live start 파드 2개 차분하게 자동으로');
  await room.type('/live next');
  await room.pass(1);
  expect(said(await room.shown('tell0'))).toMatch(/20초 후 다음 문제/);
  const panel = await room.type('/live show');
  const line = panel.blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons : []));
  const manual = line.find(({ label }) => label === '내가 넘길게요')?.line ?? '';
  expect(said(await room.type(manual))).toContain('선생님이 넘길 때까지');
  expect(said(await room.shown('tell0'))).toContain('선생님이 넘기면 이어져요');
  await room.pass(LIVE_TIMES.tell);
  expect(await room.step()).toMatchObject({ kind: 'told', at: 0 });
  await room.type(manual.replace('manual', 'auto'));
  await room.pass(LIVE_TIMES.tell);
  expect(await room.step()).toMatchObject({ kind: 'asking', at: 1 });
});
