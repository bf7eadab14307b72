import { describe, expect, test } from 'vitest';
import { fixOf, found } from '../found.ts';

const service = (spec: string, name = 'web'): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n${spec.replace(/^/gm, '  ')}\n`;
/** A Pod that stands before it; what follows begins in line 10. */
const podWith = (labels: string, ports: string, namespace = ''): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: web${namespace}, labels: {${labels}}}\nspec:\n  containers:\n    - name: a\n      image: b\n      ports: [${ports}]\n---\n`;

describe('a Service by itself', () => {
  test.each([
    ['no ports', 'selector: {app: a}', '5 error missing-field spec.ports'],
    [
      'a node’s port out of range',
      'type: NodePort\nports: [{port: 80, nodePort: 80}]',
      '7 error out-of-range spec.ports[0].nodePort',
    ],
    [
      'a node’s port of another type',
      'ports: [{port: 80, nodePort: 30080}]',
      '6 error not-allowed-value spec.ports[0].nodePort',
    ],
    [
      'a node’s port twice',
      'type: NodePort\nports: [{name: a, port: 80, nodePort: 30080}, {name: b, port: 81, nodePort: 30080}]',
      '7 error duplicate-port spec.ports[1].nodePort',
    ],
    ['a port twice', 'ports: [{name: a, port: 80}, {name: b, port: 80}]', '6 error duplicate-port spec.ports[1]'],
    ['a name twice', 'ports: [{name: a, port: 80}, {name: a, port: 81}]', '6 error duplicate-name spec.ports[1].name'],
    ['a name in capitals', 'ports: [{name: HTTP, port: 80}]', '6 error bad-name spec.ports[0].name'],
    ['a number in quotes', 'ports: [{port: 80, targetPort: "8080"}]', '6 error bad-name spec.ports[0].targetPort'],
    ['no head in small letters', 'clusterIP: none\nports: [{port: 80}]', '6 error not-allowed-value spec.clusterIP'],
    [
      'no head, and a balancer',
      'type: LoadBalancer\nclusterIP: None\nports: [{port: 80}]',
      '7 error not-allowed-value spec.clusterIP',
    ],
    ['no name outside', 'type: ExternalName', '5 error missing-field spec.externalName'],
    [
      'an address for a name outside',
      'type: ExternalName\nexternalName: https://a.example.com',
      '7 error bad-name spec.externalName',
    ],
    [
      'traffic that does not come',
      'externalTrafficPolicy: Local\nports: [{port: 80}]',
      '6 error not-allowed-value spec.externalTrafficPolicy',
    ],
  ])('%s', (_, spec, expected) => {
    expect(found(service(spec))).toEqual([expected]);
  });

  test('several ports have a name each', () => {
    expect(found(service('ports:\n  - port: 80\n  - port: 443'))).toEqual([
      '7 error missing-field spec.ports[0].name',
      '8 error missing-field spec.ports[1].name',
    ]);
  });

  test.each([
    'clusterIP: None\nselector: {a: b}',
    'type: ExternalName\nexternalName: db.example.com',
    'type: NodePort\nports: [{port: 80, nodePort: 0}]',
    'ports: [{port: 53, name: a, protocol: UDP}, {port: 53, name: b}]',
  ])('%s is right', (spec) => {
    expect(found(service(spec))).toEqual([]);
  });
});

describe('a Service and the Pods of its file', () => {
  const one = podWith('app: web', '{name: http, containerPort: 8080}');
  test.each([
    [
      'another label',
      one + service('selector:\n  app: wep\nports: [{port: 8080}]'),
      '16 warning selector-finds-none spec.selector.app',
      'app: web',
    ],
    [
      'another port',
      one + service('selector: {app: web}\nports:\n  - port: 80'),
      '17 warning unknown-port spec.ports[0].port',
      'targetPort: 8080',
    ],
    [
      'the next port, beside one that is right',
      one + service('selector: {app: web}\nports:\n  - {name: a, port: 8080}\n  - {name: b, port: 8081}'),
      '18 warning unknown-port spec.ports[1].port',
      'targetPort: 8080',
    ],
    [
      'another port’s name',
      one + service('selector: {app: web}\nports:\n  - port: 80\n    targetPort: web'),
      '18 warning unknown-port spec.ports[0].targetPort',
      'targetPort: http',
    ],
  ])('%s', (_, text, expected, fix) => {
    expect(found(text)).toEqual([expected]);
    expect(fixOf(text)).toBe(fix);
  });

  test('another namespace', () => {
    const text =
      podWith('app: web', '{containerPort: 80}', ', namespace: dev') +
      service('selector: {app: web}\nports: [{port: 80}]').replace('name: web', 'name: web\n  namespace: prod');
    expect(found(text)).toEqual(['14 warning other-namespace metadata.namespace']);
  });

  test('of others in the cluster nothing is said', () => {
    expect(
      found(
        one +
          service('selector: {app: web}\nports: [{port: 8080}]') +
          `---\n${service('selector: {app: redis}\nports: [{port: 6379}]', 'redis')}`,
      ),
    ).toEqual([]);
    expect(found(podWith('app: web', '') + service('selector: {app: web}\nports: [{port: 80}]'))).toEqual([]);
  });

  test.each([
    'ports: [{name: a, port: 8080}, {name: b, port: 7000, targetPort: 17000}]',
    'ports: [{name: a, port: 80, targetPort: http}, {name: b, port: 7000}]',
  ])('a port that is not declared, beside one that is: %s', (ports) => {
    expect(found(one + service(`selector: {app: web}\n${ports}`))).toEqual([]);
  });
});

describe('an Ingress', () => {
  const ingress = (rule: string): string =>
    `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec:\n  rules:\n    - ${rule}`;
  const path = (lines: string): string =>
    ingress(`http:\n        paths:\n          - ${lines.replaceAll('\n', '\n            ')}`);
  const backend = 'backend: {service: {name: a, port: {number: 80}}}';
  test.each([
    ['a scheme', ingress('host: http://a.example.com'), '6 error bad-host spec.rules[0].host', 'host: a.example.com'],
    ['a port', ingress('host: a.example.com:8080'), '6 error bad-host spec.rules[0].host', 'host: a.example.com'],
    ['an address', ingress('host: 10.0.0.1'), '6 error bad-host spec.rules[0].host', undefined],
    ['capitals', ingress('host: A.example.com'), '6 error bad-host spec.rules[0].host', 'host: a.example.com'],
    ['a star within', ingress('host: a.*.com'), '6 error bad-host spec.rules[0].host', undefined],
    [
      'a path that begins nowhere',
      path(`path: api\npathType: Prefix\n${backend}`),
      '8 error bad-path spec.rules[0].http.paths[0].path',
      'path: /api',
    ],
    ['no path', path(`pathType: Exact\n${backend}`), '8 error bad-path spec.rules[0].http.paths[0].path', 'path: /'],
    [
      'no backend',
      path('path: /\npathType: Prefix\nbackend: {}'),
      '10 error missing-handler spec.rules[0].http.paths[0].backend',
      undefined,
    ],
    [
      'no port',
      path('path: /\npathType: Prefix\nbackend: {service: {name: a, port: {}}}'),
      '10 error missing-handler spec.rules[0].http.paths[0].backend.service.port',
      'port:\n  number: 80',
    ],
    [
      'fields of old',
      path('path: /\npathType: Prefix\nbackend:\n  serviceName: a\n  servicePort: 80'),
      '11 error old-ingress-backend spec.rules[0].http.paths[0].backend.serviceName',
      'backend:\n  service:\n    name: a\n    port:\n      number: 80',
    ],
    [
      'nothing',
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec: {ingressClassName: nginx}',
      '4 error missing-field spec.rules',
      undefined,
    ],
  ])('%s', (_, text, expected, fix) => {
    expect(found(text)).toEqual([expected]);
    if (fix !== undefined) expect(fixOf(text)).toBe(fix);
  });

  test.each([ingress('host: "*.example.com"'), path(`pathType: ImplementationSpecific\n${backend}`)])(
    'good ones',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});

describe('a NetworkPolicy', () => {
  const policy = (lines: string): string =>
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec:\n  podSelector: {}\n${lines.replace(/^/gm, '  ')}`;
  test.each([
    [
      'no range',
      'ingress:\n  - from:\n      - ipBlock: {cidr: 10.0.0.0}',
      '8 error bad-cidr spec.ingress[0].from[0].ipBlock.cidr',
    ],
    [
      'an exception outside',
      'ingress:\n  - from:\n      - ipBlock: {cidr: 10.0.0.0/16, except: [10.1.0.0/24]}',
      '8 error bad-cidr spec.ingress[0].from[0].ipBlock.except[0]',
    ],
    [
      'a range and a selector',
      'ingress:\n  - from:\n      - ipBlock: {cidr: 10.0.0.0/16}\n        podSelector: {matchLabels: {a: b}}',
      '8 error too-many-handlers spec.ingress[0].from[0]',
    ],
    ['nobody', 'ingress:\n  - from:\n      - {}', '8 error missing-handler spec.ingress[0].from[0]'],
    [
      'an end before its beginning',
      'ingress:\n  - ports:\n      - {port: 80, endPort: 70}',
      '8 error out-of-range spec.ingress[0].ports[0].endPort',
    ],
    ['rules that do nothing', 'policyTypes: [Ingress]\negress:\n  - {}', '7 warning idle-rules spec.egress'],
  ])('%s', (_, lines, expected) => {
    expect(found(policy(lines))).toEqual([expected]);
  });

  test('as usual', () => {
    expect(
      found(
        policy(
          'policyTypes: [Ingress, Egress]\ningress:\n  - from:\n      - podSelector: {}\n      - namespaceSelector: {}\n        podSelector: {matchLabels: {a: b}}\n      - ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}\negress:\n  - ports: [{port: 1000, endPort: 2000}]',
        ),
      ),
    ).toEqual([]);
  });
});
