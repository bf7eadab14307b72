import { describe, expect, test } from 'vitest';
import type { Appointment } from '../../src/core/appointments.ts';
import type { Draft } from '../../src/core/outbox.ts';
import { ENGINES } from '../support/store/engines.ts';
import { classOf, NOW } from '../support/store/samples.ts';

const HOUR = NOW + 3_600_000;

const appointment = (id: string, how: Partial<Appointment> = {}): Omit<Appointment, 'version'> => ({
  ...{ id, classId: 'a', kind: 'live', planner: 'kim', state: '{"n":0}', wakes: HOUR },
  ...how,
});

const draft = (id: string, key: string, how: Partial<Draft> = {}): Draft => ({
  ...{ id, key, classId: 'a', channel: 'discord:a', kind: 'plan', what: 'x told', day: '2026-11-25' },
  ...{ due: NOW, expiresAt: HOUR },
  ...how,
});

const NOTHING = { posts: [], again: [], ended: [] };

describe.each(ENGINES)('appointments on $name', ({ place }) => {
  test('are stored with their posts, and found by class, kind and hour until they are over', async () => {
    const store = await (await place()).open();
    await store.classes.save(classOf('a'), NOW);
    const { appointments } = store;
    await appointments.add(appointment('x'), [draft('p1', 'plan:x:told0:discord:a')], NOW);
    await appointments.add(appointment('y', { wakes: HOUR + 1 }), [], NOW);
    await appointments.add(appointment('z', { kind: 'homework' }), [], NOW);
    expect(await appointments.byId('x')).toEqual({ ...appointment('x'), version: 0 });
    expect(await appointments.byId('nobody')).toBeUndefined();
    expect((await store.outbox.byId('p1'))?.key).toBe('plan:x:told0:discord:a');
    const ids = (all: readonly Appointment[]): string[] => all.map(({ id }) => id);
    expect(ids(await appointments.ahead('a', 'live'))).toEqual(['x', 'y']);
    expect(ids(await appointments.ahead('b', 'live'))).toEqual([]);
    expect(ids(await appointments.due('live', HOUR - 1, 9))).toEqual([]);
    expect(ids(await appointments.due('live', HOUR, 9))).toEqual(['x']);
    expect(ids(await appointments.due('live', HOUR + 1, 1))).toEqual(['x']);
    await appointments.step({ id: 'x', version: 0 }, { state: '{"n":1}', wakes: undefined }, NOTHING, NOW);
    expect(ids(await appointments.ahead('a', 'live'))).toEqual(['y']);
    expect(ids(await appointments.due('live', HOUR + 1, 9))).toEqual(['y']);
    // Done twice, since the answer was lost the first time.
    await appointments.add(appointment('y', { state: '{"n":9}' }), [], NOW);
    expect((await appointments.byId('y'))?.state).toBe('{"n":0}');
  });

  test('are stepped once, whatever two processes do at the same moment', async () => {
    const { open } = await place();
    const stores = [await open(), await open()];
    await stores[0]?.classes.save(classOf('a'), NOW);
    await stores[0]?.appointments.add(appointment('x'), [], NOW);
    const stepped = await Promise.all(
      stores.map((store, i) =>
        store.appointments.step(
          { id: 'x', version: 0 },
          { state: `{"n":${i}}`, wakes: HOUR },
          { ...NOTHING, posts: [draft(`p${i}`, `plan:x:soon:${i}`)] },
          NOW,
        ),
      ),
    );
    expect(stepped.toSorted()).toEqual([false, true]);
    const winner = stepped.indexOf(true);
    expect((await stores[0]?.appointments.byId('x'))?.state).toBe(`{"n":${winner}}`);
    expect(await stores[1]?.outbox.byId(`p${winner}`)).toBeDefined();
    expect(await stores[1]?.outbox.byId(`p${1 - winner}`)).toBeUndefined();
  });

  test('of two that are added at one moment the second sees the first, and is refused with its posts', async () => {
    const { open } = await place();
    const stores = [await open(), await open()];
    await stores[0]?.classes.save(classOf('a'), NOW);
    const alone = (ahead: readonly Appointment[]): void => {
      if (ahead.length > 0) throw new Error('taken');
    };
    const added = await Promise.allSettled(
      stores.map((store, i) =>
        store.appointments.add(appointment(`x${i}`), [draft(`p${i}`, `plan:x${i}:told0:discord:a`)], NOW, alone),
      ),
    );
    expect(added.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const [only, ...others] = (await stores[0]?.appointments.ahead('a', 'live')) ?? [];
    expect(others).toEqual([]);
    const winner = only?.id === 'x0' ? 0 : 1;
    expect(await stores[0]?.outbox.byId(`p${winner}`)).toBeDefined();
    expect(await stores[0]?.outbox.byId(`p${1 - winner}`)).toBeUndefined();
    // Done twice, since the answer was lost the first time.
    await stores[0]?.appointments.add(appointment(`x${winner}`), [], NOW, alone);
  });

  test('a step ends what is not sent yet, adds to it, and has what was sent shown anew', async () => {
    const store = await (await place()).open();
    await store.classes.save(classOf('a'), NOW);
    const sent = draft('p1', 'plan:x:told0:discord:a');
    await store.appointments.add(appointment('x'), [sent, draft('p2', 'event:x:discord:1')], NOW);
    await store.appointments.add(appointment('xx'), [draft('p9', 'plan:xx:told0:discord:a')], NOW);
    await store.outbox.lease(['discord'], NOW, NOW + 1, 9);
    await store.outbox.markSent('p1', 'm1');
    await store.outbox.markSent('p9', 'm9');
    await store.appointments.step(
      { id: 'x', version: 0 },
      { state: '{"n":1}', wakes: undefined },
      { posts: [draft('p3', 'plan:x:off0:discord:a')], again: ['plan:x', 'event:x'], ended: ['plan:x'] },
      NOW + 5,
    );
    const expires = async (id: string) => (await store.outbox.byId(id))?.expiresAt;
    expect([await expires('p1'), await expires('p2'), await expires('p3')]).toEqual([NOW + 5, HOUR, HOUR]);
    const outdated = await store.outbox.outdated(['discord'], NOW + 9, NOW + 10, 9);
    expect(outdated.map(({ id, isDifferent }) => [id, isDifferent])).toEqual([['p1', true]]);
  });

  test('come due at once when their class is over', async () => {
    const store = await (await place()).open();
    const one = classOf('a');
    await store.classes.save(one, NOW);
    await store.appointments.add(appointment('x'), [], NOW);
    expect(await store.appointments.due('live', NOW, 9)).toEqual([]);
    await store.classes.save({ ...one, channels: [] }, NOW);
    expect(await store.classes.byId('a')).toBeUndefined();
    expect((await store.appointments.due('live', NOW, 9)).map(({ id }) => id)).toEqual(['x']);
  });

  test('come due at once when their class is closed, by itself or by another one that takes its only channel', async () => {
    const store = await (await place()).open();
    for (const id of ['a', 'b']) {
      await store.classes.save(classOf(id), NOW);
      await store.appointments.add(appointment(`x${id}`, { classId: id }), [], NOW);
    }
    await store.classes.save({ ...classOf('a'), due: undefined, closed: NOW + 1 }, NOW + 1);
    await store.classes.save(classOf('c', { channels: classOf('b').channels }), NOW + 1);
    const due = (await store.appointments.due('live', NOW + 1, 9)).map(({ id }) => id);
    expect(due.toSorted()).toEqual(['xa', 'xb']);
  });

  test('of two that are moved to one hour at one moment one is', async () => {
    const { open } = await place();
    const stores = [await open(), await open()];
    await stores[0]?.classes.save(classOf('a'), NOW);
    for (const id of ['x', 'y']) await stores[0]?.appointments.add(appointment(id), [], NOW);
    const moved = await Promise.allSettled(
      stores.map((store, i) => {
        const check = (others: readonly Appointment[]): void => {
          if (others.some(({ state }) => state === '{"n":7}')) throw new Error('taken');
        };
        const next = { state: '{"n":7}', wakes: HOUR + 5 };
        return store.appointments.step({ id: ['x', 'y'][i] ?? '', version: 0 }, next, NOTHING, NOW, check);
      }),
    );
    expect(moved.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const states = (await stores[0]?.appointments.ahead('a', 'live'))?.map(({ state }) => state);
    expect(states?.toSorted()).toEqual(['{"n":0}', '{"n":7}']);
  });

  test('an event in a space that its class has left is shown anew, and may be made again once it was taken away', async () => {
    const store = await (await place()).open();
    const one = classOf('a', {
      channels: [
        { channel: 'discord:7', space: 'discord:1' },
        { channel: 'slack:C1', space: 'slack:T1' },
      ],
    });
    await store.classes.save(one, NOW);
    const event = draft('e1', 'event:x:discord:1', { channel: 'discord:1', kind: 'event' });
    await store.appointments.add(
      appointment('x'),
      [event, draft('p1', 'plan:x:told0:discord:7', { channel: 'discord:7' })],
      NOW,
    );
    await store.outbox.lease(['discord'], NOW, NOW + 1, 9);
    for (const id of ['e1', 'p1']) await store.outbox.markSent(id, `m-${id}`);
    const outdated = async () => (await store.outbox.outdated(['discord'], NOW + 9, NOW + 10, 9)).map(({ id }) => id);
    expect(await outdated()).toEqual([]);
    await store.classes.save({ ...one, channels: one.channels.slice(1) }, NOW + 1);
    const [found] = await store.outbox.outdated(['discord'], NOW + 9, NOW + 10, 9);
    if (found?.id !== 'e1') throw new Error('the event is to be edited');
    await store.outbox.withdraw(found);
    expect(await outdated()).toEqual([]);
    await store.classes.save(one, NOW + 2);
    await store.outbox.add({ ...event, id: 'e2' }, NOW + 3);
    expect((await store.outbox.lease(['discord'], NOW + 4, NOW + 5, 9)).map(({ id, tries }) => [id, tries])).toEqual([
      ['e1', 2],
    ]);
  });
});
