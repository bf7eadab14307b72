import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createBot } from '../../src/app/bot.ts';
import { loadContents, loadCourses } from '../../src/app/course.ts';
import { noCache } from '../../src/content/cache.ts';
import type { Caller } from '../../src/core/command/command.ts';
import type { Bot } from '../../src/core/command/dispatch.ts';
import { unmetered } from '../../src/core/meter.ts';
import type { Context } from '../../src/course/context.ts';
import { planDue } from '../../src/daily/plan.ts';
import { buttonsOf, textsOf } from '../support/replies.ts';
import { botOf, COURSE, folderOf, ROOT, student } from '../support/world.ts';

const term = (id: string, ko: string, definition: string): string =>
  `---\nid: ${id}\ntitle: { ko: ${ko}, en: ${id} }\ndefinition: ${definition}\n---\n\n${definition}\n`;

const PYTHON = {
  'course.yaml': 'id: python\ntitle: 파이썬 기초\nsubject: 파이썬\ncommand: py\n',
  'list.md': term('list', '리스트', '값을 순서대로 담는 자료형이에요.'),
  'tuple.md': term('tuple', '튜플', '바꿀 수 없는 값의 묶음이에요.'),
};

const LOADING = { builtIn: COURSE, cacheOf: () => noCache, taken: new Set(['quiz', 'card']) };

let bot: Bot;
let world: Context;
beforeAll(async () => {
  const courses = loadCourses([COURSE, folderOf(PYTHON, () => {})], LOADING).map(({ course }) => course);
  const shared = { ...(await botOf([COURSE])).world, courses: () => courses };
  const log = { error: () => expect.unreachable(), warn: () => expect.unreachable() };
  ({ bot, context: world } = await createBot(shared, {
    folder: join(ROOT, 'commands'),
    log,
    newReference: () => 'abc123',
    meter: unmetered,
  }));
});

const teacherIn = (channel: string): Caller => ({
  ...student,
  id: 'test:teacher',
  known: ['test:teacher'],
  manages: true,
  channel,
});
const direct = (id: string): Caller => {
  const { channel: _, ...alone } = student;
  return { ...alone, id, known: [id], space: id };
};
const said = async (line: string, caller: Caller) => textsOf(await bot.dispatch(line, caller)).join('\n');

test('a folder with course.yaml begins a course, one without belongs to the course before it', () => {
  const more = folderOf({ 'dict.md': term('dict', '딕셔너리', '이름으로 값을 찾아요.') });
  const bread = folderOf({ 'course.yaml': 'title: 빵\n', 'yeast.md': term('yeast', '효모', '반죽을 부풀려요.') });
  const contents = loadContents([folderOf(PYTHON), more, bread], LOADING);
  expect(contents.map(({ settings, terms }) => [settings.title.ko, terms.map(({ id }) => id).toSorted()])).toEqual([
    ['파이썬 기초', ['dict', 'list', 'tuple']],
    ['빵', ['yeast']],
  ]);
  // A folder of courses is its courses.
  const both = folderOf({
    ...Object.fromEntries(Object.entries(PYTHON).map(([name, text]) => [`a/${name}`, text])),
    'b/course.yaml': 'id: python\ntitle: 빵\n',
    'b/yeast.md': term('yeast', '효모', '반죽을 부풀려요.'),
  });
  expect(loadContents([both], LOADING).map(({ settings }) => settings.id)).toEqual(['python', 'python-2']);
});

test('a look-up by the name of another command is called ask, and that is said', () => {
  const [content] = loadContents([folderOf({ ...PYTHON, 'course.yaml': 'command: quiz\n' })], LOADING);
  expect(content?.settings.command).toBe('ask');
  expect(content?.problems.map(({ message }) => message.en)).toEqual([expect.stringContaining('/quiz')]);
});

test('commands are registered once, and looking up is /ask', () => {
  const [ask] = bot.commands;
  expect(ask?.name).toBe('ask');
  expect(JSON.stringify(bot.commands.map(({ summary }) => summary))).not.toMatch(/쿠버네티스|Kubernetes|파이썬/);
});

test('each class has its course: what is looked up, asked, completed and posted is of that one', async () => {
  const python = teacherIn('test:python');
  expect(await said('class setup', teacherIn('test:k8s'))).toContain('쿠버네티스 기초');
  expect(await said('class setup 파이썬 기초', python)).toContain('파이썬 기초');
  expect(await said('class show', python)).toContain('파이썬 기초');
  expect(await said('/ask 튜플', python)).toContain('바꿀 수 없는 값의 묶음');
  expect(await said('/ask 튜플', teacherIn('test:k8s'))).toContain('잘 몰라요');
  expect(await said('/ask 파드', python)).toContain('잘 몰라요');
  expect(await said('/dosirak', python)).toContain('파이썬 배우기');
  expect(await said('/dosirak about', python)).toContain('파이썬 기초');
  const commands = await bot.commandsFor?.(python);
  const option = commands?.find(({ name }) => name === 'ask')?.options.term;
  expect(option?.type === 'text' && (await option.complete?.('리', python.id))?.map(({ ko }) => ko)).toEqual([
    '리스트',
  ]);
  const [one] = await world.classes.within('test');
  const classes = (await world.classes.within('test')).map(({ course, channels: [at] }) => [at?.channel, course]);
  expect(classes.toSorted()).toEqual([
    ['test:k8s', 'kubernetes'],
    ['test:python', 'python'],
  ]);
  // The cards of the first days.
  const due = Math.max(...(await world.classes.within('test')).map(({ due = 0 }) => due));
  await planDue(due, world, (error) => {
    throw error;
  });
  for (const { id, course } of await world.classes.within('test')) {
    const had = await world.outbox.history(id);
    expect(had).toHaveLength(1);
    for (const { term: posted } of had) expect(['list', 'tuple'].includes(posted)).toBe(course === 'python');
  }
  expect(one).toBeDefined();
});

test('in a direct message it is the course of the class that one was last in, or the one that was chosen since', async () => {
  const minsu = direct('test:minsu');
  expect(await said('/ask 튜플', minsu)).toContain('잘 몰라요');
  const help = await bot.dispatch('/dosirak', minsu);
  expect(textsOf(help).join()).toContain('쿠버네티스 기초');
  const choose = buttonsOf(help).find(({ label }) => label === '파이썬 기초');
  expect(await said(choose?.line ?? '', minsu)).toContain('파이썬 기초');
  expect(await said('/ask 튜플', minsu)).toContain('바꿀 수 없는 값의 묶음');
  // In a class's channel it is the class's all the same.
  expect(await said('/ask 튜플', { ...minsu, space: 'test', channel: 'test:k8s' })).toContain('잘 몰라요');
  expect(await said('study gone', minsu)).toContain('그 과목은 이제 없어요');
  expect((await world.records.personalData('test:minsu')).studies).toMatchObject({ course: 'python' });
  await world.records.forget('test:minsu');
  expect((await world.records.personalData('test:minsu')).studies).toBeUndefined();
});

test('one course alone has its own name for looking up, and asks nobody which', async () => {
  expect(loadCourses([folderOf(PYTHON)], LOADING).map(({ course }) => course.lookUp)).toEqual(['py']);
});

test('a new class says which course it has and how it gets another, which a part of a title names', async () => {
  // A part of a title that only one course has will do; who types none of them is told all.
  expect(await said('class setup 파이썬 10시', teacherIn('test:py2'))).toMatch(/파이썬 기초/);
  const begun = await said('class setup 9시 평일', teacherIn('test:py3'));
  expect(begun).toContain('이 수업에서는 **쿠버네티스 기초** 과목을 배워요');
  expect(begun).toContain('/class 설정 파이썬 기초');
  const unread = await said('class setup 자바 9시', teacherIn('test:py4'));
  expect(unread).toContain('‘자바’');
  expect(unread).toContain('배울 과목: ‘쿠버네티스 기초’, ‘파이썬 기초’');
  expect(await said('class setup 기초 9시', teacherIn('test:py4'))).toContain('배울 과목:');
});
