import { expect, test } from 'vitest';
import { humanDuration } from '../../../src/lab/kinds/columns/ages.ts';
import { AUTOSCALER_COLUMNS } from '../../../src/lab/kinds/columns/autoscalers.ts';
import { toldOf } from '../../../src/lab/kinds/columns/pods.ts';
import { fewOf, selectorWords } from '../../../src/lab/kinds/columns/words.ts';
import type { ContainerState, ContainerStatus, Pod, PodStatus } from '../../../src/lab/kinds/types.ts';

const status = (state: ContainerState, more: Partial<ContainerStatus> = {}): ContainerStatus => ({
  ...{ name: 'c', state, lastState: {}, ready: false, restartCount: 0, image: 'x', imageID: 'x' },
  ...more,
});
const running = { running: { startedAt: '2026-01-01T00:00:00Z' } };
const ended = (exitCode: number, reason?: string) => ({
  terminated: { exitCode, ...(reason === undefined ? {} : { reason }) },
});

function pod(told: Partial<PodStatus>, { init = [] as string[], isLeaving = false } = {}): Pod {
  return {
    ...{ apiVersion: 'v1', kind: 'Pod' },
    metadata: {
      ...{ name: 'p', namespace: 'default', uid: 'u', resourceVersion: '1', creationTimestamp: '2026-01-01T00:00:00Z' },
      ...(isLeaving ? { deletionTimestamp: '2026-01-01T00:00:30Z' } : {}),
    },
    spec: {
      containers: [{ name: 'c', image: 'x' }],
      initContainers: init.map((name) => ({
        name,
        image: 'x',
        ...(name === 'side' ? { restartPolicy: 'Always' } : {}),
      })),
    },
    status: told,
  };
}

test.each<[string, Pod, string]>([
  ['a Pod without a node', pod({ phase: 'Pending' }), '0/1 Pending'],
  [
    'one that is being made',
    pod({ containerStatuses: [status({ waiting: { reason: 'ContainerCreating' } })] }),
    '0/1 ContainerCreating',
  ],
  ['one that runs', pod({ phase: 'Running', containerStatuses: [status(running, { ready: true })] }), '1/1 Running'],
  ['one that is not ready', pod({ phase: 'Running', containerStatuses: [status(running)] }), '0/1 Running'],
  [
    'one that crashes',
    pod({
      phase: 'Running',
      containerStatuses: [status({ waiting: { reason: 'CrashLoopBackOff' } }, { restartCount: 3 })],
    }),
    '0/1 CrashLoopBackOff',
  ],
  [
    'one that has done its work',
    pod({ phase: 'Succeeded', containerStatuses: [status(ended(0, 'Completed'))] }),
    '0/1 Completed',
  ],
  [
    'one that failed without a reason',
    pod({ phase: 'Failed', containerStatuses: [status(ended(137))] }),
    '0/1 ExitCode:137',
  ],
  ['one that was evicted', pod({ phase: 'Failed', reason: 'Evicted' }), '0/1 Evicted'],
  [
    'one that goes',
    pod({ phase: 'Running', containerStatuses: [status(running, { ready: true })] }, { isLeaving: true }),
    '1/1 Terminating',
  ],
  [
    'one whose first init container runs',
    pod({ phase: 'Pending', initContainerStatuses: [status(running, { name: 'a' })] }, { init: ['a', 'b'] }),
    '0/1 Init:0/2',
  ],
  [
    'one whose second init container crashes',
    pod(
      {
        phase: 'Pending',
        initContainerStatuses: [
          status(ended(0), { name: 'a' }),
          status({ waiting: { reason: 'CrashLoopBackOff' } }, { name: 'b' }),
        ],
      },
      { init: ['a', 'b'] },
    ),
    '0/1 Init:CrashLoopBackOff',
  ],
  [
    'one whose init container failed',
    pod({ phase: 'Pending', initContainerStatuses: [status(ended(1, 'Error'), { name: 'a' })] }, { init: ['a'] }),
    '0/1 Init:Error',
  ],
  [
    'one with a sidecar',
    pod(
      {
        phase: 'Running',
        initContainerStatuses: [status(running, { name: 'side', started: true, ready: true })],
        containerStatuses: [status(running, { ready: true })],
      },
      { init: ['side'] },
    ),
    '2/2 Running',
  ],
])('%s', (_, one, words) => {
  const { ready, total, status: is } = toldOf(one);
  expect(`${ready}/${total} ${is}`).toBe(words);
});

test('restarts are counted, with the time of the last one', () => {
  const lastState = { terminated: { exitCode: 1, finishedAt: '2026-01-01T00:00:10Z' } };
  const one = pod({
    phase: 'Running',
    containerStatuses: [status(running, { ready: true, restartCount: 3, lastState })],
  });
  expect(toldOf(one)).toMatchObject({ restarts: 3, restartedAt: '2026-01-01T00:00:10Z' });
});

test.each([
  [-5000, '<invalid>'],
  [0, '0s'],
  [119_000, '119s'],
  [200_000, '3m20s'],
  [600_000, '10m'],
  [3 * 3600_000 + 60_000, '3h1m'],
  [50 * 3600_000, '2d2h'],
  [400 * 86_400_000, '400d'],
])('%d ms is %s', (ms, words) => {
  expect(humanDuration(ms)).toBe(words);
});

test('an autoscaler tells what is and what is wanted', () => {
  const targets = AUTOSCALER_COLUMNS.find(({ name }) => name === 'Targets');
  const target = { type: 'Utilization', averageUtilization: 50 } as const;
  const spec = {
    ...{ scaleTargetRef: { kind: 'Deployment', name: 'web' }, maxReplicas: 3 },
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }],
  };
  const { metadata } = pod({});
  const hpa = { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata, spec };
  expect(targets?.cell({ ...hpa, status: { desiredReplicas: 0 } }, 0)).toBe('cpu: <unknown>/50%');
  const currentMetrics = [{ type: 'Resource', resource: { name: 'cpu', current: { averageUtilization: 12 } } }];
  expect(targets?.cell({ ...hpa, status: { desiredReplicas: 1, currentMetrics } }, 0)).toBe('cpu: 12%/50%');
});

test('selectors and long lists', () => {
  const matchExpressions = [{ key: 'tier', operator: 'In', values: ['b', 'a'] } as const].map((one) => ({
    ...one,
    values: [...one.values],
  }));
  expect(selectorWords({ matchLabels: { app: 'web' }, matchExpressions })).toBe('app=web,tier in (a,b)');
  expect(selectorWords({})).toBe('<none>');
  expect(fewOf(['a', 'b', 'c', 'd', 'e'], 3)).toBe('a,b,c + 2 more...');
});
