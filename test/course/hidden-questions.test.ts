import { expect, test } from 'vitest';
import { askedIn, practisedBy } from '../../src/course/hidden-questions.ts';
import { classOf } from '../support/reporting.ts';
import { botOf, COURSE } from '../support/world.ts';

const { world } = await botOf([COURSE]);
const one = classOf('test:class', 'test');
await world.classes.save(one, 0);
const [first, second] = world.course().questions.values();
if (!first || !second) throw new Error('the course has questions');
const caller = { id: 'test:kim', channel: 'test:class' };

test('where nothing is hidden it is the very course', async () => {
  const { course } = await practisedBy({ id: 'test:nobody' }, world);
  expect(course()).toBe(world.course());
});

test('a hidden question is in no list, still found by its name, and shared with nobody else', async () => {
  await world.reports.hideQuestion(one.id, [first.id, 'gone'], true, 0);
  const whole = world.course();
  for (const context of [await practisedBy(caller, world), await askedIn(one, world)]) {
    const course = context.course();
    expect(course.questions.has(first.id)).toBe(false);
    expect(course.questions.size).toBe(whole.questions.size - 1);
    const terms = [course.terms.get(first.term), course.content.terms.find(({ id }) => id === first.term)];
    for (const term of terms) expect(term?.questions.map(({ id }) => id)).not.toContain(first.id);
    expect(terms[0]?.questions).toHaveLength((whole.terms.get(first.term)?.questions.length ?? 0) - 1);
    // A message that asked it before is still graded.
    expect(course.questionNamed(first.id)).toEqual(first);
    expect(course.search).toBe(whole.search);
    // What is cached of a course is made once.
    expect(course).toBe((await askedIn(one, world)).course());
  }
  expect((await practisedBy({ id: 'test:nobody' }, world)).course()).toBe(whole);
  expect(whole.questions.has(first.id)).toBe(true);
});

test('while the database is away, practice goes on; a class is not asked', async () => {
  const away = {
    ...world,
    classQuestions: { ...world.classQuestions, differencesFor: refuse, differences: refuse },
  };
  expect((await practisedBy(caller, away)).course()).toBe(world.course());
  await expect(askedIn(one, away)).rejects.toThrow('away');
});

const refuse = (): Promise<never> => Promise.reject(new Error('away'));
