import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/core/errors.ts';
import type { LabClient } from '../../../src/core/lab.ts';
import { HOST_LIMITS, LAB_TIMES } from '../../../src/lab/host/limits.ts';
import { createClock } from '../../fakes/clock.ts';
import { eventually } from '../../support/eventually.ts';
import { forgetful } from '../../support/world.ts';
import { asking, hosting } from '../support/labs.ts';

const MAPS = '/api/v1/namespaces/default/configmaps';

async function make(client: LabClient, name: string): Promise<void> {
  const body = JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
  expect((await client.request(asking(MAPS, { method: 'POST', body }))).status).toBe(201);
}
const has = async (client: LabClient | undefined, name: string): Promise<boolean> =>
  (await client?.request(asking(`${MAPS}/${name}`)))?.status === 200;

/** Lets time pass until it is so, since the store answers in its own time. */
const passing = (clock: { advance(ms: number): void }, check: () => Promise<void> | void): Promise<void> =>
  eventually(() => {
    clock.advance(100);
    return check();
  });

describe('a lab', () => {
  test('is one a student, found by its secret, and ends with its address', async () => {
    const { labs, happened } = await hosting();
    expect(await labs.find('kim')).toBeUndefined();
    expect(await labs.addressOf('kim')).toBeUndefined();
    const mine = await labs.open('kim');
    expect(mine).toMatchObject({ is: 'new', speed: 1 });
    await make(mine.client, 'mine');
    const theirs = await labs.open('lee');
    expect(await has(theirs.client, 'mine')).toBe(false);
    const again = await labs.open('kim');
    expect(again.is).toBe('running');
    expect(await has(again.client, 'mine')).toBe(true);
    const address = (await labs.addressOf('kim')) ?? '';
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:3000\/lab\/secret-a-\d$/);
    const secret = address.split('/').at(-1) ?? '';
    expect(await has(await labs.behind(secret), 'mine')).toBe(true);
    expect(await labs.behind('secret-a-9')).toBeUndefined();
    expect(await labs.close('kim')).toBe(true);
    expect(await labs.close('kim')).toBe(false);
    expect(await labs.behind(secret)).toBeUndefined();
    await expect(mine.client.now()).rejects.toBeInstanceOf(UserError);
    expect(happened.filter((one) => one !== 'request')).toEqual(['opened', 'opened', 'closed']);
  });

  test('is asked for twice at once, and is one', async () => {
    const { labs, happened } = await hosting();
    const all = await Promise.all(Array.from({ length: 5 }, () => labs.open('kim')));
    expect(all.map(({ is }) => is).toSorted()).toEqual(['new', ...Array(4).fill('running')]);
    expect(happened).toEqual(['opened']);
  });

  test('begins anew under the same address, at the speed of the world', async () => {
    const { labs } = await hosting();
    const { client } = await labs.open('kim');
    await make(client, 'mine');
    expect(await labs.run('kim', 10)).toBe(true);
    expect((await labs.open('kim')).speed).toBe(10);
    const address = await labs.addressOf('kim');
    const anew = await labs.reset('kim');
    expect(anew).toMatchObject({ is: 'new', speed: 1 });
    expect(await has(anew?.client, 'mine')).toBe(false);
    expect(await labs.addressOf('kim')).toBe(address);
    expect(await labs.reset('lee')).toBeUndefined();
    expect(await labs.run('lee', 10)).toBe(false);
  });

  test('runs faster than the world', async () => {
    const { labs, clock } = await hosting();
    const { client } = await labs.open('kim');
    const begun = await client.now();
    clock.advance(1000);
    expect(await client.now()).toBe(begun + 1000);
    await labs.run('kim', 10);
    clock.advance(1000);
    expect(await client.now()).toBe(begun + 11_000);
  });

  test('that nobody uses is put away, and is there again when it is asked for', async () => {
    const { labs, clock, happened } = await hosting();
    const { client } = await labs.open('kim');
    await make(client, 'mine');
    clock.advance(LAB_TIMES.idle);
    await passing(clock, () => expect(happened).toContain('put away'));
    const again = await labs.open('kim');
    expect(again.is).toBe('restored');
    expect(await has(again.client, 'mine')).toBe(true);
    // Time went on meanwhile, as the world's did.
    expect(Math.abs((await again.client.now()) - clock.now())).toBeLessThan(10);
    expect((await labs.open('kim')).is).toBe('running');
  });

  test('comes back after the process has ended', async () => {
    const clock = createClock();
    const { labRecords: records } = await forgetful(clock.now);
    const first = await hosting({ clock, records });
    await make((await first.labs.open('kim')).client, 'mine');
    await first.labs.stop();
    const next = await hosting({ clock, records, id: 'b' });
    const again = await next.labs.find('kim');
    expect(again?.is).toBe('restored');
    expect(await has(again?.client, 'mine')).toBe(true);
  });

  test('comes back as it was kept last where its thread has died', async () => {
    const clock = createClock();
    const { labRecords, records } = await forgetful(clock.now);
    const { labs, killThread } = await hosting({ clock, records: labRecords });
    const { client } = await labs.open('kim');
    await make(client, 'kept');
    clock.advance(LAB_TIMES.snapshot);
    await passing(clock, async () => expect((await records.personalData('kim')).lab?.objects).not.toEqual([]));
    const asked = client.request(asking(MAPS));
    killThread();
    await expect(asked).rejects.toBeInstanceOf(UserError);
    await expect(client.now()).rejects.toBeInstanceOf(UserError);
    const again = await labs.open('kim');
    expect(again.is).toBe('restored');
    expect(await has(again.client, 'kept')).toBe(true);
  });

  test('goes with the data of its owner', async () => {
    const clock = createClock();
    const services = await forgetful(clock.now);
    const { labs } = await hosting({ clock, records: services.labRecords });
    const { client } = await labs.open('kim');
    await services.records.forget('kim');
    await passing(clock, () => expect(client.now()).rejects.toBeInstanceOf(UserError));
    expect(await labs.find('kim')).toBeUndefined();
  });
});

describe('where there is no room', () => {
  test('the one that was not used for longest makes room, or the student is told to come later', async () => {
    const { labs, clock, happened, open } = await hosting();
    for (let n = 0; n < HOST_LIMITS.labs; n++) await labs.open(`student${n}`);
    await expect(labs.open('late')).rejects.toBeInstanceOf(UserError);
    expect(happened.at(-1)).toBe('refused');
    clock.advance(LAB_TIMES.resting + 1);
    for (let n = 1; n < HOST_LIMITS.labs; n++) await labs.open(`student${n}`);
    expect((await labs.open('late')).is).toBe('new');
    await expect(labs.open('student0')).rejects.toBeInstanceOf(UserError);
    // However many come at once.
    clock.advance(LAB_TIMES.resting + 1);
    const all = await Promise.allSettled(Array.from({ length: 60 }, (_, n) => labs.open(`next${n}`)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(HOST_LIMITS.labs);
    expect(open()).toBe(HOST_LIMITS.labs);
  });
});

describe('of several processes', () => {
  test('one runs a lab, and hands it over to another in which its owner writes', async () => {
    const clock = createClock();
    const { labRecords: records } = await forgetful(clock.now);
    const [one, other] = [await hosting({ clock, records }), await hosting({ clock, records, id: 'b' })];
    const { client } = await one.labs.open('kim');
    await make(client, 'mine');
    const moving = other.labs.open('kim');
    let moved: Awaited<typeof moving> | undefined;
    void moving.then((lab) => {
      moved = lab;
    });
    await passing(clock, () => expect(moved).toBeDefined());
    expect(moved?.is).toBe('restored');
    expect(await has(moved?.client, 'mine')).toBe(true);
    await expect(client.now()).rejects.toBeInstanceOf(UserError);
  });

  test('kubectl that comes to another one waits while the lab is in use', async () => {
    const clock = createClock();
    const { labRecords: records } = await forgetful(clock.now);
    const [one, other] = [await hosting({ clock, records }), await hosting({ clock, records, id: 'b' })];
    const { client } = await one.labs.open('kim');
    const secret = (await one.labs.addressOf('kim'))?.split('/').at(-1) ?? '';
    let refused: unknown;
    void other.labs.behind(secret).catch((error: unknown) => {
      refused = error;
    });
    await passing(clock, async () => {
      await client.now();
      expect(refused).toBeInstanceOf(UserError);
    });
    clock.advance(LAB_TIMES.inUse);
    let moved: LabClient | undefined;
    void other.labs.behind(secret).then((lab) => {
      moved = lab;
    });
    await passing(clock, () => expect(moved).toBeDefined());
  });

  test('one that gives no word any more loses its labs', async () => {
    const clock = createClock();
    const { labRecords: records } = await forgetful(clock.now);
    const dead = await hosting({ clock, records: { ...records, renew: () => Promise.reject(new Error('away')) } });
    const { client } = await dead.labs.open('kim');
    const other = await hosting({ clock, records, id: 'b' });
    clock.advance(LAB_TIMES.lease + 1);
    expect((await other.labs.find('kim'))?.is).toBe('new');
    await expect(client.now()).rejects.toThrow();
  });
});
