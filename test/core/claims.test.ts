import { describe, expect, test } from 'vitest';
import { createClaims } from '../../src/core/claims.ts';

describe('claims of one process', () => {
  test('a name is had by whoever is first, until it is given back', async () => {
    const { claim, release } = createClaims();
    expect(await Promise.all([claim('a'), claim('a'), claim('b')])).toEqual([true, false, true]);
    await release('a');
    expect(await Promise.all([claim('a'), claim('a')])).toEqual([true, false]);
    await release('never claimed');
  });

  test('of very many the oldest are forgotten, so that they take no more and more room', async () => {
    const claimed = new Set<string>();
    const { claim } = createClaims(claimed);
    for (let i = 0; i < 100_010; i++) await claim(`${i}`);
    expect(claimed.size).toBe(100_000);
    expect(await claim('100009')).toBe(false);
    expect(await claim('0')).toBe(true);
  });
});
