import { describe, expect, test } from 'vitest';
import { RANK_LASTS } from '../../src/core/managers.ts';
import type { Store } from '../../src/store/store.ts';
import { ENGINES } from '../support/store/engines.ts';
import { NOW } from '../support/store/samples.ts';

const PLACE = 'slack:T1';
const rank = (person: string, manages: boolean, at = NOW, space = PLACE) => ({ person, space, manages, at });
const of = async ({ managers }: Store, space = PLACE, now = NOW) => Object.fromEntries(await managers.of(space, now));

describe.each(ENGINES)('who manages a place, on $name', ({ place }) => {
  test('is kept with when that was told last, and of others nothing', async () => {
    const { open } = await place();
    const [store, other] = [await open(), await open()];
    await store.managers.record(rank('kim', true));
    await store.managers.record(rank('lee', false));
    await other.managers.record(rank('kim', true, NOW + 5));
    await other.managers.record(rank('kim', true, NOW + 3));
    await other.managers.record(rank('park', true, NOW, 'slack:T2'));
    for (const one of [store, other]) {
      expect(await of(one)).toEqual({ kim: NOW + 5 });
      expect(await of(one, 'slack:T2')).toEqual({ park: NOW });
      expect(await of(one, 'slack:T3')).toEqual({});
    }
    expect((await store.personalData('kim')).managerOf).toEqual([{ space: PLACE, at: NOW + 5 }]);
    expect((await store.personalData('lee')).managerOf).toEqual([]);
  });

  test('is nobody who was told to be none since; what was told before that changes nothing', async () => {
    const store = await (await place()).open();
    await store.managers.record(rank('kim', true, NOW + 5));
    await store.managers.record(rank('kim', false, NOW + 4));
    expect(await of(store)).toEqual({ kim: NOW + 5 });
    await store.managers.record(rank('kim', false, NOW + 6));
    expect(await of(store)).toEqual({});
  });

  test('counts for so long, and is gone after that', async () => {
    const store = await (await place()).open();
    await store.managers.record(rank('kim', true));
    expect(await of(store, PLACE, NOW + RANK_LASTS - 1)).toEqual({ kim: NOW });
    expect(await of(store, PLACE, NOW + RANK_LASTS)).toEqual({});
    expect((await store.personalData('kim')).managerOf).toHaveLength(1);
    await store.managers.record(rank('lee', true, NOW + RANK_LASTS + 1));
    expect((await store.personalData('kim')).managerOf).toEqual([]);
  });

  test('is forgotten with the person', async () => {
    const store = await (await place()).open();
    for (const person of ['kim', 'lee']) await store.managers.record(rank(person, true));
    await store.forget('kim');
    expect(await of(store)).toEqual({ lee: NOW });
  });
});
