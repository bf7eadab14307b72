import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examine } from '../../src/doctor/examine.ts';
import { parse } from '../../src/doctor/read/parse.ts';
import { quickly } from '../../src/doctor/read/quick/quick.ts';
import { keyOf, resolve } from '../../src/doctor/read/resolve.ts';
import { split } from '../../src/doctor/read/split.ts';
import { container, first, fixOf, found, manifest, pod } from './found.ts';

describe('a plain value is read as go-yaml reads it', () => {
  test.each([
    ['yes', true],
    ['On', true],
    ['y', true],
    ['off', false],
    ['N', false],
    ['yEs', 'yEs'],
    ['~', null],
    ['', null],
    ['0644', 420],
    ['0o17', 15],
    ['0b101', 5],
    ['0x1F', 31],
    ['08', 8],
    ['1_000', 1000],
    ['-1', -1],
    ['+5', 5],
    ['1.0', 1],
    ['.5', 0.5],
    ['1e3', 1000],
    ['12:30:45', '12:30:45'],
    ['2026-01-01', '2026-01-01'],
    ['1.2.3', '1.2.3'],
    ['-', '-'],
    ['.inf', Number.POSITIVE_INFINITY],
    ['-.Inf', Number.NEGATIVE_INFINITY],
    ['.nan', Number.NaN],
    ['1Gi', '1Gi'],
  ])('%s', (source, value) => {
    expect(resolve(source)).toEqual(value);
  });

  test('and a key as it stands in JSON', () => {
    expect(['8080', 'yes', 'app', '0644', '1.10', '~'].map(keyOf)).toEqual([
      '8080',
      'true',
      'app',
      '420',
      '1.1',
      undefined,
    ]);
  });
});

describe('documents are split as kubectl splits them', () => {
  const begin = (text: string): number[] => split(text.split('\n')).map(({ firstLine }) => firstLine);

  test('at three dashes, with a comment behind them or none; what is empty is no document', () => {
    expect(begin('a: b\n--- # second\nc: d\n---\n# nothing\n---\ne: f')).toEqual([1, 3, 7]);
  });

  test('at each object of JSON', () => {
    expect(begin('{"a": 1}\n{\n  "b": {\n  }\n}\n{"c": 3}')).toEqual([1, 2, 6]);
  });

  test('where another object begins without a separator, but not at a key that only stands twice', () => {
    const one = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n';
    expect(begin(one + one)).toEqual([1, 5]);
    expect(begin(`${one}kind: Pod\n`)).toEqual([1]);
  });

  test('whose first line is the one that is named', () => {
    const one = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n';
    expect(found(`${one}${one.replace('name: a', 'name: b')}`)).toEqual(['5 warning missing-separator apiVersion']);
  });

  test('and other signs in their place are named', () => {
    const one = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ';
    for (const line of ['----', '--', '—', '——', ' ---', '---x: y', '====='])
      expect([line, found(`${one}a\n${line}\n${one}b`)[0]]).toEqual([
        line,
        expect.stringContaining('5 error bad-separator'),
      ]);
  });
});

/** All documents of the labelled manifests. */
const documents = ['good', 'bad'].flatMap((folder) =>
  readdirSync(join(import.meta.dirname, folder)).flatMap((file) =>
    split(
      readFileSync(join(import.meta.dirname, folder, file), 'utf8')
        .replace(/^\uFEFF/, '')
        .split(/\r\n|\n/),
    ).map((chunk) => ({
      file,
      ...chunk,
    })),
  ),
);

test('the quick reader reads what a whole parser of YAML reads', () => {
  const read = documents.flatMap(({ file, texts, firstLine }) => {
    const quick = quickly(texts, firstLine);
    return quick ? [{ file, quick, whole: parse(texts.join('\n'), firstLine) }] : [];
  });
  expect(read.length).toBeGreaterThan(documents.length * 0.8);
  for (const { file, quick, whole } of read) {
    // Of a problem its line is told.
    const lines = (all: typeof whole.problems) => all.map(({ column: _, ...problem }) => problem);
    expect([file, lines(whole.problems)]).toEqual([file, lines(quick.problems)]);
    // Where nothing stands, a place is a matter of taste.
    const plain = (root: unknown): string =>
      JSON.stringify(root).replace(/("source":"","quoted":false,"line":\d+,"column":)\d+/g, '$1');
    expect([file, plain(quick.root)]).toEqual([file, plain(whole.root)]);
  }
});

test('curly quotes within a text in plain quotes are its own', () => {
  expect(found(container(`command: [sh, -c, 'echo "$A"; echo “끝”']`))).toEqual([]);
});

describe('a mistake of YAML is named where it is, and the rest is read on', () => {
  test.each([
    [
      'a tab',
      container('ports: [{containerPort: 80}]').replace('    ports', '\tports'),
      '9 error tab spec.containers[0].ports',
    ],
    [
      'a key too deep',
      container('ports: [{containerPort: 80}]').replace('    ports', '      ports'),
      '9 error indentation spec.containers[0].ports',
    ],
    [
      'the first key of several',
      'kind: Pod\napiVersion: v1\nmetadata:\n   name: a\n  labels:\n    x: z\n  namespace: b\nspec: {containers: [{name: a, image: b}]}',
      '4 error indentation metadata.name',
    ],
    [
      'a space of a web page',
      pod('containers:\n\u00a0\u00a0- name: a\n    image: b'),
      '7 error odd-space spec.containers[0].name',
    ],
    [
      'a space of full width behind a colon',
      container('workingDir:\u3000/app'),
      '9 error odd-space spec.containers[0].workingDir',
    ],
    ['a sign that nobody sees', container('working\u200bDir: /app'), '9 error odd-space spec.containers[0].workingDir'],
    ['no space behind a colon', container('workingDir:/app'), '9 error missing-space spec.containers[0].workingDir'],
    ['no space behind a dash', container('args:\n  -a'), '10 error missing-space spec.containers[0].args[0]'],
    ['no colon', container('workingDir /app\ntty: true'), '9 error missing-colon spec.containers[0].workingDir'],
    ['a colon of full width', container('workingDir：/app'), '9 error full-width spec.containers[0].workingDir'],
    ['commas of full width', container('args: ["a"，"b"]'), '9 error full-width spec.containers[0].args'],
    ['a star', container('workingDir: * * *'), '9 error needs-quotes spec.containers[0].workingDir'],
    ['an at', container('workingDir: @app'), '9 error needs-quotes spec.containers[0].workingDir'],
    ['a colon in a value', container('workingDir: /app: x'), '9 error needs-quotes spec.containers[0].workingDir'],
    [
      'a quote that is not closed',
      container('workingDir: "/app\ntty: true'),
      '9 error unclosed-quote spec.containers[0].workingDir',
    ],
    ['a quote at the end alone', container('workingDir: app"'), '9 warning stray-quote spec.containers[0].workingDir'],
    [
      'a bracket that is not closed',
      container('args: [a, b\ntty: true'),
      '9 error unclosed-bracket spec.containers[0].args',
    ],
    ['a list on the line of its key', container('args: - a'), '9 error list-on-key-line spec.containers[0].args'],
    ['text behind a quote', container('workingDir: "/a" b'), '9 error text-after-quote spec.containers[0].workingDir'],
    ['curly quotes', container('workingDir: “/app”'), '9 warning smart-quotes spec.containers[0].workingDir'],
    ['a template', container('workingDir: {{ .Values.dir }}'), '9 error template spec.containers[0].workingDir'],
    ['a fence', `\`\`\`yaml\n${container('tty: true')}\n\`\`\``, '1 error markdown-fence '],
    ['a command', `$ kubectl get pod web -o yaml\n${container('tty: true')}`, '1 error shell-command '],
    [
      'a conflict',
      container('<<<<<<< HEAD\ntty: true\n=======\ntty: false\n>>>>>>> other').replace(/^ +([<=>]{7})/gm, '$1'),
      '9 error conflict-marker ',
    ],
    ['a mark of a diff', container('tty: true').replace(/^(?= +tty)/m, '+'), '9 error diff-mark '],
    [
      'a key that is a word for true',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  on: "x"',
      '5 warning bad-key data.true',
    ],
    ['an alias of nothing', container('args: [*a]'), '9 error unknown-alias spec.containers[0].args'],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test.each([
    [
      'keys one too deep behind a dash',
      pod('containers:\n- name: a\n   image: b\n   ports:\n   - containerPort: 80'),
      8,
      '- name: a\n  image: b\n  ports:\n  - containerPort: 80',
    ],
    [
      'keys not deep enough behind a dash',
      pod('containers:\n  - name: a\n   image: b\n   tty: true'),
      8,
      '- name: a\n  image: b\n  tty: true',
    ],
    ['one of two keys', pod('containers:\n- name: a\n   image: b\n  tty: true'), 8, '- name: a\n  image: b'],
    [
      'an item further in',
      pod('containers:\n- name: a\n  image: b\n - name: c\n   image: d'),
      9,
      '- name: a\n  image: b\n- name: c\n  image: d',
    ],
    [
      'the first key of several',
      'apiVersion: v1\nkind: Pod\nmetadata:\n   name: a\n  labels:\n    x: z\n  namespace: b\nspec: {containers: [{name: a, image: b}]}',
      4,
      'metadata:\n  name: a\n  labels:',
    ],
    ['a tab', pod('containers:\n- name: a\n  image: b').replace('    image', '\timage'), 8, '- name: a\n  image: b'],
    [
      'a key behind what stands deeper',
      'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: a}\nspec:\n  accessModes:\n    - ReadWriteOnce\n\u00a0\u00a0resources: {requests: {storage: 1Gi}}',
      7,
      'resources: {requests: {storage: 1Gi}}',
    ],
  ])('and the mend of %s shows what the lines have to begin beside', (_, text, line, fix) => {
    expect([first(text).line, fixOf(text)]).toEqual([line, fix]);
  });

  test('each of many', () => {
    const text = container('workingDir:/app\ntty： true\nstdin: “true”\nargs: ["a"，"b"]').replace(
      'image: nginx',
      'image:nginx',
    );
    expect(found(text).map((one) => one.split(' ').slice(0, 3).join(' '))).toEqual([
      '8 error missing-space',
      '9 error missing-space',
      '10 error full-width',
      '11 error smart-quotes',
      '12 error full-width',
    ]);
  });

  test('a comma that JSON lacks', () => {
    expect(found('{\n  "apiVersion": "v1"\n  "kind": "Namespace",\n  "metadata": {"name": "a"}\n}')).toEqual([
      '2 error missing-comma apiVersion',
    ]);
  });

  test('text of a block is nobody’s business', () => {
    const text = `
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: a
      data:
        notes: |
          -name:x “y” ：
          key:value
          \`\`\`
          {{ .Values.x }}
        more: "a: b"
    `;
    expect(found(text)).toEqual([]);
  });
});

describe('what unfolds or nests without end ends calmly', () => {
  test('aliases of aliases', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [at, name] of [...'bcdefghi'].entries())
      lines.push(`${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[at]}`).join(', ')}]`);
    expect(examine(lines.join('\n')).findings.map(({ rule }) => rule)).toContain('too-many-aliases');
  });

  test.each(['['.repeat(100_000), '{a: '.repeat(50_000), '- '.repeat(50_000), `${' '.repeat(3)}a:\n`.repeat(10)])(
    '%.10s…',
    (text) => {
      expect(examine(text).findings.length).toBeGreaterThan(0);
    },
  );

  test('an anchor within itself', () => {
    expect(found('a: &a\n  - *a')).toContainEqual(expect.stringContaining('error unknown-alias'));
  });
});

test('a key that stands twice counts at its second place, and merged keys do not count as twice', () => {
  expect(found(container('tty: true\ntty: false'))).toEqual(['10 warning duplicate-key spec.containers[0].tty']);
  const text = manifest(`
    apiVersion: v1
    kind: ConfigMap
    metadata: &meta
      name: a
    data: {}
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: a}
    spec:
      containers:
        - &base
          name: a
          image: b
          env: [{name: A, value: "1"}]
        - <<: *base
          name: c
  `);
  expect(found(text)).toEqual([]);
});
