import { describe, expect, test } from 'vitest';
import { examine } from '../../src/doctor/examine.ts';
import { ENUMS } from '../../src/doctor/schema/enums.ts';
import { nearest, wayDown } from '../../src/doctor/schema/misspelt.ts';
import { amountOf } from '../../src/doctor/schema/quantity.ts';
import { PORTS, RANGES } from '../../src/doctor/schema/ranges.ts';
import { ALSO_REQUIRED, NOT_REQUIRED } from '../../src/doctor/schema/required.ts';
import { schema } from '../../src/doctor/schema/schema.ts';
import { REMOVED, SHORT_NAMES } from '../../src/doctor/schema/versions.ts';
import { container, first, fixOf, found, manifest, pod } from './found.ts';

const { kinds, types } = schema();
const isKnown = (field: string): boolean => {
  const [type = '', name = ''] = field.split('.');
  return types[type]?.[name] !== undefined;
};

describe('the facts that stand beside the generated ones', () => {
  test('are of fields that exist', () => {
    const fields = [
      ...Object.keys(ENUMS),
      ...Object.keys(RANGES),
      ...PORTS,
      ...NOT_REQUIRED,
      ...Object.entries(ALSO_REQUIRED).flatMap(([type, names]) => names.map((name) => `${type}.${name}`)),
    ];
    expect(fields.length).toBeGreaterThan(150);
    expect(fields.filter((field) => !isKnown(field))).toEqual([]);
  });

  test('name versions and kinds that exist, and as removed none that is there', () => {
    const removed = Object.entries(REMOVED).flatMap(([version, of]) =>
      Object.entries(of).map(([kind, { now }]) => ({ version, kind, now })),
    );
    expect(removed.filter(({ kind, now }) => now !== undefined && !kinds[now]?.[kind])).toEqual([]);
    expect(removed.filter(({ version, kind }) => kinds[version]?.[kind])).toEqual([]);
    const all = Object.values(kinds).flatMap((of) => Object.keys(of));
    expect(Object.values(SHORT_NAMES).filter((kind) => !all.includes(kind))).toEqual([]);
  });

  test('every type that a field names is there', () => {
    const named = Object.values(types).flatMap((fields) =>
      Object.values(fields).map((type) => type.replace(/^[[{]+|!$/g, '')),
    );
    expect([...new Set(named.filter((type) => /^[A-Z]/.test(type) && !types[type]))]).toEqual([]);
  });
});

describe('a word that was meant', () => {
  const words = ['containers', 'initContainers', 'imagePullPolicy', 'volumes', 'replicas'];
  test.each([
    ['container', 'containers'],
    ['Containers', 'containers'],
    ['image_pull_policy', 'imagePullPolicy'],
    ['imagePulPolicy', 'imagePullPolicy'],
    ['replcias', 'replicas'],
    ['volume', 'volumes'],
    ['banana', undefined],
    ['x', undefined],
  ])('%s', (word, meant) => {
    expect(nearest(word, words)).toBe(meant);
  });

  test('is found further down', () => {
    expect([wayDown('V1DeploymentSpec', 'containers'), wayDown('V1DeploymentSpec', 'banana')]).toEqual([
      'template.spec.containers',
      undefined,
    ]);
  });
});

describe('quantities', () => {
  test.each([
    ['500m', 0.5],
    ['1', 1],
    ['1.5Gi', 1.5 * 2 ** 30],
    ['.5', 0.5],
    ['1e3', 1000],
    ['128Mi', 2 ** 27],
    ['10k', 10_000],
    ['1K', undefined],
    ['1g', undefined],
    ['128MB', undefined],
    ['100 M', undefined],
    ['', undefined],
  ])('%s', (source, amount) => {
    expect(amountOf(source)).toBe(amount);
  });

  test.each([
    ['512mb', '512M'],
    ['1GB', '1G'],
    ['0.5gi', '0.5Gi'],
    ['100 M', '100M'],
    ['1K', '1k'],
    ['64MiB', '64Mi'],
    ['0,5Gi', '0.5Gi'],
  ])('%s was meant as %s', (source, right) => {
    const { rule, fix } = first(container(`resources:\n  limits:\n    memory: ${source}`));
    expect([rule, fix?.ko]).toEqual(['bad-quantity', `memory: ${right}`]);
  });
});

describe('fields', () => {
  test.each([
    [
      'a misspelt one',
      container('imagePullpolicy: Always'),
      '9 error unknown-field spec.containers[0].imagePullpolicy',
      'imagePullPolicy: Always',
    ],
    [
      'one from further down',
      pod('containers:\n  - name: a\n    image: b\nrunAsUser: 1'),
      '9 error misplaced-field spec.runAsUser',
      'securityContext:\n  runAsUser: 1',
    ],
    [
      'one from further up',
      container('hostNetwork: true'),
      '9 error misplaced-field spec.containers[0].hostNetwork',
      'spec:\n  hostNetwork: true',
    ],
    [
      'one that lost its indentation',
      'apiVersion: v1\nkind: Pod\nmetadata:\nname: a\nspec: {containers: [{name: a, image: b}]}',
      '4 error misplaced-field name',
      'metadata:\n  name: a',
    ],
    [
      'a number in quotes',
      container('ports:\n  - containerPort: "80"'),
      '10 error wrong-type spec.containers[0].ports[0].containerPort',
      'containerPort: 80',
    ],
    [
      'a number for text',
      container('env:\n  - name: A\n    value: 1'),
      '11 error wrong-type spec.containers[0].env[0].value',
      'value: "1"',
    ],
    [
      'a word for true',
      container('env:\n  - name: A\n    value: on'),
      '11 error wrong-type spec.containers[0].env[0].value',
      'value: "on"',
    ],
    [
      'a variable as Docker takes it',
      container('env:\n  - A=b=c'),
      '10 error wrong-type spec.containers[0].env[0]',
      '- name: A\n  value: "b=c"',
    ],
    [
      'a word of Compose',
      container('enviroment:\n  - name: A\n    value: b'),
      '9 error unknown-field spec.containers[0].enviroment',
      'env:\n  - name: A\n    value: b',
    ],
    [
      'a word of Docker',
      container('entrypoint: [sleep]'),
      '9 error unknown-field spec.containers[0].entrypoint',
      'command:\n  - sleep',
    ],
    ['true in quotes', container('tty: "true"'), '9 error wrong-type spec.containers[0].tty', 'tty: true'],
    [
      'text for a list',
      container('command: sleep 10'),
      '9 error wrong-type spec.containers[0].command',
      'command: ["sleep", "10"]',
    ],
    [
      'a map for a list',
      container('ports:\n  containerPort: 80'),
      '9 error wrong-type spec.containers[0].ports',
      'ports:\n  - containerPort: 80',
    ],
    [
      'a map of variables',
      container('env:\n  A: 1'),
      '9 error wrong-type spec.containers[0].env',
      'env:\n  - name: A\n    value: "1"',
    ],
    [
      'text for a map',
      pod('volumes:\n  - name: v\n    configMap: app\ncontainers:\n  - name: a\n    image: b'),
      '8 error wrong-type spec.volumes[0].configMap',
      'configMap:\n  name: app',
    ],
    [
      'a word in the wrong case',
      pod('restartPolicy: never\ncontainers:\n  - name: a\n    image: b'),
      '6 error not-allowed-value spec.restartPolicy',
      'restartPolicy: Never',
    ],
    [
      'a port too high',
      container('ports:\n  - containerPort: 70000'),
      '10 error out-of-range spec.containers[0].ports[0].containerPort',
      undefined,
    ],
  ])('%s', (_, text, expected, fix) => {
    expect(found(text)).toEqual([expected]);
    expect(fixOf(text)).toBe(fix);
  });

  test.each([
    [
      'of a probe under its handler',
      container(
        'livenessProbe:\n  httpGet:\n    port: 80\n    initialDelaySeconds: 10\n    periodSeconds: 5\nports: [{containerPort: 80}]',
      ),
      [
        '12 error misplaced-field spec.containers[0].livenessProbe.httpGet.initialDelaySeconds',
        '13 error misplaced-field spec.containers[0].livenessProbe.httpGet.periodSeconds',
      ],
      'containers:\n  - name: web\n    livenessProbe:\n      initialDelaySeconds: 10\n      periodSeconds: 5',
    ],
    [
      'of a container under its resources',
      container('resources:\n  limits: {memory: 1Gi}\n  ports:\n    - containerPort: 80'),
      ['11 error misplaced-field spec.containers[0].resources.ports'],
      'containers:\n  - name: web\n    ports:\n      - containerPort: 80',
    ],
    [
      'of a container beside its list',
      pod('containers:\n  - name: a\n    image: b\nimagePullPolicy: Always\nenv:\n  - name: A\n    value: b'),
      ['9 error misplaced-field spec.imagePullPolicy', '10 error misplaced-field spec.env'],
      'containers:\n  - name: a\n    imagePullPolicy: Always\n    env:\n      - name: A\n        value: b',
    ],
    [
      'of one of several containers',
      'apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: a}\nspec:\n  selector: {matchLabels: {a: b}}\n  tty: true\n  template:\n    metadata: {labels: {a: b}}\n    spec: {containers: [{name: a, image: b}, {name: c, image: d}]}',
      ['6 error misplaced-field spec.tty'],
      'containers:\n  - tty: true',
    ],
    [
      'of a port beside its list',
      'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec:\n  ports: [{port: 80}]\n  targetPort: 8080',
      ['6 error misplaced-field spec.targetPort'],
      'ports:\n  - targetPort: 8080',
    ],
  ])('%s are shown in the item that they belong to, all at once', (_, text, expected, fix) => {
    expect(found(text)).toEqual(expected);
    expect(fixOf(text)).toBe(fix);
  });

  test('a misspelt one that has mistakes under it is shown without them', () => {
    const text = container('environment:\n  A: 1');
    const { findings } = examine(text);
    expect(findings.map(({ rule, fix }) => [rule, fix?.ko])).toEqual([
      ['unknown-field', 'env:'],
      ['wrong-type', 'env:\n  - name: A\n    value: "1"'],
    ]);
  });

  test.each([
    ['3306', '`3306`은 숫자로 읽혀요'],
    ['true', '`true`는 참/거짓 값으로 읽혀요'],
    ['yes', '`yes`는 참/거짓 값(`true`)으로 읽혀요'],
  ])('text without its quotes is told as what it is read as: %s', (value, said) => {
    expect(first(container(`env:\n  - name: A\n    value: ${value}`)).message.ko).toContain(said);
  });

  describe('of another version of an autoscaler', () => {
    const autoscaler = (version: string, spec: string): string =>
      `apiVersion: autoscaling/${version}\nkind: HorizontalPodAutoscaler\nmetadata: {name: a}\nspec:\n  scaleTargetRef: {kind: Deployment, name: a}\n  maxReplicas: 3\n${spec.replace(/^/gm, '  ')}`;
    const metric = (name: string, lines: string): string =>
      autoscaler(
        'v2',
        `metrics:\n  - type: ${name[0]?.toUpperCase()}${name.slice(1)}\n    ${name}:\n${lines.replace(/^/gm, '      ')}`,
      );

    test.each([
      [
        metric('resource', 'name: cpu\ntargetAverageUtilization: 50'),
        ['11 error old-field spec.metrics[0].resource.targetAverageUtilization'],
        'target:\n  type: Utilization\n  averageUtilization: 50',
      ],
      [
        metric('pods', 'metricName: requests\ntargetAverageValue: 1k'),
        [
          '10 error old-field spec.metrics[0].pods.metricName',
          '11 error old-field spec.metrics[0].pods.targetAverageValue',
        ],
        'metric:\n  name: requests',
      ],
      [
        autoscaler('v2', 'targetCPUUtilizationPercentage: 60'),
        ['7 error old-field spec.targetCPUUtilizationPercentage'],
        'metrics:\n  - type: Resource\n    resource:\n      name: cpu\n      target:\n        type: Utilization\n        averageUtilization: 60',
      ],
      [autoscaler('v1', 'metrics: []'), ['7 error old-field spec.metrics'], 'apiVersion: autoscaling/v2'],
    ])('each is shown as it is written now: %j', (text, expected, fix) => {
      expect([found(text), fixOf(text)]).toEqual([expected, fix]);
    });

    test('the old one stays right in its own version', () => {
      expect(found(autoscaler('v1', 'targetCPUUtilizationPercentage: 60'))).toEqual([]);
    });
  });

  test('that are required and missing are named at the key that lacks them', () => {
    expect(found('apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n  replicas: 1')).toEqual([
      '4 error missing-field spec.selector',
      '4 error missing-field spec.template',
    ]);
    expect(
      found('apiVersion: v1\nkind: Pod\nmetadata:\n  labels: {a: b}\nspec:\n  containers:\n    - image: b'),
    ).toEqual(['3 error missing-field metadata.name', '7 error missing-field spec.containers[0].name']);
    expect(found('apiVersion: v1\nkind: Pod\nmetadata: {name: a}')).toEqual(['1 error missing-field spec']);
  });

  test('of a status are the cluster’s own', () => {
    const text = `${pod('containers:\n  - name: a\n    image: b')}\nstatus:\n  conditions:\n    - type: Ready\n`;
    expect(found(text)).toEqual([]);
  });
});

describe('kinds and versions', () => {
  const of = (version: string, kind: string, spec = ''): string =>
    `apiVersion: ${version}\nkind: ${kind}\nmetadata:\n  name: a\n${spec}`;
  test.each([
    [
      'a removed version',
      of(
        'batch/v1beta1',
        'CronJob',
        'spec: {schedule: "@daily", jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: b}]}}}}}',
      ),
      '1 error removed-api-version apiVersion',
      'apiVersion: batch/v1',
    ],
    [
      'a wrong one',
      of('v1', 'Ingress', 'spec: {defaultBackend: {service: {name: a, port: {number: 80}}}}'),
      '1 error wrong-api-version apiVersion',
      'apiVersion: networking.k8s.io/v1',
    ],
    [
      'a misspelt one',
      of('networking.k8.io/v1', 'Ingress', 'spec: {defaultBackend: {service: {name: a, port: {number: 80}}}}'),
      '1 error wrong-api-version apiVersion',
      'apiVersion: networking.k8s.io/v1',
    ],
    ['none', 'kind: Namespace\nmetadata: {name: a}', '1 error missing-field apiVersion', 'apiVersion: v1'],
    ['a kind in lower case', of('v1', 'namespace'), '2 error unknown-kind kind', 'kind: Namespace'],
    ['a kind by kubectl’s short word', of('v1', 'ns'), '2 error unknown-kind kind', 'kind: Namespace'],
    ['a misspelt kind', of('v1', 'Namepsace'), '2 error unknown-kind kind', 'kind: Namespace'],
    ['a kind that is nowhere', of('apps/v1', 'Gadget'), '2 error unknown-kind kind', undefined],
    ['no kind', 'apiVersion: v1\nmetadata: {name: a}', '1 error missing-field kind', undefined],
  ])('%s', (_, text, expected, fix) => {
    expect(found(text)).toEqual([expected]);
    expect(fixOf(text)).toBe(fix);
  });

  test.each([
    of('example.com/v1', 'Gadget', 'spec: {anything: goes}'),
    of('serving.knative.dev/v1', 'Service', 'spec: {template: {}}'),
    of('gateway.networking.k8s.io/v1', 'Gateway'),
    'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]',
    'apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\nnodes: [{role: control-plane}]',
    'apiVersion: v1\nkind: Config\nclusters: []\ncontexts: []\nusers: []',
    'apiVersion: v1\nkind: List\nitems: []',
  ])('of others are no mistake', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('within a List are read one by one', () => {
    const text = manifest(`
      apiVersion: v1
      kind: List
      items:
        - apiVersion: v1
          kind: Namespace
          metadata: {name: a}
        - apiVersion: v1
          kind: Namespace
          metadata: {nam: b}
    `);
    expect(found(text)).toEqual(['9 error unknown-field items[1].metadata.nam']);
  });
});
