import { expect, test } from 'vitest';
import { conditionOf, createRoom, first, podOf } from './support.ts';

test('a Pod is placed, pulled, started, ready, and leaves within its grace', async () => {
  const room = await createRoom();
  room.make(podOf('web'));
  await room.turn(2);
  const pod = room.pod('web');
  expect(pod.spec.nodeName).toMatch(/^node-[123]$/);
  expect(pod.status.phase).toBe('Running');
  expect(pod.status.podIP).toMatch(/^10\.244\.[012]\.\d+$/);
  expect(conditionOf(pod, 'Ready')?.status).toBe('True');
  expect(room.events('web').map((one) => one.replace(/\d+ms/g, 'T'))).toEqual([
    `Normal Scheduled Successfully assigned default/web to ${pod.spec.nodeName}`,
    'Normal Pulling Pulling image "server"',
    'Normal Pulled Successfully pulled image "server" in T (T including waiting). Image size: 30000000 bytes.',
    'Normal Created Created container: main',
    'Normal Started Started container main',
  ]);
  room.remove('pods', 'web');
  await room.turn(1);
  expect(room.find('web')).toBeUndefined();
  expect(room.events('web').at(-1)).toBe('Normal Killing Stopping container main');
});

test('a container that crashes is started again, later each time', async () => {
  const room = await createRoom();
  room.make(podOf('bad', { image: 'crasher' }));
  await room.turn(9);
  const pod = room.pod('bad');
  expect(first(pod)).toMatchObject({
    ...{ restartCount: 1, ready: false },
    state: { waiting: { reason: 'CrashLoopBackOff' } },
    lastState: { terminated: { exitCode: 1, reason: 'Error' } },
  });
  expect(first(pod).state.waiting?.message).toBe(
    `back-off 10s restarting failed container=main pod=bad_default(${pod.metadata.uid})`,
  );
  expect(pod.status.phase).toBe('Running');
  await room.turn(12);
  expect(first(room.pod('bad'))).toMatchObject({ restartCount: 2 });
  expect(first(room.pod('bad')).state.waiting?.message).toMatch(/^back-off 20s /);
  expect(room.nodes.runtime.logs(room.pod('bad'), 'main', true)?.map(({ text }) => text)).toEqual(['going down']);
});
