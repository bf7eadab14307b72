import { describe, expect, test } from 'vitest';
import { createEdits } from '../../../src/platforms/slack/edits.ts';
import { withPauses } from '../../../src/platforms/slack/pauses.ts';

const API = 'https://slack.example/api/';

/** A Slack that wants pauses as told, and what reached it. */
function pausing(wanted: (number | undefined)[]) {
  const clock = { now: 1_000_000 };
  const reached: string[] = [];
  const send = withPauses(
    () => clock.now,
    async (url) => {
      reached.push(String(url).slice(API.length));
      const seconds = wanted.shift();
      return seconds === undefined
        ? Response.json({ ok: true })
        : new Response('{}', { status: 429, headers: { 'retry-after': String(seconds) } });
    },
  );
  const call = async (method: string, args: Record<string, string> = {}) => {
    const { status, headers } = await send(API + method, { body: new URLSearchParams(args).toString() });
    return status === 429 ? Number(headers.get('retry-after')) : status;
  };
  return { clock, reached, call };
}

describe('a pause that Slack wants', () => {
  test('holds for all calls of the method until it is over, and for no other method', async () => {
    const { clock, reached, call } = pausing([30]);
    expect(await call('chat.update')).toBe(30);
    clock.now += 10_500;
    expect(await call('chat.update')).toBe(20);
    expect(await call('views.open')).toBe(200);
    clock.now += 19_499;
    expect(await call('chat.update')).toBe(1);
    expect(reached).toEqual(['chat.update', 'views.open']);
    clock.now += 1;
    expect(await call('chat.update')).toBe(200);
  });

  test('of messages holds for their channel', async () => {
    const { reached, call } = pausing([5]);
    expect(await call('chat.postMessage', { channel: 'C1', text: 'a' })).toBe(5);
    expect(await call('chat.postMessage', { channel: 'C1', text: 'b' })).toBe(5);
    expect(await call('chat.postMessage', { channel: 'C2', text: 'c' })).toBe(200);
    expect(reached).toHaveLength(2);
  });

  test('is as long as the longest of those that were told at once, and outlasts no clock that is set back', async () => {
    const { clock, reached, call } = pausing([60, 2]);
    await Promise.all([call('chat.update'), call('chat.update')]);
    clock.now += 59_000;
    expect(await call('chat.update')).toBe(1);
    expect(reached).toHaveLength(2);
    clock.now -= 3_600_000;
    expect(await call('chat.update')).toBe(200);
  });
});

describe('the edits of a workspace', () => {
  /** Milliseconds after which an edit may be made; 0 where it was. */
  function budget() {
    const clock = { now: 1_000_000 };
    const edits = createEdits(() => clock.now);
    const waitOf = async (urgent: boolean): Promise<number> => {
      const ended = await edits(urgent, async () => 'shown');
      return typeof ended === 'string' ? 0 : ended.after;
    };
    return { clock, edits, waitOf };
  }

  test('are at most 45 in any minute, of which urgent ones always have some left', async () => {
    const { clock, waitOf } = budget();
    const made: number[] = [];
    let ordinary = 0;
    for (let second = 0; second < 300; second++) {
      for (let n = 0; n < 6; n++)
        if ((await waitOf(false)) === 0) {
          made.push(clock.now);
          ordinary++;
        }
      // A question is closed every four seconds or so, and never has to wait.
      if (second % 4 === 0) {
        expect(await waitOf(true)).toBe(0);
        made.push(clock.now);
      }
      clock.now += 1000;
    }
    for (const at of made) expect(made.filter((one) => one > at - 60_000 && one <= at).length).toBeLessThanOrEqual(45);
    expect(ordinary).toBeGreaterThan(60);
  });

  test('that are put off are told when they may be made', async () => {
    const { clock, waitOf } = budget();
    for (let n = 0; n < 45; n++) expect(await waitOf(true)).toBe(0);
    expect(await waitOf(true)).toBe(60_000);
    clock.now += 59_999;
    expect(await waitOf(true)).toBe(1);
    clock.now += 1;
    expect(await waitOf(true)).toBe(0);
  });

  test('are made one after the other, urgent ones first, and what Slack puts off counts for nothing', async () => {
    const { edits, waitOf } = budget();
    const order: string[] = [];
    const first = Promise.withResolvers<void>();
    const edit =
      (name: string, done = Promise.resolve()) =>
      async () => {
        order.push(name);
        await done;
        return 'shown';
      };
    const all = [
      edits(false, edit('first', first.promise)),
      edits(false, edit('second')),
      edits(true, edit('urgent')),
      edits(true, async () => ({ after: 7 })),
    ];
    expect(order).toEqual(['first']);
    first.resolve();
    expect(await Promise.all(all)).toEqual(['shown', 'shown', 'shown', { after: 7 }]);
    expect(order).toEqual(['first', 'urgent', 'second']);
    await expect(edits(true, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await waitOf(false)).toBe(0);
  });
});
