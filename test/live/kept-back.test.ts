import { expect, test } from 'vitest';
import { allOf, linesOf } from '../support/classes.ts';
import { lessonsFolder, SECRET } from '../support/lessons.ts';
import { openRoom } from '../support/live-room.ts';
import { buttonsOf } from '../support/replies.ts';

test('an instructor plays a locked set: those who play see it and its answers, and practise none of it', async () => {
  const room = await openRoom([lessonsFolder()]);
  const { person, teacher, pass, post, type, pick, letters } = room;
  await room.begin('/live start 중간고사');
  const [kim, lee] = [person('discord:2'), person('discord:3')];
  await pass(1);
  await pass(10_000);
  expect(allOf((await room.shown('ask0')) ?? (await type('home')))).toContain(SECRET);
  await pick(kim, 'ask0', await letters(0, true));
  await pick(lee, 'ask0', await letters(0, false));
  await type('/live next');
  await pass(1);
  await type('/live next');
  await pass(1);
  await pick(lee, 'ask1', await letters(1, false));
  await type('/live next');
  await pass(1);
  await type('/live next');
  await pass(1);
  const own = await type(`result ${post('end').id}`, lee);
  expect(allOf(own)).toContain(`${SECRET} 리스트`);
  expect(allOf(own)).toContain(`${SECRET} 물음`);
  // There is nothing to practise of it: the button goes to other questions.
  expect(buttonsOf(own).map(({ line }) => line)).toContain('quiz');
  expect(linesOf(own).filter((line) => line.includes(' again '))).toEqual([]);
  expect(allOf(await type(`result ${post('end').id} again 1`, lee))).not.toContain(SECRET);
  for (const line of ['/quiz', '/quiz 리스트', '/quiz 틀린 문제', '/review', '/quiz 중간고사', '/chapters'])
    expect(JSON.stringify(await type(line, lee)), line).not.toContain(SECRET);
  // Its instructors look back on it, and may ask again.
  const { id } = await room.session();
  expect(allOf(await type(`recap ${id}`, teacher))).toContain('중간고사');
  expect(linesOf(await type(`recap ${id} again`, teacher))).toContain(`recap ${id} again yes`);
  // Once it is open to the class, what was missed can be practised.
  await type('class open set:"midterm" how:sure');
  expect(allOf(await type(`result ${post('end').id} again 1`, lee))).toContain(SECRET);
});

test('its questions are previewed by the instructor alone, and begin as they were looked at', async () => {
  const room = await openRoom([lessonsFolder()]);
  const { person, pass, type } = room;
  const preview = await type('/live preview 중간고사');
  expect(preview.visibility).toBe('caller');
  expect(allOf(preview)).toContain(`${SECRET} 물음`);
  for (const line of linesOf(preview)) expect(allOf(await type(line, person('discord:2')))).not.toContain(SECRET);
  await room.begin('/live start');
  await pass(1);
  await pass(10_000);
  const shown = await room.shown('ask0');
  expect(shown && allOf(shown)).toContain(SECRET);
});

test('a class is told of a planned one, and practises towards it without its questions', async () => {
  const room = await openRoom([lessonsFolder()]);
  const { person, type, world } = room;
  expect(allOf(await type('/live plan tomorrow 10:00 중간고사'))).toContain('중간고사');
  const posts = await world.outbox.lease(
    ['discord'],
    (await world.now()).epochMilliseconds,
    Number.MAX_SAFE_INTEGER,
    50,
  );
  const told = posts.find(({ kind }) => kind === 'plan');
  if (!told) throw new Error('the class was told nothing');
  const practice = await type(`prepare ${told.id}`, person('discord:2'));
  expect(JSON.stringify(practice)).not.toContain(SECRET);
  expect(practice.accent).toBe('info');
});

test('a chapter and a week are topics of a live quiz', async () => {
  const room = await openRoom([lessonsFolder()]);
  const { type, session } = room;
  const termsOf = async (line: string): Promise<string[]> => {
    const reply = await type(line);
    expect(reply.accent, allOf(reply)).not.toBe('warning');
    const { state } = await session();
    await type('/live stop');
    const ids: string[] = JSON.parse(state).live.plan.questions;
    return Array.from(new Set(ids.map((id) => room.world.course().questionNamed(id)?.term ?? ''))).sort();
  };
  expect(await termsOf('/live start 2주차 4개')).toEqual(['list', 'loop']);
  expect(await termsOf('/live start week 1')).toEqual(['text', 'variable']);
  expect(await termsOf('/live start 1장 4개')).toEqual(['text', 'variable']);
  // Without a first day and any card it is not known which week it is.
  expect(allOf(await type('/live start 이번 주'))).toContain('몇 주차인지');
  const first = { ...room.one.timetable, first: '2026-11-18' };
  await room.world.classes.save({ ...room.one, timetable: first }, 0);
  expect(await termsOf('/live start 이번 주 4개')).toEqual(['list', 'loop']);
  expect(await termsOf('/live start 지난주 4개')).toEqual(['text', 'variable']);
});
