/** A platform has not told whether a caller manages the place: they are neither let in nor told that they are a student. */
import { describe, expect, test } from 'vitest';
import { allOf, classIn, linesOf, onSlackAs, slackManager, smallBot, withoutChannel } from '../support/classes.ts';

const unknown = { manages: undefined } as const;
const nobody = onSlackAs('UNEW', unknown);
const MOMENT = { ko: '잠시 뒤에 다시 해 주세요', en: 'try again in a moment' } as const;

const LINES = [
  ...[
    'class',
    'class setup 10시',
    'class pause',
    'class resume',
    'class skip 12월 14일',
    'class post',
    'class preview',
    'class cards',
    'class cards 파드 다음',
    'class post 떡볶이',
  ],
  ...['class instructors <@UX>', 'class join AAAA-AAAA', 'class leave', 'class leave sure'],
  ...['live start', 'live next', 'live history', 'report', 'report students', 'report csv'],
];

describe.each(['ko', 'en'] as const)('in %s', (locale) => {
  test.each([
    ['in the channel of a class', { ...nobody, locale }],
    ['in a channel without one', { ...nobody, locale, channel: 'slack:C2' }],
    ['in a direct message', { ...withoutChannel(nobody), locale }],
    ['in a workspace without a class', { ...nobody, locale, channel: 'slack:C3', space: 'slack:T3' }],
  ])('%s they are told to try again, and nothing changes', async (_, caller) => {
    const { bot, world, logged } = await smallBot();
    await bot.dispatch('/class setup 9시 평일', slackManager);
    const before = await classIn('slack:C1', world);
    for (const line of LINES) {
      const said = allOf(await bot.dispatch(line, caller));
      // Where a channel has to be named first, that is said instead.
      if (caller.channel === undefined && !said.includes(MOMENT[locale])) expect(said).toMatch(/채널|channel/);
      else expect(said, line).toContain(MOMENT[locale]);
      expect(said).not.toMatch(/선생님만|Only instructors|관리하는 (?:분|선생님)께|somebody who manages/);
    }
    expect(await classIn('slack:C1', world)).toEqual(before);
    expect(await world.classes.within('slack:T3')).toEqual([]);
    expect(logged).toEqual([]);
  });
});

test('an instructor who was named is one, whatever else is known of them', async () => {
  const { bot } = await smallBot();
  await bot.dispatch('/class setup 9시 평일', slackManager);
  await bot.dispatch('/class instructors <@UTEACH>', slackManager);
  const reply = await bot.dispatch('/class', onSlackAs('UTEACH', unknown));
  expect(reply.accent).not.toBe('warning');
  expect(linesOf(reply)).not.toEqual([]);
});

test('the buttons of a live quiz are not for them either', async () => {
  const { bot, world } = await smallBot();
  await bot.dispatch('/class setup 9시 평일', slackManager);
  await bot.dispatch('/live start', slackManager);
  const [session] = await world.sessions.history((await classIn('slack:C1', world)).id, 'live', 1);
  for (const line of [`steer ${session?.id} count pause`, `recap ${session?.id}`])
    expect(allOf(await bot.dispatch(line, nobody))).toContain(MOMENT.ko);
});
