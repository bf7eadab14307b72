/** Where the bot teaches several courses, homework is of the course of its class, wherever it is done. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBot } from '../../src/app/bot.ts';
import { loadCourses } from '../../src/app/course.ts';
import { noCache } from '../../src/content/cache.ts';
import type { Caller } from '../../src/core/command/command.ts';
import { unmetered } from '../../src/core/meter.ts';
import { allOf, labelsOf, lineOf } from '../support/homework.ts';
import { blockOf } from '../support/replies.ts';
import { botOf, COURSE, folderOf, ROOT, student } from '../support/world.ts';

const question = (id: string, ask: string): string =>
  `  - { id: ${id}, type: boolean, ask: ${ask}, answer: true, why: 그렇게 정해져 있어요. }`;

const PYTHON = {
  'course.yaml': 'id: python\ntitle: 파이썬 기초\n',
  'list.md': [
    '---\nid: list\ntitle: { ko: 리스트, en: list }\ndefinition: 값을 순서대로 담아요.\nquestions:',
    question('list1a', '리스트는 순서가 있어요.'),
    question('list2b', '리스트는 바꿀 수 있어요.'),
    '---\n\n값을 순서대로 담아요.\n',
  ].join('\n'),
};

test('it is given from that course, and done in a direct message of somebody who studies another one, too', async () => {
  const courses = loadCourses([COURSE, folderOf(PYTHON)], {
    ...{ builtIn: COURSE, cacheOf: () => noCache, taken: new Set(['quiz', 'card']) },
  }).map(({ course }) => course);
  const logged: object[] = [];
  const log = { error: (fields: object) => void logged.push(fields), warn: () => expect.unreachable() };
  const { bot, context: world } = await createBot(
    { ...(await botOf([COURSE])).world, courses: () => courses },
    { folder: join(ROOT, 'commands'), log, newReference: () => 'abc123', meter: unmetered },
  );
  const in_ = (channel: string, more: Partial<Caller> = {}): Caller => ({ ...student, channel, ...more });
  const teacher = (channel: string) => in_(channel, { id: 'test:teacher', known: ['test:teacher'], manages: true });
  await bot.dispatch('class setup 파이썬 기초', teacher('test:python'));
  await bot.dispatch('class setup', teacher('test:k8s'));
  expect(allOf(await bot.dispatch('class homework 파드 내일까지', teacher('test:python')))).toContain('못 찾았어요');
  expect(allOf(await bot.dispatch('class homework 리스트 내일까지', teacher('test:python')))).toContain(
    '**리스트** 2문제',
  );
  // Begun in the class's channel; then the student looks something up in the class of the other course.
  const begun = await bot.dispatch('quiz homework', in_('test:python'));
  expect(blockOf(begun, 'heading').text).toBe('문제 1 / 2');
  const answer = (line: string, caller: Caller) => bot.dispatch(`${line} a`, caller);
  await answer(blockOf(begun, 'choice').line, in_('test:python'));
  await bot.dispatch('quiz 파드 1', in_('test:k8s'));
  const { channel: _, ...alone } = { ...student, space: student.id };
  for (const caller of [in_('test:k8s'), alone]) {
    const offer = await bot.dispatch('quiz', caller);
    expect(allOf(offer)).toContain('**리스트**');
    expect(allOf(offer)).toContain('2문제 중 1문제를 풀어');
    expect(labelsOf(offer)[0]).toBe('이어서 풀기');
    const next = await bot.dispatch(lineOf(offer, '이어서 풀기'), caller);
    expect(blockOf(next, 'heading').text).toBe('문제 2 / 2');
  }
  const next = await bot.dispatch('quiz homework', alone);
  const grade = await answer(blockOf(next, 'choice').line, alone);
  expect(allOf(grade)).toContain('숙제를 다 냈어요');
  expect(allOf(await bot.dispatch('class homework', teacher('test:python')))).toContain('시작 1명 · 완료 1명');
  expect(allOf(await bot.dispatch('class homework', teacher('test:k8s')))).toContain('아직 낸 숙제가 없어요');
  // What was answered alone counts for the class that gave it.
  const [one] = (await world.classes.within('test')).filter(({ course }) => course === 'python');
  const answered = await world.records.answered(one?.id ?? '', 0);
  expect(answered).toMatchObject([{ term: 'list', answered: 2 }]);
  expect(logged).toEqual([]);
});
