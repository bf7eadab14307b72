/** The roles that people are given (kubernetes/plugin/pkg/auth/authorizer/rbac/bootstrappolicy). */
import type { Lab } from '../../engine/lab.ts';
import { CLUSTER_ROLE_BINDINGS, CLUSTER_ROLES } from '../../kinds/cluster.ts';
import type { PolicyRule } from '../../kinds/types.ts';

const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'delete', 'deletecollection', 'patch', 'update'];

const rule = (apiGroup: string, verbs: string[], resources: string): PolicyRule => ({
  ...{ apiGroups: [apiGroup], resources: resources.split(' '), verbs },
});

const PODS_OUTSIDE = 'pods/attach pods/exec pods/portforward pods/proxy';
const CORE =
  'configmaps events persistentvolumeclaims replicationcontrollers replicationcontrollers/scale services serviceaccounts endpoints';
const APPS =
  'controllerrevisions daemonsets deployments deployments/scale replicasets replicasets/scale statefulsets statefulsets/scale';
const WRITTEN_APPS = `${APPS.replace('controllerrevisions ', '')} deployments/rollback`;
const STATUSES =
  'bindings events limitranges namespaces/status pods/log pods/status resourcequotas resourcequotas/status';
const NETWORK = 'ingresses networkpolicies';
const BATCH = 'cronjobs jobs';

const view: PolicyRule[] = [
  rule('', READ, `${CORE} pods`),
  rule('', READ, `${STATUSES} namespaces`),
  rule('discovery.k8s.io', READ, 'endpointslices'),
  rule('apps', READ, APPS),
  rule('autoscaling', READ, 'horizontalpodautoscalers'),
  rule('batch', READ, BATCH),
  rule('policy', READ, 'poddisruptionbudgets'),
  rule('networking.k8s.io', READ, NETWORK),
];
const edit: PolicyRule[] = [
  rule('', READ, `${PODS_OUTSIDE} secrets services/proxy`),
  rule('', ['impersonate'], 'serviceaccounts'),
  rule('', WRITE, `pods ${PODS_OUTSIDE}`),
  rule('', ['create'], 'pods/eviction'),
  rule('', WRITE, `${CORE} secrets services/proxy`),
  rule('', ['create'], 'serviceaccounts/token'),
  rule('apps', WRITE, WRITTEN_APPS),
  rule('autoscaling', WRITE, 'horizontalpodautoscalers'),
  rule('batch', WRITE, BATCH),
  rule('policy', WRITE, 'poddisruptionbudgets'),
  rule('networking.k8s.io', WRITE, NETWORK),
  ...view,
];
const admin: PolicyRule[] = [
  rule('authorization.k8s.io', ['create'], 'localsubjectaccessreviews'),
  rule('rbac.authorization.k8s.io', [...WRITE, ...READ], 'rolebindings roles'),
  ...edit,
];
const everything: PolicyRule[] = [
  { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
  { nonResourceURLs: ['*'], verbs: ['*'] },
];

const ROLES: readonly (readonly [string, PolicyRule[]])[] = [
  ['cluster-admin', everything],
  ['admin', admin],
  ['edit', edit],
  ['view', view],
  [
    'system:discovery',
    [
      {
        nonResourceURLs: [
          '/api',
          '/api/*',
          '/apis',
          '/apis/*',
          '/healthz',
          '/livez',
          '/openapi',
          '/openapi/*',
          '/readyz',
          '/version',
          '/version/',
        ],
        verbs: ['get'],
      },
    ],
  ],
  [
    'system:basic-user',
    [
      rule('authorization.k8s.io', ['create'], 'selfsubjectaccessreviews selfsubjectrulesreviews'),
      rule('authentication.k8s.io', ['create'], 'selfsubjectreviews'),
    ],
  ],
];

const BINDINGS: readonly (readonly [string, string])[] = [
  ['cluster-admin', 'system:masters'],
  ['system:discovery', 'system:authenticated'],
  ['system:basic-user', 'system:authenticated'],
];

const metadataOf = (name: string) => ({
  name,
  labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults' },
  annotations: { 'rbac.authorization.kubernetes.io/autoupdate': 'true' },
});

export function beginRoles({ store }: Lab): void {
  const apiVersion = 'rbac.authorization.k8s.io/v1';
  const apiGroup = 'rbac.authorization.k8s.io';
  for (const [name, rules] of ROLES)
    store.create(CLUSTER_ROLES, { apiVersion, kind: 'ClusterRole', metadata: metadataOf(name), rules });
  for (const [name, group] of BINDINGS)
    store.create(CLUSTER_ROLE_BINDINGS, {
      ...{ apiVersion, kind: 'ClusterRoleBinding', metadata: metadataOf(name) },
      roleRef: { apiGroup, kind: 'ClusterRole', name },
      subjects: [{ kind: 'Group', apiGroup, name: group }],
    });
}
