import { describe, expect, test } from 'vitest';
import { container, fixOf, found, pod } from '../found.ts';

const rest = 'containers:\n  - name: web\n    image: nginx:1.27';
/** A Deployment around a Pod's spec; its lines begin in line 10. */
const deployment = (spec: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata:\n      labels: {app: web}\n    spec:\n${spec.replace(/^/gm, '      ')}`;

describe('containers', () => {
  test.each([
    [
      'a probe without a handler',
      container('livenessProbe:\n  periodSeconds: 5'),
      '9 error missing-handler spec.containers[0].livenessProbe',
    ],
    [
      'one with two',
      container('readinessProbe:\n  exec: {command: [a]}\n  tcpSocket: {port: 80}'),
      '9 error too-many-handlers spec.containers[0].readinessProbe',
    ],
    [
      'two successes of a liveness probe',
      container('livenessProbe:\n  tcpSocket: {port: 80}\n  successThreshold: 2'),
      '11 error out-of-range spec.containers[0].livenessProbe.successThreshold',
    ],
    [
      'a port in quotes',
      container('livenessProbe:\n  httpGet:\n    port: "80"'),
      '11 error bad-name spec.containers[0].livenessProbe.httpGet.port',
    ],
    [
      'a port’s name that is none',
      container('ports: [{name: http, containerPort: 80}]\nlivenessProbe:\n  httpGet:\n    port: web'),
      '12 warning unknown-port spec.containers[0].livenessProbe.httpGet.port',
    ],
    [
      'a hook without a handler',
      container('lifecycle:\n  preStop: {}'),
      '10 error missing-handler spec.containers[0].lifecycle.preStop',
    ],
    [
      'a port’s name too long',
      container('ports:\n  - name: administration-web\n    containerPort: 80'),
      '10 error bad-name spec.containers[0].ports[0].name',
    ],
    [
      'two ports of a name',
      container('ports:\n  - {name: a, containerPort: 80}\n  - {name: a, containerPort: 81}'),
      '11 error duplicate-name spec.containers[0].ports[1].name',
    ],
    [
      'a port twice',
      container('ports:\n  - containerPort: 80\n  - containerPort: 80'),
      '11 warning duplicate-port spec.containers[0].ports[1]',
    ],
    [
      'a line for a program',
      container('command: ["npm start"]'),
      '9 warning one-word-command spec.containers[0].command[0]',
    ],
    [
      'a variable twice',
      container('env:\n  - {name: A, value: a}\n  - {name: A, value: b}'),
      '11 warning duplicate-name spec.containers[0].env[1].name',
    ],
    [
      'a variable from two places',
      container('env:\n  - name: A\n    value: a\n    valueFrom: {fieldRef: {fieldPath: metadata.name}}'),
      '12 error too-many-handlers spec.containers[0].env[0].valueFrom',
    ],
    [
      'a field that cannot be had',
      container('env:\n  - name: A\n    valueFrom: {fieldRef: {fieldPath: metadata.title}}'),
      '11 error not-allowed-value spec.containers[0].env[0].valueFrom.fieldRef.fieldPath',
    ],
    [
      'all labels in one variable',
      container('env:\n  - name: A\n    valueFrom: {fieldRef: {fieldPath: metadata.labels}}'),
      '11 error not-allowed-value spec.containers[0].env[0].valueFrom.fieldRef.fieldPath',
    ],
    [
      'an amount that there is not',
      container('env:\n  - name: A\n    valueFrom: {resourceFieldRef: {resource: limits.disk}}'),
      '11 error not-allowed-value spec.containers[0].env[0].valueFrom.resourceFieldRef.resource',
    ],
    [
      'root where none is allowed',
      container('securityContext:\n  runAsNonRoot: true\n  runAsUser: 0'),
      '11 warning root-not-allowed spec.containers[0].securityContext.runAsUser',
    ],
    ['two of a name', pod(`${rest}\n  - name: web\n    image: a`), '9 error duplicate-name spec.containers[1].name'],
    [
      'a probe of one that ends',
      pod(`initContainers:\n  - name: a\n    image: b\n    livenessProbe: {tcpSocket: {port: 80}}\n${rest}`),
      '9 error misplaced-field spec.initContainers[0].livenessProbe',
    ],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test.each([
    container('readinessProbe:\n  tcpSocket: {port: 80}\n  successThreshold: 2'),
    container(
      'ports:\n  - {name: http, containerPort: 80}\n  - {name: https, containerPort: 80}\n  - {containerPort: 53, protocol: UDP}\n  - {containerPort: 53}',
    ),
    pod(
      `initContainers:\n  - name: a\n    image: b\n    restartPolicy: Always\n    startupProbe: {exec: {command: [a]}}\n${rest}`,
    ),
  ])('good ones', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('images', () => {
  test.each([
    ['Nginx:1.27', 'image: nginx:1.27'],
    ['ghcr.io/Team/App:V1', 'image: ghcr.io/team/app:V1'],
    ['nginx: 1.27', 'image: nginx:1.27'],
    ['https://docker.io/nginx', 'image: docker.io/nginx'],
    ['nginx:', 'image: nginx:latest'],
    ['nginx:1:2', undefined],
    ['<image>', undefined],
  ])('%s cannot be pulled', (image, fix) => {
    const text = pod(`containers:\n  - name: web\n    image: "${image}"`);
    expect(found(text)).toEqual(['8 warning bad-image spec.containers[0].image']);
    expect(fixOf(text)).toBe(fix);
  });

  test('a space at its end is refused', () => {
    expect(found(pod('containers:\n  - name: web\n    image: "nginx "'))).toEqual([
      '8 error bad-image spec.containers[0].image',
    ]);
  });

  test.each([
    ...[
      'nginx',
      'nginx:1.27',
      'library/nginx',
      'registry.local:5000/a/b_c.d:1.0-rc.1',
      'localhost/app',
      'Registry.example.com/app:V2',
    ],
    `app@sha256:${'a'.repeat(64)}`,
    `app:1@sha256:${'a'.repeat(64)}`,
  ])('%s can be pulled', (image) => {
    expect(found(pod(`containers:\n  - name: web\n    image: "${image}"`))).toEqual([]);
  });
});

describe('resources', () => {
  const resources = (lines: string): string => container(`resources:\n${lines.replace(/^/gm, '  ')}`);
  test.each([
    [
      'requests:\n  cpu: "1"\nlimits:\n  cpu: 500m',
      '11 error request-over-limit spec.containers[0].resources.requests.cpu',
      'cpu: 500m',
    ],
    [
      'requests:\n  memory: 128m',
      '11 warning odd-quantity spec.containers[0].resources.requests.memory',
      'memory: 128Mi',
    ],
    ['limits:\n  memory: 256', '11 warning odd-quantity spec.containers[0].resources.limits.memory', 'memory: 256Mi'],
    ['limits:\n  cpu: 500M', '11 warning odd-quantity spec.containers[0].resources.limits.cpu', 'cpu: 500m'],
    ['limits:\n  cpu: -1', '11 error bad-quantity spec.containers[0].resources.limits.cpu', undefined],
    ['limits:\n  mem: 1Gi', '11 error unknown-resource spec.containers[0].resources.limits.mem', 'memory: 1Gi'],
  ])('%s', (lines, expected, fix) => {
    expect(found(resources(lines))).toEqual([expected]);
    expect(fixOf(resources(lines))).toBe(fix);
  });

  test('of any unit that there is are right', () => {
    expect(
      found(
        resources(
          'requests: {cpu: 0.1, memory: 1e9, nvidia.com/gpu: 1}\nlimits: {cpu: 250m, memory: 1Gi, nvidia.com/gpu: 1, hugepages-2Mi: 4Mi}',
        ),
      ),
    ).toEqual([]);
  });
});

describe('volumes', () => {
  test.each([
    [
      'a mount of none',
      `${rest}\n    volumeMounts:\n      - name: html\n        mountPath: /x`,
      '10 error unknown-volume spec.containers[0].volumeMounts[0].name',
    ],
    [
      'two of a name',
      `${rest}\nvolumes:\n  - {name: a, emptyDir: {}}\n  - {name: a, emptyDir: {}}`,
      '11 error duplicate-name spec.volumes[1].name',
    ],
    [
      'two kinds at once',
      `${rest}\nvolumes:\n  - name: a\n    emptyDir: {}\n    hostPath: {path: /x}`,
      '10 error too-many-handlers spec.volumes[0]',
    ],
    [
      'two mounts at a place',
      `${rest}\n    volumeMounts:\n      - {name: a, mountPath: /x}\n      - {name: b, mountPath: /x}\nvolumes:\n  - {name: a, emptyDir: {}}\n  - {name: b, emptyDir: {}}`,
      '11 error duplicate-mount spec.containers[0].volumeMounts[1].mountPath',
    ],
    [
      'a place that is no whole path',
      `${rest}\n    volumeMounts:\n      - {name: a, mountPath: data}\nvolumes:\n  - {name: a, emptyDir: {}}`,
      '10 warning relative-path spec.containers[0].volumeMounts[0].mountPath',
    ],
    [
      'a way out',
      `${rest}\n    volumeMounts:\n      - {name: a, mountPath: /x, subPath: ../y}\nvolumes:\n  - {name: a, emptyDir: {}}`,
      '10 error relative-path spec.containers[0].volumeMounts[0].subPath',
    ],
    [
      'a mode of ten fingers',
      `${rest}\nvolumes:\n  - name: a\n    secret: {secretName: b, defaultMode: 644}`,
      '11 error out-of-range spec.volumes[0].secret.defaultMode',
    ],
    [
      'a mode that looks like another',
      `${rest}\nvolumes:\n  - name: a\n    secret: {secretName: b, defaultMode: 400}`,
      '11 warning decimal-mode spec.volumes[0].secret.defaultMode',
    ],
  ])('%s', (_, spec, expected) => {
    expect(found(pod(spec))).toEqual([expected]);
  });

  test('of a StatefulSet’s claims are there', () => {
    const text = deployment(`${rest}\n    volumeMounts: [{name: data, mountPath: /data}]`)
      .replace('Deployment', 'StatefulSet')
      .concat(
        '\n  volumeClaimTemplates:\n    - metadata: {name: data}\n      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}',
      );
    expect(found(text)).toEqual([]);
    expect(found(text.replace('metadata: {name: data}', 'metadata: {name: dat}'))).toEqual([
      '13 warning unknown-volume spec.template.spec.containers[0].volumeMounts[0].name',
    ]);
  });
});

test('how Pods are started again belongs to their kind', () => {
  const job = (policy: string): string =>
    `apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec:\n  template:\n    spec:\n${policy}      containers: [{name: a, image: b}]`;
  expect(found(deployment(`restartPolicy: Never\n${rest}`))).toEqual([
    '10 error restart-policy spec.template.spec.restartPolicy',
  ]);
  expect(found(job(''))).toEqual(['6 error restart-policy spec.template.spec.restartPolicy']);
  expect(found(job('      restartPolicy: Always\n'))).toEqual([
    '7 error restart-policy spec.template.spec.restartPolicy',
  ]);
  expect(found(container('restartPolicy: Never'))).toEqual([
    '9 error misplaced-field spec.containers[0].restartPolicy',
  ]);
  expect(found(pod(`initContainers:\n  - name: a\n    image: b\n    restartPolicy: Never\n${rest}`))).toEqual([
    '9 error restart-policy spec.initContainers[0].restartPolicy',
  ]);
  expect(found(job('      restartPolicy: Never\n'))).toEqual([]);
});
