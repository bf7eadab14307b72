import { expect, test } from 'vitest';
import { APPLY, at, DEPLOYMENTS, JSON_PATCH, MERGE, openApi, SMP, web } from './support.ts';

const WEB = `${DEPLOYMENTS}/web`;

test('Defaults are filled in as the API server fills them in', () => {
  const { ask } = openApi();
  const { status, body } = ask('POST', DEPLOYMENTS, web());
  expect(status).toBe(201);
  expect(at(body, 'spec.strategy')).toEqual({
    type: 'RollingUpdate',
    rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
  });
  expect(at(body, 'spec.template.spec.containers.0')).toEqual({
    ...{ name: 'nginx', image: 'nginx:1.25', imagePullPolicy: 'IfNotPresent', resources: {} },
    ...{ terminationMessagePath: '/dev/termination-log', terminationMessagePolicy: 'File' },
  });
});

test('An unknown field is refused, told or let be, as the client asks', () => {
  const { ask } = openApi();
  const wrong = web({ replica: 3 });
  const strict = ask('POST', `${DEPLOYMENTS}?fieldValidation=Strict`, wrong);
  expect(strict.status).toBe(400);
  expect(strict.body.message).toBe(
    'Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: unknown field "spec.replica"',
  );
  expect(ask('POST', `${DEPLOYMENTS}?dryRun=All`, wrong).warning).toBe('299 - "unknown field \\"spec.replica\\""');
  expect(ask('POST', `${DEPLOYMENTS}?fieldValidation=Ignore`, wrong).warning).toBeUndefined();
  expect(at(ask('GET', WEB).body, 'spec.replica')).toBeUndefined();
});

test('A field that stands twice is told by its path', () => {
  const { ask } = openApi();
  const twice = '{"metadata":{"name":"c"},"data":{"a":"1","b":"\\"{","a":"2"}}';
  const { body } = ask('POST', '/api/v1/namespaces/default/configmaps?fieldValidation=Strict', twice);
  expect(body.message).toContain('strict decoding error: duplicate field "data.a"');
});

test.each([
  [{ replicas: 'two' }, 'cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32'],
  [
    { template: [] },
    'cannot unmarshal array into Go struct field DeploymentSpec.spec.template of type v1.PodTemplateSpec',
  ],
  [
    { template: { spec: { containers: [{ env: [{ name: 'A', value: 1 }] }] } } },
    'cannot unmarshal number into Go struct field EnvVar.spec.template.spec.containers.env.value of type string',
  ],
  [
    { template: { spec: { containers: [{ resources: { limits: { memory: '64MB' } } }] } } },
    "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
  ],
])('A value of a wrong type is told in the words of the decoder: %j', (more, words) => {
  const { ask } = openApi();
  const { status, body } = ask('POST', DEPLOYMENTS, web(more));
  expect(status).toBe(400);
  expect(body.message).toContain(words);
});

test('What is missing and what does not fit is told at once', () => {
  const { ask } = openApi();
  const { status, body } = ask('POST', DEPLOYMENTS, {
    metadata: { name: 'Web' },
    spec: { selector: { matchLabels: { app: 'x' } }, template: { metadata: { labels: { app: 'y' } }, spec: {} } },
  });
  expect(status).toBe(422);
  expect(at(body, 'details.causes.0.field')).toBe('metadata.name');
  expect(body.message).toContain('spec.template.spec.containers: Required value');
  expect(body.message).toContain(
    'spec.template.metadata.labels: Invalid value: {"app":"y"}: `selector` does not match template `labels`',
  );
});

test('A selector stays as it is', () => {
  const { ask } = openApi();
  ask('POST', DEPLOYMENTS, web());
  const { body } = ask('PATCH', WEB, { spec: { selector: { matchLabels: { tier: 'a' } } } }, SMP);
  expect(body.message).toContain(
    'spec.selector: Invalid value: {"matchLabels":{"app":"web","tier":"a"}}: field is immutable',
  );
});

test('Of a Pod little may change', () => {
  const { ask } = openApi();
  const pod = { metadata: { name: 'p' }, spec: { containers: [{ name: 'a', image: 'nginx' }] } };
  ask('POST', '/api/v1/namespaces/default/pods', pod);
  const path = '/api/v1/namespaces/default/pods/p';
  const image = { spec: { containers: [{ name: 'a', image: 'nginx:2' }] } };
  expect(ask('PATCH', path, image, SMP).status).toBe(200);
  const { body } = ask('PATCH', path, { spec: { restartPolicy: 'Never' } }, SMP);
  expect(body.message).toContain(
    'spec: Forbidden: pod updates may not change fields other than `spec.containers[*].image`',
  );
});

test('Lists are merged by their keys; a directive takes one out, and sets the order', () => {
  const { ask } = openApi();
  ask('POST', DEPLOYMENTS, web());
  const names = (): unknown[] => {
    const list = at(ask('GET', WEB).body, 'spec.template.spec.containers');
    return Array.isArray(list) ? list.map((one) => at(one, 'name')) : [];
  };
  const patch = (spec: object) => ask('PATCH', WEB, { spec: { template: { spec } } }, SMP);
  patch({ containers: [{ name: 'side', image: 'busybox' }] });
  // What a patch adds comes first, as in Kubernetes.
  expect(names()).toEqual(['side', 'nginx']);
  patch({ '$setElementOrder/containers': [{ name: 'nginx' }, { name: 'side' }] });
  expect(names()).toEqual(['nginx', 'side']);
  patch({ containers: [{ name: 'side', $patch: 'delete' }] });
  expect(names()).toEqual(['nginx']);
});

test('A strategy keeps only the keys that a patch retains', () => {
  const { ask } = openApi();
  ask('POST', DEPLOYMENTS, web());
  const wrong = ask('PATCH', WEB, { spec: { strategy: { type: 'Recreate' } } }, SMP);
  expect(wrong.body.message).toContain("may not be specified when strategy `type` is 'Recreate'");
  const right = ask('PATCH', WEB, { spec: { strategy: { $retainKeys: ['type'], type: 'Recreate' } } }, SMP);
  expect(at(right.body, 'spec.strategy')).toEqual({ type: 'Recreate' });
});

test('Two ports of one number are two items', () => {
  const { ask } = openApi();
  const ports = [
    { name: 'tcp', port: 53, protocol: 'TCP' },
    { name: 'udp', port: 53, protocol: 'UDP' },
  ];
  const path = '/api/v1/namespaces/default/services';
  ask('POST', path, { metadata: { name: 'dns' }, spec: { ports, selector: { a: 'b' } } });
  const { body } = ask('PATCH', `${path}/dns`, { spec: { selector: { a: 'c' } } }, SMP);
  expect(at(body, 'spec.ports.1.name')).toBe('udp');
});

test('A merge patch takes out by null; a JSON patch whose test fails changes nothing', () => {
  const { ask } = openApi();
  ask('POST', DEPLOYMENTS, web({ minReadySeconds: 5 }));
  expect(
    at(ask('PATCH', WEB, { spec: { minReadySeconds: null } }, MERGE).body, 'spec.minReadySeconds'),
  ).toBeUndefined();
  const failing = [
    { op: 'replace', path: '/spec/replicas', value: 7 },
    { op: 'test', path: '/spec/paused', value: true },
  ];
  expect(ask('PATCH', WEB, failing, JSON_PATCH).status).toBe(422);
  expect(at(ask('GET', WEB).body, 'spec.replicas')).toBe(1);
});

test('A dry run stores nothing, a stale version conflicts, and a uid is a precondition', () => {
  const { ask } = openApi();
  expect(ask('POST', `${DEPLOYMENTS}?dryRun=All`, web()).status).toBe(201);
  expect(ask('GET', WEB).status).toBe(404);
  const { body } = ask('POST', DEPLOYMENTS, web());
  ask('PATCH', WEB, { spec: { replicas: 2 } }, MERGE);
  const stale = ask('PUT', WEB, body);
  expect(stale.status).toBe(409);
  expect(stale.body.message).toContain('the object has been modified; please apply your changes to the latest version');
  expect(ask('DELETE', WEB, { preconditions: { uid: 'other' } }).status).toBe(409);
  expect(ask('DELETE', `${WEB}?dryRun=All`).status).toBe(200);
  expect(ask('GET', WEB).status).toBe(200);
});

test('Text of a Secret is kept as base64, and what is immutable stays', () => {
  const { ask } = openApi();
  const path = '/api/v1/namespaces/default/secrets';
  const { body } = ask('POST', path, { metadata: { name: 's' }, stringData: { a: 'hello' }, immutable: true });
  expect(body.data).toEqual({ a: 'aGVsbG8=' });
  expect(body.stringData).toBeUndefined();
  expect(ask('PATCH', `${path}/s`, { stringData: { a: 'x' } }, SMP).body.message).toContain(
    'data: Forbidden: field is immutable when `immutable` is set',
  );
});

test('A quantity is kept in its canonical form', () => {
  const { ask } = openApi();
  const limits = { cpu: '0.5', memory: '1024Mi' };
  const pod = { metadata: { name: 'p' }, spec: { containers: [{ name: 'a', image: 'x', resources: { limits } }] } };
  const { body } = ask('POST', '/api/v1/namespaces/default/pods', pod);
  expect(at(body, 'spec.containers.0.resources.requests')).toEqual({ cpu: '500m', memory: '1Gi' });
});

test('Apply in YAML makes what is not there, and wants to know who applies', () => {
  const { ask } = openApi();
  const yaml = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\ndata:\n  a: "1"\n';
  const path = '/api/v1/namespaces/default/configmaps/c';
  expect(ask('PATCH', path, yaml, APPLY).body.message).toContain(
    'fieldManager: Required value: is required for apply patch',
  );
  expect(ask('PATCH', `${path}?fieldManager=me`, yaml, APPLY).status).toBe(201);
});

test('What is allowed and not wise is told', () => {
  const { ask } = openApi();
  const env = [
    { name: 'A', value: '1' },
    { name: 'A', value: '2' },
  ];
  const container = { name: 'a', image: 'nginx', env, resources: { limits: { memory: '100m' } } };
  const pod = { metadata: { name: 'p' }, spec: { containers: [container] } };
  const { warning } = ask('POST', '/api/v1/namespaces/default/pods', pod);
  expect(warning).toContain('spec.containers[0].env[1]: hides previous definition of \\"A\\"');
  expect(warning).toContain('spec.containers[0].resources.limits[memory]: fractional byte value \\"100m\\" is invalid');
});
