import { expect, test } from 'vitest';
import type { Caller } from '../../src/core/command/command.ts';
import { GUILD, OTHER_ROOM, onDiscordAs, onSlackAs, ROOM, smallBot, withoutChannel } from '../support/classes.ts';
import { textsOf } from '../support/replies.ts';

const ELSEWHERE = 'discord:200001';

/** Two classes, one in another guild; each has its card of today. */
async function opened() {
  const { bot, world, logged } = await smallBot();
  for (const [id, channel, space] of [
    ['here', ROOM, GUILD],
    ['there', ELSEWHERE, 'discord:200000'],
  ] as const) {
    await world.classes.save(
      {
        id,
        timetable: { zone: 'Asia/Seoul', minute: 540, weekdays: [1], holidays: false, skips: [] },
        locale: 'ko',
        channels: [{ channel, space }],
        instructors: [],
        paused: undefined,
        due: 1,
        owner: '',
        code: id.toUpperCase(),
      },
      0,
    );
    const plan = { id: `card${id}`, key: `card:${id}`, classId: id, channel, kind: 'card', what: 'pod' } as const;
    await world.outbox.plan(id, { was: 1, next: undefined }, [{ ...plan, day: '2026-11-23', due: 1, expiresAt: 2 }], 1);
  }
  const readers = async (post: string): Promise<number | undefined> => {
    // What was pressed is written before anybody asks for it.
    await world.records.evidence('nobody');
    return (await world.outbox.byId(post))?.readers;
  };
  const press = async (line: string, caller: Caller): Promise<string> =>
    textsOf(await bot.dispatch(line, caller)).join();
  return { bot, world, logged, readers, press };
}

test('a student who presses where the card is becomes its reader, once, and a member of its class', async () => {
  const { world, readers, press } = await opened();
  for (const what of ['knew', 'again', 'more', 'quiz', 'knew']) await press(`seen cardhere ${what}`, onDiscordAs('7'));
  expect([await readers('cardhere'), await readers('cardthere')]).toEqual([1, 0]);
  expect(await world.records.classOf('discord:7')).toBe('here');
});

test('a line that was carried to another channel, guild or platform tells nothing and counts nobody', async () => {
  const { world, logged, readers, press } = await opened();
  const strangers = [
    onDiscordAs('7'),
    onDiscordAs('8', { channel: OTHER_ROOM }),
    onSlackAs('U7', { channel: 'slack:200001' }),
    withoutChannel(onDiscordAs('9', { space: 'discord:9' })),
  ];
  for (const stranger of strangers)
    for (const what of ['knew', 'again', 'more', 'quiz'])
      expect(await press(`seen cardthere ${what}`, stranger)).toContain('이 카드는 이제 없어요');
  expect(await readers('cardthere')).toBe(0);
  for (const { id } of strangers) {
    expect(await world.records.evidence(id)).toEqual([]);
    expect(await world.records.classOf(id)).toBeUndefined();
  }
  expect(logged).toEqual([]);
});

test.each([
  'seen cardhere',
  'seen cardhere constructor',
  'seen  knew',
  'seen __proto__ knew',
  "seen ' or 1=1 -- knew",
  `seen ${'x'.repeat(5000)} knew`,
  'seen \ud800 knew',
])('forged: %j is a card that is gone', async (line) => {
  const { logged, readers, press } = await opened();
  expect(await press(line, onDiscordAs('7'))).toContain('이 카드는 이제 없어요');
  expect([await readers('cardhere'), logged]).toEqual([0, []]);
});

test('a card whose concept has left the course is gone, and so is a word of a lost channel', async () => {
  const { world, logged, press } = await opened();
  const post = { classId: 'here', channel: ROOM, day: '2026-11-20', due: 1, expiresAt: 2 } as const;
  await world.outbox.add({ ...post, id: 'vanished', key: 'card:v', kind: 'card', what: 'no-such-term' }, 1);
  await world.outbox.add({ ...post, id: 'lost', key: 'lost:v', kind: 'lost', what: `gone ${ROOM}` }, 1);
  for (const id of ['vanished', 'lost'])
    for (const what of ['knew', 'more', 'quiz'])
      expect(await press(`seen ${id} ${what}`, onDiscordAs('7'))).toContain('이 카드는 이제 없어요');
  expect(await world.records.evidence('discord:7')).toEqual([]);
  expect(logged).toEqual([]);
});

test('a forgotten student stays counted, without a name; what others have pressed stays theirs', async () => {
  const { bot, world, readers, press } = await opened();
  const [minsu, jisu] = [onDiscordAs('7'), onDiscordAs('77')];
  for (const caller of [minsu, jisu]) await press('seen cardhere knew', caller);
  const asked = JSON.stringify(await bot.dispatch('/privacy delete', minsu));
  const line = /forget [a-z0-9]+/.exec(asked)?.[0] ?? '';
  // A press that came just before, and is under way still.
  const [, done] = await Promise.all([press('seen cardhere again', minsu), press(line, minsu)]);
  expect(done).toContain('모두 지웠어요');
  expect(await readers('cardhere')).toBe(2);
  expect((await world.records.personalData(minsu.id)).presses).toEqual([]);
  expect((await world.records.personalData(jisu.id)).presses).toHaveLength(1);
  expect(JSON.stringify(await world.records.personalData(jisu.id))).not.toContain('"discord:7"');
});
