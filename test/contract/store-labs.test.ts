/** Labs of students: each is held by one process at a time. On both engines. */
import { describe, expect, test } from 'vitest';
import { LAB_LASTS } from '../../src/core/lab-records.ts';
import { packText } from '../../src/core/packed.ts';
import { ENGINES } from '../support/store/engines.ts';
import { NOW } from '../support/store/samples.ts';

const fresh = { secret: 'secret', speed: 1 };
const holder = (id: string, now = NOW) => ({ id, now, until: now + 15_000 });

describe.each(ENGINES)('labs, on $name', ({ place }) => {
  test('one process holds a lab until it gives it back, or gives no word for too long', async () => {
    const { open } = await place();
    const [one, other] = [(await open()).labRecords, (await open()).labRecords];
    expect(await one.take('kim', holder('a'))).toBeUndefined();
    expect(await one.take('kim', holder('a'), fresh)).toEqual({ owner: 'kim', ...fresh, snapshot: undefined });
    expect(await other.take('kim', holder('b'), { ...fresh, secret: 'another' })).toBe('held');
    expect(await other.find('kim')).toEqual({ owner: 'kim', ...fresh });
    expect(await other.ownerOf('secret')).toBe('kim');
    expect(await other.ownerOf('another')).toBeUndefined();
    expect(await one.keep('kim', holder('a'), Uint8Array.of(1, 2, 255))).toBe(true);
    await one.release('kim', { id: 'a' });
    const taken = await other.take('kim', holder('b'), fresh);
    expect(taken).toMatchObject({ owner: 'kim', secret: 'secret' });
    expect(typeof taken === 'object' && Array.from(taken.snapshot ?? [])).toEqual([1, 2, 255]);
    expect(await one.keep('kim', holder('a'), Uint8Array.of(9))).toBe(false);
    expect(await one.take('kim', holder('a', NOW + 14_999))).toBe('held');
    expect(await other.renew(holder('b', NOW + 10_000))).toEqual(new Map([['kim', undefined]]));
    expect(await one.take('kim', holder('a', NOW + 15_000))).toBe('held');
    expect(await one.take('kim', holder('a', NOW + 25_000))).toMatchObject({ owner: 'kim' });
    expect(await other.renew(holder('b', NOW + 25_001))).toEqual(new Map());
  });

  test('of many that come at once, one gets it', async () => {
    const { open } = await place();
    const stores = [await open(), await open()];
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        stores[n % 2]?.labRecords.take('kim', holder(`p${n}`), { secret: `s${n}`, speed: 1 }),
      ),
    );
    expect(all.filter((one) => typeof one === 'object')).toHaveLength(1);
    expect(all.filter((one) => one === 'held')).toHaveLength(7);
  });

  test('its holder learns who wants it; at once is not taken back', async () => {
    const { labRecords } = await (await place()).open();
    await labRecords.take('kim', holder('a'), fresh);
    await labRecords.take('lee', holder('a'), { secret: 'other', speed: 10 });
    await labRecords.want('kim', 'idle');
    expect(await labRecords.renew(holder('a'))).toEqual(
      new Map([
        ['kim', 'idle'],
        ['lee', undefined],
      ]),
    );
    await labRecords.want('kim', 'now');
    await labRecords.want('kim', 'idle');
    expect((await labRecords.renew(holder('a'))).get('kim')).toBe('now');
    await labRecords.release('kim', { id: 'b' });
    expect(await labRecords.take('kim', holder('b'))).toBe('held');
    await labRecords.release('kim', { id: 'a' });
    await labRecords.take('kim', holder('b'));
    expect(await labRecords.renew(holder('b'))).toEqual(new Map([['kim', undefined]]));
    await labRecords.setSpeed('lee', 1);
    expect(await labRecords.find('lee')).toEqual({ owner: 'lee', secret: 'other', speed: 1 });
  });

  test('is in the export of its owner, and goes with their data, by itself, or when nobody uses it', async () => {
    const store = await (await place()).open();
    const { labRecords } = store;
    for (const owner of ['kim', 'lee', 'park']) await labRecords.take(owner, holder('a'), { secret: owner, speed: 1 });
    expect((await store.personalData('kim')).lab).toEqual({ at: NOW, objects: [] });
    await labRecords.keep('kim', holder('a', NOW + 5), packText(JSON.stringify({ objects: [{ kind: 'Pod' }] })));
    expect((await store.personalData('kim')).lab).toEqual({ at: NOW, objects: [{ kind: 'Pod' }] });
    await store.forget('kim');
    expect((await store.personalData('kim')).lab).toBeUndefined();
    expect(await labRecords.keep('kim', holder('a'), Uint8Array.of(1))).toBe(false);
    expect(await labRecords.remove('lee')).toBe(true);
    expect(await labRecords.remove('lee')).toBe(false);
    expect(await labRecords.ownerOf('lee')).toBeUndefined();
    await labRecords.prune(NOW);
    expect(await labRecords.find('park')).toBeDefined();
    await labRecords.prune(NOW + LAB_LASTS);
    expect(await labRecords.find('park')).toBeUndefined();
  });
});
