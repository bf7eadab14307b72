import { expect, test } from 'vitest';
import { KINDS } from '../../../src/lab/kinds/kinds.ts';
import { DEPLOYMENTS, openApi, web } from './support.ts';

const CORE = '/api/v1/namespaces/default';
const named = (name: string, rest: object) => ({ metadata: { name }, ...rest });
const pod = (container: object, spec: object = {}) =>
  named('p', { spec: { containers: [{ name: 'a', image: 'nginx', ...container }], ...spec } });
const template = (spec: object) => ({
  metadata: { labels: { app: 'web' } },
  spec: { containers: [{ name: 'a', image: 'nginx' }], ...spec },
});

test.each([
  ['pods', pod({ image: '' }), 'spec.containers[0].image: Required value'],
  ['pods', pod({ name: 'A' }), 'spec.containers[0].name: Invalid value: "A": a lowercase RFC 1123 label'],
  [
    'pods',
    pod({ volumeMounts: [{ name: 'v', mountPath: '/v' }] }),
    'spec.containers[0].volumeMounts[0].name: Not found: "v"',
  ],
  [
    'pods',
    pod({ imagePullPolicy: 'Often' }),
    'Unsupported value: "Often": supported values: "Always", "IfNotPresent", "Never"',
  ],
  [
    'pods',
    pod({ ports: [{ containerPort: 70000 }] }),
    'containerPort: Invalid value: 70000: must be between 1 and 65535, inclusive',
  ],
  [
    'pods',
    pod({ resources: { requests: { cpu: 2 }, limits: { cpu: '500m' } } }),
    'spec.containers[0].resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 500m',
  ],
  [
    'pods',
    pod({ livenessProbe: { periodSeconds: 5 } }),
    'spec.containers[0].livenessProbe: Required value: must specify a handler type',
  ],
  [
    'pods',
    pod({ livenessProbe: { successThreshold: 2, exec: { command: ['a'] } } }),
    'spec.containers[0].livenessProbe.successThreshold: Invalid value: 2: must be 1',
  ],
  [
    'pods',
    pod({ env: [{ name: 'L', valueFrom: { fieldRef: { fieldPath: 'metadata.labels' } } }] }),
    'spec.containers[0].env[0].valueFrom.fieldRef.fieldPath: Unsupported value: "metadata.labels": supported values: "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName", "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs"',
  ],
  [
    'pods',
    pod({ env: [{ name: 'L', valueFrom: { resourceFieldRef: { resource: 'limits.disk' } } }] }),
    'resourceFieldRef.resource: Unsupported value: "limits.disk": supported values: "limits.cpu", "limits.ephemeral-storage", "limits.memory", "requests.cpu"',
  ],
  [
    'pods',
    pod(
      {},
      { volumes: [{ name: 'v', downwardAPI: { items: [{ path: 'n', fieldRef: { fieldPath: 'spec.nodeName' } }] } }] },
    ),
    'spec.volumes[0].downwardAPI.items[0].fieldRef.fieldPath: Unsupported value: "spec.nodeName": supported values: "metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid"',
  ],
  ['pods', pod({}, { volumes: [{ name: 'v' }, { name: 'v' }] }), 'spec.volumes[1].name: Duplicate value: "v"'],
  [
    'pods',
    pod({}, { tolerations: [{ key: 'a', effect: 'NoSchedule', tolerationSeconds: 3 }] }),
    'spec.tolerations[0].effect: Invalid value: "NoSchedule": effect must be \'NoExecute\' when `tolerationSeconds` is set',
  ],
  ['services', named('s', { spec: {} }), 'spec.ports: Required value'],
  ['services', named('s', { spec: { ports: [{ port: 1 }, { port: 2 }] } }), 'spec.ports[1].name: Required value'],
  ['services', named('S', { spec: { ports: [{ port: 1 }] } }), 'metadata.name: Invalid value: "S": a DNS-1035 label'],
  ['services', named('s', { spec: { type: 'ExternalName' } }), 'spec.externalName: Required value'],
  [
    'services',
    named('s', { spec: { ports: [{ port: 1, nodePort: 30_000 }] } }),
    "spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'",
  ],
  ['configmaps', named('c', { data: { 'a b': '' } }), 'data[a b]: Invalid value: "a b": a valid config key'],
  ['secrets', named('s', { type: 'kubernetes.io/tls' }), 'data[tls.crt]: Required value'],
  ['secrets', named('s', { data: { a: '%' } }), 'illegal base64 data at input byte 0'],
  [
    'persistentvolumeclaims',
    named('c', { spec: {} }),
    'spec.accessModes: Required value: at least 1 access mode is required',
  ],
])('%s: %j', (plural, body, words) => {
  const { ask } = openApi();
  expect(ask('POST', `${CORE}/${plural}`, body).body.message).toContain(words);
});

test.each([
  [web({ replicas: -1 }), 'spec.replicas: Invalid value: -1: must be greater than or equal to 0'],
  [web({ template: template({ restartPolicy: 'Never' }) }), 'Unsupported value: "Never": supported values: "Always"'],
  [
    web({ strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: '0%' } } }),
    'spec.strategy.rollingUpdate.maxUnavailable: Invalid value: "0%": may not be 0 when `maxSurge` is 0',
  ],
  [
    web({ progressDeadlineSeconds: 5, minReadySeconds: 9 }),
    'spec.progressDeadlineSeconds: Invalid value: 5: must be greater than minReadySeconds',
  ],
])('A Deployment: %j', (body, words) => {
  const { ask } = openApi();
  expect(ask('POST', DEPLOYMENTS, body).body.message).toContain(words);
});

test('Of a Job the template stays; its Pods end', () => {
  const { ask } = openApi();
  const jobs = '/apis/batch/v1/namespaces/default/jobs';
  expect(ask('POST', jobs, named('j', { spec: { template: template({}) } })).body.message).toContain(
    'spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"',
  );
  expect(ask('POST', jobs, named('j', { spec: { template: template({ restartPolicy: 'Never' }) } })).status).toBe(201);
  const patch = { spec: { template: { spec: { restartPolicy: 'OnFailure' } } } };
  expect(ask('PATCH', `${jobs}/j`, patch, 'application/merge-patch+json').body.message).toMatch(
    /spec\.template: Invalid value: .+: field is immutable$/,
  );
});

test('A schedule that cannot be read, an autoscaler that is upside down, a path without a type', () => {
  const { ask } = openApi();
  const jobTemplate = { spec: { template: template({ restartPolicy: 'Never' }) } };
  const said = (path: string, body: object) => ask('POST', path, body).body.message;
  expect(
    said('/apis/batch/v1/namespaces/default/cronjobs', named('c', { spec: { schedule: 'x', jobTemplate } })),
  ).toContain('spec.schedule: Invalid value: "x": expected exactly 5 fields, found 1: [x]');
  const scaleTargetRef = { kind: 'Deployment', name: 'web', apiVersion: 'apps/v1' };
  expect(
    said(
      '/apis/autoscaling/v2/namespaces/default/horizontalpodautoscalers',
      named('h', { spec: { scaleTargetRef, minReplicas: 5, maxReplicas: 2 } }),
    ),
  ).toContain('spec.maxReplicas: Invalid value: 2: must be greater than or equal to `minReplicas`');
  const backend = { service: { name: 'web', port: { number: 80 } } };
  expect(
    said(
      '/apis/networking.k8s.io/v1/namespaces/default/ingresses',
      named('i', { spec: { rules: [{ http: { paths: [{ path: '/', backend }] } }] } }),
    ),
  ).toContain('spec.rules[0].http.paths[0].pathType: Required value: pathType must be specified');
});

test('A body of nothing but mistakes is answered shortly', () => {
  const { ask } = openApi();
  const labels = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`a ${i}`, '']));
  expect(
    String(ask('POST', `${CORE}/configmaps`, { metadata: { name: 'c', labels } }).body.message).length,
  ).toBeLessThan(20_000);
  expect(ask('POST', `${CORE}/configmaps`, `${'['.repeat(5000)}${']'.repeat(5000)}`).body.message).toBe(
    'exceeded max depth',
  );
});

test('What is made to grow without end is refused, or told shortly', () => {
  const { ask } = openApi();
  ask('POST', `${CORE}/configmaps`, named('c', { data: { a: 'x' } }));
  const doubling = Array.from({ length: 40 }, (_, i) => ({ op: 'copy', from: '', path: `/data/b${i}` }));
  expect(ask('PATCH', `${CORE}/configmaps/c`, doubling, 'application/json-patch+json').status).toBe(422);
  const many = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`k${i}`, i]));
  const said = ask(
    'POST',
    `${CORE}/pods?fieldValidation=Strict`,
    named('p', { spec: { ['s'.repeat(9000)]: 1, ...many } }),
  );
  expect(String(said.body.message).length).toBeLessThan(20_000);
  const digits = pod({ resources: { limits: { memory: `${'1'.repeat(200_000)}%` } } });
  expect(ask('POST', `${CORE}/pods`, digits).status).toBe(400);
});

test('A body of nothing is refused, or kept, and never a bug', () => {
  const { ask } = openApi();
  const bodies = [
    {},
    { metadata: {} },
    named('x', {}),
    named('x', { spec: null }),
    named('x', { spec: { template: {} } }),
  ];
  for (const row of KINDS)
    for (const body of bodies) {
      const root = row.group === '' ? '/api/v1' : `/apis/${row.group}/${row.version}`;
      const within = row.namespaced ? '/namespaces/default' : '';
      const { status } = ask('POST', `${root}${within}/${row.plural}`, body);
      expect([row.kind, status < 500]).toEqual([row.kind, true]);
    }
});
