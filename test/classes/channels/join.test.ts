import { expect, test } from 'vitest';
import {
  allOf,
  classIn,
  codeOf,
  GUILD,
  linesOf,
  manager,
  OTHER_ROOM,
  onDiscordAs,
  onSlackAs,
  outletOf,
  ROOM,
  slackManager,
  smallBot,
  together,
  withoutChannel,
} from '../../support/classes.ts';
import { mainLine } from '../../support/replies.ts';

const messengers = [
  outletOf('discord', { [ROOM]: GUILD, [OTHER_ROOM]: GUILD, 'discord:100003': GUILD }),
  outletOf('slack', { 'slack:C1': 'open', 'slack:C3': 'open' }),
];

/** A class on Discord, and its code. */
async function open() {
  const { bot, world, logged } = await smallBot({ messengers });
  await bot.dispatch('/class setup 10시 월수금', manager);
  const code = async () => codeOf(await bot.dispatch('/class', manager));
  return { bot, world, logged, code };
}

test('a class spans Discord and Slack: one timetable, a card each, and both sides steer it', async () => {
  const { bot, world, code } = await open();
  const reply = await bot.dispatch(`/class join ${(await code()).toLowerCase().replace('-', ' ')}`, slackManager);
  expect(allOf(reply)).toContain('같은 시각에 같은 카드가 올라와요');
  const one = await classIn(ROOM, world);
  expect(one.channels).toEqual([
    { channel: ROOM, space: GUILD },
    { channel: 'slack:C1', space: 'slack:T1' },
  ]);
  expect(await classIn('slack:C1', world)).toEqual(one);
  await bot.dispatch('/class setup 화목', slackManager);
  expect((await classIn(ROOM, world)).timetable).toMatchObject({ minute: 600, weekdays: [2, 4] });
  const shown = await bot.dispatch('/class', manager);
  expect(allOf(shown)).toContain('Slack 채널\n1개');
  expect((await bot.dispatch('/class post', manager)).accent).toBe('success');
  const posts = await world.outbox.lease(['discord', 'slack'], Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 9);
  expect(posts.map(({ channel }) => channel).toSorted()).toEqual([ROOM, 'slack:C1']);
  expect(new Set(posts.map(({ what }) => what)).size).toBe(1);
});

test('a code is good for one channel', async () => {
  const { bot, world, code } = await open();
  const first = await code();
  await bot.dispatch(`/class join ${first}`, slackManager);
  expect(await code()).not.toBe(first);
  const again = await bot.dispatch(`/class join ${first}`, { ...manager, channel: OTHER_ROOM });
  expect(allOf(again)).toContain('그 코드로는 수업을 찾지 못했어요');
  expect(await world.classes.of(OTHER_ROOM)).toBeUndefined();
});

test('of two channels that use a code at once, one is in', async () => {
  const { bot, world, code } = await open();
  const typed = await code();
  const replies = await together(
    () => bot.dispatch(`/class join ${typed}`, slackManager),
    () => bot.dispatch(`/class join ${typed}`, { ...manager, channel: OTHER_ROOM }),
  );
  expect(replies.map(({ accent }) => accent).toSorted()).toEqual(['success', 'warning']);
  expect((await classIn(ROOM, world)).channels).toHaveLength(2);
});

test('to callers who may not join, a right code and a wrong one are answered the same', async () => {
  const { bot, code } = await open();
  const right = await code();
  for (const caller of [
    onSlackAs('USTUDENT'),
    onDiscordAs('100003'),
    { ...onDiscordAs('100003'), channel: OTHER_ROOM },
  ]) {
    const said = await Promise.all(
      [right, 'AAAA-AAAA', '<@1>'].map((typed) => bot.dispatch(`class join ${typed}`, caller)),
    );
    expect(new Set(said.map(allOf)).size).toBe(1);
  }
  expect(allOf(await bot.dispatch(`class join ${right}`, withoutChannel(slackManager)))).toContain('어느 채널에');
});

test('a channel that has a class is moved only when that is said again; the old class ends with its last channel', async () => {
  const { bot, world, code } = await open();
  await bot.dispatch('/class setup 9시', slackManager);
  const old = await classIn('slack:C1', world);
  const asked = await bot.dispatch(`/class join ${await code()}`, slackManager);
  expect(allOf(asked)).toContain('수업에 남은 채널이 여기뿐이라서, 빼면 수업도 끝나요');
  expect(await classIn('slack:C1', world)).toEqual(old);
  const [keep = '', line = ''] = linesOf(asked);
  expect([keep, mainLine(asked)]).toEqual(['class show', 'class show']);
  expect((await bot.dispatch(line, onSlackAs('USTUDENT'))).accent).toBe('warning');
  expect((await bot.dispatch(line, slackManager)).accent).toBe('success');
  expect((await classIn('slack:C1', world)).id).toBe((await classIn(ROOM, world)).id);
  expect(await world.classes.byId(old.id)).toMatchObject({ closed: expect.any(Number), due: undefined });
  expect(allOf(await bot.dispatch(`/class join ${await code()} 옮기기`, slackManager))).toContain(
    '이미 그 수업에 있어요',
  );
});

test('a channel leaves a class when asked twice, and comes back; the class goes on in the others', async () => {
  const { bot, world, code } = await open();
  await bot.dispatch('/class instructors <@100008>', manager);
  await bot.dispatch(`/class join ${await code()}`, slackManager);
  const asked = await bot.dispatch('/class leave', slackManager);
  expect(allOf(asked)).toContain('다른 채널에서 계속돼요');
  // The safe choice is the first and the main one.
  expect([linesOf(asked), mainLine(asked)]).toEqual([['class show', 'class leave sure'], 'class show']);
  const left = await bot.dispatch('class leave sure', slackManager);
  expect(left.blocks[0]).toMatchObject({ text: '이 채널을 수업에서 뺐어요' });
  expect((await classIn(ROOM, world)).channels).toEqual([{ channel: ROOM, space: GUILD }]);
  expect(allOf(await bot.dispatch('class leave sure', slackManager))).toContain('이 채널에는 수업이 없어요');
  const [back = ''] = linesOf(left);
  expect(allOf(left)).toContain(`/class 합치기 ${codeOf(left)}`);
  expect((await bot.dispatch(back, onSlackAs('USTUDENT'))).accent).toBe('warning');
  expect((await bot.dispatch(back, slackManager)).accent).toBe('success');
  expect((await classIn('slack:C1', world)).id).toBe((await classIn(ROOM, world)).id);
});

test('an instructor who does not manage the place brings back what they took out, and nothing else', async () => {
  const { bot, world, code } = await open();
  await bot.dispatch('/class instructors <@100008>', manager);
  await bot.dispatch(`/class join ${await code()}`, { ...manager, channel: OTHER_ROOM });
  const teacher = onDiscordAs('100008', { channel: OTHER_ROOM });
  const [back = ''] = linesOf(await bot.dispatch('class leave sure', teacher));
  expect((await bot.dispatch('class join AAAA-AAAA', teacher)).accent).toBe('warning');
  expect((await bot.dispatch(back, teacher)).accent).toBe('success');
  expect((await classIn(OTHER_ROOM, world)).id).toBe((await classIn(ROOM, world)).id);
});

test('the last channel that leaves closes the class, and that can be undone', async () => {
  const { bot, world } = await open();
  const { id } = await classIn(ROOM, world);
  expect(allOf(await bot.dispatch('class leave sure', manager))).toContain('마지막 채널을 빼서 수업이 끝났어요');
  expect(await world.classes.within(GUILD)).toEqual([]);
  expect((await bot.dispatch('class close undo', manager)).blocks[0]).toMatchObject({ text: '수업을 다시 이어 가요' });
  expect((await classIn(ROOM, world)).id).toBe(id);
});

test('a class that lost one of its channels goes on without it', async () => {
  const { bot, world, code } = await open();
  await bot.dispatch(`/class join ${await code()}`, { ...slackManager, channel: 'slack:C3' });
  const one = await classIn(ROOM, world);
  const channels = one.channels.map((known) =>
    known.channel === 'slack:C3' ? { ...known, channel: 'slack:C9' } : known,
  );
  await world.classes.save({ ...one, channels, paused: { why: 'gone', channel: 'slack:C9' }, due: undefined }, 0);
  const shown = await bot.dispatch('/class', manager);
  expect(allOf(shown)).toContain('카드를 올리던 Slack 채널이 없어졌거나 보관되어서');
  expect(linesOf(shown)).toContain('class resume without');
  const still = await bot.dispatch('class resume', manager);
  expect([still.accent, allOf(still)]).toEqual(['warning', expect.stringContaining('아직 다시 시작할 수 없어요')]);
  expect((await bot.dispatch('class resume without', manager)).accent).toBe('success');
  expect(await classIn(ROOM, world)).toMatchObject({ channels: [{ channel: ROOM }], paused: undefined });
});
