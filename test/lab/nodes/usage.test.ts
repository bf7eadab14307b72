import { expect, test } from 'vitest';
import { PODS } from '../../../src/lab/kinds/core.ts';
import { createRoom, podOf } from './support.ts';

test('usage: idle at first, then the load that is spread over Pods, as far as their limits let it', async () => {
  const room = await createRoom({ busy: { begin: (machine) => machine.work(400) } });
  for (const name of ['a', 'b']) room.make(podOf(name, { resources: { limits: { cpu: '300m' } } }));
  room.make(podOf('busy', { image: 'busy' }));
  await room.turn(2);
  const seen = (name: string) => room.nodes.runtime.usage(room.pod(name))?.[0]?.millicores;
  expect(seen('a')).toBeUndefined();
  await room.turn(30);
  expect(seen('a')).toBe(1);
  expect(seen('busy')).toBe(400);
  const pods = () => room.store.list(PODS).filter(({ metadata }) => metadata.name.length === 1);
  room.nodes.load(pods, 400);
  expect(seen('a')).toBe(1);
  await room.turn(30);
  expect([seen('a'), seen('b')]).toEqual([200, 200]);
  room.remove('pods', 'b');
  await room.turn(31);
  expect(seen('a')).toBe(300);
  room.nodes.load(pods, 0);
  await room.turn(31);
  expect(seen('a')).toBe(1);
});
