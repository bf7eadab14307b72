import { expect, test } from 'vitest';
import { createClock } from '../../../src/app/clock.ts';
import { unmetered } from '../../../src/core/meter.ts';
import type { Messenger } from '../../../src/core/platform.ts';
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
} from '../../support/classes.ts';
import { excesses, mainLine } from '../../support/replies.ts';

const messengers = [
  outletOf('discord', { [ROOM]: GUILD, [OTHER_ROOM]: GUILD }),
  outletOf('slack', { 'slack:C1': 'open', 'slack:C3': 'open' }),
];
const student = onDiscordAs('100003', { name: '민수' });

/** A class on Discord, Monday 23 November 2026, 10:00 in Seoul. */
async function open() {
  const { bot, world, logged } = await smallBot({ messengers });
  await bot.dispatch('/class setup 9시', manager);
  return { bot, world, logged };
}

test('ending a term is asked first, and Enter leaves all as it is', async () => {
  const { bot, world } = await open();
  const before = await classIn(ROOM, world);
  const asked = await bot.dispatch('/class close', manager);
  expect(asked.blocks[0]).toMatchObject({ text: '이 수업을 마칠까요?' });
  expect(allOf(asked)).toContain('숙제도 더 받지 않아요');
  expect([mainLine(asked), linesOf(asked)]).toEqual(['class show', ['class show', 'class close sure']]);
  expect(await classIn(ROOM, world)).toEqual(before);
  expect((await bot.dispatch('class close sure', student)).accent).toBe('warning');
  expect(await classIn(ROOM, world)).toEqual(before);
});

test('a closed class has no cards and is not found; its report is, and students go on practising', async () => {
  const { bot, world, logged } = await open();
  const { id, code } = await classIn(ROOM, world);
  await bot.dispatch('k8s 파드', student);
  await bot.dispatch('/class post', manager);
  const closed = await bot.dispatch('class close sure', manager);
  expect([closed.blocks[0], excesses(closed)]).toEqual([expect.objectContaining({ text: '수업을 마쳤어요' }), []]);
  expect(linesOf(closed)).toEqual(['report', 'class close undo']);
  expect(await world.classes.due(Number.MAX_SAFE_INTEGER, 9)).toEqual([]);
  expect(allOf(await bot.dispatch('/class', manager))).toContain('아직 수업이 없어요');
  expect((await bot.dispatch(`/class join ${code}`, slackManager)).accent).toBe('warning');
  for (const line of ['/class post', '/class pause', '/live start 파드'])
    expect((await bot.dispatch(line, manager)).accent).toBe('warning');
  const report = await bot.dispatch('/report', manager);
  expect(allOf(report)).toMatch(/\*\*11월 23일\(월\)\*\*의 수업이에요/);
  expect(linesOf(report)).toContain(`report closed ${id} students`);
  expect(excesses(report)).toEqual([]);
  expect((await bot.dispatch('/report students', manager)).accent).toBe('info');
  for (const line of ['/live history', '/report marks', '/report questions', '/report attendance', '/report csv'])
    expect(allOf(await bot.dispatch(line, manager)), line).not.toMatch(/아직 수업이 없어요|문제가 생겼어요/);
  expect((await bot.dispatch('/report', student)).accent).toBe('warning');
  expect((await bot.dispatch(`report closed ${id}`, student)).accent).toBe('warning');
  expect((await bot.dispatch('/quiz 파드', student)).accent).not.toBe('error');
  expect(logged).toEqual([]);
});

test('a new class begins in the channel on its first day, and the old reports are offered beside its own', async () => {
  const { bot, world } = await open();
  const old = await classIn(ROOM, world);
  await bot.dispatch('class close sure', manager);
  const begun = await bot.dispatch('/class setup 3월 2일부터', manager);
  expect(allOf(begun)).toContain('첫 카드는 **2027년 3월 2일(화) 09:00**에 올라와요');
  const fresh = await classIn(ROOM, world);
  expect([fresh.id === old.id, fresh.timetable.first]).toEqual([false, '2027-03-02']);
  const report = await bot.dispatch('/report', manager);
  expect(allOf(report)).not.toContain('의 수업이에요');
  expect(linesOf(report)).toContain('report closed');
  const list = await bot.dispatch('report closed', manager);
  expect([list.blocks[0], excesses(list)]).toEqual([expect.objectContaining({ text: '마친 수업이 1개 있어요' }), []]);
  const [line = ''] = linesOf(list);
  const shown = await bot.dispatch(line, manager);
  expect(allOf(shown)).toContain('이미 마친 수업이라서');
  // Its own buttons go on telling of it.
  const students = linesOf(shown).find((one) => one.endsWith('students')) ?? '';
  expect(allOf(await bot.dispatch(students, manager))).toContain('이미 마친 수업이라서');
  expect(allOf(await bot.dispatch('class close undo', manager))).toContain('되돌릴 수 없어요');
  expect((await classIn(ROOM, world)).id).toBe(fresh.id);
});

test('closing is taken back with all that there was', async () => {
  const { bot, world } = await open();
  await bot.dispatch('/class skip 12월 14일~18일', manager);
  await bot.dispatch('/class instructors <@100008>', manager);
  const before = await classIn(ROOM, world);
  await bot.dispatch('class close sure', manager);
  expect((await bot.dispatch('class close undo', student)).accent).toBe('warning');
  const back = await bot.dispatch('/class close 되돌리기', onDiscordAs('100008'));
  expect(back.blocks[0]).toMatchObject({ text: '수업을 다시 이어 가요' });
  expect(await classIn(ROOM, world)).toEqual(before);
  expect(allOf(await bot.dispatch('class close undo', manager))).toContain('마친 수업이 없어요');
});

test('a class on two platforms ends on both, and both may read its reports', async () => {
  const { bot, world } = await open();
  const { code } = await classIn(ROOM, world);
  await bot.dispatch(`class join ${code}`, slackManager);
  expect(allOf(await bot.dispatch('/class close', slackManager))).toContain('채널 2개에서 모두 끝나요');
  await bot.dispatch('class close sure', slackManager);
  for (const caller of [manager, slackManager])
    expect(allOf(await bot.dispatch('/report', caller))).toContain('이미 마친 수업이라서');
});

test('an instructor who does not manage the place begins the next class, and goes on steering it', async () => {
  const { bot, world } = await open();
  await bot.dispatch('/class instructors <@100008>', manager);
  const teacher = onDiscordAs('100008');
  await bot.dispatch('class close sure', teacher);
  expect((await bot.dispatch('/class setup', student)).accent).toBe('warning');
  expect((await bot.dispatch('/class setup 10시', teacher)).accent).toBe('success');
  expect((await bot.dispatch('/class pause', teacher)).accent).toBe('warning');
  expect(await classIn(ROOM, world)).toMatchObject({ paused: { why: 'asked' }, instructors: ['discord:100008'] });
});

test('of two instructors who close at once, neither is told of a bug, and the class is closed once', async () => {
  const { bot, world, logged } = await open();
  const { id } = await classIn(ROOM, world);
  await together(
    () => bot.dispatch('class close sure', manager),
    () => bot.dispatch('class close sure', manager),
    () => bot.dispatch('/class setup 10시', manager),
  );
  expect(logged).toEqual([]);
  expect((await world.classes.byId(id))?.closed).toEqual(expect.any(Number));
});

test('while a live quiz runs, a class does not end', async () => {
  const { bot, world } = await open();
  await bot.dispatch('/live start 파드', manager);
  expect(allOf(await bot.dispatch('class close sure', manager))).toContain('지금 라이브 퀴즈를 하고 있어요');
  expect((await classIn(ROOM, world)).closed).toBeUndefined();
  await bot.dispatch('/live stop', manager);
  expect((await bot.dispatch('class close sure', manager)).accent).toBe('success');
});

test('neither a card nor a quiz that was planned comes once the class is closed', async () => {
  let at = Date.parse('2026-11-23T01:00:00Z');
  const posted: string[] = [];
  const messenger: Messenger = {
    ...outletOf('discord', { [ROOM]: GUILD }),
    async post(channel, { idempotencyKey }) {
      posted.push(channel);
      return { kind: 'sent', message: idempotencyKey };
    },
  };
  const { bot, world, logged } = await smallBot({ messengers: [messenger], now: () => at });
  const log = { info: () => {}, warn: () => {}, error: (fields: object) => void logged.push(fields) };
  const clock = createClock({ ...world, messengers: [messenger], now: () => at }, unmetered, log);
  await bot.dispatch('/class setup 9시', manager);
  expect((await bot.dispatch('/live plan 내일 10시 파드 2개 20초', manager)).accent).not.toBe('warning');
  await clock.tick();
  const { id } = await classIn(ROOM, world);
  expect(await world.appointments.ahead(id, 'live')).toHaveLength(1);
  const before = posted.length;
  expect((await bot.dispatch('class close sure', manager)).accent).toBe('success');
  for (let hour = 0; hour < 26; hour++) {
    at += 3_600_000;
    await clock.tick();
  }
  expect(posted.slice(before)).toEqual([]);
  expect([await world.appointments.ahead(id, 'live'), await world.sessions.running(id), logged]).toEqual([[], [], []]);
});
