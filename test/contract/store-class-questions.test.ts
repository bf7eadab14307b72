import { describe, expect, test } from 'vitest';
import type { Class } from '../../src/core/class.ts';
import { type ClassQuestion, DELETED_LASTS, UNFINISHED_LASTS } from '../../src/core/class-questions.ts';
import type { Store } from '../../src/store/store.ts';
import { ENGINES } from '../support/store/engines.ts';

/** A Monday. */
const NOW = Date.UTC(2026, 10, 23, 1);

const classOf = (id: string, channel: string): Class => ({
  id,
  timetable: { zone: 'Asia/Seoul', minute: 540, weekdays: [1], holidays: false, skips: [] },
  locale: 'ko',
  channels: [{ channel, space: 'discord:9' }],
  instructors: [],
  paused: undefined,
  due: undefined,
  owner: '',
  code: `code-${id}`,
});

const question = (id: string, more: Partial<ClassQuestion> = {}): ClassQuestion => ({
  id,
  classId: 'c1',
  author: 'discord:1',
  term: 'pod',
  text: '{"version":1}',
  at: NOW,
  changes: 0,
  ...more,
});

describe.each(ENGINES)("a class's own questions, on $name", ({ place }) => {
  async function open(): Promise<Store> {
    const store = await (await place()).open();
    await store.classes.save(classOf('c1', 'discord:1'), NOW);
    await store.classes.save(classOf('c2', 'discord:2'), NOW);
    return store;
  }

  test('they are written and changed by revisions, and belong to their class alone', async () => {
    const { classQuestions } = await open();
    expect(await classQuestions.of('c1')).toEqual({ revision: 0, questions: [] });
    expect(await classQuestions.write('c1', [question('b', { at: NOW + 1 }), question('a')], 0)).toBe(true);
    expect(await classQuestions.of('c1')).toEqual({
      revision: 1,
      questions: [question('a'), question('b', { at: NOW + 1 })],
    });
    const changed = question('a', { text: '{"version":1,"question":{}}', term: 'node', changes: 1, deleted: NOW + 5 });
    // Whoever has read an older revision writes nothing.
    expect(await classQuestions.write('c1', [changed], 0)).toBe(false);
    expect((await classQuestions.of('c1')).questions[0]).toEqual(question('a'));
    expect(await classQuestions.write('c1', [changed], 1)).toBe(true);
    expect(await classQuestions.of('c1')).toEqual({
      revision: 2,
      questions: [changed, question('b', { at: NOW + 1 })],
    });
    // Back again, and not by another class.
    expect(await classQuestions.write('c1', [question('a', { changes: 2 })], 2)).toBe(true);
    expect(await classQuestions.write('c2', [question('a', { text: 'stolen' })], 0)).toBe(true);
    expect((await classQuestions.of('c1')).questions[0]).toEqual(question('a', { changes: 2 }));
    expect((await classQuestions.of('c2')).questions).toEqual([]);
    expect(await classQuestions.write('gone', [question('x')], 0)).toBe(false);
  });

  test('of many who write at one moment, one is first, and the others are told', async () => {
    const { classQuestions } = await open();
    const writing = ['a', 'b', 'c', 'd', 'e'].map((id) => classQuestions.write('c1', [question(id)], 0));
    expect((await Promise.all(writing)).filter(Boolean)).toHaveLength(1);
    expect((await classQuestions.of('c1')).questions).toHaveLength(1);
  });

  test('who is in a class, or in its channel, has its differences', async () => {
    const { classQuestions, reports, record } = await open();
    await record([
      { kind: 'answer', person: 'kim', channel: 'discord:1', question: 'q', term: 'pod', right: true, at: NOW },
    ]);
    await classQuestions.write('c1', [question('a')], 0);
    await reports.hideQuestion('c1', ['h'], true, NOW);
    const differences = { classId: 'c1', hidden: ['h'], open: [], revision: 1 };
    expect(await classQuestions.differences('c1')).toEqual(differences);
    expect(await classQuestions.differencesFor('kim', undefined)).toEqual(differences);
    expect(await classQuestions.differencesFor('lee', 'discord:1')).toEqual(differences);
    expect(await classQuestions.differencesFor('kim', 'discord:2')).toEqual({
      classId: 'c2',
      hidden: [],
      open: [],
      revision: 0,
    });
    expect(await classQuestions.differencesFor('lee', undefined)).toEqual({
      classId: undefined,
      hidden: [],
      open: [],
      revision: 0,
    });
    // What the class is called or when it meets is written without them.
    expect((await classQuestions.differences('gone')).revision).toBe(0);
  });

  test('they outlive a change and the end of their class, and go with it', async () => {
    const { classQuestions, classes } = await open();
    await classQuestions.write('c1', [question('a')], 0);
    const one = classOf('c1', 'discord:1');
    await classes.save({ ...one, locale: 'en' }, NOW);
    await classes.save({ ...one, closed: NOW + 1 }, NOW + 1);
    expect(await classQuestions.of('c1')).toEqual({ revision: 1, questions: [question('a')] });
    await classes.save({ ...one, channels: [] }, NOW + 2);
    expect((await classQuestions.of('c1')).questions).toEqual([]);
  });

  test('what was begun is kept, one a person and class, and thrown away when it is old or finished', async () => {
    const store = await open();
    const { classQuestions } = store;
    await classQuestions.keepUnfinished('c1', 'kim', 'one', NOW);
    await classQuestions.keepUnfinished('c1', 'kim', 'two', NOW + 1);
    await classQuestions.keepUnfinished('c1', 'lee', 'three', NOW + 2);
    expect(await classQuestions.unfinished('c1', 'kim')).toBe('two');
    expect(await classQuestions.unfinished('c2', 'kim')).toBeUndefined();
    await store.pruneClassQuestions(NOW + UNFINISHED_LASTS + 2);
    expect(await classQuestions.unfinished('c1', 'kim')).toBeUndefined();
    expect(await classQuestions.unfinished('c1', 'lee')).toBe('three');
    await classQuestions.keepUnfinished('c1', 'lee', undefined, NOW);
    expect(await classQuestions.unfinished('c1', 'lee')).toBeUndefined();
  });

  test('what was deleted can be taken back for a while; then nothing of it is left', async () => {
    const store = await open();
    const { classQuestions } = store;
    await classQuestions.write('c1', [question('a', { deleted: NOW }), question('b')], 0);
    await store.pruneClassQuestions(NOW + DELETED_LASTS);
    expect((await classQuestions.of('c1')).questions).toHaveLength(2);
    await store.pruneClassQuestions(NOW + DELETED_LASTS + 1);
    expect((await classQuestions.of('c1')).questions).toEqual([question('b')]);
  });

  test('a person has all that they wrote; once it is forgotten who they are, the questions stay', async () => {
    const store = await open();
    const { classQuestions } = store;
    await classQuestions.write('c1', [question('a', { author: 'kim' }), question('b', { author: 'lee' })], 0);
    await classQuestions.keepUnfinished('c1', 'kim', 'begun', NOW);
    const { written, unfinished } = await store.personalData('kim');
    expect(written).toEqual([{ class: 'c1', question: 'a', text: '{"version":1}', at: NOW }]);
    expect(unfinished).toEqual([{ class: 'c1', entered: 'begun', at: NOW }]);
    await store.forget('kim');
    expect(await store.personalData('kim')).toMatchObject({ written: [], unfinished: [] });
    expect((await classQuestions.of('c1')).questions.map(({ author }) => author)).toEqual(['', 'lee']);
    expect(await classQuestions.unfinished('c1', 'kim')).toBeUndefined();
    // Whoever had read it before does not bring them back.
    expect(await classQuestions.write('c1', [question('a', { author: 'kim', changes: 1 })], 1)).toBe(true);
    expect((await classQuestions.of('c1')).questions[0]).toMatchObject({ author: '', changes: 1 });
  });
});
