import { expect, test } from 'vitest';
import { deleteObject } from '../../../src/lab/engine/deletion.ts';
import { PRIORITY_CLASSES } from '../../../src/lab/kinds/cluster.ts';
import {
  CONFIGMAPS,
  LIMIT_RANGES,
  NAMESPACES,
  NODES,
  PODS,
  QUOTAS,
  SERVICE_ACCOUNTS,
} from '../../../src/lab/kinds/core.ts';
import { REPLICA_SETS } from '../../../src/lab/kinds/workloads.ts';
import { createControlled, named, templateOf } from './support.ts';

test('a Pod gets a ServiceAccount with its token, tolerations and a priority, or is refused in words', () => {
  const lab = createControlled();
  const pod = lab.make(PODS, {
    metadata: named('web'),
    spec: { ...templateOf('web').spec, priorityClassName: 'system-cluster-critical' },
  });
  expect(pod.spec).toMatchObject({
    ...{ serviceAccountName: 'default', priority: 2000000000, preemptionPolicy: 'PreemptLowerPriority' },
    tolerations: [
      { key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 },
      { key: 'node.kubernetes.io/unreachable', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 },
    ],
  });
  expect(pod.spec.containers[0]?.volumeMounts?.[0]).toMatchObject({
    ...{
      name: pod.spec.volumes?.[0]?.name,
      readOnly: true,
      mountPath: '/var/run/secrets/kubernetes.io/serviceaccount',
    },
  });
  const making = (more: object) => () =>
    lab.make(PODS, { metadata: named('no'), spec: { ...templateOf('no').spec, ...more } });
  expect(making({ serviceAccountName: 'nope' })).toThrow(
    'pods "no" is forbidden: error looking up service account default/nope: serviceaccount "nope" not found',
  );
  expect(making({ priorityClassName: 'nope' })).toThrow(
    'pods "no" is forbidden: no PriorityClass with name nope was found',
  );
  expect(lab.store.list(PRIORITY_CLASSES)).toHaveLength(2);
});

test('a quota says what is used, and refuses what is above', () => {
  const lab = createControlled();
  lab.make(QUOTAS, {
    metadata: named('team'),
    spec: {
      hard: { pods: '2', 'requests.cpu': '1', 'limits.memory': '1Gi', configmaps: '1', 'count/deployments.apps': '1' },
    },
  });
  const template = templateOf('web', 'nginx:1.27', { requests: { cpu: '400m' }, limits: { memory: '256Mi' } });
  lab.make(REPLICA_SETS, {
    metadata: named('web'),
    spec: { replicas: 3, selector: { matchLabels: { app: 'web' } }, template },
  });
  lab.turn(3);
  expect(lab.store.get(QUOTAS, named('team'))?.status.used).toEqual({
    ...{ pods: '2', 'requests.cpu': '800m', 'limits.memory': '512Mi', configmaps: '1', 'count/deployments.apps': '0' },
  });
  expect(lab.events('web').at(-1)).toMatch(
    /^Warning FailedCreate Error creating: pods "web-\w{5}" is forbidden: exceeded quota: team, requested: pods=1,requests.cpu=400m, used: pods=2,requests.cpu=800m, limited: pods=2,requests.cpu=1$/,
  );
  expect(lab.store.get(REPLICA_SETS, named('web'))?.status.conditions?.[0]).toMatchObject({
    type: 'ReplicaFailure',
    reason: 'FailedCreate',
  });
  expect(() => lab.make(PODS, { metadata: named('no'), spec: templateOf('no').spec })).toThrow(
    'pods "no" is forbidden: failed quota: team: must specify limits.memory for: no; requests.cpu for: no',
  );
  expect(() => lab.make(CONFIGMAPS, { metadata: named('more') })).toThrow(
    'configmaps "more" is forbidden: exceeded quota: team, requested: configmaps=1, used: configmaps=1, limited: configmaps=1',
  );
});

test('limits of a namespace fill in what a container leaves out, and refuse what is beyond', () => {
  const lab = createControlled();
  lab.make(LIMIT_RANGES, {
    metadata: named('limits'),
    spec: {
      limits: [
        {
          type: 'Container',
          default: { cpu: '500m' },
          defaultRequest: { cpu: '250m' },
          max: { cpu: '1' },
          min: { cpu: '100m' },
        },
      ],
    },
  });
  const making = (resources: object) =>
    lab.make(PODS, { metadata: named('web'), spec: templateOf('web', 'nginx', resources).spec });
  const pod = making({});
  expect(pod.spec.containers[0]?.resources).toEqual({ limits: { cpu: '500m' }, requests: { cpu: '250m' } });
  expect(pod.metadata.annotations?.['kubernetes.io/limit-ranger']).toBe(
    'LimitRanger plugin set: cpu request for container web; cpu limit for container web',
  );
  expect(() => making({ limits: { cpu: '2' }, requests: { cpu: '50m' } })).toThrow(
    'pods "web" is forbidden: [minimum cpu usage per Container is 100m, but request is 50m, maximum cpu usage per Container is 1, but limit is 2]',
  );
});

test('a namespace is filled when it begins, and empty before it goes', () => {
  const lab = createControlled();
  lab.make(NAMESPACES, { metadata: { name: 'shop' }, spec: {} });
  lab.turn(0.1);
  expect(lab.store.get(SERVICE_ACCOUNTS, { namespace: 'shop', name: 'default' })).toBeDefined();
  expect(lab.store.get(CONFIGMAPS, { namespace: 'shop', name: 'kube-root-ca.crt' })).toBeDefined();
  lab.make(REPLICA_SETS, {
    metadata: { namespace: 'shop', name: 'web' },
    spec: { replicas: 2, selector: { matchLabels: { app: 'web' } }, template: templateOf('web') },
  });
  lab.turn(3);
  const home = lab.store.get(NAMESPACES, { name: 'shop' });
  if (home) deleteObject(lab.lab, NAMESPACES, home, {});
  lab.turn(0.5);
  expect(lab.store.get(NAMESPACES, { name: 'shop' })?.status).toMatchObject({ phase: 'Terminating' });
  expect(() => lab.make(CONFIGMAPS, { metadata: { namespace: 'shop', name: 'late' } })).toThrow(
    'configmaps "late" is forbidden: unable to create new content in namespace shop because it is being terminated',
  );
  lab.turn(3);
  expect(lab.store.get(NAMESPACES, { name: 'shop' })).toBeUndefined();
  expect(lab.pods()).toEqual([]);
});

test('Pods of a node that is deleted go, and come elsewhere', () => {
  const lab = createControlled();
  lab.make(REPLICA_SETS, {
    metadata: named('web'),
    spec: { replicas: 3, selector: { matchLabels: { app: 'web' } }, template: templateOf('web') },
  });
  lab.turn(3);
  const old = lab.pods('web').find(({ spec }) => spec.nodeName === 'node-1');
  lab.store.remove(NODES, { name: 'node-1' });
  lab.turn(60);
  expect(lab.pods('web')).toHaveLength(3);
  expect(lab.pods('web').map(({ metadata }) => metadata.uid)).not.toContain(old?.metadata.uid);
});

test('a namespace keeps Pods out that break its security standard', () => {
  const lab = createControlled();
  const of = (level: string): void =>
    void lab.store.edit(NAMESPACES, { name: 'default' }, ({ metadata }) => {
      metadata.labels = { ...metadata.labels, 'pod-security.kubernetes.io/enforce': level };
    });
  let pods = 0;
  const making =
    (container: object = {}, more: object = {}) =>
    () =>
      lab.make(PODS, {
        metadata: named(`p${++pods}`),
        spec: { containers: [{ name: 'c', image: 'nginx', ...container }], ...more },
      });
  of('privileged');
  expect(making({ securityContext: { privileged: true } })).not.toThrow();
  of('baseline');
  expect(making()).not.toThrow();
  expect(
    making(
      { securityContext: { privileged: true, capabilities: { add: ['NET_ADMIN', 'CHOWN'] } } },
      { hostNetwork: true },
    ),
  ).toThrow(
    'is forbidden: violates PodSecurity "baseline:latest": non-default capabilities (container "c" must not include "NET_ADMIN" in securityContext.capabilities.add), host namespaces (hostNetwork=true), privileged (container "c" must not set securityContext.privileged=true)',
  );
  expect(making({}, { volumes: [{ name: 'h', hostPath: { path: '/' } }] })).toThrow('hostPath volumes (volume "h")');
  of('restricted');
  expect(making()).toThrow(
    'violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "c" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container "c" must set securityContext.capabilities.drop=["ALL"]), runAsNonRoot != true (pod or container "c" must set securityContext.runAsNonRoot=true), seccompProfile (pod or container "c" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")',
  );
  const own = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
  const ofAll = { runAsNonRoot: true, runAsUser: 101, seccompProfile: { type: 'RuntimeDefault' } };
  expect(making({ securityContext: own }, { securityContext: ofAll })).not.toThrow();
  expect(making({ securityContext: { ...own, runAsUser: 0 } }, { securityContext: ofAll })).toThrow(
    'runAsUser=0 (container "c" must not set runAsUser=0)',
  );
});
