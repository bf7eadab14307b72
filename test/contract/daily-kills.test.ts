import { describe, expect, test } from 'vitest';
import { type Counted, killing } from '../support/kills.ts';
import { REACHABLE } from '../support/store/engines.ts';

const CLASSES = 24;
const ROUNDS = 2;

/** Exactly one message in every channel. */
const ONCE = { expected: CLASSES * ROUNDS, seen: CLASSES * ROUNDS, twice: 0, missing: 0 };

const counts = ({ late: _, ...counted }: Counted) => counted;

describe.concurrent.each(REACHABLE)('two processes on $name', ({ place }) => {
  test('killed around the hour of many classes: each has its card once in every channel', {
    timeout: 120_000,
  }, async ({ onTestFinished }) => {
    const { address } = await place(onTestFinished);
    const plan = { address, processes: 2, classes: CLASSES, rounds: ROUNDS, random: Math.random };
    const { discord, slack } = await killing({ ...plan, finished: onTestFinished });
    expect({ discord: counts(discord), slack: counts(slack) }).toEqual({ discord: ONCE, slack: ONCE });
  });
});
