import { describe, expect, test } from 'vitest';
import type { Planned } from '../../src/core/post.ts';
import type { Answer } from '../../src/core/session.ts';
import { ENGINES } from '../support/store/engines.ts';

const NOW = 1_764_000_000_000;

const session = (id: string, at = NOW) => ({ id, classId: 'c1', state: '{}', wakes: at + 5000, at });
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
const asked: Planned = {
  id: 'p1',
  key: `${ASKED}:discord:1`,
  classId: 'c1',
  channel: 'discord:1',
  kind: 'live',
  what: 's1 ask0',
  day: '2025-11-24',
  due: NOW,
  until: NOW + 60_000,
};

describe.each(ENGINES)('sessions on $name', ({ place }) => {
  test('a class has one at a time, whoever begins it, and a step is written once', async () => {
    const { open } = await place();
    const stores = await Promise.all([open(), open()]);
    const begun = await Promise.all(stores.map(({ sessions }, i) => sessions.begin(session(`s${i}`), [])));
    expect(begun.toSorted()).toEqual([false, true]);
    const one = await stores[0]?.sessions.ofClass('c1');
    if (!one) throw new Error('there is none');
    const next = { state: '{"a":1}', wakes: undefined };
    const written = await Promise.all(stores.map(({ sessions }) => sessions.step(one, next, [], undefined, NOW)));
    expect(written.toSorted()).toEqual([false, true]);
    expect(await stores[1]?.sessions.ofClass('c1')).toBeUndefined();
    expect(await stores[1]?.sessions.begin(session('s9', NOW + 1), [])).toBe(true);
    expect((await stores[0]?.sessions.history('c1', 5))?.map(({ id }) => id)).toEqual(['s9', one.id]);
  });

  test('of answers that two processes hear at the same instant the first counts, and its message counts it once', async () => {
    const { open } = await place();
    const stores = await Promise.all([open(), open()]);
    await stores[0]?.sessions.begin(session('s1'), [asked]);
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        stores[i % 2]?.sessions.answer(answer('kim', { picked: 'abcde'[i % 5] ?? '' })),
      ),
    );
    // The same press twice is the same answer.
    const [kept] = (await stores[1]?.sessions.answers('s1')) ?? [];
    expect(all.flatMap((told, i) => (told ? ['abcde'[i % 5]] : []))).toEqual(
      all.flatMap((told) => (told ? [kept?.picked] : [])),
    );
    expect(await stores[0]?.sessions.answer(answer('kim', { picked: 'z', at: NOW + 901 }))).toBe(false);
    expect(await stores[1]?.sessions.answers('s1')).toHaveLength(1);
    await Promise.all(stores.map(({ sessions }) => sessions.tally('s1', 0, ASKED, 0)));
    expect((await stores[0]?.posts.byId('p1'))?.readers).toBe(1);
  });

  test('gives everyone who joins a place of their own, without gaps, for good', async () => {
    const { open } = await place();
    // One after the other: on SQLite, one that makes the tables while another does waits for long.
    const stores = [await open(), await open()];
    await stores[0]?.sessions.begin(session('s1'), []);
    await stores[0]?.sessions.begin({ ...session('s2'), classId: 'c2' }, []);
    const people = Array.from({ length: 600 }, (_, i) => `p${i % 300}`);
    const join = (id: string) => Promise.all(people.map((person, i) => stores[i % 2]?.sessions.join(id, person)));
    const [places] = await Promise.all([join('s1'), join('s2')]);
    const all = Array.from({ length: 300 }, (_, i) => i);
    expect(places.slice(0, 300)).toEqual(places.slice(300));
    expect(places.slice(0, 300).toSorted((a = 0, b = 0) => a - b)).toEqual(all);
    const later = await open();
    const players = await later.sessions.players('s1');
    expect(players.map((one) => one.place)).toEqual(all);
    expect(players.every(({ person, place: at }) => places[people.indexOf(person)] === at)).toBe(true);
    expect(await later.sessions.join('s1', 'p7')).toBe(places[7]);
    expect(await later.sessions.join('s1', 'p300')).toBe(300);
    expect((await later.sessions.players('s2')).map((one) => one.place)).toEqual(all);
  });

  test('who joins what is not there is told, and nobody else hears of it', async () => {
    const { sessions } = await (await place()).open();
    await sessions.begin(session('s1'), []);
    const all = await Promise.allSettled(['s0', 's1', 's0'].map((id) => sessions.join(id, 'kim')));
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected']);
    expect(await sessions.join('s1', 'lee')).toBe(1);
  });

  test('a message that nobody has touched for a while is looked at, and counts as before', async () => {
    const { sessions, posts } = await (await place()).open();
    await sessions.begin(session('s1'), [asked, { ...asked, id: 'p2', key: 'live:s1:ask01:discord:1' }]);
    await posts.take(['discord'], NOW, NOW + 1000, 5);
    for (const id of ['p1', 'p2']) await posts.sent(id, id);
    const touch = async (at: number, stale: number): Promise<string[]> => {
      await sessions.tally('s1', 0, ASKED, stale);
      const outdated = await posts.outdated(['discord'], at, at + 10_000, 5);
      for (const post of outdated) await posts.shown(post, at + 2000);
      return outdated.map(({ id, readers }) => `${id} ${readers}`);
    };
    expect(await touch(NOW + 4000, NOW)).toEqual([]);
    expect(await touch(NOW + 5001, NOW + 1)).toEqual(['p1 0']);
    expect(await touch(NOW + 7001, NOW + 2001)).toEqual([]);
    await sessions.answer(answer('kim'));
    expect(await touch(NOW + 8000, NOW + 3000)).toEqual(['p1 1']);
    expect(await touch(NOW + 15_001, NOW + 10_001)).toEqual(['p1 1']);
    expect(await touch(NOW + 30_000, 0)).toEqual([]);
  });

  test('a message that changed while it was edited is edited once more', async () => {
    const { sessions, posts } = await (await place()).open();
    await sessions.begin(session('s1'), [asked]);
    await posts.take(['discord'], NOW, NOW + 1000, 5);
    await posts.sent('p1', '77');
    await sessions.answer(answer('kim'));
    await sessions.tally('s1', 0, ASKED, 0);
    const [edited] = await posts.outdated(['discord'], NOW, NOW + 10_000, 5);
    if (!edited) throw new Error('nothing is outdated');
    // The question is closed while its count is on its way.
    const one = await sessions.ofClass('c1');
    if (!one) throw new Error('there is none');
    await sessions.step(one, { state: '{}', wakes: NOW }, [], ASKED, NOW);
    await posts.shown(edited, NOW + 2000);
    const [again] = await posts.outdated(['discord'], NOW + 2000, NOW + 12_000, 5);
    if (!again) throw new Error('nothing is outdated');
    await posts.shown(again, NOW + 4000);
    expect(await posts.outdated(['discord'], NOW + 60_000, NOW + 70_000, 5)).toEqual([]);
  });
});
