import { describe, expect, test } from 'vitest';
import type { Class } from '../../src/core/class.ts';
import type { Activity } from '../../src/core/learner-records.ts';
import { ENGINES } from '../support/store/engines.ts';
import { classOf, NOW } from '../support/store/samples.ts';

const DAY = 24 * 3_600_000;

const answer = (person: string, term: string, right: boolean, at: number, channel?: string): Activity => ({
  ...{ kind: 'answer', person, question: `${term}-${at}`, term, right, at },
  ...(channel === undefined ? {} : { channel }),
});

const full: Class = classOf('full', {
  timetable: {
    zone: 'America/New_York',
    minute: 0,
    weekdays: [2, 7],
    holidays: false,
    skips: [
      { from: '2026-12-14', to: '2026-12-18' },
      { from: '2026-12-25', to: '2026-12-25' },
    ],
  },
  locale: 'en',
  channels: [
    { channel: 'discord:7', space: 'discord:1' },
    { channel: 'slack:C1', space: 'slack:T1' },
  ],
  instructors: ['discord:&5', 'slack:T1:U1'],
  owner: 'discord:9',
  choices: '{"kind":"cards"}',
});

describe.each(ENGINES)('classes on $name', ({ place }) => {
  test('are kept as they are saved, and found by channel, space, id and code', async () => {
    const { classes } = await (await place()).open();
    await classes.save(full, NOW);
    await classes.save(classOf('b', { due: undefined, paused: { why: 'asked' } }), NOW + 1);
    for (const found of [await classes.of('slack:C1'), await classes.byId('full'), await classes.byCode('CODE-full')])
      expect(found).toEqual(full);
    expect((await classes.within('discord:1')).map(({ id }) => id)).toEqual(['full', 'b']);
    expect(await classes.byId('b')).toMatchObject({ paused: { why: 'asked' }, due: undefined });
    const none = [classes.of('slack:C2'), classes.byId('c'), classes.byCode('x')];
    expect(await Promise.all(none)).toEqual([undefined, undefined, undefined]);
    expect(await classes.within('slack:T2')).toEqual([]);
  });

  test('saved anew, keep nothing that was taken away', async () => {
    const { classes } = await (await place()).open();
    await classes.save(full, NOW);
    const { choices: _, ...plain } = full;
    const less = {
      ...plain,
      channels: full.channels.slice(1),
      instructors: [],
      timetable: { ...full.timetable, skips: [] },
    };
    await classes.save(less, NOW + 1);
    expect(await classes.byId('full')).toEqual(less);
    expect(await classes.of('discord:7')).toBeUndefined();
  });

  test('are replaced only where nothing of them has changed, their choices included', async () => {
    const { classes } = await (await place()).open();
    await classes.save(full, NOW);
    const chosen = { ...full, choices: 'other' };
    expect(await classes.replace({ ...full, choices: 'older' }, chosen, NOW + 1)).toBe(false);
    const changes = ['a', 'b', 'c'].map((choices) => classes.replace(full, { ...full, choices }, NOW + 1));
    expect((await Promise.all(changes)).filter(Boolean)).toHaveLength(1);
  });

  test('a channel belongs to the class that was saved last, and a class without any is closed', async () => {
    const { classes } = await (await place()).open();
    await classes.save(classOf('a', { channels: [{ channel: 'discord:7', space: 'discord:1' }] }), NOW);
    await classes.save(full, NOW + 1);
    expect((await classes.of('discord:7'))?.id).toBe('full');
    expect(await classes.byId('a')).toMatchObject({ closed: NOW + 1, due: undefined });
  });

  test('take only free channels where that is asked for, whichever of two is first', async () => {
    const { open } = await place();
    const [one, other] = [await open(), await open()];
    const channels = [{ channel: 'discord:free', space: 'discord:1' }];
    const [a, b] = [classOf('a'), classOf('b')];
    await one.classes.save(a, NOW);
    await one.classes.save(b, NOW);
    const taken = await Promise.all([
      one.classes.replace(a, { ...a, channels }, NOW + 1, true),
      other.classes.replace(b, { ...b, channels }, NOW + 1, true),
    ]);
    expect(taken.toSorted()).toEqual([false, true]);
    const winner = taken[0] ? 'a' : 'b';
    const loser = taken[0] ? b : a;
    expect((await one.classes.of('discord:free'))?.id).toBe(winner);
    expect(await one.classes.byId(loser.id)).toEqual(loser);
    // By joining, a channel may be taken out of another class.
    expect(await one.classes.replace(loser, { ...loser, channels }, NOW + 2)).toBe(true);
    expect((await one.classes.of('discord:free'))?.id).toBe(loser.id);
  });

  test('that are closed are found by their space, and by a channel that they had', async () => {
    const { classes } = await (await place()).open();
    await classes.save({ ...full, due: undefined, closed: NOW }, NOW);
    const ids = async (where: Parameters<typeof classes.closed>[0]) =>
      (await classes.closed(where)).map(({ id }) => id);
    expect(await ids({ space: 'discord:1' })).toEqual(['full']);
    expect(await ids({ channels: ['slack:C1', 'slack:C9'] })).toEqual(['full']);
    expect(await ids({ channels: ['slack:C9'] })).toEqual([]);
    expect(await ids({ channels: [] })).toEqual([]);
  });

  test('are due at their time, longest first, so many at once', async () => {
    const { classes } = await (await place()).open();
    await classes.save(classOf('c', { due: NOW + 2 }), NOW);
    await classes.save(classOf('a', { due: NOW + 1 }), NOW);
    await classes.save(classOf('b', { due: NOW + 3 }), NOW);
    await classes.save(classOf('d', { due: undefined }), NOW);
    const due = async (at: number, most = 9) => (await classes.due(at, most)).map(({ id }) => id);
    expect(await due(NOW)).toEqual([]);
    expect(await due(NOW + 2)).toEqual(['a', 'c']);
    expect(await due(NOW + 9)).toEqual(['a', 'c', 'b']);
    expect(await due(NOW + 9, 1)).toEqual(['a']);
  });

  test('are paused with their reason, which a later one does not take the place of, and nothing else changes', async () => {
    const { classes } = await (await place()).open();
    await classes.save(full, NOW);
    await classes.pause('full', { why: 'gone', channel: 'discord:7' });
    await classes.pause('full', { why: 'forbidden', channel: 'slack:C1' });
    await classes.pause('nobody', { why: 'asked' });
    expect(await classes.byId('full')).toEqual({
      ...full,
      due: undefined,
      paused: { why: 'gone', channel: 'discord:7' },
    });
    expect(await classes.due(NOW + DAY, 9)).toEqual([]);
  });
});

describe.each(ENGINES)('people on $name', ({ place }) => {
  test('are of the class where they were last; whoever is by themselves is of that one, too', async () => {
    const store = await (await place()).open();
    await store.classes.save(full, NOW);
    await store.classes.save(classOf('b'), NOW);
    expect(await store.classOf('kim')).toBeUndefined();
    await store.record([answer('kim', 'pod', true, NOW, 'slack:C1')]);
    expect(await store.classOf('kim')).toBe('full');
    await store.record([
      answer('kim', 'pod', true, NOW + 1, 'discord:b'),
      answer('lee', 'pod', true, NOW + 1, 'slack:C9'),
    ]);
    expect(await store.classOf('kim')).toBe('b');
    expect(await store.classOf('lee')).toBeUndefined();
    await store.record([answer('kim', 'node', false, NOW + 2)]);
    expect(await store.answered('b', NOW)).toEqual([
      { term: 'node', answered: 1, right: 0 },
      { term: 'pod', answered: 1, right: 1 },
    ]);
  });

  test('answer for their class by days, an answer once, and what they answered stays without them', async () => {
    const store = await (await place()).open();
    await store.classes.save(full, NOW);
    const notes = [
      answer('kim', 'pod', true, NOW, 'slack:C1'),
      answer('lee', 'pod', false, NOW + 1, 'discord:7'),
      answer('lee', 'job', false, NOW - 2 * DAY, 'discord:7'),
    ];
    await store.record(notes);
    await store.record(notes);
    const pod = { term: 'pod', answered: 2, right: 1 };
    expect(await store.answered('full', NOW)).toEqual([pod]);
    expect(await store.answered('full', NOW - 3 * DAY)).toEqual([{ term: 'job', answered: 1, right: 0 }, pod]);
    await store.forget('lee');
    expect(await store.answered('full', NOW)).toEqual([pod]);
    expect(await store.answered('b', 0)).toEqual([]);
  });
});
