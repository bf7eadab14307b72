/** What the API server takes, and is likely a slip. */
import { describe, expect, test } from 'vitest';
import { container, fixOf, found, manifest, pod } from '../found.ts';

describe('whole cores that no node has', () => {
  test.each([
    ['requests', '"500"', '500m'],
    ['limits', '1000', '1000m'],
    ['requests', '65', '65m'],
  ])('%s of %s', (of, cpu, meant) => {
    const text = container(`resources:\n  ${of}:\n    cpu: ${cpu}`);
    expect([found(text), fixOf(text)]).toEqual([
      [`11 warning odd-quantity spec.containers[0].resources.${of}.cpu`],
      `cpu: ${meant}`,
    ]);
  });

  test.each(['64', '"8"', '500m', '1.5', '0.25'])('are not %s', (cpu) => {
    expect(found(container(`resources:\n  requests:\n    cpu: ${cpu}`))).toEqual([]);
  });
});

describe('a probe that asks another port than the app’s', () => {
  const probed = (ports: string, probe: string): string => container(`ports: ${ports}\n${probe}`);

  test.each([
    ['readinessProbe', 'httpGet', '[{containerPort: 80}]'],
    ['livenessProbe', 'tcpSocket', '[{containerPort: 80}]'],
    ['startupProbe', 'httpGet', '[{name: http, containerPort: 80}]'],
    [
      'readinessProbe',
      'tcpSocket',
      '[{name: web, containerPort: 80}, {name: web-udp, containerPort: 80, protocol: UDP}]',
    ],
  ])('%s, %s, %s', (probe, action, ports) => {
    const text = probed(ports, `${probe}:\n  ${action}:\n    port: 8080`);
    expect([found(text), fixOf(text)]).toEqual([
      [`12 warning unknown-port spec.containers[0].${probe}.${action}.port`],
      'port: 80',
    ]);
  });

  test.each([
    ['the same', probed('[{containerPort: 80}]', 'readinessProbe: {httpGet: {port: 80}}')],
    ['none is declared', container('readinessProbe: {httpGet: {port: 8080}}')],
    [
      'several are declared',
      probed('[{containerPort: 80}, {containerPort: 443}]', 'readinessProbe: {httpGet: {port: 8080}}'),
    ],
    [
      'what is declared is not the app’s',
      probed('[{name: webhook-server, containerPort: 9443}]', 'livenessProbe: {httpGet: {port: 8081}}'),
    ],
    [
      'another host is asked',
      probed('[{containerPort: 80}]', 'livenessProbe: {httpGet: {host: 10.0.0.1, port: 8080}}'),
    ],
    [
      'a container beside it declares it',
      pod(
        'containers:\n  - name: a\n    image: b\n    ports: [{containerPort: 80}]\n    livenessProbe: {httpGet: {port: 9000}}\n  - name: c\n    image: d\n    ports: [{containerPort: 9000}]',
      ),
    ],
  ])('is none where %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('plain text among the data of a Secret', () => {
  const secret = (data: string): string =>
    manifest(`apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata:\n${data.replace(/^/gm, '  ')}`);

  test('is shown as one stringData, with the first', () => {
    const text = secret('user: admin\nhost: ZGI=\npassword: p@ssw0rd!\npin: 1234');
    expect(found(text)).toEqual([
      '5 error not-base64 data.user',
      '7 error not-base64 data.password',
      '8 error not-base64 data.pin',
    ]);
    expect(fixOf(text)).toBe('stringData:\n  user: admin\n  password: p@ssw0rd!\n  pin: "1234"');
  });

  test.each(['password', 'root', 'Admin123', '"12345678"'])(
    'is seen where it only happens to be base64: %s',
    (value) => {
      const text = secret(`password: ${value}`);
      expect([found(text), fixOf(text)]).toEqual([
        ['5 warning plain-base64 data.password'],
        `stringData:\n  password: ${value}`,
      ]);
    },
  );

  test.each([
    ['text', 'YWRtaW4='],
    ['short text', 'Zm9v'],
    ['a random key', 'q83vEjRWeJCrze8SNFZ4kA=='],
    ['random bytes', 'q83vEjRWeJCrze8SNFZ4kKvN7xI0Vnia'],
    ['nothing', ''],
  ])('is not %s', (_, value) => {
    expect(found(secret(`password: ${value}`))).toEqual([]);
  });

  test('of a Secret in a list is told as well', () => {
    const text =
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Secret\n  metadata: {name: a}\n  data: {a: hello!}';
    expect(found(text)).toEqual(['7 error not-base64 items[0].data.a']);
  });
});
