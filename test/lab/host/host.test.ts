import { describe, expect, test } from 'vitest';
import { LAB_LIMITS } from '../../../src/lab/host/limits.ts';
import { createShare } from '../../../src/lab/host/share.ts';
import { asking, hosting } from '../support/labs.ts';

const WATCH = '/api/v1/configmaps?watch=true';
const MAPS = '/api/v1/namespaces/default/configmaps';

const heard = (isFull = () => false) => {
  const pieces: string[] = [];
  let ends = 0;
  return {
    sink: { write: (piece: string) => void pieces.push(piece), end: () => void ends++, isFull },
    pieces,
    ends: () => ends,
  };
};
const settle = async (): Promise<void> => {
  for (let n = 0; n < 20; n++) await Promise.resolve();
};

describe('over messages', () => {
  test('a watch goes on until it is stopped, and what is refused is an answer', async () => {
    const { labs } = await hosting();
    const { client } = await labs.open('kim');
    const one = heard();
    const watching = await client.stream(asking(WATCH), one.sink);
    if (!('stop' in watching)) throw new Error('refused');
    const make = (name: string) =>
      client.request(
        asking(MAPS, {
          method: 'POST',
          body: JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } }),
        }),
      );
    await make('first');
    await settle();
    expect(one.pieces.join('')).toContain('"first"');
    watching.stop();
    await make('second');
    await settle();
    expect(one.pieces.join('')).not.toContain('"second"');
    const refused = await client.stream(asking('/api/v1/nothing?watch=true'), heard().sink);
    expect(refused).toMatchObject({ answer: { status: 404 } });
  });

  test('who does not read a watch is cut off', async () => {
    const { labs, clock } = await hosting();
    const { client } = await labs.open('kim');
    const deaf = heard(() => true);
    await client.stream(asking(WATCH), deaf.sink);
    const big = 'x'.repeat(100_000);
    for (let n = 0; n < 12; n++) {
      const body = JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `m${n}` }, data: { big } });
      expect((await client.request(asking(MAPS, { method: 'POST', body }))).status).toBe(201);
      clock.advance(50);
    }
    await settle();
    expect(deaf.ends()).toBe(1);
    expect(deaf.pieces.length).toBeLessThan(12);
  });

  test('a lab has so many watches, and no more until some are ended', async () => {
    const { labs } = await hosting();
    const { client } = await labs.open('kim');
    const all = await Promise.all(
      Array.from({ length: LAB_LIMITS.streams + 1 }, () => client.stream(asking(WATCH), heard().sink)),
    );
    expect(all.filter((one) => 'stop' in one)).toHaveLength(LAB_LIMITS.streams);
    expect(all.at(-1)).toMatchObject({ answer: { status: 429, headers: { 'retry-after': '10' } } });
    const [first] = all;
    if (first && 'stop' in first) first.stop();
    expect('stop' in (await client.stream(asking(WATCH), heard().sink))).toBe(true);
  });

  test('ends its watches as it is closed', async () => {
    const { labs } = await hosting();
    const { client } = await labs.open('kim');
    const one = heard();
    await client.stream(asking(WATCH), one.sink);
    await labs.close('kim');
    await settle();
    expect(one.ends()).toBe(1);
  });
});

test('a lab that works without an end leaves most of the thread to the others', () => {
  let [at, worked] = [0, 0];
  let next: { at: number; call: () => void } | undefined;
  const share = createShare({
    now: () => at,
    after(ms, call) {
      next = { at: at + ms, call };
      return () => {};
    },
  });
  // A turn of ten milliseconds, and at once the next.
  const work = (): void => {
    at += 10;
    worked += 10;
    share.timers.after(0, work);
  };
  share.timers.after(0, work);
  while (next && at < 60_000) {
    const { at: due, call } = next;
    at = Math.max(at, due);
    call();
  }
  expect(worked / at).toBeGreaterThan(0.2);
  expect(worked / at).toBeLessThan(0.3);
  expect(share.wait()).toBeGreaterThan(0);
  // What it owes is paid once it rests.
  at += 10_000;
  expect(share.wait()).toBe(0);
});
