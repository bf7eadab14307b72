import { expect, test } from 'vitest';
import { ROLE_BINDINGS, ROLES } from '../../../src/lab/kinds/cluster.ts';
import { createRoom } from './reading-room.ts';

const AS = { 'impersonate-user': 'system:serviceaccount:default:reader' };
const PODS = '/api/v1/namespaces/default/pods';

/** A role that may read Pods, and no more, given to an account. */
function withReader() {
  const room = createRoom();
  const apiVersion = 'rbac.authorization.k8s.io/v1';
  const apiGroup = 'rbac.authorization.k8s.io';
  const place = { namespace: 'default', name: 'read' };
  const rules = [{ apiGroups: [''], resources: ['pods', 'pods/log'], verbs: ['get', 'list'] }];
  room.lab.store.create(ROLES, { apiVersion, kind: 'Role', metadata: place, rules });
  room.lab.store.create(ROLE_BINDINGS, {
    ...{ apiVersion, kind: 'RoleBinding', metadata: place },
    subjects: [{ kind: 'ServiceAccount', name: 'reader', namespace: 'default' }],
    roleRef: { apiGroup, kind: 'Role', name: 'read' },
  });
  return room;
}

test('an account may do what a role gives it, and is refused the rest in Kubernetes’ words', () => {
  const { ask } = withReader();
  expect(ask('GET', PODS, { headers: AS }).status).toBe(200);
  expect(ask('DELETE', `${PODS}/web`, { headers: AS })).toMatchObject({
    status: 403,
    body: {
      reason: 'Forbidden',
      details: { name: 'web', kind: 'pods' },
      message:
        'pods "web" is forbidden: User "system:serviceaccount:default:reader" cannot delete resource "pods" in API group "" in the namespace "default"',
    },
  });
  expect(ask('GET', '/api/v1/pods', { headers: AS }).body.message).toBe(
    'pods is forbidden: User "system:serviceaccount:default:reader" cannot list resource "pods" in API group "" at the cluster scope',
  );
  expect(ask('POST', `${PODS}/web/exec`, { headers: AS }).body.message).toContain('cannot create resource "pods/exec"');
  expect(ask('GET', '/apis/apps/v1/namespaces/default/deployments', { headers: AS }).body.message).toContain(
    'deployments.apps is forbidden',
  );
});

test('discovery and questions about oneself are free to all', () => {
  const { ask } = withReader();
  expect(ask('GET', '/apis', { headers: AS }).status).toBe(200);
  const spec = { resourceAttributes: { verb: 'list', resource: 'pods', namespace: 'default' } };
  const path = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
  expect(ask('POST', path, { body: { spec }, headers: AS }).body).toMatchObject({
    status: {
      allowed: true,
      reason: 'RBAC: allowed by RoleBinding "read/default" of Role "read" to ServiceAccount "reader/default"',
    },
  });
  const other = { resourceAttributes: { verb: 'create', resource: 'pods', namespace: 'default' } };
  expect(ask('POST', path, { body: { spec: other }, headers: AS }).body).toMatchObject({ status: { allowed: false } });
  expect(ask('POST', path, { body: { spec: other } }).body).toMatchObject({ status: { allowed: true } });
  expect(ask('POST', path, { body: { spec: {} } }).status).toBe(400);
});

test('who am I: the lab’s own user, another, or whose token is shown', () => {
  const { ask } = withReader();
  const path = '/apis/authentication.k8s.io/v1/selfsubjectreviews';
  const who = (headers = {}) => ask('POST', path, { body: {}, headers }).body;
  expect(who()).toMatchObject({ status: { userInfo: { username: 'kubernetes-admin' } } });
  expect(who(AS)).toMatchObject({
    status: {
      userInfo: {
        username: 'system:serviceaccount:default:reader',
        groups: ['system:serviceaccounts', 'system:serviceaccounts:default', 'system:authenticated'],
      },
    },
  });
  const made = ask('POST', '/api/v1/namespaces/default/serviceaccounts', {
    body: { kind: 'ServiceAccount', apiVersion: 'v1', metadata: { name: 'reader' } },
  });
  expect(made.status).toBe(201);
  const { status } = ask('POST', '/api/v1/namespaces/default/serviceaccounts/reader/token', { body: {} }).body;
  const { token } = status as { token: string };
  const bearer = { authorization: `Bearer ${token}` };
  expect(who(bearer)).toMatchObject({ status: { userInfo: { username: 'system:serviceaccount:default:reader' } } });
  expect(ask('DELETE', `${PODS}/web`, { headers: bearer }).status).toBe(403);
  // A client that acts as another user already may not act as a third one.
  expect(ask('GET', PODS, { headers: { ...bearer, 'impersonate-user': 'kubernetes-admin' } }).body.message).toBe(
    'users "kubernetes-admin" is forbidden: User "system:serviceaccount:default:reader" cannot impersonate resource "users" in API group "" at the cluster scope',
  );
});

test('all that one may do is listed', () => {
  const { ask } = withReader();
  const path = '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews';
  const { status } = ask('POST', path, { body: { spec: { namespace: 'default' } }, headers: AS }).body;
  expect(status).toMatchObject({
    incomplete: false,
    resourceRules: expect.arrayContaining([
      { apiGroups: [''], resources: ['pods', 'pods/log'], verbs: ['get', 'list'] },
    ]),
  });
});
