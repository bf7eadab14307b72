import { describe, expect, test } from 'vitest';
import type { ClassQuestions } from '../../src/core/class-questions.ts';
import { askedIn, practisedBy } from '../../src/course/hidden-questions.ts';
import { decodeQuestion, encodeQuestion } from '../../src/course/own-questions.ts';
import { written } from '../support/questions.ts';
import { classOf } from '../support/reporting.ts';
import { ENGINES } from '../support/store/engines.ts';
import { botOf, COURSE } from '../support/world.ts';

const { world } = await botOf([COURSE]);
const one = classOf('discord:1', 'discord:9');

const question = (id: string, ask: string, more: object = {}) => ({
  ...{ id, classId: one.id, author: 'a', term: 'pod', at: 0, changes: 0 },
  text: encodeQuestion(written({ type: 'boolean', answer: true, ask })),
  ...more,
});

describe.each(ENGINES)('on $name', ({ place }) => {
  test('a change by one process is there for another at the next press, and is read once', async () => {
    const shared = await place();
    const [here, there] = [await shared.open(), await shared.open()];
    await here.classes.save(one, 0);
    let reads = 0;
    const counted: ClassQuestions = {
      ...there.classQuestions,
      of(id) {
        reads += 1;
        return there.classQuestions.of(id);
      },
    };
    const context = { ...world, classQuestions: counted };
    const caller = { id: 'discord:kim', channel: 'discord:1' };
    const asks = async () => [...(await practisedBy(caller, context)).course().own];
    // Where a class has written none, nothing more is asked of the store.
    expect([await asks(), reads]).toEqual([[], 0]);
    await here.classQuestions.write(one.id, [question('a', '하나?')], 0);
    expect([await asks(), await asks(), reads]).toEqual([['a'], ['a'], 1]);
    const [course, again] = [await practisedBy(caller, context), await askedIn(one, context)];
    expect([course.course() === again.course(), reads]).toEqual([true, 1]);
    await here.classQuestions.write(one.id, [question('b', '둘?'), question('a', '하나?', { deleted: 5 })], 1);
    expect([await asks(), reads]).toEqual([['b'], 2]);
    expect(again.course().own).toEqual(new Set(['a']));
  });
});

test('what is stored may be anything: what cannot be read, or asked, is left out', async () => {
  await world.classes.save(one, 0);
  const broken = ['', '{', 'null', '{"version":1}', '{"version":1,"question":{"type":"single"}}'];
  const newer = encodeQuestion(written({ type: 'boolean', answer: true })).replace('"version":1', '"version":9');
  const stored = [...broken, newer].map((text, i) => question(`x${i}`, '물음', { text }));
  await world.classQuestions.write(
    one.id,
    [
      ...stored,
      question('good', '좋아요?'),
      question('lost', '갈 곳 없는?', { term: 'gone' }),
      question('twin', '좋아요?'),
    ],
    0,
  );
  const { own, questionNamed } = (await askedIn(one, world)).course();
  expect(own).toEqual(new Set(['good']));
  expect(questionNamed('x0')).toBeUndefined();
  expect(decodeQuestion({ text: newer })).toMatchObject({ unreadable: 'newer' });
});

test('while the database is away, practice goes on with what the content has', async () => {
  const away = (): Promise<never> => Promise.reject(new Error('away'));
  const { classQuestions } = world;
  const caller = { id: 'discord:kim', channel: 'discord:1' };
  const halfAway = { ...world, classQuestions: { ...classQuestions, of: away } };
  expect((await practisedBy(caller, halfAway)).course()).toBe(world.course());
  await expect(askedIn(one, halfAway)).rejects.toThrow('away');
  // Back again, it is read: a failure is not kept.
  let fails = true;
  const flaky = {
    ...world,
    classQuestions: { ...classQuestions, of: (id: string) => (fails ? away() : classQuestions.of(id)) },
  };
  await expect(askedIn(one, flaky)).rejects.toThrow('away');
  fails = false;
  expect((await askedIn(one, flaky)).course().own.size).toBe(1);
});
