/** Who may steer a class: every action, by everybody who might try. */
import { describe, expect, test } from 'vitest';
import type { Caller } from '../../src/core/command/command.ts';
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
  ROOM,
  slackManager,
  smallBot,
  withoutChannel,
} from '../support/classes.ts';
import { excesses } from '../support/replies.ts';
import { student } from '../support/world.ts';

const ROLE = 'discord:&100777';

/** A class in a channel of a guild and one in a workspace, each with one named instructor; on Discord a role as well. */
async function withClasses() {
  const { bot, world, logged } = await smallBot();
  await bot.dispatch('/class setup 9시 평일', manager);
  await bot.dispatch('/class instructors <@100008> 더하기', manager);
  await bot.dispatch('/class instructors <@&100777>', manager);
  await bot.dispatch('/class setup 9시 평일', slackManager);
  await bot.dispatch('/class instructors <@UTEACH>', slackManager);
  return { bot, world, logged };
}

const ACTIONS = [
  'class',
  'class show',
  'class setup 10시',
  'class pause',
  'class resume',
  'class resume without',
  'class skip 12월 14일',
  'class skip 12월 14일 빼기',
  'class post',
  'class preview',
  'class preview 파드',
  'class post 파드',
  'class post 떡볶이',
  'class cards',
  'class cards 파드',
  'class cards 파드 다음',
  'class cards 파드 12월 1일',
  'class cards 파드 빼기',
  'class cards 파드 원래대로',
  'class instructors',
  'class instructors <@100003>',
  'class instructors <@UZ0> remove',
  'class join AAAA-AAAA',
  'class join AAAA-AAAA move',
  'class leave',
  'class leave sure',
];

const REFUSED: readonly (readonly [who: string, caller: Caller])[] = [
  ['a student on Discord', onDiscordAs('100003')],
  ['a student with another role', onDiscordAs('100003', { known: ['discord:100003', 'discord:&100778'] })],
  ['a student with the number of the role', onDiscordAs('100777', { known: ['discord:100777'] })],
  ['a student elsewhere in the guild', onDiscordAs('100003', { channel: OTHER_ROOM })],
  ['who manages another guild, in the channel', onDiscordAs('100004', { manages: true, space: 'discord:200000' })],
  ['a student on Slack', onSlackAs('USTUDENT')],
  [
    'who has the same id in another workspace',
    onSlackAs('UTEACH', { id: 'slack:T2:UTEACH', known: ['slack:T2:UTEACH'] }),
  ],
  ['an admin of another workspace, in the channel', onSlackAs('UX', { manages: true, space: 'slack:T2' })],
  ['a Discord instructor on Slack', onSlackAs('100008', { known: ['slack:T1:100008'] })],
  ['a student, in a direct message on Slack', withoutChannel(onSlackAs('USTUDENT'))],
  [
    'the named instructor in a direct message on Discord, where there is no guild',
    withoutChannel(onDiscordAs('100008', { space: 'discord:100008' })),
  ],
];

describe.each(REFUSED)('%s', (_, caller) => {
  test('is refused kindly whatever they try, and changes nothing', async () => {
    const { bot, world, logged } = await withClasses();
    const before = [await classIn(ROOM, world), await classIn('slack:C1', world)];
    for (const line of ACTIONS) {
      const reply = await bot.dispatch(line, caller);
      const said = allOf(reply);
      expect(reply.accent, `${line}: ${said}`).toBe('warning');
      expect(said).toMatch(/요[.`]/);
      // Neither a code nor who teaches is told.
      for (const { code } of before) expect(said.replaceAll('-', '')).not.toContain(code);
      expect(reply.blocks.map(({ type }) => type)).toEqual(['text']);
    }
    expect([await classIn(ROOM, world), await classIn('slack:C1', world)]).toEqual(before);
    expect(logged).toEqual([]);
  });
});

const ALLOWED: readonly (readonly [who: string, caller: Caller])[] = [
  ['who manages the guild', manager],
  ['who manages it, elsewhere in the guild', { ...manager, channel: OTHER_ROOM }],
  ['a named person', onDiscordAs('100008')],
  ['a named person elsewhere in the guild', onDiscordAs('100008', { channel: OTHER_ROOM })],
  ['somebody with a named role', onDiscordAs('100006', { known: ['discord:100006', ROLE] })],
  ['an admin on Slack', slackManager],
  ['an admin in a direct message on Slack', withoutChannel(slackManager)],
  ['a named person on Slack', onSlackAs('UTEACH')],
  ['a named person in a direct message on Slack', withoutChannel(onSlackAs('UTEACH'))],
];

describe.each(ALLOWED)('%s', (_, caller) => {
  test.each(['ko', 'en'] as const)('steers the class (%s)', async (locale) => {
    const { bot, logged } = await withClasses();
    const who = caller.space === GUILD ? '<@100003>' : '<@UNEW>';
    for (const line of [
      'class',
      'class pause',
      'class preview',
      'class cards',
      'class cards pod 12/1',
      'class cards pod next',
      'class cards pod restore',
      'class cards node remove',
      'class cards restore',
      'class cards node restore',
      'class resume',
      'class skip 12/14-12/18',
      'class skip 12/16 remove',
      `class instructors ${who}`,
      `class instructors ${who} remove`,
      'class instructors',
      'class post',
    ]) {
      const reply = await bot.dispatch(line, { ...caller, locale });
      expect(reply.accent, `${line}: ${allOf(reply)}`).toMatch(line === 'class pause' ? 'warning' : /success|info/);
      expect(excesses(reply)).toEqual([]);
      if (locale === 'en' && line !== 'class preview') expect(allOf(reply)).not.toMatch(/[가-힣]/);
    }
    expect(logged).toEqual([]);
  });
});

test('an instructor of one class steers no other of the guild, and who manages it steers all', async () => {
  const { bot, world } = await withClasses();
  await bot.dispatch('/class setup 11시', { ...manager, channel: OTHER_ROOM });
  const teacher = onDiscordAs('100008');
  const elsewhere = { ...teacher, channel: OTHER_ROOM };
  for (const line of ['class pause', 'class setup 10시', 'class leave sure', 'class setup <#100002> 10시'])
    expect((await bot.dispatch(line, elsewhere)).accent).toBe('warning');
  expect((await bot.dispatch('class setup <#100002> 10시', teacher)).accent).toBe('warning');
  expect(await classIn(OTHER_ROOM, world)).toMatchObject({ paused: undefined, timetable: { minute: 660 } });
  // Where there is no class, there is but one that they can mean.
  const hall = { ...teacher, channel: 'discord:100003' };
  expect((await bot.dispatch('class pause', hall)).blocks[0]).toMatchObject({ text: '카드를 잠시 쉴게요' });
  expect((await classIn(ROOM, world)).paused).toEqual({ why: 'asked' });
  expect((await classIn(OTHER_ROOM, world)).paused).toBeUndefined();
  // Whoever manages both is asked which.
  const boss = { ...manager, channel: 'discord:100003' };
  const several = await bot.dispatch('class', boss);
  expect(allOf(several)).toContain('수업이 2개 있어요');
  expect(several.blocks.flatMap((block) => (block.type === 'mentions' ? block.mentions : []))).toEqual([
    '<#100001>',
    '<#100002>',
  ]);
  expect(allOf(await bot.dispatch('class pause', boss))).toContain('수업이 여러 개 있어요');
  await bot.dispatch('class pause', { ...manager, channel: OTHER_ROOM });
  expect((await classIn(OTHER_ROOM, world)).paused).toEqual({ why: 'asked' });
});

test('a student hears of cards only where they ask for the class itself, and else what they can do', async () => {
  const { bot } = await withClasses();
  const minsu = onDiscordAs('minsu');
  const told = async (line: string, locale: 'ko' | 'en' = 'ko') =>
    allOf(await bot.dispatch(line, { ...minsu, locale }));
  expect(await told('/class')).toContain('이 수업의 카드는 이때 올라와요: 평일 09:00(서울 시간)');
  expect(await told('/class', 'en')).toContain('Its cards come: Weekdays at 09:00');
  for (const line of ['/report', '/live start', '/class pause'])
    expect(await told(line)).toBe(
      '이건 선생님만 할 수 있어요. 혼자 풀어 보려면 `/quiz`를, 내 진도를 보려면 `/progress`를 입력해 주세요.',
    );
  expect(await told('/report', 'en')).toBe(
    'Only instructors can do this. To practise alone, type `/quiz`; to see how you are doing, `/progress`.',
  );
  await bot.dispatch('/class pause', manager);
  expect(await told('/class')).toContain('이 수업의 카드는 지금 쉬고 있어요');
});

test('whoever was an instructor is none any more', async () => {
  const { bot, world } = await withClasses();
  const teacher = onDiscordAs('100008');
  expect((await bot.dispatch('class instructors <@100008> 빼기', manager)).accent).toBe('success');
  expect((await bot.dispatch('class pause', teacher)).accent).toBe('warning');
  expect((await classIn(ROOM, world)).paused).toBeUndefined();
  expect(allOf(await bot.dispatch('class instructors <@100008> 빼기', manager))).toContain(
    '따로 정해 둔 선생님이 아니에요',
  );
});

test('everyone is no instructor; a name is no id; how without whom is asked back', async () => {
  const { bot, world } = await withClasses();
  const before = (await classIn(ROOM, world)).instructors;
  expect(allOf(await bot.dispatch('class instructors <@&100000>', manager))).toContain('모두를 선생님으로');
  expect(allOf(await bot.dispatch('class instructors @김선생', manager))).toContain('그런 이름의 사람을 찾지 못했어요');
  expect(allOf(await bot.dispatch('class instructors @kim', slackManager))).toContain(
    '그런 이름의 사람을 찾지 못했어요',
  );
  expect(allOf(await bot.dispatch('class instructors 빼기', manager))).toContain('누구인지');
  expect((await classIn(ROOM, world)).instructors).toEqual(before);
});

test('25 instructors are enough; one who is named again takes no place', async () => {
  const { bot, world } = await withClasses();
  for (let id = 300_000; id < 300_023; id++) await bot.dispatch(`class instructors <@${id}>`, manager);
  expect((await classIn(ROOM, world)).instructors).toHaveLength(25);
  expect(allOf(await bot.dispatch('class instructors <@400000>', manager))).toContain('25명까지');
  const again = await bot.dispatch('class instructors <@300001>', manager);
  expect([again.accent, excesses(again)]).toEqual(['success', []]);
  expect((await classIn(ROOM, world)).instructors).toHaveLength(25);
});

test('nothing of a class can be shared with the channel', async () => {
  const { bot } = await withClasses();
  const reply = await bot.dispatch('share class show', manager);
  expect([reply.visibility, reply.accent]).toEqual(['caller', 'warning']);
  expect(() => codeOf(reply)).toThrow('no code');
});

test('every button of every answer does something', async () => {
  const { bot, logged } = await withClasses();
  for (const line of ['class', 'class pause', 'class resume', 'class leave', 'class close', 'class form'])
    for (const press of linesOf(await bot.dispatch(line, manager)).filter((one) => !one.endsWith(' sure')))
      expect((await bot.dispatch(press, { ...student, ...manager })).blocks.length).toBeGreaterThan(0);
  expect(linesOf(await bot.dispatch('class leave', manager))).toEqual(['class show', 'class leave sure']);
  expect((await bot.dispatch('class leave sure', manager)).accent).toBe('success');
  expect(linesOf(await bot.dispatch('class', { ...manager, channel: ROOM }))).toEqual(['class setup', 'class form']);
  expect(logged).toEqual([]);
});
