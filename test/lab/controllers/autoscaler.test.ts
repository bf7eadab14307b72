import { expect, test } from 'vitest';
import { calculate } from '../../../src/lab/controllers/autoscaler/calculate.ts';
import type { HorizontalPodAutoscaler, Pod } from '../../../src/lab/kinds/types.ts';
import { AUTOSCALERS, DEPLOYMENTS, DISRUPTION_BUDGETS } from '../../../src/lab/kinds/workloads.ts';
import { type Controlled, createControlled, named, templateOf } from './support.ts';

function begin(
  lab: Controlled,
  spec: Partial<HorizontalPodAutoscaler['spec']> = {},
  resources: object = { requests: { cpu: '200m' } },
): void {
  lab.make(DEPLOYMENTS, {
    metadata: named('web'),
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: 'web' } },
      template: templateOf('web', 'nginx:1.27', resources),
    },
  });
  lab.make(AUTOSCALERS, {
    metadata: named('web'),
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      ...{ minReplicas: 1, maxReplicas: 10 },
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } } },
      ],
      ...spec,
    },
  });
}
/** All Pods share so many millicores. */
const load = (lab: Controlled, millicores: number): void =>
  lab.usage((pod) => {
    const share = millicores / Math.max(1, lab.pods('web').filter(({ status }) => status.phase === 'Running').length);
    return pod.status.phase === 'Running' ? [{ container: 'web', millicores: share, bytes: 0 }] : undefined;
  });
const size = ({ store }: Controlled) => store.get(DEPLOYMENTS, named('web'))?.spec.replicas;
const status = ({ store }: Controlled) => store.get(AUTOSCALERS, named('web'))?.status;
const said = (lab: Controlled, type: string) => {
  const found = status(lab)?.conditions?.find((one) => one.type === type);
  return `${found?.status} ${found?.reason}`;
};

test('load has an autoscaler add Pods at once, and take them away after five quiet minutes', () => {
  const lab = createControlled();
  load(lab, 20);
  begin(lab);
  lab.turn(40);
  expect(status(lab)?.currentMetrics?.[0]?.resource?.current).toEqual({ averageUtilization: 10, averageValue: '20m' });
  expect([size(lab), said(lab, 'ScalingLimited')]).toEqual([1, 'False DesiredWithinRange']);
  load(lab, 500);
  lab.turn(15);
  // 250 % of one request at a target of 50 % asks for five; four are allowed at once.
  expect([size(lab), said(lab, 'ScalingLimited')]).toEqual([4, 'True ScaleUpLimit']);
  expect(lab.events('web')).toContain(
    'Normal SuccessfulRescale New size: 4; reason: cpu resource utilization (percentage of request) above target',
  );
  lab.turn(90);
  expect(size(lab)).toBe(5);
  load(lab, 20);
  lab.turn(200);
  expect([size(lab), said(lab, 'AbleToScale')]).toEqual([5, 'True ScaleDownStabilized']);
  lab.turn(130);
  expect(size(lab)).toBe(1);
  expect(lab.events('web')).toContain('Normal SuccessfulRescale New size: 1; reason: All metrics below target');
});

test('policies say how fast, windows how soon', () => {
  const lab = createControlled();
  load(lab, 2000);
  begin(lab, {
    behavior: {
      scaleUp: {
        stabilizationWindowSeconds: 0,
        selectPolicy: 'Max',
        policies: [{ type: 'Pods', value: 2, periodSeconds: 60 }],
      },
      scaleDown: {
        stabilizationWindowSeconds: 30,
        selectPolicy: 'Max',
        policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }],
      },
    },
  });
  lab.turn(40);
  expect(size(lab)).toBe(3);
  lab.turn(60);
  expect(size(lab)).toBe(5);
  load(lab, 0);
  lab.turn(50);
  expect([size(lab), said(lab, 'ScalingLimited')]).toEqual([4, 'True ScaleDownLimit']);
});

test('without requests or measures an autoscaler says what it lacks', () => {
  const lab = createControlled();
  begin(lab, {}, {});
  lab.turn(16);
  expect(lab.events('web').at(-1)).toBe(
    'Warning FailedComputeMetricsReplicas invalid metrics (1 invalid out of 1), first error is: failed to get cpu resource metric value: failed to get cpu utilization: unable to get metrics for resource cpu: no metrics returned from resource metrics API',
  );
  load(lab, 100);
  lab.turn(30);
  const pod = lab.pods('web')[0]?.metadata.name;
  expect(lab.events('web')).toContain(
    `Warning FailedGetResourceMetric failed to get cpu utilization: missing request for cpu in container web of Pod ${pod}`,
  );
  expect(said(lab, 'ScalingActive')).toBe('False FailedGetResourceMetric');
});

test('Pods that are not ready or not measured hold back what others ask for', () => {
  const now = Date.parse('2026-03-02T02:00:00Z');
  const pod = (name: string, ready: 'True' | 'False'): Pod => ({
    ...{ apiVersion: 'v1', kind: 'Pod' },
    metadata: { name, uid: name, resourceVersion: '1', creationTimestamp: '' },
    spec: { containers: [{ name: 'web', resources: { requests: { cpu: '100m' } } }] },
    status: {
      ...{ phase: 'Running', startTime: '2026-03-02T01:59:00Z' },
      conditions: [{ type: 'Ready', status: ready, lastTransitionTime: '2026-03-02T01:59:01Z' }],
    },
  });
  const metric = { resource: 'cpu', target: { utilization: 50 } };
  const asks = (pods: Pod[], usages: Record<string, number>) =>
    calculate(metric, {
      ...{ pods, now, current: pods.length },
      usage: ({ metadata: { name } }) =>
        usages[name] === undefined ? undefined : [{ container: 'web', millicores: usages[name], bytes: 0 }],
    });
  const [one, other, third] = [pod('a', 'True'), pod('b', 'True'), pod('c', 'False')];
  expect(asks([one, other], { a: 100, b: 100 })).toMatchObject({ replicas: 4, utilization: 100 });
  // Within a tenth of the target nothing is done.
  expect(asks([one, other], { a: 54, b: 54 })).toMatchObject({ replicas: 2 });
  expect(asks([one, other, third], { a: 100, b: 100, c: 100 })).toMatchObject({ replicas: 4 });
  expect(asks([one, other], { a: 10 })).toMatchObject({ replicas: 2 });
});

test('a budget counts how many Pods may go', () => {
  const lab = createControlled();
  begin(lab, { minReplicas: 3 });
  lab.make(DISRUPTION_BUDGETS, {
    metadata: named('web'),
    spec: { selector: { matchLabels: { app: 'web' } }, maxUnavailable: '34%' },
  });
  lab.turn(20);
  expect(lab.store.get(DISRUPTION_BUDGETS, named('web'))?.status).toMatchObject({
    ...{ expectedPods: 3, currentHealthy: 3, desiredHealthy: 1, disruptionsAllowed: 2 },
  });
  lab.fate(({ metadata }) => (metadata.name === lab.pods('web')[0]?.metadata.name ? 'unready' : 'ready'));
  expect(lab.store.get(DISRUPTION_BUDGETS, named('web'))?.status.disruptionsAllowed).toBe(2);
  lab.turn(1);
  expect(lab.store.get(DISRUPTION_BUDGETS, named('web'))?.status.disruptionsAllowed).toBe(1);
});
