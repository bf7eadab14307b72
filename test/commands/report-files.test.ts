import { expect, test } from 'vitest';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { allOf, linesOf } from '../support/classes.ts';
import { parseCsv } from '../support/csv.ts';
import { openRoom } from '../support/live-room.ts';
import { blockOf, excesses } from '../support/replies.ts';

const fileOf = (reply: Reply): string[][] => parseCsv(blockOf(reply, 'file').text);
const ID = /id\d{8}/;

/** A quiz of two questions: kim is right twice, lee once, =cmd answers the first one wrong. */
async function played() {
  const room = await openRoom();
  const [kim, lee, cmd] = [
    room.person('discord:11', { name: '김민수' }),
    room.person('discord:12', { name: '이지영' }),
    room.person('discord:13', { name: '=cmd' }),
  ];
  await room.begin('/live start pod 2 20s');
  await room.pass(12_000);
  await room.pick(kim, 'ask0', await room.letters(0, true));
  await room.pick(lee, 'ask0', await room.letters(0, true));
  await room.pick(cmd, 'ask0', await room.letters(0, false));
  await room.type('/live next');
  await room.type('/live next');
  await room.pass(1000);
  await room.pick(kim, 'ask1', await room.letters(1, true));
  await room.pick(lee, 'ask1', await room.letters(1, false));
  return { ...room, kim, lee, cmd };
}

test('the marks of a quiz are a file with each student once it is over, and nothing before', async () => {
  const { type, kim, world, one } = await played();
  expect(allOf(await type('/report marks'))).toContain('아직 끝난 라이브 퀴즈가 없어요');
  expect(allOf(await type('/report marks 1'))).toContain('아직 끝난 라이브 퀴즈가 없어요');
  const [running] = await world.sessions.running(one.id);
  expect(allOf(await type(`marks ${running?.id}`))).toContain('아직 하고 있어요');
  await type('/live stop');
  // A student who was not there.
  const answer = { question: 'q', term: 'pod', right: true, at: world.now().epochMilliseconds };
  world.records.record({ kind: 'answer', person: 'discord:14', name: '최하늘', channel: 'discord:1', ...answer });
  const list = await type('/report marks');
  expect(allOf(list)).toMatch(/1\. 파드 · 11월 25일\(수\) 10:00 · 3명 · 정답률 60%/);
  expect(allOf(list)).not.toMatch(ID);
  const [line = ''] = linesOf(list);
  for (const reply of [await type(line), await type('/report marks 1'), await type('/report 성적 1번')]) {
    expect(reply.visibility).toBe('caller');
    expect(blockOf(reply, 'file').name).toMatch(/^dosirak-marks-2026-11-25-1000\.csv$/);
    expect(allOf(reply)).not.toMatch(ID);
    expect(excesses(reply)).toEqual([]);
    const [header, ...rows] = fileOf(reply);
    expect(header).toEqual(['ID', '이름', '참여', '답한 문제', '맞힌 문제', '점수']);
    const points = rows.map((row) => Number(row[5]));
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      ['discord:13', "'=cmd", '예', '1', '0'],
      ['discord:11', '김민수', '예', '2', '2'],
      ['discord:12', '이지영', '예', '2', '1'],
      ['discord:14', '최하늘', '아니요', '0', '0'],
    ]);
    expect([points[0], points[3]]).toEqual([0, 0]);
    expect(points[1]).toBeGreaterThan(points[2] ?? 0);
  }
  expect(blockOf(await type('/report marks 1'), 'file').text.startsWith('\uFEFF')).toBe(true);
  expect(allOf(await type('/report marks 7'))).toContain('끝난 라이브 퀴즈는 1개예요');
  expect(allOf(await type(line, kim))).toContain('성적은 선생님만 볼 수 있어요');
});

test('who keeps out of reports is in no file, also as one who only joined; nor is an instructor', async () => {
  const { type, kim, teacher, pick, letters, world, session, person } = await played();
  await pick(teacher, 'ask1', await letters(1, true));
  const shy = person('discord:15', { name: '한숨음' });
  await world.sessions.join((await session()).id, shy.id);
  await world.sessions.join((await session()).id, 'discord:16');
  await type('/live stop');
  await type('/privacy hide', shy);
  await type('/privacy hide', kim);
  const marks = await type('/report marks 1');
  expect(fileOf(marks).map(([id]) => id)).toEqual(['ID', 'discord:13', 'discord:12', 'discord:16']);
  expect(fileOf(marks).at(-1)).toEqual(['discord:16', '(이름 모름)', '예', '0', '0', '0']);
  expect(blockOf(marks, 'footer').text).toContain('보고서에서 이름을 뺀 학생 1명');
  const attendance = await type('/report attendance');
  expect(fileOf(attendance).map(([id]) => id)).toEqual(['ID', 'discord:13', 'discord:12']);
  expect(blockOf(attendance, 'footer').text).toContain('1명');
});

test('attendance says who was there on which day of the class, and how', async () => {
  const { type, world, person, pass } = await played();
  await type('/live stop');
  const at = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;
  const answer = (who: string, name: string, time: string) =>
    world.records.record({
      ...{ kind: 'answer', person: who, name, channel: 'discord:1', question: 'q', term: 'pod', right: true },
      at: at(time),
    });
  // In Seoul, half past midnight of the 20th.
  answer('discord:11', '김민수', '2026-11-19T15:30:00Z');
  answer('discord:12', '이지영', '2026-11-19T14:30:00Z');
  answer('discord:14', '최하늘', '2026-11-20T01:00:00Z');
  const card = { classId: 'class1', channel: 'discord:1', kind: 'card', what: 'pod' } as const;
  await world.outbox.add({ ...card, id: 'c1', key: 'c1', day: '2026-11-23', due: 0, expiresAt: 0 }, 0);
  await world.outbox.markSent('c1', 'm1');
  world.records.record({
    ...{ kind: 'press', person: 'discord:14', channel: 'discord:1', post: 'c1', term: 'pod', press: 'knew' },
    at: at('2026-11-25T02:00:00Z'),
  });
  await pass(0);
  for (const line of ['/report attendance', '/report 출석']) {
    const reply = await type(line);
    expect(reply.visibility).toBe('caller');
    expect(excesses(reply)).toEqual([]);
    expect(blockOf(reply, 'file').name).toBe('dosirak-attendance-2026-11-25.csv');
    expect(fileOf(reply)).toEqual([
      ['ID', '이름', '나온 날 수', '2026-11-19', '2026-11-20', '2026-11-23', '2026-11-25'],
      ['discord:13', "'=cmd", '1', '', '', '', '라이브'],
      ['discord:11', '김민수', '2', '', '연습', '', '라이브'],
      ['discord:12', '이지영', '2', '연습', '', '', '라이브'],
      ['discord:14', '최하늘', '2', '', '연습', '', '카드'],
    ]);
  }
  expect(allOf(await type('/report attendance', person('discord:11')))).not.toContain('최하늘');
  const english = await type('/report attendance', { ...person('discord:9'), locale: 'en' });
  expect(fileOf(english)[0]?.slice(0, 3)).toEqual(['id', 'name', 'days there']);
  expect(allOf(english).replace(/[^\n]*,[^\n]*/g, '')).not.toMatch(/\p{Script=Hangul}/u);
});

test('a class in which nobody did anything has no attendance', async () => {
  const { type } = await openRoom();
  expect(allOf(await type('/report attendance'))).toContain('아직 출석한 학생이 없어요');
});

test('a mistake that several made is named once a question', async () => {
  const room = await openRoom();
  const { type, pass, pick, letters, person, session, world } = room;
  await type('/live start pod 3 20s');
  await type('/live resume');
  await pass(12_000);
  const people = Array.from({ length: 8 }, (_, i) => person(`discord:${20 + i}`, { name: `학생${i}` }));
  const options = ['a', 'b', 'c', 'd'];
  for (const [at] of [0, 1, 2].entries()) {
    const right = await letters(at, true);
    const wrong = options.filter((letter) => !right.includes(letter));
    for (const [i, who] of people.entries()) await pick(who, `ask${at}`, wrong[i % wrong.length] ?? 'a');
    await type('/live next');
    await type('/live next');
    await pass(1000);
  }
  const { id } = await session();
  const recap = allOf(await type(`recap ${id}`));
  const list = /\*\*많이 한 실수\*\*\n\n((?:- .*\n?)+)/.exec(recap)?.[1]?.trim().split('\n') ?? [];
  const questions = list.map((line) => / · (.*) \(정답/.exec(line)?.[1]);
  expect(questions.length).toBeGreaterThan(0);
  expect(new Set(questions).size).toBe(questions.length);
  expect(world.course().terms.has('pod')).toBe(true);
});
