import { expect, test } from 'vitest';
import type { Course } from '../../src/course/course.ts';
import { askedIn, knownIn, ledBy, practisedBy } from '../../src/course/hidden-questions.ts';
import { isKeptBack, keptSetNamed } from '../../src/course/kept-back.ts';
import { lessonsFolder, SECRET } from '../support/lessons.ts';
import { classOf } from '../support/reporting.ts';
import { botOf } from '../support/world.ts';

const kim = { id: 'test:kim', channel: 'test:class' };

async function open() {
  const { world } = await botOf([lessonsFolder()]);
  const [one, other] = [classOf('test:class', 'test'), classOf('test:other', 'test')];
  for (const each of [one, other]) await world.classes.save(each, 0);
  return { world, one, other };
}

test('the course of everybody asks nothing that is kept back, and finds it by its name', async () => {
  const { world } = await open();
  const course = world.course();
  expect(course.questions.has('exam-one')).toBe(false);
  const question = course.questionNamed('exam-one');
  expect(question?.ask.ko).toBe(`${SECRET} 물음`);
  expect(question && isKeptBack(question, course)).toBe(true);
  expect(keptSetNamed('중간 고사', course)?.id).toBe('midterm');
  expect(keptSetNamed('첫 시간', course)).toBeUndefined();
});

test('a set that is open to a class is in its course, and in that of no other class', async () => {
  const { world, one, other } = await open();
  await world.reports.openSet(one.id, 'midterm', true, 0);
  for (const context of [await practisedBy(kim, world), await askedIn(one, world), await knownIn(one, world)]) {
    const course = context.course();
    expect(course.questions.has('exam-one')).toBe(true);
    expect(course.terms.get('list')?.questions).toHaveLength(3);
    expect(course.content.sets.map(({ id }) => id)).toEqual(['first', 'midterm']);
    expect(course.content.keptBack).toEqual([]);
    const question = course.questionNamed('exam-one');
    expect(question && isKeptBack(question, course)).toBe(false);
    expect(course.search).toBe(world.course().search);
  }
  const elsewhere = [
    await practisedBy({ id: 'test:lee', channel: 'test:other' }, world),
    await practisedBy({ id: 'test:lee' }, world),
    await askedIn(other, world),
    world,
  ];
  for (const context of elsewhere) expect(context.course().questions.has('exam-one')).toBe(false);
  // What is cached of a course is made once.
  expect((await askedIn(one, world)).course()).toBe((await practisedBy(kim, world)).course());
  await world.reports.openSet(one.id, 'midterm', false, 1);
  expect((await practisedBy(kim, world)).course()).toBe(world.course());
});

test('an instructor has every set; what the class hides is hidden in it', async () => {
  const { world, one } = await open();
  expect((await ledBy(one, world)).course().questions.has('exam-one')).toBe(true);
  await world.reports.hideQuestion(one.id, ['exam-one'], true, 0);
  await world.reports.openSet(one.id, 'midterm', true, 0);
  for (const context of [await ledBy(one, world), await askedIn(one, world), await practisedBy(kim, world)])
    expect(context.course().questions.has('exam-one')).toBe(false);
  expect((await knownIn(one, world)).course().questions.has('exam-one')).toBe(true);
});

test('a concept that is kept back whole is asked by what the bot makes of it, until it is open', async () => {
  const exam = '---\nid: midterm\ntitle: 시험\nopens: instructor\nset: [loop]\n---\n';
  const { world } = await botOf([lessonsFolder({ 'sets/midterm.md': exam })]);
  const one = classOf('test:class', 'test');
  await world.classes.save(one, 0);
  const asks = (course: Course): string[] => course.terms.get('loop')?.questions.map(({ ask }) => ask.ko) ?? [];
  const made = asks(world.course());
  expect(made.length).toBeGreaterThan(0);
  expect(made).not.toContain('반복문 하나');
  await world.reports.openSet(one.id, 'midterm', true, 0);
  expect(asks((await practisedBy(kim, world)).course())).toEqual(['반복문 하나', '반복문 둘']);
});

test('while the database is away nothing is open', async () => {
  const { world, one } = await open();
  await world.reports.openSet(one.id, 'midterm', true, 0);
  const differencesFor = () => Promise.reject(new Error('away'));
  const away = { ...world, classQuestions: { ...world.classQuestions, differencesFor } };
  expect((await practisedBy(kim, away)).course().questions.has('exam-one')).toBe(false);
});
