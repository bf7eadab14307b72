import { describe, expect, test } from 'vitest';
import type { Draft } from '../../src/core/outbox.ts';
import type { Answer, Closed } from '../../src/core/session.ts';
import { ENGINES } from '../support/store/engines.ts';

const NOW = 1_764_000_000_000;

const session = (id: string, at = NOW) => ({
  id,
  classId: 'c1',
  kind: 'live',
  state: '{}',
  material: '',
  wakes: at + 5000,
  at,
});
const answer = (person: string, how: Partial<Answer> = {}): Answer => ({
  session: 's1',
  question: 0,
  person,
  name: person,
  picked: 'a',
  right: true,
  elapsed: 900,
  at: NOW + 900,
  ...how,
});
/** What the keys of the question's posts begin with. */
const ASKED = 'live:s1:ask0';
const NOTHING = { again: undefined, ended: undefined };
const asked: Draft = {
  id: 'p1',
  key: `${ASKED}:discord:1`,
  classId: 'c1',
  channel: 'discord:1',
  kind: 'live',
  what: 's1 ask0',
  day: '2025-11-24',
  due: NOW,
  expiresAt: NOW + 60_000,
};

describe.each(ENGINES)('sessions on $name', ({ place }) => {
  test('a class has one at a time, whoever begins it, and a step is written once', async () => {
    const { open } = await place();
    const stores = await Promise.all([open(), open()]);
    const begun = await Promise.all(stores.map(({ sessions }, i) => sessions.begin(session(`s${i}`), [])));
    expect(begun.toSorted()).toEqual([false, true]);
    const one = (await stores[0]?.sessions.running('c1'))?.[0];
    if (!one) throw new Error('there is none');
    const next = { state: '{"a":1}', wakes: undefined };
    const written = await Promise.all(stores.map(({ sessions }) => sessions.step(one, next, [], NOTHING, NOW)));
    expect(written.toSorted()).toEqual([false, true]);
    expect((await stores[1]?.sessions.running('c1'))?.[0]).toBeUndefined();
    expect(await stores[1]?.sessions.begin(session('s9', NOW + 1), [])).toBe(true);
    expect((await stores[0]?.sessions.history('c1', 'live', 5))?.map(({ id }) => id)).toEqual(['s9', one.id]);
  });

  test('a class has one of each kind, which wake apart, each with what it was begun with', async () => {
    const { open } = await place();
    const [first, second] = await Promise.all([open(), open()]);
    expect(await first.sessions.begin({ ...session('s1'), material: 'questions' }, [])).toBe(true);
    const homework = { ...session('h1', NOW + 1), kind: 'homework', state: '{"h":1}' };
    expect(await second.sessions.begin(homework, [])).toBe(true);
    expect(await second.sessions.begin({ ...homework, id: 'h2' }, [])).toBe(false);
    const ids = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id).toSorted();
    expect(ids(await first.sessions.running('c1'))).toEqual(['h1', 's1']);
    expect(ids(await first.sessions.waking('live', NOW + 9000, 5))).toEqual(['s1']);
    expect(ids(await first.sessions.waking('homework', NOW + 9000, 5))).toEqual(['h1']);
    expect(ids(await second.sessions.history('c1', 'homework', 5))).toEqual(['h1']);
    expect(await first.sessions.byId('h1')).toMatchObject({ kind: 'homework', state: '{"h":1}' });
    expect(await second.sessions.material('s1')).toBe('questions');
    expect(await second.sessions.material('nobody')).toBeUndefined();
    await first.sessions.step({ id: 'h1', version: 0 }, { state: '{}', wakes: undefined }, [], NOTHING, NOW);
    expect(ids(await first.sessions.running('c1'))).toEqual(['s1']);
  });

  test('of answers that two processes hear at the same instant the first counts, and its message counts it once', async () => {
    const { open } = await place();
    const stores = await Promise.all([open(), open()]);
    await stores[0]?.sessions.begin(session('s1'), [asked]);
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        stores[i % 2]?.sessions.answer(answer('kim', { picked: 'abcde'[i % 5] ?? '' }), 0),
      ),
    );
    // The same press twice is the same answer.
    const [kept] = (await stores[1]?.sessions.answers('s1')) ?? [];
    expect(all).toEqual(all.map((_, i) => ('abcde'[i % 5] === kept?.picked ? 'kept' : 'twice')));
    expect(await stores[0]?.sessions.answer(answer('kim', { picked: 'z', at: NOW + 901 }), 0)).toBe('twice');
    expect(await stores[1]?.sessions.answers('s1')).toHaveLength(1);
    await Promise.all(stores.map(({ sessions }) => sessions.tally('s1', 0, ASKED, 0)));
    expect((await stores[0]?.outbox.byId('p1'))?.readers).toBe(1);
  });

  test('an answer is kept only as long as nobody has stepped its session since, and its step counts all that are', async () => {
    const { open } = await place();
    const [one, two] = [await open(), await open()];
    await one.sessions.begin(session('s1'), [asked]);
    const people = Array.from({ length: 30 }, (_, i) => `p${i}`);
    const step = async () => {
      const now = await two.sessions.byId('s1');
      const closed = { at: 0, question: 'pod-1', term: 'pod', keys: ASKED };
      return now && two.sessions.step(now, { state: '{}', wakes: NOW }, [], NOTHING, NOW, closed);
    };
    // Half of them are on their way before it is stepped, half after it.
    const before = people.slice(0, 15).map((person) => one.sessions.answer(answer(person), 0));
    const stepped = step();
    const after = people.slice(15).map((person) => one.sessions.answer(answer(person), 0));
    const ends = await Promise.all([...before, ...after]);
    expect(await stepped).toBe(true);
    const kept = people.filter((_, i) => ends[i] === 'kept');
    expect(ends).toEqual(people.map((person) => (kept.includes(person) ? 'kept' : 'moved')));
    expect((await two.sessions.answers('s1')).map(({ person }) => person).toSorted()).toEqual(kept.toSorted());
    expect((await two.outbox.byId('p1'))?.readers).toBe(kept.length);
    expect(await one.sessions.answer(answer('late'), 0)).toBe('moved');
    expect(await one.sessions.answer(answer('late'), 1)).toBe('kept');
    // One that was kept, whose word of that was lost, stays so.
    await step();
    expect(await one.sessions.answer(answer('late'), 1)).toBe('kept');
    expect(await one.sessions.answer(answer('late', { picked: 'b' }), 1)).toBe('twice');
    expect((await two.outbox.byId('p1'))?.readers).toBe(kept.length + 1);
  });

  test('gives everyone who joins a place of their own, without gaps, for good', async () => {
    const { open } = await place();
    // One after the other: on SQLite, one that makes the tables while another does waits for long.
    const stores = [await open(), await open()];
    await stores[0]?.sessions.begin(session('s1'), []);
    await stores[0]?.sessions.begin({ ...session('s2'), classId: 'c2' }, []);
    const people = Array.from({ length: 600 }, (_, i) => `p${i % 300}`);
    const join = (id: string) =>
      Promise.all(people.map(async (person, i) => (await stores[i % 2]?.sessions.join(id, person))?.place));
    const [places] = await Promise.all([join('s1'), join('s2')]);
    const all = Array.from({ length: 300 }, (_, i) => i);
    expect(places.slice(0, 300)).toEqual(places.slice(300));
    expect(places.slice(0, 300).toSorted((a = 0, b = 0) => a - b)).toEqual(all);
    const later = await open();
    const players = await later.sessions.players('s1');
    expect(players.map((one) => one.place)).toEqual(all);
    expect(players.every(({ person, place: at }) => places[people.indexOf(person)] === at)).toBe(true);
    expect(await later.sessions.join('s1', 'p7')).toEqual({ person: 'p7', place: places[7] });
    // The team that somebody came for first stays theirs.
    expect(await later.sessions.join('s1', 'p300', 1)).toEqual({ person: 'p300', place: 300, team: 1 });
    expect(await stores[0]?.sessions.join('s1', 'p300', 0)).toEqual({ person: 'p300', place: 300, team: 1 });
    expect(await stores[1]?.sessions.join('s1', 'p7', 1)).toEqual({ person: 'p7', place: places[7] });
    expect((await later.sessions.players('s2')).map((one) => one.place)).toEqual(all);
  });

  test('knows by name who pressed that they join, counts them in the lobby, and who has not answered yet', async () => {
    const { open } = await place();
    const [one, two] = [await open(), await open()];
    const lobby = { ...asked, id: 'p0', key: 'live:s1:count:discord:1' };
    await one.sessions.begin(session('s1'), [lobby, asked]);
    const joined = async (before = 0) => {
      await two.sessions.tallyJoined('s1', before, 'live:s1:count');
      return (await two.outbox.byId('p0'))?.readers;
    };
    expect(await joined()).toBe(0);
    await Promise.all([
      one.sessions.join('s1', 'kim', undefined, '김'),
      two.sessions.join('s1', 'kim', undefined, '김'),
      one.sessions.join('s1', 'lee', 1),
    ]);
    // A place by an answer alone is no press; a press gives it a name, and the first name and team stay.
    expect(await joined()).toBe(1);
    expect(await two.sessions.areAllIn('s1', 0)).toBe(false);
    expect(await two.sessions.join('s1', 'lee', 0, '이')).toMatchObject({ person: 'lee', team: 1, name: '이' });
    expect(await one.sessions.join('s1', 'lee', undefined, '다른 이')).toMatchObject({ name: '이' });
    expect(await joined()).toBe(2);
    await two.hide('lee', true, NOW);
    const players = await one.sessions.players('s1');
    expect(players.map(({ person, name, isHidden }) => [person, name, isHidden]).toSorted()).toEqual([
      ['kim', '김', undefined],
      ['lee', '이', true],
    ]);
    // An answer to the question itself makes no student join it, but the next one.
    for (const person of ['kim', 'park']) await one.sessions.answer(answer(person), 0);
    expect(await two.sessions.areAllIn('s1', 0)).toBe(false);
    await two.sessions.answer(answer('lee'), 0);
    expect(await two.sessions.areAllIn('s1', 0)).toBe(true);
    for (const person of ['kim', 'lee']) await two.sessions.answer(answer(person, { question: 1 }), 0);
    expect(await two.sessions.areAllIn('s1', 1)).toBe(false);
    await one.sessions.answer(answer('park', { question: 1 }), 0);
    expect(await two.sessions.areAllIn('s1', 1)).toBe(true);
    // Who has answered a question before has joined, each once.
    expect(await joined(1)).toBe(3);
    expect(await one.sessions.areAllIn('nobody', 0)).toBe(false);
    expect((await one.sessions.answersOf('s1', 'lee')).map(({ question }) => question)).toEqual([0, 1]);
    await one.forget('kim');
    expect(await joined()).toBe(1);
    expect(await two.sessions.areAllIn('s1', 2)).toBe(false);
    await one.forget('lee');
    await one.sessions.answer(answer('park', { question: 2 }), 0);
    expect(await two.sessions.areAllIn('s1', 2)).toBe(true);
  });

  test('who joins what is not there is told, and nobody else hears of it', async () => {
    const { sessions } = await (await place()).open();
    await sessions.begin(session('s1'), []);
    const all = await Promise.allSettled(['s0', 's1', 's0'].map((id) => sessions.join(id, 'kim')));
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected']);
    expect(await sessions.join('s1', 'lee')).toEqual({ person: 'lee', place: 1 });
  });

  test('the answers to a question that is closed become practice, each once, also those that came late', async () => {
    const { open } = await place();
    const store = await open();
    const { sessions } = store;
    await sessions.begin(session('s1'), []);
    const many = Array.from({ length: 600 }, (_, i) => `p${i}`);
    await Promise.all(many.map((person, i) => sessions.answer(answer(person, { right: i % 3 === 0 }), 0)));
    await sessions.answer(answer('p0', { question: 1, right: false }), 0);
    const closed = { at: 0, question: 'pod-1', term: 'pod', keys: ASKED };
    const step = async (more?: Closed): Promise<boolean> => {
      const one = (await sessions.running('c1'))?.[0];
      return one !== undefined && sessions.step(one, { state: '{}', wakes: NOW }, [], NOTHING, NOW, more);
    };
    await step();
    expect(await store.answered('c1', NOW)).toEqual([]);
    await step(closed);
    expect(await store.answered('c1', NOW)).toEqual([{ term: 'pod', answered: 600, right: 200 }]);
    await sessions.answer(answer('late', { name: '', at: NOW + 2000 }), 2);
    // Whoever has not seen the last state writes nothing.
    const [old] = await sessions.history('c1', 'live', 1);
    if (!old) throw new Error('there is none');
    expect(await sessions.step({ ...old, version: 0 }, { state: '', wakes: 1 }, [], NOTHING, NOW, closed)).toBe(false);
    expect(await store.practice('late', 1)).toEqual({ answered: 0, right: 0, again: [] });
    await step(closed);
    expect(await store.answered('c1', NOW)).toEqual([{ term: 'pod', answered: 601, right: 201 }]);
    expect(await store.practice('p0', 1)).toEqual({ answered: 1, right: 1, again: [] });
    expect(await sessions.played('c1', 'live')).toEqual(new Set(['s1']));
    expect(await sessions.played('c2', 'live')).toEqual(new Set());
    // Left out afterwards, they are taken back: also once more, and without what was practised besides.
    await store.record([
      {
        kind: 'answer',
        person: 'p0',
        channel: 'x',
        question: 'pod-1',
        term: 'pod',
        right: true,
        at: NOW + 9,
      },
    ]);
    const total = async () => (await store.answered('c1', NOW)).map(({ answered, right }) => [answered, right]);
    for (let i = 0; i < 2; i++) await step({ ...closed, isLeftOut: true });
    expect(await total()).toEqual([]);
    expect(await store.practice('p0', 1)).toEqual({ answered: 1, right: 1, again: [] });
    await step(closed);
    expect(await total()).toEqual([[601, 201]]);
    const members = await store.reports.members('c1');
    expect(members).toHaveLength(601);
    expect(members.find(({ who }) => who?.person === 'late')).toEqual({
      at: NOW + 2000,
      who: { person: 'late', name: undefined },
    });
  });

  test('whoever is forgotten while it is on answers nothing twice and sits where they sat; then it is gone', async () => {
    const store = await (await place()).open();
    const { sessions } = store;
    await sessions.begin(session('s1'), []);
    await sessions.begin({ ...session('s2'), classId: 'c2' }, []);
    for (const [person, team] of [['kim'], ['lee', 1], ['park']] as const) await sessions.join('s1', person, team);
    await sessions.answer(answer('lee', { question: 2 }), 0);
    for (let i = 0; i < 2; i++) {
      await store.forget('lee');
      expect((await sessions.players('s1')).map(({ person }) => person)).toEqual(['kim', 'park']);
      expect(await sessions.answers('s1')).toEqual([]);
      expect(await sessions.join('s1', 'lee', 0)).toEqual({ person: 'lee', place: 1, team: 1 });
      for (const question of [0, 1, 2]) expect(await sessions.answer(answer('lee', { question }), 0)).toBe('twice');
    }
    expect(await sessions.join('s1', 'choi')).toEqual({ person: 'choi', place: 3 });
    for (const one of [{ question: 3 }, { session: 's2' }])
      expect(await sessions.answer(answer('lee', one), 0)).toBe('kept');
    await store.forget('lee');
    expect(await sessions.answer(answer('lee', { question: 3 }), 0)).toBe('twice');
    expect(await sessions.answer(answer('kim', { question: 3 }), 0)).toBe('kept');
    const one = await sessions.byId('s1');
    if (!one) throw new Error('it is gone');
    await sessions.step(one, { state: '{}', wakes: undefined }, [], NOTHING, NOW);
    // Nothing stands in the way any more: nothing is left.
    expect(await sessions.answer(answer('lee', { question: 3 }), 1)).toBe('kept');
  });

  test('a message that nobody has touched for a while is looked at, and counts as before', async () => {
    const { sessions, outbox } = await (await place()).open();
    await sessions.begin(session('s1'), [asked, { ...asked, id: 'p2', key: 'live:s1:ask01:discord:1' }]);
    await outbox.lease(['discord'], NOW, NOW + 1000, 5);
    for (const id of ['p1', 'p2']) await outbox.markSent(id, id);
    const touch = async (at: number, stale: number): Promise<string[]> => {
      await sessions.tally('s1', 0, ASKED, stale);
      const outdated = await outbox.outdated(['discord'], at, at + 10_000, 5);
      for (const post of outdated) await outbox.markShown(post, at + 2000);
      return outdated.map(({ id, readers }) => `${id} ${readers}`);
    };
    expect(await touch(NOW + 4000, NOW)).toEqual([]);
    expect(await touch(NOW + 5001, NOW + 1)).toEqual(['p1 0']);
    expect(await touch(NOW + 7001, NOW + 2001)).toEqual([]);
    await sessions.answer(answer('kim'), 0);
    expect(await touch(NOW + 8000, NOW + 3000)).toEqual(['p1 1']);
    expect(await touch(NOW + 15_001, NOW + 10_001)).toEqual(['p1 1']);
    expect(await touch(NOW + 30_000, 0)).toEqual([]);
  });

  test('a message that changed while it was edited is edited once more', async () => {
    const { sessions, outbox } = await (await place()).open();
    await sessions.begin(session('s1'), [asked]);
    await outbox.lease(['discord'], NOW, NOW + 1000, 5);
    await outbox.markSent('p1', '77');
    await sessions.answer(answer('kim'), 0);
    await sessions.tally('s1', 0, ASKED, 0);
    const [edited] = await outbox.outdated(['discord'], NOW, NOW + 10_000, 5);
    if (!edited) throw new Error('nothing is outdated');
    // The question is closed while its count is on its way.
    const one = (await sessions.running('c1'))?.[0];
    if (!one) throw new Error('there is none');
    await sessions.step(one, { state: '{}', wakes: NOW }, [], { again: ASKED, ended: undefined }, NOW);
    await outbox.markShown(edited, NOW + 2000);
    const [again] = await outbox.outdated(['discord'], NOW + 2000, NOW + 12_000, 5);
    if (!again) throw new Error('nothing is outdated');
    await outbox.markShown(again, NOW + 4000);
    expect(await outbox.outdated(['discord'], NOW + 60_000, NOW + 70_000, 5)).toEqual([]);
  });
});
