import { expect, test } from 'vitest';
import { itself, runControllers } from '../../../src/lab/engine/controller.ts';
import { createStore } from '../../../src/lab/engine/store.ts';
import { CONFIGMAPS } from '../../../src/lab/kinds/core.ts';

test('a controller that never comes to rest is slowed down', () => {
  let now = 0;
  let due: { at: number; call: () => void }[] = [];
  const clock = {
    now: () => now,
    after(ms: number, call: () => void) {
      const one = { at: now + ms, call };
      due.push(one);
      return () => {
        due = due.filter((other) => other !== one);
      };
    },
  };
  const store = createStore({ now: clock.now, uid: () => 'a' });
  let looks = 0;
  const restless = {
    ...{ name: 'restless', watches: [itself(CONFIGMAPS)] },
    reconcile(): undefined {
      store.edit(CONFIGMAPS, { namespace: 'default', name: 'a' }, (draft) => {
        draft.data = { looks: `${++looks}` };
      });
    },
  };
  runControllers([restless], { store, clock, failed: (error) => expect.fail(String(error)) });
  store.create(CONFIGMAPS, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace: 'default', name: 'a' } });
  for (let i = 0; i < 5000; i++) {
    const next = due.toSorted((one, other) => one.at - other.at)[0];
    if (next === undefined || next.at > 1500) break;
    due = due.filter((one) => one !== next);
    now = next.at;
    next.call();
  }
  expect(now).toBeGreaterThanOrEqual(1000);
  expect(looks).toBeGreaterThan(1000);
});
