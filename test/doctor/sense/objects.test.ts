import { describe, expect, test } from 'vitest';
import { fixOf, found, manifest } from '../found.ts';

const object = (version: string, kind: string, name: string, more = ''): string =>
  `apiVersion: ${version}\nkind: ${kind}\nmetadata:\n  name: ${name}\n${more}`;
const all = (...texts: readonly string[]): string => texts.join('\n---\n');

describe('names', () => {
  test.each([
    [object('v1', 'ConfigMap', 'My_App'), '4 error bad-name metadata.name', 'name: my-app'],
    [object('v1', 'ConfigMap', '설정'), '4 error bad-name metadata.name', undefined],
    [object('v1', 'ConfigMap', '-a-'), '4 error bad-name metadata.name', 'name: a'],
    [object('v1', 'Namespace', 'team.a'), '4 error bad-name metadata.name', undefined],
    [object('v1', 'Service', '1jo', 'spec: {ports: [{port: 80}]}'), '4 error bad-name metadata.name', 'name: svc-1jo'],
    [object('v1', 'ConfigMap', 'a', '  namespace: Dev'), '5 error bad-name metadata.namespace', undefined],
    [
      object('v1', 'ConfigMap', 'a', '  labels:\n    owner: Kim Minji'),
      '6 error bad-label metadata.labels.owner',
      'owner: Kim-Minji',
    ],
    [object('v1', 'ConfigMap', 'a', '  labels:\n    a b: c'), '6 error bad-label metadata.labels[a b]', undefined],
    [object('v1', 'ConfigMap', 'a', 'data:\n  인사말: x'), '6 error bad-name data.인사말', undefined],
    [
      object(
        'batch/v1',
        'CronJob',
        'a'.repeat(53),
        'spec: {schedule: "@daily", jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: b}]}}}}}',
      ),
      '4 error bad-name metadata.name',
      `name: ${'a'.repeat(52)}`,
    ],
  ])('%#', (text, expected, fix) => {
    expect(found(text)).toEqual([expected]);
    expect(fixOf(text)).toBe(fix);
  });

  test.each([
    object('v1', 'ConfigMap', 'a.b-c.1', '  labels: {app.kubernetes.io/name: x_y.Z, empty: ""}'),
    object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'system:node:A'),
    object('v1', 'ConfigMap', 'a', 'data: {_a.B-1: x}'),
  ])('good ones', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('two objects of one name', () => {
    const one = object('v1', 'Namespace', 'a');
    expect(found(all(one, one))).toEqual(['10 warning duplicate-object metadata.name']);
    expect(
      found(
        all(object('v1', 'ConfigMap', 'a', '  namespace: dev'), object('v1', 'ConfigMap', 'a', '  namespace: prod')),
      ),
    ).toEqual([]);
  });
});

describe('what names another object of the file', () => {
  const pod = (spec: string): string =>
    object('v1', 'Pod', 'p', `spec:\n  containers: [{name: a, image: b${spec === '' ? '' : `, ${spec}`}}]`);
  const config = object('v1', 'ConfigMap', 'app-config', 'data: {LOG_LEVEL: info}');
  test.each([
    [
      'a slip',
      all(config, pod('envFrom: [{configMapRef: {name: app-confg}}]')),
      '12 warning unknown-reference spec.containers[0].envFrom[0].configMapRef.name',
      'name: app-config',
    ],
    [
      'a word less',
      all(config, pod('envFrom: [{configMapRef: {name: config}}]')),
      '12 warning unknown-reference spec.containers[0].envFrom[0].configMapRef.name',
      'name: app-config',
    ],
    [
      'a key',
      all(config, pod('env: [{name: A, valueFrom: {configMapKeyRef: {name: app-config, key: log_level}}}]')),
      '12 warning unknown-key spec.containers[0].env[0].valueFrom.configMapKeyRef.key',
      'key: LOG_LEVEL',
    ],
    [
      'what nothing else names',
      all(
        object(
          'v1',
          'PersistentVolumeClaim',
          'mysql-pvc',
          'spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}',
        ),
        object(
          'v1',
          'Pod',
          'p',
          'spec:\n  containers: [{name: a, image: b}]\n  volumes:\n    - name: d\n      persistentVolumeClaim: {claimName: mysql-data}',
        ),
      ),
      '15 warning unknown-reference spec.volumes[0].persistentVolumeClaim.claimName',
      'claimName: mysql-pvc',
    ],
  ])('%s', (_, text, expected, fix) => {
    expect(found(text)).toEqual([expected]);
    expect(fixOf(text)).toBe(fix);
  });

  test.each([
    all(config, pod('envFrom: [{configMapRef: {name: app-config}}]')),
    all(config, pod('envFrom: [{configMapRef: {name: feature-flags}}]')),
    all(config, pod('envFrom: [{configMapRef: {name: app-confg, optional: true}}]')),
    all(object('v1', 'ConfigMap', 'web-1'), pod('envFrom: [{configMapRef: {name: web-2}}]')),
  ])('what may be in the cluster is not missed', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('an autoscaler and what it scales', () => {
    const deployment = object(
      'apps/v1',
      'Deployment',
      'web',
      'spec:\n  selector: {matchLabels: {a: b}}\n  template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: b}]}}',
    );
    const scaler = (kind: string): string =>
      object(
        'autoscaling/v2',
        'HorizontalPodAutoscaler',
        'web',
        manifest(`
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: ${kind}, name: web}
          maxReplicas: 3
          metrics:
            - type: Resource
              resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}
      `),
      );
    expect(found(all(deployment, scaler('Deployment')))).toEqual([
      '18 warning missing-request spec.metrics[0].resource.name',
    ]);
    expect(found(all(deployment, scaler('StatefulSet')))).toEqual([
      '14 warning unknown-reference spec.scaleTargetRef.kind',
    ]);
  });

  test('a port of a Service', () => {
    const ingress = object(
      'networking.k8s.io/v1',
      'Ingress',
      'a',
      'spec: {defaultBackend: {service: {name: web, port: {number: 8080}}}}',
    );
    expect(found(all(object('v1', 'Service', 'web', 'spec: {ports: [{port: 80}]}'), ingress))).toEqual([
      '11 warning unknown-port spec.defaultBackend.service.port.number',
    ]);
  });
});

describe('who may do what', () => {
  const binding = (kind: string, lines: string): string =>
    object('rbac.authorization.k8s.io/v1', kind, 'a', manifest(lines));
  const role = (rule: string): string => object('rbac.authorization.k8s.io/v1', 'Role', 'a', `rules:\n  - ${rule}`);
  test('an account of the binding’s own namespace', () => {
    expect(
      found(binding('RoleBinding', 'subjects:\n  - kind: ServiceAccount\n    name: a\nroleRef: {kind: Role, name: r}')),
    ).toEqual([]);
  });
  test.each([
    [
      'an account without a namespace',
      binding(
        'ClusterRoleBinding',
        'subjects:\n  - kind: ServiceAccount\n    name: a\nroleRef: {kind: ClusterRole, name: r}',
      ),
      '6 error missing-field subjects[0].namespace',
    ],
    [
      'a user of the wrong group',
      binding('RoleBinding', 'subjects:\n  - {kind: User, name: a, apiGroup: v1}\nroleRef: {kind: Role, name: r}'),
      '6 error wrong-api-group subjects[0].apiGroup',
    ],
    [
      'a group with a version',
      binding('RoleBinding', 'roleRef: {kind: Role, name: r, apiGroup: rbac.authorization.k8s.io/v1}'),
      '5 error wrong-api-group roleRef.apiGroup',
    ],
    [
      'a Role for the cluster',
      binding('ClusterRoleBinding', 'roleRef: {kind: Role, name: r}'),
      '5 error not-allowed-value roleRef.kind',
    ],
    [
      'a kind for a resource',
      role('{apiGroups: [""], resources: [Pod], verbs: [get]}'),
      '6 warning unknown-resource rules[0].resources[0]',
    ],
    [
      'another group',
      role('{apiGroups: [""], resources: [deployments], verbs: [get]}'),
      '6 warning wrong-api-group rules[0].resources[0]',
    ],
    [
      'a version in a group',
      role('{apiGroups: [apps/v1], resources: [deployments], verbs: [get]}'),
      '6 warning wrong-api-group rules[0].apiGroups[0]',
    ],
    ['no group', role('{resources: [pods], verbs: [get]}'), '6 error missing-field rules[0].apiGroups'],
    [
      'no verb of Kubernetes',
      role('{apiGroups: [""], resources: [pods], verbs: [read]}'),
      '6 warning unknown-verb rules[0].verbs[0]',
    ],
    [
      'addresses in a Role',
      role('{nonResourceURLs: [/metrics], verbs: [get]}'),
      '6 error not-allowed-value rules[0].nonResourceURLs',
    ],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test.each([
    role('{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}'),
    role('{apiGroups: [example.com], resources: [Widget], verbs: [get]}'),
    role('{apiGroups: [apps, ""], resources: [deployments, pods/log], verbs: [get, use]}'),
  ])('good ones', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('storage and settings', () => {
  const claim = (spec: string): string => object('v1', 'PersistentVolumeClaim', 'c', `spec: ${spec}`);
  const volume = object(
    'v1',
    'PersistentVolume',
    'v',
    'spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], storageClassName: manual, hostPath: {path: /x}}',
  );
  test.each([
    [
      'no size',
      claim('{accessModes: [ReadWriteOnce], resources: {requests: {}}}'),
      '5 error missing-field spec.resources.requests.storage',
    ],
    [
      'a mode with others',
      claim('{accessModes: [ReadWriteOncePod, ReadOnlyMany], resources: {requests: {storage: 1Gi}}}'),
      '5 error not-allowed-value spec.accessModes',
    ],
    [
      'a volume of nothing',
      object('v1', 'PersistentVolume', 'v', 'spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce]}'),
      '5 error missing-handler spec',
    ],
    [
      'another class',
      all(
        volume,
        claim('{accessModes: [ReadWriteOnce], storageClassName: fast, resources: {requests: {storage: 1Gi}}}'),
      ),
      '11 warning other-storage-class spec.storageClassName',
    ],
    [
      'too small a volume',
      all(
        volume,
        claim('{accessModes: [ReadWriteOnce], storageClassName: manual, resources: {requests: {storage: 2Gi}}}'),
      ),
      '11 warning volume-too-small spec.resources.requests.storage',
    ],
    [
      'a Secret’s keys',
      object('v1', 'Secret', 's', 'type: kubernetes.io/tls\nstringData: {tls.crt: x}'),
      '5 error missing-key type',
    ],
    ['no base64', object('v1', 'Secret', 's', 'data: {a: hello!}'), '5 error not-base64 data.a'],
    [
      'a quota of nothing',
      object('v1', 'ResourceQuota', 'q', 'spec: {hard: {pod: 1}}'),
      '5 error unknown-resource spec.hard.pod',
    ],
    [
      'bounds in the wrong order',
      object('v1', 'LimitRange', 'l', 'spec: {limits: [{type: Container, default: {cpu: "2"}, max: {cpu: "1"}}]}'),
      '5 error request-over-limit spec.limits[0].default.cpu',
    ],
    [
      'a key twice',
      object('v1', 'ConfigMap', 'c', 'data: {a: x}\nbinaryData: {a: eA==}'),
      '6 error duplicate-key binaryData.a',
    ],
    [
      'the name of a definition',
      object(
        'apiextensions.k8s.io/v1',
        'CustomResourceDefinition',
        'quiz',
        'spec: {group: example.com, scope: Namespaced, names: {plural: quizzes, kind: Quiz}, versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}]}',
      ),
      '4 error bad-name metadata.name',
    ],
    [
      'nothing stored',
      object(
        'apiextensions.k8s.io/v1',
        'CustomResourceDefinition',
        'quizzes.example.com',
        'spec:\n  group: example.com\n  scope: Namespaced\n  names: {plural: quizzes, kind: Quiz}\n  versions: [{name: v1, served: true, storage: false, schema: {openAPIV3Schema: {type: object}}}]',
      ),
      '9 error not-allowed-value spec.versions',
    ],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual([expected]);
  });
});
