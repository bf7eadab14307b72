/** Text without a `kind`: other programs' files are no mistake, parts of a manifest are examined, objects have lost it. */
import { describe, expect, test } from 'vitest';
import { found } from './found.ts';

test.each([
  ['a chart', 'apiVersion: v2\nname: web\ndescription: a shop\ntype: application\nversion: 0.1.0\nappVersion: "1.27"'],
  ['an old chart', 'apiVersion: v1\nname: web\nversion: 0.1.0\nmaintainers:\n  - name: kim'],
  [
    'a kustomization',
    'resources:\n  - deployment.yaml\n  - service.yaml\nnamePrefix: dev-\nimages:\n  - name: web\n    newTag: v2',
  ],
  ['a kustomization with its version', 'apiVersion: kustomize.config.k8s.io/v1beta1\nresources: [a.yaml]'],
  ['Compose', 'services:\n  web:\n    image: nginx:1.27\n    ports: ["8080:80"]\nvolumes:\n  data: {}'],
  ['Compose with a version', 'version: "3.8"\nservices:\n  db:\n    image: mysql:8\n    environment: [A=b]'],
  [
    'a workflow',
    'name: CI\non:\n  push:\n    branches: [main]\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4',
  ],
  [
    'values of a chart',
    'replicaCount: 1\nimage:\n  repository: nginx\n  tag: ""\nservice:\n  type: ClusterIP\n  port: 80',
  ],
  ['a playbook', '- name: install\n  hosts: all\n  tasks:\n    - name: nginx\n      apt: {name: nginx}'],
  ['steps', '- name: build\n  uses: actions/setup-node@v4\n  with: {node-version: 22}'],
  ["the spec of another's resource", 'spec:\n  selector: {matchLabels: {app: web}}\n  endpoints: [{port: web}]'],
])('%s is no mistake', (_, text) => {
  expect(found(text)).toEqual([]);
});

test.each([
  'constructor: x',
  'metadata:\n  valueOf: 2',
  'spec:\n  containers:\n    - name: a\n      image: b\n      toString: 1',
  '__proto__: 1',
])('a key that every object of JavaScript has is a key as any other: %j', (keys) => {
  expect(found(`apiVersion: v1\nkind: Pod\n${keys}\n`).length).toBeGreaterThan(0);
});

describe('a part that is right has no findings', () => {
  test.each([
    ['spec:\n  replicas: 3'],
    [
      'spec:\n  replicas: 3\n  template:\n    spec:\n      restartPolicy: Always\n      containers: [{name: a, image: b}]',
    ],
    ['spec:\n  template:\n    spec:\n      restartPolicy: Never\n      containers: [{name: a, image: b}]'],
    ['spec:\n  containers:\n    - name: web\n      image: nginx:1.27\n      ports:\n        - containerPort: 80'],
    ['metadata:\n  labels: {app: web}\nspec:\n  containers: [{name: a, image: b}]'],
    ['spec:\n  type: NodePort\n  selector: {app: web}\n  ports: [{port: 80, targetPort: web}]'],
    ['spec:\n  accessModes: [ReadWriteOnce]\n  resources: {requests: {storage: 1Gi}}'],
    ['containers:\n  - name: web\n    image: nginx:1.27\n    volumeMounts: [{name: data, mountPath: /data}]'],
    ['- name: web\n  image: nginx:1.27\n  env:\n    - name: A\n      value: "1"'],
    ['- name: data\n  mountPath: /data\n- name: log\n  mountPath: /log'],
    ['- name: http\n  port: 80\n  targetPort: 8080'],
  ])('%j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test.each([
  [
    'spec:\n  replicas: 3\n  tempalte: {spec: {containers: [{name: a, image: b}]}}\n  selector: {}',
    '3 error unknown-field spec.tempalte',
  ],
  ['spec:\n  containers:\n    - name: web\n      imgae: nginx', '4 error unknown-field spec.containers[0].imgae'],
  [
    'spec:\n  replicas: 3\n  containers:\n    - name: a\n      imgae: b',
    '5 error unknown-field spec.containers[0].imgae',
  ],
  ['spec:\n  containers:\n    - image: nginx', '3 error missing-field spec.containers[0].name'],
  [
    'spec:\n  containers:\n    - name: web\n      image: nginx\n      volumeMounts: [{name: data, mountPath: /data}]',
    '5 error unknown-volume spec.containers[0].volumeMounts[0].name',
  ],
  [
    'containers:\n  - name: web\n    image: nginx\n    ports:\n      - containerport: 80',
    '5 error unknown-field containers[0].ports[0].containerport',
  ],
  [
    '- name: web\n  image: nginx\n  ports:\n    - containerPort: 70000',
    '4 error out-of-range [0].ports[0].containerPort',
  ],
  ['spec:\n  ports:\n    - port: "80"\n  selector: {app: web}', '3 error wrong-type spec.ports[0].port'],
])('the mistake in a part is found: %j', (text, expected) => {
  expect(found(text)).toEqual([expected]);
});

test.each([
  ['apiVersion: v1\nmetadata:\n  name: web\nspec: {}'],
  ['metadata:\n  name: web\nspec:\n  containers: []'],
  ['apiVersion: apps/v1\nspec:\n  replicas: 3'],
])('an object without its kind is told so: %j', (text) => {
  expect(found(text)).toEqual(['1 error missing-field kind']);
});
