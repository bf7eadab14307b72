import { describe, expect, test } from 'vitest';
import {
  allOf,
  classIn,
  GUILD,
  linesOf,
  manager,
  OTHER_ROOM,
  onDiscordAs,
  outletOf,
  ROOM,
  slackManager,
  smallBot,
  together,
  withoutChannel,
} from '../support/classes.ts';
import { excesses } from '../support/replies.ts';

const discord = outletOf('discord', {
  [ROOM]: GUILD,
  [OTHER_ROOM]: GUILD,
  'discord:100003': 'forbidden',
  'discord:100004': 'silent',
  'discord:200001': 'discord:200000',
});
const slack = outletOf('slack', { 'slack:C1': 'open' });

/** Monday 23 November 2026, 10:00 in Seoul. */
const open = (how: Parameters<typeof smallBot>[0] = {}) => smallBot({ messengers: [discord, slack], ...how });

test('a first class says when its first card comes, what was assumed and how to change it', async () => {
  const { bot, world } = await open();
  const reply = await bot.dispatch('/class setup', manager);
  const said = allOf(reply);
  expect(said).toContain('첫 카드는 **11월 24일(화) 09:00**에 올라와요');
  expect(said).toContain(
    '따로 적지 않은 것은 기본값으로 정했어요(시각: 09:00, 요일: 평일, 시간대: 서울 시간, 언어: 한국어, 공휴일: 쉬어요)',
  );
  expect(linesOf(reply)).toEqual(['class preview', 'class post', 'class pause', 'class form']);
  expect(reply.accent).toBe('success');
  expect(await classIn(ROOM, world)).toMatchObject({
    timetable: { zone: 'Asia/Seoul', minute: 540, weekdays: [1, 2, 3, 4, 5], holidays: true, skips: [] },
    locale: 'ko',
    channels: [{ channel: ROOM, space: GUILD }],
    owner: manager.id,
    due: Date.parse('2026-11-24T09:00:00+09:00'),
  });
  const english = allOf(await bot.dispatch('/class setup <#100002> noon', { ...manager, locale: 'en' }));
  expect(english).toContain('**Mon 23 November 12:00**');
  expect(english).toContain('(weekdays: Weekdays, time zone: Seoul time');
});

test.each([
  ['9시반 월수금 서울', { minute: 570, weekdays: [1, 3, 5], zone: 'Asia/Seoul' }],
  ['월·수·금 오후 2시 반 도쿄', { minute: 870, weekdays: [1, 3, 5], zone: 'Asia/Tokyo' }],
  ['공휴일에도 매일 정오', { minute: 720, weekdays: [1, 2, 3, 4, 5, 6, 7], holidays: false }],
  ['Asia/Seoul mon-thu 9:30', { minute: 570, weekdays: [1, 2, 3, 4], zone: 'Asia/Seoul' }],
  ['MWF 2pm new york', { minute: 840, weekdays: [1, 3, 5], zone: 'America/New_York' }],
  ['요일:화목 시각:아침 8시 30분 시간대:KST', { minute: 510, weekdays: [2, 4], zone: 'Asia/Seoul' }],
  ['weekdays rest 09:00', { minute: 540, weekdays: [1, 2, 3, 4, 5], holidays: true }],
  ['금~월', { weekdays: [1, 5, 6, 7], minute: 540 }],
])('%s is understood, in any order', async (typed, timetable) => {
  const { bot, world } = await open();
  expect((await bot.dispatch(`/class setup ${typed}`, manager)).accent).toBe('success');
  expect((await classIn(ROOM, world)).timetable).toMatchObject(timetable);
});

test.each([
  ['25시', '25시'],
  ['9시 언젠가', '언젠가'],
  ['1,3', '1,3'],
  ['9:00 3', '3'],
  ['Mars/Olympus', 'Mars/Olympus'],
  ['x'.repeat(5900), 'x'.repeat(39)],
])('%s is not, which is said precisely; nothing is set up', async (typed, told) => {
  const { bot, world, logged } = await open();
  const reply = await bot.dispatch(`/class setup ${typed}`, manager);
  expect(allOf(reply)).toContain(`‘${told}`);
  expect([reply.accent, excesses(reply), logged]).toEqual(['warning', [], []]);
  expect(await world.classes.of(ROOM)).toBeUndefined();
});

test.each([
  ['time:아무때나', '카드가 올라올 시각: 이렇게 적어 주세요. 예: 9시'],
  ['요일:여덟', '카드가 올라올 요일: 이렇게 적어 주세요. 예: 평일, 월수금'],
  ['zone:화성', '시간대: 이렇게 적어 주세요. 예: 서울'],
])('%s, as Discord sends it, is asked for again', async (typed, told) => {
  const { bot } = await open();
  expect(allOf(await bot.dispatch(`/class setup ${typed}`, manager))).toBe(told);
});

test('again in the same channel keeps what was not given', async () => {
  const { bot, world } = await open();
  await bot.dispatch('/class setup 9시반 월수금 도쿄 영어 공휴일에도', manager);
  await bot.dispatch('/class skip 12월 14일~18일', manager);
  await bot.dispatch('/class instructors <@100008>', manager);
  const before = await classIn(ROOM, world);
  const reply = await bot.dispatch('/class setup 10시', { ...onDiscordAs('100008') });
  expect(reply.blocks[0]).toMatchObject({ text: '수업 설정을 바꿨어요' });
  expect(await classIn(ROOM, world)).toEqual({
    ...before,
    timetable: { ...before.timetable, minute: 600 },
    due: Date.parse('2026-11-25T10:00:00+09:00'),
  });
  expect(allOf(reply)).toContain('- **시각** 09:30 → 10:00');
  const same = await bot.dispatch('/class setup', manager);
  expect(same.blocks[0]).toMatchObject({ text: '이 채널에는 이미 수업이 있어요' });
});

test.each([
  ['영어', '- **언어** 한국어 → 영어'],
  ['영어로', '- **언어** 한국어 → 영어'],
  ['english', '- **언어** 한국어 → 영어'],
  ['10시로', '- **시각** 09:00 → 10:00'],
  ['월수금으로', '- **요일** 평일 → 월·수·금'],
  ['공휴일에도', '- **공휴일** 쉬어요 → 올려요'],
  ['도쿄', '- **시간대** 서울 시간 → 도쿄 시간'],
  ['3월 2일부터', '- **첫날** 정하지 않음 → 2027년 3월 2일(화)'],
])('%s changes what it says, and the reply confirms it', async (typed, told) => {
  const { bot } = await open();
  await bot.dispatch('/class setup', manager);
  const reply = await bot.dispatch(`/class setup ${typed}`, manager);
  expect(reply.blocks[0]).toMatchObject({ text: '수업 설정을 바꿨어요' });
  expect(allOf(reply).match(/^- .*$/gm)).toEqual([told]);
  const again = await bot.dispatch(`/class setup ${typed}`, manager);
  expect(again.blocks[0]).toMatchObject({ text: '이 채널에는 이미 수업이 있어요' });
  expect(allOf(again)).not.toContain('→');
});

test('한국어로 takes the cards back to Korean, and all that changes at once is confirmed line by line', async () => {
  const { bot, world } = await open();
  await bot.dispatch('/class setup 영어', manager);
  const reply = await bot.dispatch('/class setup 한국어로 10시 매일 공휴일에도', manager);
  expect(allOf(reply).match(/^- .*$/gm)).toEqual([
    '- **요일** 평일 → 매일',
    '- **시각** 09:00 → 10:00',
    '- **언어** 영어 → 한국어',
    '- **공휴일** 쉬어요 → 올려요',
  ]);
  expect(await classIn(ROOM, world)).toMatchObject({ locale: 'ko' });
});

describe('a first day', () => {
  test.each([
    ['12월 1일부터', '2026-12-01', '2026-12-01T09:00:00+09:00'],
    ['2027년 3월 2일부터 10시', '2027-03-02', '2027-03-02T10:00:00+09:00'],
    ['3/2부터', '2027-03-02', '2027-03-02T09:00:00+09:00'],
    ['from 2 March 9:30', '2027-03-02', '2027-03-02T09:30:00+09:00'],
    ['9월 1일부터', '2026-09-01', '2026-11-24T09:00:00+09:00'],
    ['2026-03-02부터', '2026-03-02', '2026-11-24T09:00:00+09:00'],
    ['다음 주부터', '2026-11-30', '2026-11-30T09:00:00+09:00'],
    ['다음 주 수요일부터', '2026-12-02', '2026-12-02T09:00:00+09:00'],
    ['첫날:12/5', '2026-12-05', '2026-12-07T09:00:00+09:00'],
    ['월요일부터 금요일 12월 1일부터', '2026-12-01', '2026-12-01T09:00:00+09:00'],
  ])('%s: no card comes before it', async (typed, first, due) => {
    const { bot, world } = await open();
    const reply = await bot.dispatch(`/class setup ${typed}`, manager);
    expect([reply.accent, allOf(reply)]).toEqual(['success', expect.any(String)]);
    expect(await classIn(ROOM, world)).toMatchObject({ timetable: { first }, due: Date.parse(due) });
  });

  test.each([
    ['2025-11-20부터', '첫날로 적은 2025년 11월 20일(목)은 1년도 더 지났어요'],
    ['2028-03-02부터', '너무 멀어요'],
    ['첫날:언젠가', '예: 3월 2일부터'],
  ])('%s is refused: %s', async (typed, told) => {
    const { bot, world } = await open();
    expect(allOf(await bot.dispatch(`/class setup ${typed}`, manager))).toContain(told);
    expect(await world.classes.of(ROOM)).toBeUndefined();
  });

  test('weekdays that begin with one are weekdays', async () => {
    const { bot, world } = await open();
    await bot.dispatch('/class setup 월요일부터 목요일', manager);
    const { timetable } = await classIn(ROOM, world);
    expect([timetable.weekdays, timetable.first]).toEqual([[1, 2, 3, 4], undefined]);
  });
});

test('a class moves to another channel with all that it has, and says so', async () => {
  const { bot, world } = await open();
  await bot.dispatch('/class setup 10시', manager);
  const { id } = await classIn(ROOM, world);
  const reply = await bot.dispatch('/class setup <#100002> from:<#100001> 11시', manager);
  expect(reply.blocks[0]).toMatchObject({ text: '수업을 다른 채널로 옮겼어요' });
  expect(allOf(reply)).toContain('- **시각** 10:00 → 11:00');
  expect(await world.classes.of(ROOM)).toBeUndefined();
  expect((await classIn(OTHER_ROOM, world)).id).toBe(id);
  await bot.dispatch('/class setup', manager);
  const refused = await bot.dispatch('/class setup <#100002> from:<#100001>', manager);
  expect(allOf(refused)).toContain('이미 다른 수업이 있어요');
  expect((await bot.dispatch('/class setup <#100002> from:<#100001>', onDiscordAs('100003'))).accent).toBe('warning');
});

test('an instructor who does not manage the place moves a class only where they steered one before', async () => {
  const { bot, world } = await open();
  await bot.dispatch('/class setup 10시', manager);
  await bot.dispatch('/class instructors <@100008>', manager);
  const teacher = onDiscordAs('100008');
  const { id } = await classIn(ROOM, world);
  for (const line of ['/class setup <#100002> from:<#100001>', '/class setup from:<#100001>']) {
    const refused = await bot.dispatch(line, { ...teacher, channel: OTHER_ROOM });
    expect(refused.accent).toBe('warning');
    expect(allOf(refused)).toContain('관리하는 분만');
  }
  expect((await classIn(ROOM, world)).id).toBe(id);
  // In the other channel they have taught before.
  const other = await bot.dispatch('/class setup', { ...manager, channel: OTHER_ROOM });
  expect(other.accent).toBe('success');
  await bot.dispatch('/class instructors <@100008>', { ...manager, channel: OTHER_ROOM });
  await bot.dispatch('class close sure', { ...teacher, channel: OTHER_ROOM });
  expect((await bot.dispatch('/class setup <#100002> from:<#100001>', teacher)).accent).toBe('success');
  expect((await classIn(OTHER_ROOM, world)).id).toBe(id);
});

test('two classes that move to one channel at once do not both', async () => {
  const { bot, world, logged } = await open();
  await bot.dispatch('/class setup 10시', manager);
  const elsewhere = { ...manager, channel: 'discord:100004' };
  await bot.dispatch('/class setup 11시', elsewhere);
  const replies = await together(
    () => bot.dispatch('/class setup <#100002> from:<#100001>', manager),
    () => bot.dispatch('/class setup <#100002> from:<#100004>', elsewhere),
  );
  expect(replies.map(({ accent }) => accent).toSorted()).toEqual(['success', 'warning']);
  expect(await world.classes.within(GUILD)).toHaveLength(2);
  expect(logged).toEqual([]);
});

test('while a live quiz runs, a class does not move away from it', async () => {
  const { bot, world } = await open();
  await bot.dispatch('/class setup 10시', manager);
  const { id } = await classIn(ROOM, world);
  await bot.dispatch('/live start 파드', manager);
  const refused = await bot.dispatch('/class setup <#100002> from:<#100001>', manager);
  expect(allOf(refused)).toContain('지금 라이브 퀴즈를 하고 있어요');
  expect((await classIn(ROOM, world)).id).toBe(id);
  await bot.dispatch('/live stop', manager);
  await bot.dispatch('/class setup <#100002> from:<#100001>', manager);
  expect((await classIn(OTHER_ROOM, world)).id).toBe(id);
});

test('a paused class goes on with it', async () => {
  const { bot, world } = await open();
  await bot.dispatch('/class setup', manager);
  await bot.dispatch('/class pause', manager);
  expect(await classIn(ROOM, world)).toMatchObject({ paused: { why: 'asked' }, due: undefined });
  expect((await bot.dispatch('/class setup', manager)).blocks[0]).toMatchObject({ text: '수업을 다시 시작해요' });
  expect(await classIn(ROOM, world)).toMatchObject({ paused: undefined, due: Date.parse('2026-11-24T09:00:00+09:00') });
});

describe('channels', () => {
  test.each([
    ['of another guild, by a forged id', '<#200001>', '그 채널을 볼 수 없어요'],
    ['that the bot cannot read', '<#100003>', '‘채널 보기’'],
    ['that are not there', '<#100999>', '그 채널을 볼 수 없어요'],
    ['that the platform cannot tell of now', '<#100004>', '지금은 그 채널을 확인할 수 없어요'],
    ['by their names', '#일반', '그런 이름의 채널을 찾지 못했어요'],
    ['by a Latin name', '#general', '그런 이름의 채널을 찾지 못했어요'],
  ])('%s have no class', async (_, typed, told) => {
    const { bot, world } = await open();
    const reply = await bot.dispatch(`/class setup ${typed} 9시`, manager);
    expect([reply.accent, allOf(reply)]).toEqual(['warning', expect.stringContaining(told)]);
    expect(await world.classes.due(Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
  });

  test.each([
    ['<#C2>', '/invite @도시락'],
    ['#random', '그런 이름의 채널을 찾지 못했어요'],
  ])('on Slack, %s needs the bot first', async (typed, told) => {
    const { bot } = await open();
    expect(allOf(await bot.dispatch(`/class setup ${typed}`, slackManager))).toContain(told);
    expect((await bot.dispatch('/class setup <#C1>', slackManager)).accent).toBe('success');
  });

  test('have to be named in direct messages', async () => {
    const { bot } = await open();
    expect(allOf(await bot.dispatch('/class setup', withoutChannel(slackManager)))).toContain('어느 채널에');
    expect((await bot.dispatch('/class setup <#C1> 9시', withoutChannel(slackManager))).accent).toBe('success');
  });

  test("that the platform cannot tell of now are believed to be the caller's, who writes in them", async () => {
    const { bot } = await open();
    expect((await bot.dispatch('/class setup', { ...manager, channel: 'discord:100004' })).accent).toBe('success');
  });
});

test('two who set it up at once have one class, with what both want', async () => {
  const { bot, world, logged } = await open();
  const replies = await together(
    () => bot.dispatch('/class setup 10시', manager),
    () => bot.dispatch('/class setup 화목', { ...manager, id: 'discord:100010' }),
  );
  expect(replies.map(({ accent }) => accent)).toEqual(['success', 'success']);
  expect(await world.classes.within(GUILD)).toHaveLength(1);
  expect((await classIn(ROOM, world)).timetable).toMatchObject({ minute: 600, weekdays: [2, 4] });
  expect(logged).toEqual([]);
});

test('whose channel is gone moves with all it has to where it is set up next', async () => {
  const { bot, world } = await open();
  await bot.dispatch('/class setup 10시 화목', manager);
  await bot.dispatch('/class instructors <@100008>', manager);
  const before = await classIn(ROOM, world);
  await world.classes.save({ ...before, paused: { why: 'gone', channel: ROOM }, due: undefined }, 0);
  const shown = await bot.dispatch('/class', { ...manager, channel: OTHER_ROOM });
  expect(allOf(shown)).toContain('새 채널에서 `/class 설정`');
  expect(linesOf(shown)).toEqual(['class resume', 'class preview', 'class form']);
  expect((await bot.dispatch('/class setup', { ...onDiscordAs('100003'), channel: OTHER_ROOM })).accent).toBe(
    'warning',
  );
  // Not where they do not write themselves.
  expect((await bot.dispatch('/class setup <#100002>', onDiscordAs('100008'))).accent).toBe('warning');
  const reply = await bot.dispatch('/class setup', { ...onDiscordAs('100008'), channel: OTHER_ROOM });
  expect(reply.blocks[0]).toMatchObject({ text: '수업을 이 채널로 옮겼어요' });
  expect(await classIn(OTHER_ROOM, world)).toEqual({
    ...before,
    channels: [{ channel: OTHER_ROOM, space: GUILD }],
    due: Date.parse('2026-11-24T10:00:00+09:00'),
  });
  expect(await world.classes.of(ROOM)).toBeUndefined();
});

test('at a terminal it is a rehearsal, and says so', async () => {
  const { bot } = await open();
  const caller = { ...manager, id: 'terminal', space: 'terminal', channel: 'terminal', known: ['terminal'] };
  expect(allOf(await bot.dispatch('/class setup', caller))).toContain('연습하는 곳');
  // What is posted is shown there, as in a channel.
  expect((await bot.dispatch('/class post', caller)).accent).toBe('success');
  expect(allOf(await bot.dispatch('/class post', caller))).toContain('이미 올렸어요');
});

test('a class that is there is told what of it was left as it is, and how to change that', async () => {
  const { bot } = await open();
  await bot.dispatch('/class setup 9시 월수금', manager);
  const same = allOf(await bot.dispatch('/class setup 9시', manager));
  expect(same).toContain('적지 않은 것은 그대로 두었어요(요일: 월·수·금');
  expect(same).toContain('바꿀 것만 다시 적으면 돼요');
  const changed = allOf(await bot.dispatch('/class setup 10시', manager));
  expect(changed).toContain('09:00 → 10:00');
  expect(changed).toContain('적지 않은 것은 그대로 두었어요(요일: 월·수·금');
});
