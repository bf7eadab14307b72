import { describe, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { runs } from '../support/sample.ts';
import { children } from '../support/store/children.ts';
import { REACHABLE } from '../support/store/engines.ts';

const GOOD = { status: 0, stderr: '' };

describe.each(REACHABLE)('several processes on $name', ({ place }) => {
  test('start at once on an empty database', async () => {
    const { address, open } = await place();
    const all = await children(4, 'open', address);
    expect(await Promise.all(all.map(({ ended }) => ended))).toEqual(all.map(() => GOOD));
    expect(await (await open()).claim('post:1', 1)).toBe(true);
  });

  test('claim each key once', async () => {
    const { address } = await place();
    const all = await children(3, 'claim', address);
    expect(await Promise.all(all.map(({ ended }) => ended))).toEqual(all.map(() => GOOD));
    const claimed = all.flatMap(({ lines }) => lines().filter(Boolean).map(Number));
    expect(claimed.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, key) => key));
  });

  test('killed at any moment, have written whole batches, and all that they were told is written', async () => {
    const { address, open } = await place();
    const told: { done: string[]; begun: string[] }[] = [];
    for (let round = 0; round < runs(2); round++) {
      const all = await children(2, 'write', address);
      await eventually(() => {
        for (const { heard } of all) expect(heard.stdout).toContain('done');
      });
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 30));
      for (const child of all) child.process.kill('SIGKILL');
      for (const child of all) {
        await child.ended;
        // Half a line is none.
        const lines = child.lines().slice(0, -1);
        const of = (word: string) => lines.flatMap((line) => (line.startsWith(word) ? [line.slice(word.length)] : []));
        told.push({ done: of('done '), begun: of('begin ') });
      }
    }
    const store = await open();
    const answered = async (person: string) => (await store.practice(person, 1)).answered;
    for (const { done, begun } of told) {
      for (const person of done) expect(await answered(person)).toBe(40);
      // The last one that was begun may be there or not; PostgreSQL may still be at it.
      for (const person of begun) await eventually(async () => expect([0, 40]).toContain(await answered(person)));
    }
  });
});
