import { describe, expect, test } from 'vitest';
import { ENGINES } from '../support/store/engines.ts';
import { classOf, NOW } from '../support/store/samples.ts';

const kim = { person: 'discord:1', name: '김민수' };
const lee = { person: 'discord:2', name: undefined };

const answer = (question: string, right: boolean, at: number) => ({ question, right, at });

describe.each(ENGINES)('homework on $name', ({ place }) => {
  test('who began it and answered what is kept; the first time and the first answer count', async () => {
    const { homework } = await (await place()).open();
    await homework.begin('h', { ...kim, name: '민수' }, NOW);
    await homework.begin('h', { ...kim, name: undefined }, NOW + 5);
    expect((await homework.student('h', kim.person))?.name).toBe('민수');
    await homework.answer('h', kim, answer('q1', false, NOW + 10));
    await homework.answer('h', kim, answer('q1', true, NOW + 20));
    await homework.answer('h', kim, answer('q2', true, NOW + 15));
    // An answer begins it, too.
    await homework.answer('h', lee, answer('q1', true, NOW + 30));
    await homework.answer('other', kim, answer('q1', true, NOW));
    expect(await homework.students('h')).toEqual([
      { ...kim, begun: NOW, reminder: false },
      { ...lee, begun: NOW + 30, reminder: false },
    ]);
    const own = [
      { person: kim.person, ...answer('q1', false, NOW + 10) },
      { person: kim.person, ...answer('q2', true, NOW + 15) },
    ];
    expect(await homework.answers('h', kim.person)).toEqual(own);
    expect(await homework.answers('h')).toEqual([...own, { person: lee.person, ...answer('q1', true, NOW + 30) }]);
    expect(await homework.answers('nothing')).toEqual([]);
  });

  test('who asks to be reminded has not begun by that, and may take it back', async () => {
    const { homework } = await (await place()).open();
    await homework.remind('h', kim, true, NOW);
    expect(await homework.student('h', kim.person)).toEqual({ ...kim, begun: undefined, reminder: true });
    await homework.begin('h', kim, NOW + 1);
    expect(await homework.student('h', kim.person)).toEqual({ ...kim, begun: NOW + 1, reminder: true });
    await homework.remind('h', kim, false, NOW + 2);
    expect(await homework.student('h', kim.person)).toEqual({ ...kim, begun: NOW + 1, reminder: false });
    expect(await homework.student('h', lee.person)).toBeUndefined();
  });

  test('of two processes that store an answer at the same moment, one counts', async () => {
    const { open } = await place();
    const stores = [await open(), await open()];
    await Promise.all(stores.map((store, i) => store.homework.answer('h', kim, answer('q', i === 0, NOW + i))));
    const [first, ...others] = (await stores[0]?.homework.answers('h')) ?? [];
    expect(others).toEqual([]);
    expect([NOW, NOW + 1]).toContain(first?.at);
    expect(first?.right).toBe(first?.at === NOW);
  });

  test('a person gets it with their data, and it is deleted with that', async () => {
    const store = await (await place()).open();
    const { homework } = store;
    const given = { id: 'h', classId: 'a', kind: 'homework', planner: 'teacher', state: '{}', wakes: NOW };
    await store.appointments.add(given, [], NOW);
    await homework.remind('h', kim, true, NOW);
    await homework.answer('h', kim, answer('q1', false, NOW + 10));
    await homework.answer('h', lee, answer('q1', true, NOW + 11));
    await homework.begin('gone', kim, NOW + 1);
    expect((await store.personalData(kim.person)).homework).toEqual([
      { homework: 'gone', name: kim.name, begun: { at: NOW + 1 }, answers: [] },
      {
        ...{ homework: 'h', class: 'a', name: kim.name, begun: { at: NOW + 10 }, reminder: { at: NOW } },
        answers: [answer('q1', false, NOW + 10)],
      },
    ]);
    await store.forget(kim.person);
    expect((await store.personalData(kim.person)).homework).toEqual([]);
    expect(await homework.answers('h')).toEqual([{ person: lee.person, ...answer('q1', true, NOW + 11) }]);
    expect((await homework.students('h')).map(({ person }) => person)).toEqual([lee.person]);
  });

  test('the classes of a person are those whose term goes on, the last one first', async () => {
    const store = await (await place()).open();
    for (const id of ['a', 'b', 'c']) await store.classes.save(classOf(id), NOW);
    const did = (channel: string, at: number) =>
      ({ kind: 'answer', person: kim.person, channel, question: 'q', term: 't', right: true, at }) as const;
    await store.record([did('discord:a', NOW), did('discord:b', NOW + 2), did('discord:c', NOW + 1)]);
    expect(await store.homework.classesOf(kim.person)).toEqual(['b', 'c', 'a']);
    await store.classes.save({ ...classOf('b'), due: undefined, closed: NOW + 3 }, NOW + 3);
    expect(await store.homework.classesOf(kim.person)).toEqual(['c', 'a']);
    expect(await store.homework.classesOf(lee.person)).toEqual([]);
  });

  test('what a class was given is listed with what is over, the latest first', async () => {
    const { appointments } = await (await place()).open();
    const given = (id: string, wakes: number | undefined, how: object = {}) =>
      appointments.add(
        { ...{ id, classId: 'a', kind: 'homework', planner: '', state: '{}', wakes }, ...how },
        [],
        NOW + Number(id),
      );
    await given('1', undefined);
    await given('2', NOW);
    await given('3', NOW, { kind: 'live' });
    await given('4', NOW, { classId: 'b' });
    const ids = async (most: number) => (await appointments.history('a', 'homework', most)).map(({ id }) => id);
    expect(await ids(9)).toEqual(['2', '1']);
    expect(await ids(1)).toEqual(['2']);
  });
});
