import { expect, test } from 'vitest';
import { APPLY, at, DEPLOYMENTS, MERGE, openApi, web } from './support.ts';

const WEB = `${DEPLOYMENTS}/web`;

/** Who owns what, by `manager operation`. */
function owners(body: unknown): Record<string, unknown> {
  const list = at(body, 'metadata.managedFields');
  if (!Array.isArray(list)) return {};
  return Object.fromEntries(list.map((one) => [`${at(one, 'manager')} ${at(one, 'operation')}`, at(one, 'fieldsV1')]));
}

function applying() {
  const { ask, turn } = openApi();
  const apply = (manager: string, body: object, more = '') =>
    ask('PATCH', `${WEB}?fieldManager=${manager}${more}`, body, APPLY);
  return { ask, turn, apply };
}

test('Who applies owns what it says, and nothing of what is filled in', () => {
  const { apply } = applying();
  const { status, body } = apply('ann', web({ replicas: 2 }));
  expect(status).toBe(201);
  expect(owners(body)).toEqual({
    'ann Apply': {
      'f:metadata': { 'f:labels': { 'f:app': {} } },
      'f:spec': {
        'f:replicas': {},
        'f:selector': {},
        'f:template': {
          'f:metadata': { 'f:labels': { 'f:app': {} } },
          'f:spec': { 'f:containers': { 'k:{"name":"nginx"}': { '.': {}, 'f:image': {}, 'f:name': {} } } },
        },
      },
    },
  });
});

test('What another applied is theirs, unless it is forced or the same', () => {
  const { apply } = applying();
  apply('ann', web({ replicas: 2 }));
  expect(apply('bob', web({ replicas: 2 })).status).toBe(200);
  const conflict = apply('bob', web({ replicas: 3 }));
  expect(conflict.status).toBe(409);
  expect(conflict.body.message).toBe('Apply failed with 1 conflict: conflict with "ann": .spec.replicas');
  expect(at(conflict.body, 'details.causes.0')).toEqual({
    ...{ reason: 'FieldManagerConflict', message: 'conflict with "ann"', field: '.spec.replicas' },
  });
  const forced = apply('bob', web({ replicas: 3 }), '&force=true');
  expect(at(forced.body, 'spec.replicas')).toBe(3);
  expect(JSON.stringify(owners(forced.body)['ann Apply'])).not.toContain('f:replicas');
});

test('A change of another way is a conflict that tells the version it was made in', () => {
  const { ask, apply } = applying();
  apply('ann', web({ replicas: 2 }));
  ask('PATCH', WEB, { spec: { replicas: 5 } }, MERGE);
  expect(apply('ann', web({ replicas: 2 })).body.message).toBe(
    'Apply failed with 1 conflict: conflict with "curl" using apps/v1: .spec.replicas',
  );
});

test('Several conflicts are told by manager', () => {
  const { apply } = applying();
  apply('ann', web({ replicas: 2, minReadySeconds: 1 }));
  expect(apply('bob', web({ replicas: 3, minReadySeconds: 2 })).body.message).toBe(
    'Apply failed with 2 conflicts: conflicts with "ann":\n- .spec.minReadySeconds\n- .spec.replicas',
  );
});

test('What is applied no more is taken out, but for what others own', () => {
  const { ask, apply } = applying();
  const container = {
    name: 'nginx',
    image: 'nginx:1.25',
    env: [{ name: 'A', value: '1' }],
    livenessProbe: { httpGet: { port: 80 } },
  };
  const template = (more: object[]) => ({
    template: { metadata: { labels: { app: 'web' } }, spec: { containers: [container, ...more] } },
  });
  apply('ann', web(template([{ name: 'side', image: 'busybox' }])));
  const { body } = ask('GET', WEB);
  expect(at(body, 'spec.template.spec.containers.1.name')).toBe('side');
  const after = apply('ann', web());
  expect(at(after.body, 'spec.template.spec.containers.1')).toBeUndefined();
  expect(at(after.body, 'spec.template.spec.containers.0.env')).toBeUndefined();
  // With what was filled in within it.
  expect(at(after.body, 'spec.template.spec.containers.0.livenessProbe')).toBeUndefined();
  expect(at(after.body, 'spec.template.spec.containers.0.imagePullPolicy')).toBe('IfNotPresent');
});

test('The same again is no change', () => {
  const { apply, turn } = applying();
  const first = apply('ann', web({ replicas: 2 }));
  turn(60);
  expect(apply('ann', web({ replicas: 2 })).body).toEqual(first.body);
});

test('Who changes an object otherwise owns what it changes', () => {
  const { ask, turn } = openApi();
  const made = ask('POST', `${DEPLOYMENTS}?fieldManager=kubectl-create`, web({ replicas: 2 }));
  expect(JSON.stringify(owners(made.body)['kubectl-create Update'])).toContain('"f:imagePullPolicy":{}');
  turn(5);
  const { body } = ask('PATCH', `${WEB}?fieldManager=kubectl-patch`, { spec: { replicas: 3 } }, MERGE);
  expect(owners(body)['kubectl-patch Update']).toEqual({ 'f:spec': { 'f:replicas': {} } });
  expect(JSON.stringify(owners(body)['kubectl-create Update'])).not.toContain('f:replicas');
});

test('A status has owners of its own', () => {
  const { ask } = openApi();
  ask('POST', DEPLOYMENTS, web());
  const status = { status: { conditions: [{ type: 'Available', status: 'True' }] } };
  const { body } = ask('PATCH', `${WEB}/status?fieldManager=me`, status, MERGE);
  expect(owners(body)['me Update']).toEqual({
    'f:status': {
      'f:conditions': { '.': {}, 'k:{"type":"Available"}': { '.': {}, 'f:status': {}, 'f:type': {} } },
    },
  });
});

test('Of many that changed an object only the last are told apart', () => {
  const { ask, turn } = openApi();
  ask('POST', DEPLOYMENTS, web());
  for (let i = 0; i < 20; i++) {
    turn(1);
    ask('PATCH', `${WEB}?fieldManager=m${i}`, { metadata: { labels: { [`l${i}`]: 'x' } } }, MERGE);
  }
  const names = Object.keys(owners(ask('GET', WEB).body));
  expect(names).toHaveLength(10);
  expect(names).toContain('ancient-changes Update');
  expect(names).toContain('m19 Update');
});

test('A field that the API does not have cannot be applied', () => {
  const { apply } = applying();
  const containers = [{ name: 'nginx', image: 'nginx', foo: 1 }];
  const template = { metadata: { labels: { app: 'web' } }, spec: { containers } };
  expect(apply('ann', web({ template })).body).toMatchObject({
    code: 500,
    message:
      'failed to create typed patch object (/web; apps/v1, Kind=Deployment): .spec.template.spec.containers[name="nginx"].foo: field not declared in schema',
  });
});
