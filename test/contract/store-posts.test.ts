import { describe, expect, test } from 'vitest';
import type { Note, Press } from '../../src/core/learner-records.ts';
import type { Post, Posts } from '../../src/core/outbox.ts';
import { ENGINES, SERVERS } from '../support/store/engines.ts';
import { cardOf, classOf, NOW } from '../support/store/samples.ts';

const LEASE = 20_000;
const BOTH = ['discord', 'slack'];

const idsOf = (posts: readonly Post[]): string[] => posts.map(({ id }) => id);
const taken = (posts: Posts, at = NOW, most = 9) => posts.take(BOTH, at, at + LEASE, most);

const ANSWER = { question: 0, person: 'kim', name: '민수', picked: 'a', right: true, elapsed: 10 };

const press = (person: string, post: string, what: Press, at = NOW): Note => ({
  ...{ kind: 'press', person, post, term: 'pod', press: what, at },
});

describe.each(ENGINES)('posts on $name', ({ place }) => {
  test('a class is moved on and its posts are written, once and together', async () => {
    const { classes, posts } = await (await place()).open();
    await classes.save(classOf('a'), NOW);
    const plan = (id: string, was: number | undefined, next: number | undefined) =>
      posts.plan('a', { was, next }, [cardOf(id)], NOW);
    expect(await plan('one', NOW, NOW + 1)).toBe(true);
    expect(await plan('two', NOW, NOW + 2)).toBe(false);
    expect(await plan('three', undefined, NOW + 3)).toBe(false);
    expect(await posts.plan('nobody', { was: NOW, next: NOW + 1 }, [cardOf('four')], NOW)).toBe(false);
    expect((await classes.byId('a'))?.due).toBe(NOW + 1);
    expect(idsOf(await taken(posts))).toEqual(['one']);
    expect(await posts.plan('a', { was: NOW + 1, next: undefined }, [], NOW)).toBe(true);
    expect((await classes.byId('a'))?.due).toBeUndefined();
    expect(await posts.plan('a', { was: undefined, next: NOW + 5 }, [cardOf('five')], NOW)).toBe(true);
  });

  test('of two planners, one is first', async () => {
    const { classes, posts } = await (await place()).open();
    await classes.save(classOf('a'), NOW);
    const plans = Array.from({ length: 5 }, (_, i) =>
      posts.plan('a', { was: NOW, next: NOW + 1 }, [cardOf(`p${i}`)], NOW),
    );
    expect((await Promise.all(plans)).filter(Boolean)).toHaveLength(1);
    expect(await taken(posts)).toHaveLength(1);
  });

  test('what has the same key is there once, and comes again only after it was dropped, under its first name', async () => {
    const { posts } = await (await place()).open();
    const key = 'card:a:2026-11-25:x';
    await posts.add(cardOf('one', { key }), NOW);
    await posts.add(cardOf('two', { key, what: 'node' }), NOW + 1);
    const [one] = await taken(posts);
    expect(one).toEqual({
      ...cardOf('one', { key }),
      at: NOW,
      tries: 1,
      held: NOW + LEASE,
      message: undefined,
      readers: 0,
    });
    if (one) await posts.drop(one);
    expect(await taken(posts, NOW + LEASE)).toEqual([]);
    await posts.add(cardOf('three', { key, due: NOW + 5, until: NOW + 9 }), NOW + 5);
    expect(await taken(posts, NOW + 5)).toMatchObject([
      { id: 'one', what: 'pod', tries: 2, due: NOW + 5, until: NOW + 9 },
    ]);
    await posts.sent('one', 'm1');
    await posts.add(cardOf('four', { key }), NOW + 6);
    expect(await taken(posts, NOW + 10 * LEASE)).toEqual([]);
  });

  test('is taken by one, longest due first, on its own platforms, when it is time', async () => {
    const { posts } = await (await place()).open();
    await posts.add(cardOf('b', { due: NOW + 2 }), NOW);
    await posts.add(cardOf('a', { due: NOW + 1 }), NOW);
    await posts.add(cardOf('c', { due: NOW + 3, channel: 'slack:C1' }), NOW);
    await posts.add(cardOf('later', { due: NOW + 100 }), NOW);
    expect(idsOf(await posts.take(['slack'], NOW + 3, NOW + 9, 5))).toEqual(['c']);
    expect(idsOf(await posts.take(['terminal'], NOW + 3, NOW + 9, 5))).toEqual([]);
    expect(idsOf(await taken(posts, NOW + 3, 1))).toEqual(['a']);
    expect(idsOf(await taken(posts, NOW + 3))).toEqual(['b']);
    expect(idsOf(await taken(posts, NOW + 9))).toEqual(['c']);
  });

  test('of many who take at once, each has others, and all that is there is taken', async () => {
    const { posts } = await (await place()).open();
    const ids = Array.from({ length: 12 }, (_, i) => `p${i + 10}`);
    for (const id of ids) await posts.add(cardOf(id), NOW);
    const all = await Promise.all(ids.map(() => taken(posts, NOW, 1)));
    expect(idsOf(all.flat()).toSorted()).toEqual(ids);
    expect(all.flat().every(({ tries }) => tries === 1)).toBe(true);
    expect(await taken(posts, NOW)).toEqual([]);
  });

  test('is held, put off and dropped only by whoever has it', async () => {
    const { posts } = await (await place()).open();
    await posts.add(cardOf('a'), NOW);
    const [first] = await taken(posts);
    const [second] = await taken(posts, NOW + LEASE);
    if (!first || !second) throw new Error('it was not taken');
    expect([first.tries, second.tries]).toEqual([1, 2]);
    expect(await posts.hold(first, NOW + 9 * LEASE)).toBe(false);
    await posts.later(first, NOW);
    await posts.drop(first);
    expect(await taken(posts, NOW + LEASE + 1)).toEqual([]);
    expect(await posts.hold(second, NOW + 3 * LEASE)).toBe(true);
    expect(await taken(posts, NOW + 2 * LEASE)).toEqual([]);
    await posts.later(second, NOW + LEASE + 5);
    expect(await taken(posts, NOW + LEASE + 5)).toMatchObject([{ id: 'a', tries: 3 }]);
  });

  test('that it is sent holds whoever says so, and stays as it was said first', async () => {
    const { posts } = await (await place()).open();
    await posts.add(cardOf('a'), NOW);
    const [post] = await taken(posts);
    if (!post) throw new Error('it was not taken');
    await posts.drop(post);
    expect(await posts.onDay('a', post.day)).toBeUndefined();
    await posts.sent('a', 'm1');
    await posts.sent('a', 'm2');
    expect(await posts.hold(post, NOW)).toBe(false);
    await posts.drop(post);
    expect(await posts.byId('a')).toMatchObject({ id: 'a', message: 'm1' });
    expect(await posts.onDay('a', post.day)).toMatchObject({ message: 'm1' });
    expect(await posts.byId('b')).toBeUndefined();
    expect(await taken(posts, NOW + 9 * LEASE)).toEqual([]);
  });

  test("tells a class's cards by days, each once, without what was dropped", async () => {
    const { posts } = await (await place()).open();
    const days = [
      ['2026-11-25', 'pod'],
      ['2026-11-24', 'node'],
      ['2026-11-26', 'job'],
    ] as const;
    for (const [day, what] of days)
      for (const channel of ['discord:1', 'slack:1'])
        await posts.add(cardOf(`${day}${channel}`, { key: day + channel, day, what, channel }), NOW);
    await posts.add(cardOf('lost', { key: 'lost', kind: 'lost', day: '2026-11-27' }), NOW);
    await posts.add(cardOf('other', { key: 'other', classId: 'b', day: '2026-11-28' }), NOW);
    for (const post of await taken(posts)) if (post.day === '2026-11-26') await posts.drop(post);
    expect(await posts.history('a')).toEqual([
      { day: '2026-11-24', term: 'node' },
      { day: '2026-11-25', term: 'pod' },
    ]);
    expect(await posts.onDay('a', '2026-11-27')).toBeUndefined();
    expect(await posts.onDay('b', '2026-11-28')).toMatchObject({ id: 'other' });
    expect(await posts.history('c')).toEqual([]);
  });

  test('readers are people, once each, and a message is edited by one until it shows them', async () => {
    const store = await (await place()).open();
    const { posts } = store;
    await posts.add(cardOf('a'), NOW);
    await posts.add(cardOf('b'), NOW);
    await store.note([
      press('kim', 'a', 'knew'),
      press('kim', 'a', 'quiz'),
      press('lee', 'a', 'more'),
      press('lee', 'x', 'more'),
    ]);
    await store.note([press('kim', 'a', 'again', NOW + 1), press('kim', 'a', 'knew', NOW + 1)]);
    const outdated = (at: number) => posts.outdated(BOTH, at, at + 10, 9);
    // It is not there yet.
    expect(await outdated(NOW)).toEqual([]);
    await posts.sent('a', 'm1');
    expect(await posts.outdated(['slack'], NOW, NOW + 10, 9)).toEqual([]);
    expect(await outdated(NOW)).toMatchObject([{ id: 'a', readers: 2, message: 'm1' }]);
    expect(await outdated(NOW + 9)).toEqual([]);
    expect(await outdated(NOW + 10)).toMatchObject([{ id: 'a', readers: 2 }]);
    await store.note([press('park', 'a', 'knew')]);
    await posts.shown({ id: 'a', readers: 2, held: NOW + 20 }, NOW + 15);
    expect(await outdated(NOW + 14)).toEqual([]);
    expect(await outdated(NOW + 15)).toMatchObject([{ id: 'a', readers: 3 }]);
    await posts.shown({ id: 'a', readers: 3, held: NOW + 25 }, NOW + 20);
    expect(await outdated(NOW + 99)).toEqual([]);
  });

  test('what looks different is edited first, and what cannot be edited now, later: nothing is lost', async () => {
    const store = await (await place()).open();
    const { posts, sessions } = store;
    const ask = (id: string) => ({
      ...cardOf(id, { key: `live:${id}:ask0:discord:a`, kind: 'live', what: `${id} ask0` }),
    });
    for (const [i, id] of ['a', 'b', 'c'].entries()) {
      const session = { id, classId: id, kind: 'live', state: '{}', material: '', wakes: NOW, at: NOW };
      await sessions.begin(session, [ask(id)]);
      await posts.sent(id, `m-${id}`);
      await sessions.answer({ ...ANSWER, session: id, at: NOW + i }, 0);
      await sessions.tally(id, 0, `live:${id}:ask0`, 0);
    }
    const outdated = async (at: number, most = 9) =>
      (await posts.outdated(BOTH, at, at + 10, most)).map(({ id, isDifferent, held }) => ({ id, isDifferent, held }));
    const counting = (id: string, held: number) => ({ id, isDifferent: false, held });
    const first = await outdated(NOW);
    expect(first.toSorted((x, y) => (x.id < y.id ? -1 : 1))).toEqual(
      ['a', 'b', 'c'].map((id) => counting(id, NOW + 10)),
    );
    await posts.putOff({ id: 'a', held: NOW + 10 }, NOW + 40);
    await posts.putOff({ id: 'b', held: NOW + 10 }, NOW + 20);
    // Somebody else has it by now.
    await posts.putOff({ id: 'c', held: NOW + 9 }, NOW + 90);
    expect(await outdated(NOW + 10)).toEqual([counting('c', NOW + 20)]);
    await posts.putOff({ id: 'c', held: NOW + 20 }, NOW + 30);
    // A question is closed, though it was put off for longest.
    const session = await sessions.byId('a');
    if (!session) throw new Error('there is none');
    const next = { state: '{}', wakes: NOW };
    await sessions.step(session, next, [], { again: 'live:a:ask0', ended: undefined }, NOW);
    expect(await outdated(NOW + 50, 1)).toEqual([{ id: 'a', isDifferent: true, held: NOW + 60 }]);
    await posts.putOff({ id: 'a', held: NOW + 60 }, NOW + 70);
    expect(await outdated(NOW + 70, 1)).toEqual([{ id: 'a', isDifferent: true, held: NOW + 80 }]);
    await posts.shown({ id: 'a', readers: 1, held: NOW + 80 }, NOW + 80);
    expect(await outdated(NOW + 80, 1)).toEqual([counting('b', NOW + 90)]);
    expect(await outdated(NOW + 80)).toEqual([counting('c', NOW + 90)]);
  });

  test('what was pressed last holds, whatever comes late, and is forgotten with the person, whom the count keeps', async () => {
    const store = await (await place()).open();
    await store.posts.add(cardOf('a'), NOW);
    await store.note([press('kim', 'a', 'knew', NOW + 5), press('kim', 'a', 'again', NOW + 3)]);
    await store.note([press('kim', 'a', 'knew', NOW + 1)]);
    expect(await store.shown('kim')).toEqual([
      { term: 'pod', how: 'again', at: NOW + 3 },
      { term: 'pod', how: 'knew', at: NOW + 5 },
    ]);
    await store.forget('kim');
    expect(await store.shown('kim')).toEqual([]);
    expect(await store.posts.byId('a')).toMatchObject({ readers: 1 });
  });

  test("word of a lost channel is forgotten with whom it was for, and nobody else's is", async () => {
    const store = await (await place()).open();
    for (const who of ['discord:@1', 'slack:@U1', 'slack:@U2'])
      await store.posts.add(cardOf(who, { key: who, kind: 'lost', channel: who }), NOW);
    await store.forget('discord:1');
    await store.forget('slack:T1:U1');
    expect(idsOf(await taken(store.posts))).toEqual(['slack:@U2']);
  });
});

describe.each(SERVERS)('readers on $name', ({ place }) => {
  test('who press different buttons in two processes at once are counted once', async () => {
    const { open } = await place();
    const [one, two] = [await open(), await open()];
    await one.posts.add(cardOf('a'), NOW);
    const people = Array.from({ length: 20 }, (_, i) => `person-${i}`);
    await Promise.all(
      people.flatMap((person) => [one.note([press(person, 'a', 'knew')]), two.note([press(person, 'a', 'more')])]),
    );
    expect(await one.posts.byId('a')).toMatchObject({ readers: people.length });
  });
});
