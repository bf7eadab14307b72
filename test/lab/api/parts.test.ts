import { expect, test } from 'vitest';
import { isLeaving } from '../../../src/lab/engine/object.ts';
import { PODS } from '../../../src/lab/kinds/core.ts';
import { AUTOSCALERS, DEPLOYMENTS, DISRUPTION_BUDGETS } from '../../../src/lab/kinds/workloads.ts';
import { createRoom, RUNNING } from './reading-room.ts';

const HERE = { namespace: 'default', name: 'web' };
const APPS = '/apis/apps/v1/namespaces/default/deployments';

function withDeployment() {
  const room = createRoom();
  room.lab.store.create(DEPLOYMENTS, {
    ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: HERE },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'c', image: 'nginx' }] } },
    },
    status: { replicas: 2 },
  });
  return room;
}

test('a scale is read and changed', () => {
  const { ask, lab } = withDeployment();
  const scale = ask('GET', `${APPS}/web/scale`).body;
  expect(scale).toMatchObject({
    ...{ kind: 'Scale', apiVersion: 'autoscaling/v1', spec: { replicas: 2 } },
    status: { replicas: 2, selector: 'app=web' },
  });
  const headers = { 'content-type': 'application/merge-patch+json' };
  expect(ask('PATCH', `${APPS}/web/scale`, { body: { spec: { replicas: 5 } }, headers }).status).toBe(200);
  expect(lab.store.get(DEPLOYMENTS, HERE)?.spec.replicas).toBe(5);
  // What was read before is too old by now.
  expect(ask('PUT', `${APPS}/web/scale`, { body: { ...scale, spec: { replicas: 1 } } }).status).toBe(409);
  expect(ask('PATCH', `${APPS}/web/scale`, { body: { spec: { replicas: -1 } }, headers }).body.message).toBe(
    'Scale.autoscaling "web" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0',
  );
  expect(ask('GET', `${APPS}/none/scale`).body.message).toBe('deployments.apps "none" not found');
});

test('a Pod is evicted where its budget allows that', () => {
  const { ask, lab, makePod } = createRoom();
  makePod('one', RUNNING);
  makePod('two', RUNNING);
  lab.store.create(DISRUPTION_BUDGETS, {
    ...{ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: HERE },
    spec: { minAvailable: 1, selector: { matchLabels: { app: 'web' } } },
    status: { observedGeneration: 1, disruptionsAllowed: 1, currentHealthy: 2, desiredHealthy: 1, expectedPods: 2 },
  });
  const evict = (name: string) =>
    ask('POST', `/api/v1/namespaces/default/pods/${name}/eviction`, {
      body: { kind: 'Eviction', apiVersion: 'policy/v1', metadata: { name }, deleteOptions: { gracePeriodSeconds: 5 } },
    });
  expect(evict('one')).toMatchObject({ status: 201, body: { status: 'Success' } });
  const gone = lab.store.get(PODS, { namespace: 'default', name: 'one' });
  expect(gone && isLeaving(gone)).toBe(true);
  expect(gone?.status.conditions).toContainEqual(expect.objectContaining({ type: 'DisruptionTarget', status: 'True' }));
  expect(evict('two')).toMatchObject({
    status: 429,
    body: {
      reason: 'TooManyRequests',
      message: "Cannot evict pod as it would violate the pod's disruption budget.",
      details: { causes: [{ reason: 'DisruptionBudget' }] },
    },
  });
  expect(evict('none').status).toBe(404);
});

test('a Pod is placed on a node, once', () => {
  const { ask, lab, makePod } = createRoom();
  makePod('web', {}, { nodeName: '' });
  const bind = () =>
    ask('POST', '/api/v1/namespaces/default/pods/web/binding', { body: { target: { kind: 'Node', name: 'node-3' } } });
  expect(bind().status).toBe(201);
  expect(lab.store.get(PODS, HERE)?.spec.nodeName).toBe('node-3');
  expect(bind().body.message).toContain('pod web is already assigned to node "node-3"');
});

test('an autoscaler is written and read in its older version', () => {
  const { ask, lab } = createRoom();
  const path = '/apis/autoscaling/v1/namespaces/default/horizontalpodautoscalers';
  const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
  const body = {
    ...{ apiVersion: 'autoscaling/v1', kind: 'HorizontalPodAutoscaler', metadata: { name: 'web' } },
    spec: { scaleTargetRef, minReplicas: 1, maxReplicas: 3, targetCPUUtilizationPercentage: 50 },
  };
  expect(ask('POST', path, { body })).toMatchObject({
    status: 201,
    body: { apiVersion: 'autoscaling/v1', spec: { targetCPUUtilizationPercentage: 50 } },
  });
  expect(lab.store.get(AUTOSCALERS, HERE)).toMatchObject({
    apiVersion: 'autoscaling/v2',
    spec: { metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { averageUtilization: 50 } } }] },
  });
  expect(ask('GET', path).body).toMatchObject({
    ...{ kind: 'HorizontalPodAutoscalerList', apiVersion: 'autoscaling/v1' },
    items: [{ spec: { maxReplicas: 3, targetCPUUtilizationPercentage: 50 } }],
  });
  const headers = { 'content-type': 'application/merge-patch+json' };
  ask('PATCH', `${path}/web`, { body: { spec: { targetCPUUtilizationPercentage: 80 } }, headers });
  expect(ask('GET', `${path}/web`).body).toMatchObject({ spec: { targetCPUUtilizationPercentage: 80 } });
});

test('what Pods and nodes take just now', () => {
  const { ask, makePod, usage } = createRoom();
  makePod('web', RUNNING);
  makePod('quiet', RUNNING);
  usage.set('web', [{ container: 'c', millicores: 250, bytes: 64 * 2 ** 20 }]);
  const path = '/apis/metrics.k8s.io/v1beta1';
  expect(ask('GET', `${path}/namespaces/default/pods`).body).toMatchObject({
    kind: 'PodMetricsList',
    items: [
      { metadata: { name: 'web' }, containers: [{ name: 'c', usage: { cpu: '250000000n', memory: '65536Ki' } }] },
    ],
  });
  expect(ask('GET', `${path}/namespaces/default/pods/quiet`).body.message).toBe(
    'podmetrics.metrics.k8s.io "default/quiet" not found',
  );
  const { items } = ask('GET', `${path}/nodes`).body as unknown as {
    items: { metadata: { name: string }; usage: { cpu: string } }[];
  };
  const cpu = new Map(items.map((one) => [one.metadata.name, Number.parseInt(one.usage.cpu, 10)]));
  expect(Number(cpu.get('node-2')) - Number(cpu.get('node-3'))).toBe(250_000_000);
});

test('a field selector knows the fields of its kind, and refuses others', () => {
  const { ask, makePod } = createRoom();
  makePod('web', RUNNING);
  makePod('other', RUNNING, { nodeName: 'node-3' });
  const names = (selector: string) => {
    const { items } = ask('GET', `/api/v1/pods?fieldSelector=${encodeURIComponent(selector)}`).body as unknown as {
      items?: { metadata: { name: string } }[];
    };
    return items?.map(({ metadata }) => metadata.name);
  };
  expect(names('spec.nodeName=node-2')).toEqual(['web']);
  expect(names('spec.nodeName!=node-2,status.phase=Running')).toEqual(['other']);
  expect(ask('GET', '/api/v1/pods?fieldSelector=spec.image=x').body.message).toBe(
    'field label not supported: spec.image',
  );
});
