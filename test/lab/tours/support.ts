/** A student on a tour, in a cluster whose time the test turns. */
import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { LabClient, Labs } from '../../../src/core/lab.ts';
import type { Locale } from '../../../src/core/locale.ts';
import type { Reply } from '../../../src/core/reply/blocks.ts';
import type { Timers } from '../../../src/core/timers.ts';
import { createCluster } from '../../../src/lab/engine/cluster.ts';
import { createLocalClient } from '../../../src/lab/host/local.ts';
import { buttonsOf } from '../../support/replies.ts';
import { botOf, COURSE, student } from '../../support/world.ts';

/** Looks at promises that go by in no time of the lab. */
const PROMISES = 20;

function createTurned() {
  let now = Date.parse('2026-03-02T01:00:00Z');
  const due = new Set<{ at: number; call: () => void }>();
  const timers: Timers = {
    now: () => now,
    after(ms, call) {
      const one = { at: now + ms, call };
      due.add(one);
      return () => void due.delete(one);
    },
  };
  async function turn(ms: number): Promise<void> {
    const until = now + ms;
    for (;;) {
      for (let i = 0; i < PROMISES; i++) await Promise.resolve();
      const [next] = [...due].toSorted((one, other) => one.at - other.at);
      if (next === undefined || next.at > until) break;
      due.delete(next);
      now = Math.max(now, next.at);
      next.call();
    }
    now = until;
  }
  return { timers, turn };
}

/** Labs of which everybody has the same one. */
function labsWith(client: LabClient): Labs {
  const one = { client, is: 'running', speed: 1 } as const;
  const open = async () => one;
  return {
    ...{ open, find: open, reset: open },
    behind: async () => client,
    ...{ addressOf: async () => undefined, run: async () => true, close: async () => true },
  };
}

export async function openTour(locale: Locale = 'ko', finished: (end: () => void) => unknown = onTestFinished) {
  const { timers, turn } = createTurned();
  const bugs: unknown[] = [];
  let state = 1;
  // Numerical Recipes' linear congruential generator: names of Pods must differ.
  const random = (): number => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
  const cluster = createCluster({
    ...{ timers, start: timers.now(), random, uid: randomUUID },
    failed: (error, where) => void bugs.push({ where, error }),
  });
  finished(cluster.close);
  const client = createLocalClient(cluster);
  const { bot, world, logged } = await botOf([COURSE], { labs: labsWith(client) });
  const caller = { ...student, locale };
  let seen: Reply | undefined;

  /** What a command answers; the lab's time goes on meanwhile. */
  async function say(line: string): Promise<Reply> {
    let reply: Reply | undefined;
    const answering = bot.dispatch(line, caller).then((one) => {
      reply = one;
    });
    for (let i = 0; i < 400 && reply === undefined; i++) {
      await turn(50);
      await new Promise(setImmediate);
    }
    await answering;
    if (reply === undefined) throw new Error(`no answer to ${line}`);
    seen = reply;
    return reply;
  }
  async function press(label: RegExp): Promise<Reply> {
    const button = seen && buttonsOf(seen).find((one) => label.test(one.label));
    if (!button) throw new Error(`no button ${label} in ${JSON.stringify(seen && buttonsOf(seen))}`);
    return say(button.line);
  }
  return {
    ...{ client, cluster, bugs, logged, world, say, press },
    pass: (seconds: number) => turn(seconds * 1000),
    /** Looks again and again, until the step is done. */
    async finish(most: number): Promise<Reply> {
      for (let gone = 0; gone <= most; gone += 2) {
        if (seen?.accent === 'success') return seen;
        await turn(2000);
        await press(/새로 보기|Look again/);
      }
      throw new Error(`not done after ${most} s: ${JSON.stringify(seen?.blocks[0])}\n${JSON.stringify(seen?.blocks)}`);
    },
  };
}
