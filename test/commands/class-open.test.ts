import { expect, test } from 'vitest';
import { shortId } from '../../src/content/question-ids.ts';
import type { Caller } from '../../src/core/command/command.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { encodePractice, playerOf } from '../../src/practice/practice.ts';
import { allOf, GUILD, linesOf, manager, onDiscordAs } from '../support/classes.ts';
import { lessonsFolder, SECRET } from '../support/lessons.ts';
import { asked, rightAnswers } from '../support/practice.ts';
import { buttonsOf, excesses, mainLine } from '../support/replies.ts';
import { classOf } from '../support/reporting.ts';
import { botOf } from '../support/world.ts';

/** Two classes of one school, each with an instructor and a student. */
async function open() {
  const { bot, world, logged } = await botOf([lessonsFolder()]);
  const side = async (channel: string) => {
    const one = classOf(channel, GUILD);
    await world.classes.save(one, 0);
    const student = onDiscordAs(`${channel.slice(-1)}1`, { channel });
    return { one, teacher: { ...manager, channel }, student };
  };
  const type = async (line: string, who: Caller): Promise<Reply> => {
    const reply = await bot.dispatch(line, who);
    expect(logged).toEqual([]);
    expect(excesses(reply)).toEqual([]);
    return reply;
  };
  const press = async (reply: Reply, label: string, who: Caller): Promise<Reply> => {
    const found = buttonsOf(reply).find((button) => button.label.includes(label));
    if (!found) throw new Error(`no “${label}” among ${buttonsOf(reply).map((button) => button.label)}`);
    return type(found.line, who);
  };
  return { world, type, press, ours: await side('discord:100001'), theirs: await side('discord:100002') };
}

test('an instructor sees the locked sets, is told who will see one, opens it, and takes that back', async () => {
  const { world, type, press, ours, theirs } = await open();
  const { teacher } = ours;
  const list = await type('/class open', teacher);
  expect(allOf(list)).toContain('🔒 **중간고사** · 문제 2개 · 잠겨 있어요');
  const sure = await press(list, '중간고사 열기', teacher);
  expect(allOf(sure)).toContain('‘중간고사’ 문제집을 열까요?');
  expect(allOf(sure)).toContain('다른 수업의 학생에게는 그대로 잠겨 있어요');
  // What Enter presses leaves it as it is.
  expect(mainLine(sure)).toBe('class open');
  expect(await world.reports.openSets(ours.one.id)).toEqual([]);
  const opened = await press(sure, '열기', teacher);
  expect(allOf(opened)).toContain('‘중간고사’ 문제집을 열었어요');
  expect(await world.reports.openSets(ours.one.id)).toEqual(['midterm']);
  expect(await world.reports.openSets(theirs.one.id)).toEqual([]);
  expect(allOf(await type('/class open', teacher))).toContain('🔓 **중간고사** · 문제 2개 · 이 수업에 열려 있어요');
  expect(allOf(await type('/class open', theirs.teacher))).toContain('잠겨 있어요');
  expect(allOf(await type('/class 열기 중간고사', teacher))).toContain('이미 이 수업에 열려 있어요');
  const locked = await press(opened, '되돌리기', teacher);
  expect(allOf(locked)).toContain('‘중간고사’ 문제집을 잠갔어요');
  expect(await world.reports.openSets(ours.one.id)).toEqual([]);
  await press(locked, '되돌리기', teacher);
  expect(await world.reports.openSets(ours.one.id)).toEqual(['midterm']);
  await type('/class 잠그기 midterm', teacher);
  expect(await world.reports.openSets(ours.one.id)).toEqual([]);
  expect(allOf(await type('/class lock midterm', teacher))).toContain('이미 잠겨 있어요');
});

test('no student opens a set, or reads what is locked; a name that no set has is refused', async () => {
  const { world, type, ours } = await open();
  for (const line of [
    '/class open',
    '/class open midterm',
    'class open set:"midterm" how:sure',
    '/class lock midterm',
  ]) {
    const reply = await type(line, ours.student);
    expect(reply.accent).toBe('warning');
    expect(allOf(reply)).not.toContain('중간고사');
  }
  expect(await world.reports.openSets(ours.one.id)).toEqual([]);
  expect(allOf(await type('/class open 기말고사', ours.teacher))).toContain('그런 이름의 잠긴 문제집은 없어요');
  // A set that is not locked is none of these.
  expect(allOf(await type('/class open 첫 시간', ours.teacher))).toContain('그런 이름의 잠긴 문제집은 없어요');
});

test('students of the class that has it open practise it, those of another one do not', async () => {
  const { world, type, ours, theirs } = await open();
  await type('class open set:"midterm" how:sure', ours.teacher);
  const first = await type('/quiz 중간고사', ours.student);
  expect(allOf(first)).toContain(SECRET);
  const known = { get: (id: string) => world.course().questionNamed(id) };
  const { question, line } = asked(first, known);
  const [right = ''] = rightAnswers(question, first, 'ko');
  const graded = await type(`${line} ${right}`, ours.student);
  expect(allOf(graded)).toContain('맞았어요');
  expect(allOf(await type('/chapters', ours.student))).toContain('중간고사');
  for (const words of ['/quiz 중간고사', '/quiz midterm', '/chapters'])
    expect(allOf(await type(words, theirs.student))).not.toContain(SECRET);
  expect(allOf(await type('/chapters', theirs.student))).not.toContain('중간고사');
  // A line that one student hands to another, and the question's own name, open nothing.
  const own = { topic: 'all', seed: 'q7x1', player: playerOf(theirs.student.id), count: 1, marks: '' };
  const forged = `drill ${encodePractice(own)} ${shortId(question)}`;
  const review = `drill ${encodePractice({ ...own, topic: `r${shortId(question)}` })}`;
  for (const attempt of [
    `${forged} ${right}`,
    `${forged} a`,
    review,
    `drill ${encodePractice({ ...own, topic: 'q1' })}`,
  ]) {
    const reply = await type(attempt, theirs.student);
    expect(JSON.stringify(reply)).not.toContain(SECRET);
    expect(reply.accent).toBe('warning');
  }
});

test('a question that stands open is not answered once its set is locked again; what was answered stays', async () => {
  const { world, type, ours } = await open();
  await type('class open set:"midterm" how:sure', ours.teacher);
  const first = await type('/quiz 중간고사', ours.student);
  const { question, line } = asked(first, { get: (id: string) => world.course().questionNamed(id) });
  const [right = ''] = rightAnswers(question, first, 'ko');
  const graded = await type(`${line} ${right}`, ours.student);
  await type('/class lock midterm', ours.teacher);
  const refused = await type(`${line} ${right}`, ours.student);
  expect(allOf(refused)).toContain('선생님이 잠가 둔 문제집의 문제라서');
  expect(allOf(await type(linesOf(graded)[0] ?? '', ours.student))).toContain('이 문제는 이제 없어요');
  expect((await world.records.personalData(ours.student.id)).answers).toHaveLength(1);
  await type('class open set:"midterm" how:sure', ours.teacher);
  expect(allOf(await type(linesOf(graded)[0] ?? '', ours.student))).toContain(SECRET);
});

test('what a student reports of it comes to instructors of the class that has it open, not to others', async () => {
  const { type, ours, theirs } = await open();
  for (const { student } of [ours, theirs]) await type('flag-question exam-one', student);
  for (const { teacher } of [ours, theirs])
    for (const line of ['/report questions', '/report'])
      expect(JSON.stringify(await type(line, teacher))).not.toContain(SECRET);
  await type('class open set:"midterm" how:sure', ours.teacher);
  expect(allOf(await type('/report questions', ours.teacher))).toContain(SECRET);
  expect(allOf(await type('/report questions', theirs.teacher))).not.toContain(SECRET);
  expect(JSON.stringify(await type('hide-question exam-one yes', theirs.teacher))).not.toContain(SECRET);
});
