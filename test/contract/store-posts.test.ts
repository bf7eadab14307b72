import { describe, expect, test } from 'vitest';
import type { Activity, Press } from '../../src/core/learner-records.ts';
import type { Outbox, Post } from '../../src/core/outbox.ts';
import { ENGINES, SERVERS } from '../support/store/engines.ts';
import { cardOf, classOf, NOW } from '../support/store/samples.ts';

const LEASE = 20_000;
const BOTH = ['discord', 'slack'];

const idsOf = (posts: readonly Post[]): string[] => posts.map(({ id }) => id);
const taken = (posts: Outbox, at = NOW, most = 9) => posts.lease(BOTH, at, at + LEASE, most);

const ANSWER = { question: 0, person: 'kim', name: '민수', picked: 'a', right: true, elapsed: 10 };

const press = (person: string, post: string, what: Press, at = NOW): Activity => ({
  ...{ kind: 'press', person, post, term: 'pod', press: what, at },
});

describe.each(ENGINES)('posts on $name', ({ place }) => {
  test('a class is moved on and its posts are written, once and together', async () => {
    const { classes, outbox } = await (await place()).open();
    await classes.save(classOf('a'), NOW);
    const plan = (id: string, was: number | undefined, next: number | undefined) =>
      outbox.plan('a', { was, next }, [cardOf(id)], NOW);
    expect(await plan('one', NOW, NOW + 1)).toBe(true);
    expect(await plan('two', NOW, NOW + 2)).toBe(false);
    expect(await plan('three', undefined, NOW + 3)).toBe(false);
    expect(await outbox.plan('nobody', { was: NOW, next: NOW + 1 }, [cardOf('four')], NOW)).toBe(false);
    expect((await classes.byId('a'))?.due).toBe(NOW + 1);
    expect(idsOf(await taken(outbox))).toEqual(['one']);
    expect(await outbox.plan('a', { was: NOW + 1, next: undefined }, [], NOW)).toBe(true);
    expect((await classes.byId('a'))?.due).toBeUndefined();
    expect(await outbox.plan('a', { was: undefined, next: NOW + 5 }, [cardOf('five')], NOW)).toBe(true);
  });

  test('of two planners, one is first', async () => {
    const { classes, outbox } = await (await place()).open();
    await classes.save(classOf('a'), NOW);
    const plans = Array.from({ length: 5 }, (_, i) =>
      outbox.plan('a', { was: NOW, next: NOW + 1 }, [cardOf(`p${i}`)], NOW),
    );
    expect((await Promise.all(plans)).filter(Boolean)).toHaveLength(1);
    expect(await taken(outbox)).toHaveLength(1);
  });

  test('a class is moved on only by the choices that its cards were picked by', async () => {
    const { classes, outbox } = await (await place()).open();
    await classes.save(classOf('a', { choices: 'one' }), NOW);
    await classes.save(classOf('b'), NOW);
    const plan = (classId: string, choices: string | null, id: string) =>
      outbox.plan(classId, { was: NOW, next: NOW + 1, choices }, [cardOf(id, { classId })], NOW);
    expect(await plan('a', null, 'p1')).toBe(false);
    expect(await plan('a', 'two', 'p2')).toBe(false);
    expect(await plan('b', 'one', 'p3')).toBe(false);
    expect(await taken(outbox)).toEqual([]);
    expect(await plan('a', 'one', 'p4')).toBe(true);
    expect(await plan('b', null, 'p5')).toBe(true);
    expect(idsOf(await taken(outbox)).toSorted()).toEqual(['p4', 'p5']);
    expect(await classes.byId('a')).toEqual(classOf('a', { choices: 'one', due: NOW + 1 }));
  });

  test('of cards of one day for a class that is due at no time, one is written, and nothing of the others', async () => {
    const { classes, outbox } = await (await place()).open();
    await classes.save(classOf('a', { paused: { why: 'asked' }, due: undefined }), NOW);
    const key = 'card:a:2026-11-25:x';
    const plans = Array.from({ length: 4 }, (_, i) =>
      outbox.plan(
        'a',
        { was: undefined, next: undefined },
        [cardOf(`p${i}`, { key }), cardOf(`n${i}`, { key: `n${i}`, kind: 'skipped' })],
        NOW,
      ),
    );
    expect((await Promise.all(plans)).filter(Boolean)).toHaveLength(1);
    const [one, two, ...others] = idsOf(await taken(outbox)).toSorted();
    expect([one?.slice(1), others]).toEqual([two?.slice(1), []]);
  });

  test('a card that was dropped comes again as what it is now, and is edited where it had been sent as another', async () => {
    const { outbox } = await (await place()).open();
    const keys = ['never', 'perhaps'];
    for (const key of keys) await outbox.add(cardOf(key, { key, due: key === 'never' ? NOW + 9 : NOW }), NOW);
    const [tried] = await taken(outbox);
    if (tried) await outbox.abandon(tried);
    await outbox.add(cardOf('again', { key: 'perhaps', what: 'node', due: NOW + 1 }), NOW + 1);
    expect(await taken(outbox, NOW + 1)).toMatchObject([{ id: 'perhaps', what: 'node', tries: 2 }]);
    await outbox.markSent('perhaps', 'm1');
    expect(await outbox.outdated(BOTH, NOW + 2, NOW + 3, 9)).toMatchObject([{ id: 'perhaps', isDifferent: true }]);
  });

  test('what has the same key is there once, and comes again only after it was dropped, under its first name', async () => {
    const { outbox } = await (await place()).open();
    const key = 'card:a:2026-11-25:x';
    await outbox.add(cardOf('one', { key }), NOW);
    await outbox.add(cardOf('two', { key, what: 'node' }), NOW + 1);
    const [one] = await taken(outbox);
    expect(one).toEqual({
      ...cardOf('one', { key }),
      at: NOW,
      tries: 1,
      leasedUntil: NOW + LEASE,
      message: undefined,
      readers: 0,
    });
    if (one) await outbox.abandon(one);
    expect(await taken(outbox, NOW + LEASE)).toEqual([]);
    await outbox.add(cardOf('three', { key, due: NOW + 5, expiresAt: NOW + 9 }), NOW + 5);
    expect(await taken(outbox, NOW + 5)).toMatchObject([
      { id: 'one', what: 'pod', tries: 2, due: NOW + 5, expiresAt: NOW + 9 },
    ]);
    await outbox.markSent('one', 'm1');
    await outbox.add(cardOf('four', { key }), NOW + 6);
    expect(await taken(outbox, NOW + 10 * LEASE)).toEqual([]);
  });

  test('is taken by one, longest due first, on its own platforms, when it is time', async () => {
    const { outbox } = await (await place()).open();
    await outbox.add(cardOf('b', { due: NOW + 2 }), NOW);
    await outbox.add(cardOf('a', { due: NOW + 1 }), NOW);
    await outbox.add(cardOf('c', { due: NOW + 3, channel: 'slack:C1' }), NOW);
    await outbox.add(cardOf('later', { due: NOW + 100 }), NOW);
    expect(idsOf(await outbox.lease(['slack'], NOW + 3, NOW + 9, 5))).toEqual(['c']);
    expect(idsOf(await outbox.lease(['terminal'], NOW + 3, NOW + 9, 5))).toEqual([]);
    expect(idsOf(await taken(outbox, NOW + 3, 1))).toEqual(['a']);
    expect(idsOf(await taken(outbox, NOW + 3))).toEqual(['b']);
    expect(idsOf(await taken(outbox, NOW + 9))).toEqual(['c']);
  });

  test('of many who take at once, each has others, and all that is there is taken', async () => {
    const { outbox } = await (await place()).open();
    const ids = Array.from({ length: 12 }, (_, i) => `p${i + 10}`);
    for (const id of ids) await outbox.add(cardOf(id), NOW);
    const all = await Promise.all(ids.map(() => taken(outbox, NOW, 1)));
    expect(idsOf(all.flat()).toSorted()).toEqual(ids);
    expect(all.flat().every(({ tries }) => tries === 1)).toBe(true);
    expect(await taken(outbox, NOW)).toEqual([]);
  });

  test('is held, put off and dropped only by whoever has it', async () => {
    const { outbox } = await (await place()).open();
    await outbox.add(cardOf('a'), NOW);
    const [first] = await taken(outbox);
    const [second] = await taken(outbox, NOW + LEASE);
    if (!first || !second) throw new Error('it was not taken');
    expect([first.tries, second.tries]).toEqual([1, 2]);
    expect(await outbox.extendLease(first, NOW + 9 * LEASE)).toBe(false);
    await outbox.retryAt(first, NOW);
    await outbox.abandon(first);
    expect(await taken(outbox, NOW + LEASE + 1)).toEqual([]);
    expect(await outbox.extendLease(second, NOW + 3 * LEASE)).toBe(true);
    expect(await taken(outbox, NOW + 2 * LEASE)).toEqual([]);
    await outbox.retryAt(second, NOW + LEASE + 5);
    expect(await taken(outbox, NOW + LEASE + 5)).toMatchObject([{ id: 'a', tries: 3 }]);
  });

  test('that it is sent holds whoever says so, and stays as it was said first', async () => {
    const { outbox } = await (await place()).open();
    await outbox.add(cardOf('a'), NOW);
    const [post] = await taken(outbox);
    if (!post) throw new Error('it was not taken');
    await outbox.abandon(post);
    expect(await outbox.onDay('a', post.day)).toBeUndefined();
    await outbox.markSent('a', 'm1');
    await outbox.markSent('a', 'm2');
    expect(await outbox.extendLease(post, NOW)).toBe(false);
    await outbox.abandon(post);
    expect(await outbox.byId('a')).toMatchObject({ id: 'a', message: 'm1' });
    expect(await outbox.onDay('a', post.day)).toMatchObject({ message: 'm1' });
    expect(await outbox.byId('b')).toBeUndefined();
    expect(await taken(outbox, NOW + 9 * LEASE)).toEqual([]);
  });

  test("tells a class's cards by days, each once, without what was dropped", async () => {
    const { outbox } = await (await place()).open();
    const days = [
      ['2026-11-25', 'pod'],
      ['2026-11-24', 'node'],
      ['2026-11-26', 'job'],
    ] as const;
    for (const [day, what] of days)
      for (const channel of ['discord:1', 'slack:1'])
        await outbox.add(cardOf(`${day}${channel}`, { key: day + channel, day, what, channel }), NOW);
    await outbox.add(cardOf('lost', { key: 'lost', kind: 'lost', day: '2026-11-27' }), NOW);
    await outbox.add(cardOf('other', { key: 'other', classId: 'b', day: '2026-11-28' }), NOW);
    for (const post of await taken(outbox)) if (post.day === '2026-11-26') await outbox.abandon(post);
    expect(await outbox.history('a')).toEqual([
      { day: '2026-11-24', term: 'node' },
      { day: '2026-11-25', term: 'pod' },
    ]);
    expect(await outbox.onDay('a', '2026-11-27')).toBeUndefined();
    expect(await outbox.onDay('b', '2026-11-28')).toMatchObject({ id: 'other' });
    expect(await outbox.history('c')).toEqual([]);
  });

  test('readers are people, once each, and a message is edited by one until it shows them', async () => {
    const store = await (await place()).open();
    const { outbox } = store;
    await outbox.add(cardOf('a'), NOW);
    await outbox.add(cardOf('b'), NOW);
    await store.record([
      press('kim', 'a', 'knew'),
      press('kim', 'a', 'quiz'),
      press('lee', 'a', 'more'),
      press('lee', 'x', 'more'),
    ]);
    await store.record([press('kim', 'a', 'again', NOW + 1), press('kim', 'a', 'knew', NOW + 1)]);
    const outdated = (at: number) => outbox.outdated(BOTH, at, at + 10, 9);
    // It is not there yet.
    expect(await outdated(NOW)).toEqual([]);
    await outbox.markSent('a', 'm1');
    expect(await outbox.outdated(['slack'], NOW, NOW + 10, 9)).toEqual([]);
    expect(await outdated(NOW)).toMatchObject([{ id: 'a', readers: 2, message: 'm1' }]);
    expect(await outdated(NOW + 9)).toEqual([]);
    expect(await outdated(NOW + 10)).toMatchObject([{ id: 'a', readers: 2 }]);
    await store.record([press('park', 'a', 'knew')]);
    await outbox.markShown({ id: 'a', readers: 2, leasedUntil: NOW + 20 }, NOW + 15);
    expect(await outdated(NOW + 14)).toEqual([]);
    expect(await outdated(NOW + 15)).toMatchObject([{ id: 'a', readers: 3 }]);
    await outbox.markShown({ id: 'a', readers: 3, leasedUntil: NOW + 25 }, NOW + 20);
    expect(await outdated(NOW + 99)).toEqual([]);
  });

  test('what looks different is edited first, and what cannot be edited now, later: nothing is lost', async () => {
    const store = await (await place()).open();
    const { outbox, sessions } = store;
    const ask = (id: string) => ({
      ...cardOf(id, { key: `live:${id}:ask0:discord:a`, kind: 'live', what: `${id} ask0` }),
    });
    for (const [i, id] of ['a', 'b', 'c'].entries()) {
      const session = { id, classId: id, kind: 'live', state: '{}', material: '', wakes: NOW, at: NOW };
      await sessions.begin(session, [ask(id)]);
      await outbox.markSent(id, `m-${id}`);
      await sessions.answer({ ...ANSWER, session: id, at: NOW + i }, 0);
      await sessions.tally(id, 0, `live:${id}:ask0`, 0);
    }
    const outdated = async (at: number, most = 9) =>
      (await outbox.outdated(BOTH, at, at + 10, most)).map(({ id, isDifferent, leasedUntil }) => ({
        id,
        isDifferent,
        leasedUntil,
      }));
    const counting = (id: string, leasedUntil: number) => ({ id, isDifferent: false, leasedUntil });
    const first = await outdated(NOW);
    expect(first.toSorted((x, y) => (x.id < y.id ? -1 : 1))).toEqual(
      ['a', 'b', 'c'].map((id) => counting(id, NOW + 10)),
    );
    await outbox.retryEditAt({ id: 'a', leasedUntil: NOW + 10 }, NOW + 40);
    await outbox.retryEditAt({ id: 'b', leasedUntil: NOW + 10 }, NOW + 20);
    // Somebody else has it by now.
    await outbox.retryEditAt({ id: 'c', leasedUntil: NOW + 9 }, NOW + 90);
    expect(await outdated(NOW + 10)).toEqual([counting('c', NOW + 20)]);
    await outbox.retryEditAt({ id: 'c', leasedUntil: NOW + 20 }, NOW + 30);
    // A question is closed, though it was put off for longest.
    const session = await sessions.byId('a');
    if (!session) throw new Error('there is none');
    const next = { state: '{}', wakes: NOW };
    await sessions.step(session, next, [], { again: 'live:a:ask0', ended: undefined }, NOW);
    expect(await outdated(NOW + 50, 1)).toEqual([{ id: 'a', isDifferent: true, leasedUntil: NOW + 60 }]);
    await outbox.retryEditAt({ id: 'a', leasedUntil: NOW + 60 }, NOW + 70);
    expect(await outdated(NOW + 70, 1)).toEqual([{ id: 'a', isDifferent: true, leasedUntil: NOW + 80 }]);
    await outbox.markShown({ id: 'a', readers: 1, leasedUntil: NOW + 80 }, NOW + 80);
    expect(await outdated(NOW + 80, 1)).toEqual([counting('b', NOW + 90)]);
    expect(await outdated(NOW + 80)).toEqual([counting('c', NOW + 90)]);
  });

  test('what was pressed last holds, whatever comes late, and is forgotten with the person, whom the count keeps', async () => {
    const store = await (await place()).open();
    await store.outbox.add(cardOf('a'), NOW);
    await store.record([press('kim', 'a', 'knew', NOW + 5), press('kim', 'a', 'again', NOW + 3)]);
    await store.record([press('kim', 'a', 'knew', NOW + 1)]);
    expect(await store.evidence('kim')).toEqual([
      { term: 'pod', how: 'again', at: NOW + 3 },
      { term: 'pod', how: 'knew', at: NOW + 5 },
    ]);
    await store.forget('kim');
    expect(await store.evidence('kim')).toEqual([]);
    expect(await store.outbox.byId('a')).toMatchObject({ readers: 1 });
  });

  test("word of a lost channel is forgotten with whom it was for, and nobody else's is", async () => {
    const store = await (await place()).open();
    for (const who of ['discord:@1', 'slack:@U1', 'slack:@U2'])
      await store.outbox.add(cardOf(who, { key: who, kind: 'lost', channel: who }), NOW);
    await store.forget('discord:1');
    await store.forget('slack:T1:U1');
    expect(idsOf(await taken(store.outbox))).toEqual(['slack:@U2']);
  });
});

describe.each(SERVERS)('readers on $name', ({ place }) => {
  test('who press different buttons in two processes at once are counted once', async () => {
    const { open } = await place();
    const [one, two] = [await open(), await open()];
    await one.outbox.add(cardOf('a'), NOW);
    const people = Array.from({ length: 20 }, (_, i) => `person-${i}`);
    await Promise.all(
      people.flatMap((person) => [one.record([press(person, 'a', 'knew')]), two.record([press(person, 'a', 'more')])]),
    );
    expect(await one.outbox.byId('a')).toMatchObject({ readers: people.length });
  });
});
