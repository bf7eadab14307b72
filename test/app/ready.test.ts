import { expect, test } from 'vitest';
import { createReadiness } from '../../src/app/ready.ts';

/** Two platforms and a store that can be away, and what was logged. */
function parts() {
  const state = { discord: true, slack: true, ping: (): Promise<void> => Promise.resolve(), pings: 0 };
  const logged: { fields: object; message: string }[] = [];
  const log = {
    warn: (fields: object, message: string) => void logged.push({ fields, message }),
    info: (fields: object, message: string) => void logged.push({ fields, message }),
  };
  const ask = createReadiness({
    connections: [
      { platform: 'discord', ready: () => state.discord },
      { platform: 'slack', ready: () => state.slack },
    ],
    ping: () => {
      state.pings++;
      return state.ping();
    },
    log,
  });
  return { state, logged, ask };
}

test('all that works is said part by part', async () => {
  const { ask, logged } = parts();
  expect(await ask()).toEqual({ ready: true, text: 'store: ok\ndiscord: ok\nslack: ok\n' });
  expect(logged).toEqual([]);
});

test('what does not is named, and each time anew', async () => {
  const { ask, state } = parts();
  state.slack = false;
  expect(await ask()).toEqual({ ready: false, text: 'store: ok\ndiscord: ok\nslack: no events arrive\n' });
  state.slack = true;
  state.discord = false;
  expect(await ask()).toEqual({ ready: false, text: 'store: ok\ndiscord: no events arrive\nslack: ok\n' });
  state.discord = true;
  expect((await ask()).ready).toBe(true);
});

test('why the store is away is for the log alone, which is told once, and again when it is back', async () => {
  const { ask, state, logged } = parts();
  state.ping = async () => {
    throw new Error('password authentication failed for user "kim"');
  };
  const away = { ready: false, text: 'store: cannot be reached\ndiscord: ok\nslack: ok\n' };
  expect([await ask(), await ask()]).toEqual([away, away]);
  const fields = { store: 'cannot be reached', discord: 'ok', slack: 'ok' };
  const reason = 'password authentication failed for user "kim"';
  expect(logged).toEqual([{ fields: { ...fields, reason }, message: 'not ready' }]);
  state.ping = async () => {};
  expect((await ask()).ready).toBe(true);
  expect(logged.at(-1)).toEqual({ fields: {}, message: 'ready again' });
});

test('a store that hangs is asked one question, however many ask, and nobody waits for it', async () => {
  const { ask, state } = parts();
  const hanging = Promise.withResolvers<void>();
  state.ping = () => hanging.promise;
  const all = await Promise.all(Array.from({ length: 50 }, ask));
  for (const { ready, text } of all)
    expect({ ready, text }).toEqual({ ready: false, text: 'store: does not answer\ndiscord: ok\nslack: ok\n' });
  expect(state.pings).toBe(1);
  hanging.resolve();
  await hanging.promise;
  state.ping = async () => {};
  expect((await ask()).ready).toBe(true);
});
