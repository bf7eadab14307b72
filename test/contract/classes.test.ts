import { describe, expect, test } from 'vitest';
import type { Class } from '../../src/core/class.ts';
import { ENGINES } from '../support/store/engines.ts';

const NOW = 1_764_000_000_000;

const one = (id: string, channels: readonly string[], more: Partial<Class> = {}): Class => ({
  id,
  timetable: { zone: 'Asia/Seoul', minute: 540, weekdays: [1, 3, 5], holidays: true, skips: [] },
  locale: 'ko',
  channels: channels.map((channel) => ({ channel, space: 'discord:1' })),
  instructors: [],
  paused: undefined,
  due: NOW + 1000,
  owner: 'discord:9',
  code: `CODE${id}`,
  ...more,
});

describe.each(ENGINES)('classes on $name', ({ place }) => {
  test('come back as they were written, with all that belongs to them', async () => {
    const { classes } = await (await place()).open();
    const all = one('a', ['discord:1', 'slack:C1'], {
      instructors: ['discord:&5', 'slack:T1:U1'],
      paused: { why: 'forbidden', channel: 'slack:C1' },
      due: undefined,
      locale: 'en',
    });
    const timetable = { ...all.timetable, holidays: false, skips: [{ from: '2026-12-14', to: '2026-12-18' }] };
    expect(await classes.replace(undefined, { ...all, timetable }, NOW)).toBe(true);
    expect(await classes.of('slack:C1')).toEqual({ ...all, timetable });
    expect(await classes.byCode('CODEa')).toEqual({ ...all, timetable });
    expect(await classes.within('discord:1')).toEqual([{ ...all, timetable }]);
    expect([await classes.of('slack:C2'), await classes.byId('b'), await classes.byCode('')]).toEqual(
      Array.from({ length: 3 }),
    );
  });

  test('a new one leaves no trace where its channel has a class', async () => {
    const { classes } = await (await place()).open();
    expect(await classes.replace(undefined, one('a', ['discord:1']), NOW)).toBe(true);
    expect(await classes.replace(undefined, one('b', ['discord:2', 'discord:1']), NOW)).toBe(false);
    expect([await classes.byId('b'), await classes.of('discord:2')]).toEqual([undefined, undefined]);
    expect((await classes.of('discord:1'))?.id).toBe('a');
  });

  test('of many who begin one in a channel at once, one does', async () => {
    const { open } = await place();
    const stores = await Promise.all([open(), open()]);
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, i) => stores[i % 2]?.classes.replace(undefined, one(`c${i}`, ['discord:1']), NOW)),
    );
    expect(made.filter(Boolean)).toEqual([true]);
    expect(await stores[0]?.classes.within('discord:1')).toHaveLength(1);
  });

  test('is replaced only as it was read; what else moved in between is kept', async () => {
    const { classes } = await (await place()).open();
    const first = one('a', ['discord:1']);
    await classes.replace(undefined, first, NOW);
    const paused: Class = { ...first, paused: { why: 'asked' }, due: undefined };
    expect(await classes.replace(first, paused, NOW)).toBe(true);
    expect(await classes.replace(first, { ...first, locale: 'en' }, NOW)).toBe(false);
    expect(await classes.byId('a')).toEqual(paused);
    expect(await classes.replace(paused, { ...paused, locale: 'en' }, NOW)).toBe(true);
    expect(await classes.replace(one('b', ['discord:2']), one('b', ['discord:2']), NOW)).toBe(false);
    expect(await classes.byId('b')).toBeUndefined();
  });

  test('many who change one at once each have their say', async () => {
    const { open } = await place();
    const stores = await Promise.all([open(), open()]);
    await stores[0]?.classes.replace(undefined, one('a', ['discord:1']), NOW);
    const who = Array.from({ length: 6 }, (_, i) => `discord:${i}`);
    const tries = await Promise.all(
      who.map(async (address, i) => {
        for (let tried = 1; ; tried++) {
          const classes = stores[i % 2]?.classes;
          const was = await classes?.byId('a');
          if (!classes || !was) throw new Error('no class');
          if (await classes.replace(was, { ...was, instructors: [...was.instructors, address].sort() }, NOW))
            return tried;
        }
      }),
    );
    expect(tries).toHaveLength(6);
    expect((await stores[1]?.classes.byId('a'))?.instructors).toEqual(who);
  });

  test('a channel goes over to another class; the one that it leaves is closed with its last', async () => {
    const { classes } = await (await place()).open();
    const [a, b] = [one('a', ['discord:1', 'discord:2']), one('b', ['discord:3'])];
    for (const each of [a, b]) await classes.replace(undefined, each, NOW);
    const wider = one('b', ['discord:2', 'discord:3']);
    expect(await classes.replace(b, wider, NOW)).toBe(true);
    expect((await classes.byId('a'))?.channels.map(({ channel }) => channel)).toEqual(['discord:1']);
    expect(await classes.replace(wider, one('b', ['discord:1', 'discord:2', 'discord:3']), NOW)).toBe(true);
    const last = [{ channel: 'discord:1', space: 'discord:1' }];
    expect(await classes.byId('a')).toEqual({ ...a, channels: last, due: undefined, closed: NOW });
    const all = await classes.byId('b');
    expect(all && (await classes.replace(all, { ...all, channels: [] }, NOW))).toBe(true);
    expect(await classes.byId('b')).toBeUndefined();
    expect(await classes.due(NOW * 2, 10)).toEqual([]);
  });

  test('a closed one is found by its id and by its space alone, and its channel may have another', async () => {
    const { classes } = await (await place()).open();
    const first = one('a', ['discord:1'], { timetable: { ...one('a', []).timetable, first: '2026-03-02' } });
    await classes.replace(undefined, first, NOW);
    const closed: Class = { ...first, due: undefined, closed: NOW + 5 };
    expect(await classes.replace(first, closed, NOW + 5)).toBe(true);
    expect(await classes.byId('a')).toEqual(closed);
    expect(await classes.closed({ space: 'discord:1' })).toEqual([closed]);
    expect([await classes.of('discord:1'), await classes.byCode('CODEa')]).toEqual([undefined, undefined]);
    expect([
      await classes.within('discord:1'),
      await classes.due(NOW * 2, 9),
      await classes.closed({ space: 'slack:T1' }),
    ]).toEqual([[], [], []]);
    await classes.pause('a', { why: 'gone', channel: 'discord:1' });
    expect(await classes.byId('a')).toEqual(closed);
    // It comes back only while its channel is free.
    const next = one('b', ['discord:1']);
    expect(await classes.replace(undefined, next, NOW + 6)).toBe(true);
    expect(await classes.replace(closed, first, NOW + 7)).toBe(false);
    expect((await classes.of('discord:1'))?.id).toBe('b');
    await classes.replace(next, { ...next, due: undefined, closed: NOW + 8 }, NOW + 8);
    expect((await classes.closed({ space: 'discord:1' })).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(await classes.replace(closed, first, NOW + 9)).toBe(true);
    expect(await classes.of('discord:1')).toEqual(first);
  });

  test('of many who take a closed one back and begin another at once, one has the channel', async () => {
    const { open } = await place();
    const stores = await Promise.all([open(), open()]);
    const was = one('a', ['discord:1', 'discord:2']);
    const closed: Class = { ...was, due: undefined, closed: NOW };
    await stores[0]?.classes.replace(undefined, was, NOW);
    await stores[0]?.classes.replace(was, closed, NOW);
    const done = await Promise.all([
      stores[0]?.classes.replace(closed, was, NOW),
      stores[1]?.classes.replace(undefined, one('b', ['discord:2']), NOW),
      stores[1]?.classes.replace(closed, was, NOW),
    ]);
    expect(done.filter(Boolean)).toHaveLength(1);
    const holders = await Promise.all(['discord:1', 'discord:2'].map((channel) => stores[0]?.classes.of(channel)));
    expect(holders.map((holder) => holder?.id)).toEqual(done[1] ? [undefined, 'b'] : ['a', 'a']);
  });
});
