import { describe, expect, test } from 'vitest';
import type { Class } from '../../src/core/class.ts';
import type { Activity } from '../../src/core/learner-records.ts';
import type { Draft } from '../../src/core/outbox.ts';
import type { Store } from '../../src/store/store.ts';
import { ENGINES } from '../support/store/engines.ts';

const DAY = 86_400_000;
/** A Monday. */
const NOW = Date.UTC(2026, 10, 23, 1);

const one: Class = {
  id: 'c1',
  timetable: { zone: 'Asia/Seoul', minute: 540, weekdays: [1], holidays: false, skips: [] },
  locale: 'ko',
  channels: [
    { channel: 'discord:1', space: 'discord:9' },
    { channel: 'slack:C1', space: 'slack:T1' },
  ],
  instructors: [],
  paused: undefined,
  due: undefined,
  owner: 'kim',
  code: 'abc',
};

const answer = (
  person: string,
  at: number,
  more: { name?: string; right?: boolean; channel?: string } = {},
): Activity => ({
  kind: 'answer',
  person,
  channel: 'discord:1',
  question: `q${at}`,
  term: 'pod',
  right: true,
  at,
  ...more,
});

const post = (id: string, day: string, more: Partial<Draft> = {}): Draft => ({
  id,
  key: id,
  classId: 'c1',
  channel: 'discord:1',
  kind: 'card',
  what: 'pod',
  day,
  due: NOW,
  expiresAt: NOW,
  ...more,
});

const press = (person: string, card: string): Activity => ({
  kind: 'press',
  person,
  channel: 'discord:1',
  post: card,
  term: 'pod',
  press: 'knew',
  at: NOW,
});

describe.each(ENGINES)('what is told of a class, on $name', ({ place }) => {
  async function open(): Promise<Store> {
    const store = await (await place()).open();
    await store.classes.save(one, NOW);
    return store;
  }

  test('members have the name that the class knew them by last, also where a note does not say it', async () => {
    const { record, reports } = await open();
    await record([answer('kim', NOW, { name: '김' }), answer('lee', NOW)]);
    expect(await reports.members('c1')).toEqual([
      { who: { person: 'kim', name: '김' }, at: NOW },
      { who: { person: 'lee', name: undefined }, at: NOW },
    ]);
    await record([
      answer('kim', NOW + 1, { name: '김민수' }),
      answer('kim', NOW + 2),
      answer('lee', NOW + 3, { name: '이' }),
    ]);
    await record([answer('kim', NOW + 4)]);
    expect(await reports.members('c1')).toEqual([
      { who: { person: 'kim', name: '김민수' }, at: NOW + 4 },
      { who: { person: 'lee', name: '이' }, at: NOW + 3 },
    ]);
    expect(await reports.members('c2')).toEqual([]);
  });

  test('what somebody looks up by themselves keeps them a member, with their name', async () => {
    const { record, reports } = await open();
    await record([answer('kim', NOW)]);
    await record([{ kind: 'lookup', person: 'kim', name: '김', id: 'pod', at: NOW + DAY }]);
    expect(await reports.members('c1')).toEqual([{ who: { person: 'kim', name: '김' }, at: NOW + DAY }]);
  });

  test('who keeps out is counted without a name or an id, in every class, until they are shown again', async () => {
    const { record, hide, personalData, reports } = await open();
    await record([answer('kim', NOW, { name: '김' }), answer('lee', NOW, { name: '이' })]);
    await hide('kim', true, NOW + 1);
    await hide('kim', true, NOW + 2);
    await hide('park', true, NOW);
    expect(await reports.members('c1')).toEqual([{ at: NOW }, { who: { person: 'lee', name: '이' }, at: NOW }]);
    expect((await personalData('kim')).hidden).toEqual({ at: NOW + 1 });
    expect((await personalData('kim')).classes).toEqual([{ class: 'c1', name: '김', at: NOW }]);
    await hide('kim', false, NOW + 3);
    await hide('kim', false, NOW + 3);
    expect(await reports.members('c1')).toHaveLength(2);
    expect((await reports.members('c1')).every(({ who }) => who !== undefined)).toBe(true);
    expect((await personalData('kim')).hidden).toBeUndefined();
  });

  test('whoever is forgotten is in no report, and neither is their name nor that they kept out', async () => {
    const { record, hide, forget, personalData, reports } = await open();
    await record([answer('kim', NOW, { name: '김' }), answer('lee', NOW, { name: '이' })]);
    await hide('kim', true, NOW);
    await forget('kim');
    expect(await reports.members('c1')).toEqual([{ who: { person: 'lee', name: '이' }, at: NOW }]);
    expect(await personalData('kim')).toMatchObject({ classes: [] });
    expect((await personalData('kim')).hidden).toBeUndefined();
    // What a class did together stays.
    expect(await reports.days('c1', NOW)).toEqual([{ day: '2026-11-23', answered: 2, right: 2 }]);
  });

  test('answers are told by days, from a day on', async () => {
    const { record, reports } = await open();
    await record([
      answer('kim', NOW - DAY),
      answer('kim', NOW),
      answer('lee', NOW, { right: false }),
      answer('lee', NOW + 3 * DAY, { channel: 'slack:C1' }),
      answer('lee', NOW, { channel: 'discord:77' }),
    ]);
    expect(await reports.days('c1', NOW)).toEqual([
      { day: '2026-11-23', answered: 2, right: 1 },
      { day: '2026-11-26', answered: 1, right: 1 },
    ]);
    expect(await reports.days('c1', NOW - DAY)).toHaveLength(3);
  });

  test('a card’s readers are told by days, those of all channels together; what is no card, or was not sent, is none', async () => {
    const { record, outbox, reports } = await open();
    await outbox.add(post('old', '2026-11-16'), NOW);
    await outbox.add(post('a', '2026-11-23'), NOW);
    await outbox.add(post('b', '2026-11-23', { channel: 'slack:C1' }), NOW);
    await outbox.add(post('waiting', '2026-11-24'), NOW);
    await outbox.add(post('live', '2026-11-23', { kind: 'live' }), NOW);
    await outbox.add(post('other', '2026-11-23', { classId: 'c2' }), NOW);
    for (const id of ['old', 'a', 'b', 'live', 'other']) await outbox.markSent(id, `m-${id}`);
    await record([
      press('kim', 'a'),
      press('lee', 'a'),
      press('park', 'b'),
      press('kim', 'live'),
      press('kim', 'other'),
    ]);
    expect(await reports.cards('c1', '2026-11-23')).toEqual([{ day: '2026-11-23', readers: 3 }]);
    expect(await reports.cards('c1', '2026-11-01')).toEqual([
      { day: '2026-11-16', readers: 0 },
      { day: '2026-11-23', readers: 3 },
    ]);
  });
});
