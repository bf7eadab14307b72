import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Class } from '../../src/core/class.ts';
import type { Activity, PersonalData, PracticeSummary } from '../../src/core/learner-records.ts';
import { anyText } from '../support/any.ts';
import { ENGINES } from '../support/store/engines.ts';

const lookup = (person: string, id: string, at: number): Activity => ({ kind: 'lookup', person, id, at });

const answer = (person: string, term: string, right: boolean, at: number, question = `${term}-1`): Activity => ({
  kind: 'answer',
  person,
  question,
  term,
  right,
  at,
});

/** A real time, beyond what 32 bits hold. */
const NOW = 1_764_000_000_000;

describe.each(ENGINES)('the store on $name', ({ place }) => {
  test('gives a key to whoever is first, and to nobody else', async () => {
    const store = await (await place()).open();
    expect(await store.claim('post:1', NOW)).toBe(true);
    expect(await store.claim('post:1', NOW)).toBe(false);
    expect(await store.claim('post:1', NOW + 1)).toBe(false);
    expect(await store.claim('post:2', NOW)).toBe(true);
  });

  test('gives a key once to many that ask at the same time', async () => {
    const { open } = await place();
    const stores = await Promise.all([open(), open()]);
    const asked = Array.from({ length: 40 }, (_, at) => stores[at % 2]?.claim('post:1', NOW));
    expect((await Promise.all(asked)).filter(Boolean)).toEqual([true]);
  });

  test('says that it is there', async () => {
    const store = await (await place()).open();
    await expect(store.ping()).resolves.toBeUndefined();
  });

  test('remembers over a restart', async () => {
    const { open } = await place();
    const before = await open();
    await before.claim('post:1', NOW);
    await before.record([lookup('kim', 'pod', NOW), answer('kim', 'node', false, NOW)]);
    await before.close();
    const after = await open();
    expect(await after.claim('post:1', NOW)).toBe(false);
    expect(await after.lookups('kim', 5)).toEqual(['pod']);
    expect(await after.practice('kim', 5)).toEqual({ answered: 1, right: 0, again: ['node'] });
  });

  test('tells what a person looked up, each once, newest first', async () => {
    const store = await (await place()).open();
    await store.record([lookup('kim', 'pod', NOW), lookup('kim', 'node', NOW + 1), lookup('lee', 'job', NOW + 2)]);
    expect(await store.lookups('kim', 5)).toEqual(['node', 'pod']);
    await store.record([
      lookup('kim', 'pod', NOW + 3),
      lookup('kim', 'volume', NOW + 2),
      lookup('kim', 'pod', NOW + 1),
    ]);
    expect(await store.lookups('kim', 5)).toEqual(['pod', 'volume', 'node']);
    expect(await store.lookups('kim', 2)).toEqual(['pod', 'volume']);
    expect(await store.lookups('lee', 5)).toEqual(['job']);
    expect(await store.lookups('park', 5)).toEqual([]);
  });

  test('keeps a lookup where it is when an older one of the same comes late', async () => {
    const store = await (await place()).open();
    await store.record([lookup('kim', 'pod', NOW + 2), lookup('kim', 'node', NOW + 1)]);
    await store.record([lookup('kim', 'pod', NOW)]);
    expect(await store.lookups('kim', 5)).toEqual(['pod', 'node']);
  });

  test('keeps the newest 100 lookups of each person', async () => {
    const store = await (await place()).open();
    const many = Array.from({ length: 150 }, (_, at) => lookup('kim', `term-${at}`, NOW + at));
    await store.record([...many, lookup('lee', 'pod', NOW)]);
    const kept = await store.lookups('kim', 1000);
    expect(kept).toEqual(Array.from({ length: 100 }, (_, at) => `term-${149 - at}`));
    expect(await store.lookups('lee', 1000)).toEqual(['pod']);
  });

  test('counts answers, and tells the terms whose last answer was wrong, latest first', async () => {
    const store = await (await place()).open();
    await store.record([
      answer('kim', 'pod', false, NOW, 'pod-1'),
      answer('kim', 'pod', true, NOW + 1, 'pod-2'),
      answer('kim', 'node', true, NOW + 2),
      answer('kim', 'node', false, NOW + 3),
      answer('kim', 'job', false, NOW + 4),
      answer('lee', 'pod', false, NOW + 5),
    ]);
    expect(await store.practice('kim', 5)).toEqual({ answered: 5, right: 2, again: ['job', 'node'] });
    expect(await store.practice('kim', 1)).toEqual({ answered: 5, right: 2, again: ['job'] });
    await store.record([answer('kim', 'job', true, NOW + 6), answer('kim', 'pod', false, NOW + 7)]);
    expect(await store.practice('kim', 5)).toEqual({ answered: 7, right: 3, again: ['pod', 'node'] });
    expect(await store.practice('park', 5)).toEqual({ answered: 0, right: 0, again: [] });
  });

  test('counts once what is written twice', async () => {
    const store = await (await place()).open();
    const notes = [answer('kim', 'pod', false, NOW), answer('kim', 'pod', false, NOW), lookup('kim', 'pod', NOW)];
    await store.record(notes);
    await store.record(notes);
    expect(await store.practice('kim', 5)).toEqual({ answered: 1, right: 0, again: ['pod'] });
    expect(await store.lookups('kim', 5)).toEqual(['pod']);
  });

  test('writes thousands of notes at once, and none', async () => {
    const store = await (await place()).open();
    await store.record([]);
    const people = Array.from({ length: 1200 }, (_, at) => `person-${at}`);
    await store.record(people.flatMap((person, at) => [lookup(person, 'pod', at), answer('kim', 'pod', true, at)]));
    expect(await store.practice('kim', 5)).toEqual({ answered: 1200, right: 1200, again: [] });
    expect(await store.lookups('person-1199', 5)).toEqual(['pod']);
  });

  test('writes all notes or none', async () => {
    const store = await (await place()).open();
    const good = [lookup('kim', 'pod', NOW), answer('kim', 'pod', true, NOW)];
    await expect(store.record([...good, answer('kim', 'node', true, Number.NaN)])).rejects.toThrow();
    expect(await store.lookups('kim', 5)).toEqual([]);
    expect(await store.practice('kim', 5)).toEqual({ answered: 0, right: 0, again: [] });
    await store.record(good);
    expect(await store.practice('kim', 5)).toEqual({ answered: 1, right: 1, again: [] });
  });

  test('gives a person all that is kept of them; forgotten, nothing is left but what does not say whose it was', async () => {
    const store = await (await place()).open();
    const one: Class = {
      id: 'c1',
      timetable: { zone: 'Asia/Seoul', minute: 540, weekdays: [1], holidays: false, skips: [] },
      locale: 'ko',
      channels: [{ channel: 'discord:1', space: 'discord:9' }],
      instructors: ['kim', 'lee'],
      paused: undefined,
      due: undefined,
      owner: 'kim',
      code: 'abc',
    };
    await store.classes.save(one, NOW);
    const post = { classId: 'c1', what: 'pod', day: '2025-11-24', due: NOW, expiresAt: NOW };
    await store.outbox.add({ ...post, id: 'card', key: 'card', channel: 'discord:1', kind: 'card' }, NOW);
    await store.record(
      ['kim', 'lee'].flatMap((person) => [
        lookup(person, 'pod', NOW),
        {
          ...answer(person, 'pod', false, NOW + 1),
          channel: 'discord:1',
          practice: { id: '0k3f9zz', place: 2, picked: 'b' },
        },
        { kind: 'press', person, channel: 'discord:1', post: 'p1', term: 'node', press: 'knew', at: NOW + 2 } as const,
        { kind: 'vain', person, channel: 'discord:1', space: 'discord:9', question: '사이드카', at: NOW } as const,
        { kind: 'flag', person, class: 'c1', question: 'pod-1', reason: 'why', at: NOW } as const,
      ]),
    );
    await store.sessions.begin(
      { id: 's1', classId: 'c1', kind: 'live', state: '{}', material: '', wakes: undefined, at: NOW },
      [],
    );
    const live = { session: 's1', question: 0, name: '민수', picked: 'a', right: true, elapsed: 1200, at: NOW + 3 };
    for (const person of ['kim', 'lee']) {
      await store.sessions.join('s1', person, undefined, '민수');
      await store.sessions.answer({ ...live, person }, 0);
    }
    for (const person of ['kim', 'lee'])
      await store.managers.record({ person, space: 'discord:9', manages: true, at: NOW });
    for (const planner of ['kim', 'lee'])
      await store.appointments.add(
        { id: `a-${planner}`, classId: 'c1', kind: 'live', planner, state: '{}', wakes: NOW },
        [],
        NOW,
      );
    for (const person of ['kim', 'lee'])
      await store.homework.answer('h1', { person, name: '민수' }, { question: 'pod-1', right: true, at: NOW });
    const kept: PersonalData = {
      homework: [
        {
          ...{ homework: 'h1', name: '민수', begun: { at: NOW } },
          answers: [{ question: 'pod-1', right: true, at: NOW }],
        },
      ],
      live: [live],
      joined: [{ session: 's1', name: '민수' }],
      lookups: [{ id: 'pod', at: NOW }],
      answers: [{ question: 'pod-1', term: 'pod', right: false, at: NOW + 1 }],
      practice: [{ place: 2, question: 'pod-1', picked: 'b', right: false, at: NOW + 1 }],
      presses: [{ post: 'p1', term: 'node', press: 'knew', at: NOW + 2 }],
      asked: [{ class: 'c1', question: '사이드카', day: '2025-11-24' }],
      reported: [{ class: 'c1', question: 'pod-1', reason: 'why', at: NOW }],
      written: [],
      unfinished: [],
      classes: [{ class: 'c1', at: NOW + 2 }],
      instructorOf: ['c1'],
      ownerOf: ['c1'],
      planned: [{ class: 'c1', kind: 'live', at: NOW }],
      managerOf: [{ space: 'discord:9', at: NOW }],
      browsers: [],
    };
    expect(await store.personalData('kim')).toEqual(kept);
    expect(await store.personalData('lee')).toEqual({ ...kept, ownerOf: [] });
    await store.forget('kim');
    const nothing: PersonalData = {
      ...{
        lookups: [],
        answers: [],
        practice: [],
        presses: [],
        live: [],
        joined: [],
        asked: [],
        reported: [],
        homework: [],
        written: [],
        unfinished: [],
        classes: [],
      },
      ...{ instructorOf: [], ownerOf: [], planned: [], managerOf: [], browsers: [] },
    };
    expect(await store.personalData('kim')).toEqual(nothing);
    expect(await store.evidence('kim')).toEqual([]);
    expect(await store.classOf('kim')).toBeUndefined();
    expect(await store.personalData('lee')).toEqual({ ...kept, ownerOf: [] });
    expect(await store.answered('c1', NOW)).toEqual([{ term: 'pod', answered: 2, right: 0 }]);
    expect(await store.classes.byId('c1')).toEqual({ ...one, instructors: ['lee'], owner: '' });
    expect((await store.sessions.answers('s1')).map(({ person }) => person)).toEqual(['lee']);
    expect(await store.sessions.players('s1')).toEqual([{ person: 'lee', place: 1, name: '민수' }]);
    expect((await store.appointments.ahead('c1', 'live')).map(({ planner }) => planner)).toEqual(['', 'lee']);
    expect((await store.outbox.byId('card'))?.channel).toBe('discord:1');
  });

  test('keeps what was picked in a practice until it is pruned; that it was right or wrong stays', async () => {
    const store = await (await place()).open();
    const picked = (at: number, question: string, place: number, right = false, id = 'one'): Activity => ({
      ...{ kind: 'answer', person: 'kim', question, term: 'pod', right, at, practice: { id, place, picked: 'b' } },
    });
    await store.record([picked(NOW + 2, 'q1', 2, true), picked(NOW, 'q1', 0), picked(NOW + 1, 'q2', 1)]);
    // The same once more, and a place that is answered twice.
    await store.record([picked(NOW, 'q1', 0), picked(NOW + 3, 'q1', 0, true), picked(NOW, 'q3', 0, false, 'two')]);
    await store.record([answer('lee', 'pod', true, NOW, 'q1')]);
    expect(await store.practiceAnswers('kim', 'one')).toEqual([
      { place: 0, question: 'q1', picked: 'b', right: false, at: NOW },
      { place: 1, question: 'q2', picked: 'b', right: false, at: NOW + 1 },
      { place: 2, question: 'q1', picked: 'b', right: true, at: NOW + 2 },
    ]);
    expect(await store.practiceAnswers('lee', 'one')).toEqual([]);
    await store.prunePractice(NOW + 2);
    expect((await store.practiceAnswers('kim', 'one')).map(({ at }) => at)).toEqual([NOW + 2]);
    expect(await store.practice('kim', 5)).toMatchObject({ answered: 5, right: 2 });
  });

  test('tells a person’s last answer to each question before a time', async () => {
    const store = await (await place()).open();
    await store.record([
      answer('kim', 'pod', false, NOW, 'q1'),
      answer('kim', 'pod', true, NOW + 1, 'q1'),
      answer('kim', 'pod', false, NOW + 2, 'q2'),
      answer('kim', 'pod', false, NOW + 9, 'q1'),
      answer('lee', 'pod', false, NOW + 2, 'q3'),
    ]);
    expect(await store.lastAnswers('kim', NOW + 9)).toEqual([
      { question: 'q1', right: true, at: NOW + 1 },
      { question: 'q2', right: false, at: NOW + 2 },
    ]);
    expect(await store.lastAnswers('kim', NOW)).toEqual([]);
  });

  test('counts by days how questions are answered the first time, each person once', async () => {
    const store = await (await place()).open();
    const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
    const later = NOW + 86_400_000;
    await store.record([
      answer('kim', 'pod', false, NOW, 'q1'),
      answer('kim', 'pod', true, NOW + 1, 'q1'),
      answer('lee', 'pod', true, NOW, 'q1'),
    ]);
    await store.record([answer('lee', 'pod', true, NOW, 'q1'), answer('lee', 'pod', true, NOW + 5, 'q1')]);
    await store.record([answer('park', 'pod', true, later, 'q1'), answer('park', 'pod', true, later, 'q2')]);
    const first = [{ question: 'q1', answered: 2, right: 1 }];
    expect(await store.questionCounts(day(NOW), day(later))).toEqual(first);
    expect(await store.questionCounts(day(later), day(later))).toEqual([]);
    expect(await store.questionCounts(day(NOW), day(later + 86_400_000))).toEqual([
      { question: 'q1', answered: 3, right: 2 },
      { question: 'q2', answered: 1, right: 1 },
    ]);
    await store.forget('kim');
    expect(await store.questionCounts(day(NOW), day(later))).toEqual(first);
  });

  test('forgets old claims and no others', async () => {
    const store = await (await place()).open();
    for (let at = 0; at < 1100; at++) await store.claim(`post:${at}`, NOW + at);
    await store.pruneClaims(NOW);
    expect(await store.claim('post:0', NOW)).toBe(false);
    await store.pruneClaims(NOW + 1050);
    expect(await store.claim('post:1050', NOW)).toBe(false);
    for (const at of [0, 1, 500, 1049]) expect(await store.claim(`post:${at}`, NOW)).toBe(true);
  });

  test('takes any text as a key, a person or an id', async () => {
    const store = await (await place()).open();
    let at = 0;
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        at += 1;
        const key = `${at}:${text}`;
        expect(await store.claim(key, at)).toBe(true);
        expect(await store.claim(key, at)).toBe(false);
        await store.record([lookup(key, text, at), answer(key, text, false, at, text)]);
        const [id] = await store.lookups(key, 1);
        expect(id).toBe(text.replaceAll('\0', '').toWellFormed());
        expect((await store.practice(key, 1)).again).toEqual([id]);
      }),
      { numRuns: 60 },
    );
  });

  test('tells of any notes, however they are batched, what a plain reading of them tells', async () => {
    const store = await (await place()).open();
    let round = 0;
    const noted = fc.record({ term: fc.constantFrom('pod', 'node', 'job', 'volume'), right: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(noted, { maxLength: 6 }), { maxLength: 6 }), async (batches) => {
        const person = `person:${++round}`;
        const all = batches.flat();
        let at = NOW;
        for (const batch of batches)
          await store.record(
            batch.flatMap(({ term, right }) => {
              at += 1;
              return [answer(person, term, right, at), lookup(person, term, at)];
            }),
          );
        const newest = [...new Set(all.map(({ term }) => term).reverse())];
        const last = (term: string) => all.findLast((note) => note.term === term);
        const expected: PracticeSummary = {
          answered: all.length,
          right: all.filter(({ right }) => right).length,
          again: newest.filter((term) => !last(term)?.right),
        };
        expect(await store.practice(person, 9)).toEqual(expected);
        expect(await store.lookups(person, 9)).toEqual(newest);
      }),
      { numRuns: 60 },
    );
  });
});
