import { describe, expect, test } from 'vitest';
import { KubectlError } from '../../../src/lab/kubectl/errors.ts';
import { readFlags } from '../../../src/lab/kubectl/flags.ts';
import { fillTemplate, readField } from '../../../src/lab/kubectl/jsonpath/fill.ts';
import { readTemplate } from '../../../src/lab/kubectl/jsonpath/read.ts';
import { readDocuments } from '../../../src/lab/kubectl/manifest.ts';
import { threeWayPatch } from '../../../src/lab/kubectl/merging.ts';
import { unifiedDiff } from '../../../src/lab/kubectl/print/diff.ts';
import { DESCRIBE, GET, lineUp } from '../../../src/lab/kubectl/print/tabs.ts';
import { toYaml } from '../../../src/lab/kubectl/print/yaml.ts';
import { isAsked, readTyped } from '../../../src/lab/kubectl/typed.ts';
import { splitWords } from '../../../src/lab/kubectl/words.ts';

describe('words', () => {
  test.each<[string, string[]]>([
    ['get  pods', ['get', 'pods']],
    [`a 'b c' "d \\"e"`, ['a', 'b c', 'd "e']],
    ['a\\ b ""', ['a b', '']],
    ['a \\\n b # comment', ['a', 'b']],
    ['-p “{x}”', ['-p', '{x}']],
    [`jsonpath='{"\\n"}'`, ['jsonpath={"\\n"}']],
  ])('%j', (line, words) => expect(splitWords(line)).toEqual(words));

  test('a quote that does not end is refused', () => expect(() => splitWords("a 'b")).toThrow(KubectlError));
});

describe('flags', () => {
  const FLAGS = [
    { name: 'namespace', short: 'n', type: 'value' },
    { name: 'stdin', short: 'i', type: 'bool' },
    { name: 'tty', short: 't', type: 'bool' },
    { name: 'dry-run', type: 'value', bare: 'unchanged' },
    { name: 'labels', type: 'list' },
  ] as const;
  const read = (line: string) => readFlags(splitWords(line), FLAGS, 'get');

  test('stand anywhere, joined or apart, until two dashes', () => {
    const { args, given, dash } = read('pod -it -nx a --labels=a,b --labels c --dry-run y -- ls -n z');
    expect(args).toEqual(['pod', 'a', 'y', 'ls', '-n', 'z']);
    expect(dash).toBe(3);
    expect(given.value('namespace')).toBe('x');
    expect([given.is('stdin'), given.is('tty')]).toEqual([true, true]);
    expect(given.all('labels')).toEqual(['a', 'b', 'c']);
    expect(given.value('dry-run')).toBe('unchanged');
  });

  test.each(['--nope', '-q', '-n', '--namespace', '--stdin=maybe'])('%s is refused', (line) =>
    expect(() => read(line)).toThrow(/^error: /),
  );
});

describe('jsonpath', () => {
  const value = {
    items: [
      { a: 'x', n: 1, in: { b: [1, 2] } },
      { a: 'y', n: 2 },
    ],
    'k.e/y': { deep: true },
  };
  const fill = (template: string): string => fillTemplate(readTemplate(template), value);

  test.each<[string, string]>([
    ['{.items[*].a}', 'x y'],
    ['{.items[0].in}', '{"b":[1,2]}'],
    ['{.items[-1:].a}|{.items[0].in.b[1]}', 'y|2'],
    ['{range .items[*]}{.a}={.n}{"\\n"}{end}', 'x=1\ny=2\n'],
    ['{.items[?(@.n>1)].a}', 'y'],
    ['{.items[?(@.in)].a}', 'x'],
    ["{.k\\.e/y.deep}{['k.e/y'].deep}", 'truetrue'],
    ['{..b}', '[1,2]'],
    ["{.items[0]['a','n']}", 'x 1'],
    ['{.nothing}', ''],
  ])('%s', (template, said) => expect(fill(template)).toBe(said));

  test.each(['{.items[}', '{range .items}', '{end}', '{.items[5]}'])('%s is refused', (template) =>
    expect(() => fill(template)).toThrow(KubectlError),
  );

  test('what multiplies is ended', () => {
    const deep = JSON.parse(`${'['.repeat(60)}${']'.repeat(60)}`);
    expect(() => fillTemplate(readTemplate(`{${'..*'.repeat(300)}}`), { deep, more: [deep, deep, deep] })).toThrow(
      KubectlError,
    );
    expect(() => fillTemplate(readTemplate(`{${'['.repeat(3000)}`), value)).toThrow(KubectlError);
  });

  test('a field is named with and without brackets', () => {
    for (const path of ['.items[0].a', 'items[0].a', '{.items[0].a}']) expect(readField(path)(value)).toEqual(['x']);
  });
});

describe('what is printed', () => {
  test.each<[unknown, string]>([
    [{ b: '1', a: 'yes', c: 'x: y', d: '', e: [], f: {} }, `a: "yes"\nb: "1"\nc: 'x: y'\nd: ""\ne: []\nf: {}\n`],
    [{ a: [{ b: 1, c: [2] }, 'x'] }, 'a:\n- b: 1\n  c:\n  - 2\n- x\n'],
    [{ a: 'one\ntwo\n', b: 'one\ntwo' }, 'a: |\n  one\n  two\nb: |-\n  one\n  two\n'],
    [{ a: `${'word '.repeat(20)}end` }, `a: ${'word '.repeat(16).trim()}\n  word word word word end\n`],
    [
      { a: '2024-01-01T00:00:00Z', b: 'a #b', c: '- x', d: '10:30' },
      `a: "2024-01-01T00:00:00Z"\nb: 'a #b'\nc: '- x'\nd: "10:30"\n`,
    ],
  ])('YAML of %j', (value, text) => expect(toYaml(value)).toBe(text));

  test('columns are as wide as their widest, in runs of lines that have them', () => {
    expect(lineUp('NAME\tAGE\nlonger-name\t1s', GET)).toBe('NAME          AGE\nlonger-name   1s');
    expect(lineUp('a:\tb\nline\nlonger:\tc', DESCRIBE)).toBe('a:  b\nline\nlonger:  c');
  });

  test('a difference has three lines around it', () => {
    const before = Array.from({ length: 12 }, (_, i) => `${i}\n`).join('');
    expect(unifiedDiff(before, before)).toBe('');
    expect(unifiedDiff(before, before.replace('6\n', 'six\n'))).toBe(
      '@@ -4,7 +4,7 @@\n 3\n 4\n 5\n-6\n+six\n 7\n 8\n 9\n',
    );
    expect(unifiedDiff('', 'a\n')).toBe('@@ -0,0 +1 @@\n+a\n');
  });
});

describe('a manifest', () => {
  test('is read as YAML 1.1, several documents, dates as texts', () => {
    expect(readDocuments('a: yes\nb: 2024-01-01\n---\n---\n# nothing\n---\nc: 0o7\n')).toEqual([
      { a: true, b: '2024-01-01' },
      { c: '0o7' },
    ]);
  });

  test('that stands for more than there is memory is refused', () => {
    const bomb = `a: &a [x,x]\n${Array.from({ length: 30 }, (_, i) => `k${i}: &k${i} [*${i ? `k${i - 1}` : 'a'},*${i ? `k${i - 1}` : 'a'}]`).join('\n')}`;
    expect(() => readDocuments(bomb)).toThrow(KubectlError);
    expect(() => readDocuments('['.repeat(20_000))).toThrow(KubectlError);
  });

  test('takes away what an earlier one had, by the keys of lists', () => {
    const was = {
      spec: {
        containers: [
          { name: 'a', image: 'x' },
          { name: 'b', image: 'y' },
        ],
        nodeName: 'n',
      },
    };
    const now = { spec: { containers: [{ name: 'a', image: 'x' }] } };
    expect(threeWayPatch(was, now, was, 'V1Pod')).toEqual({
      spec: {
        '$setElementOrder/containers': [{ name: 'a' }],
        containers: [{ $patch: 'delete', name: 'b' }],
        nodeName: null,
      },
    });
    expect(threeWayPatch(was, was, was, 'V1Pod')).toEqual({});
  });
});

describe('what somebody typed', () => {
  test('is a line, and below it a manifest', () => {
    expect(readTyped('kubectl get pods', undefined)).toMatchObject({ words: ['get', 'pods'], manifest: undefined });
    expect(readTyped('apply\nkind: Pod\napiVersion: v1', undefined).words).toEqual(['apply', '-f', '-']);
    expect(readTyped('$ k get po | grep x', undefined)).toMatchObject({ words: ['get', 'po'], isPiped: true });
    expect(readTyped('create deployment web \\\n  --image=nginx', undefined).words).toHaveLength(4);
  });

  test.each([
    'get pods',
    'apply -f -\nkind: Pod\napiVersion: v1',
    `annotate pod x note='안녕'`,
    // What an object, a namespace or a program may be called.
    'get pods -n vs',
    'delete pod how',
    'exec web -- which sh',
    `run x --image=busybox -- sh -c 'what is this'`,
    'create configmap meaning --from-literal=a=b',
    'drain node-1 --ignore-daemonsets',
  ])('%j is run', (typed) => expect(isAsked(typed)).toBe(false));
  test.each([
    '이 뭐야',
    'get pods 하면 뭐가 나와?',
    'get pods\nNAME READY\nweb 0/1 CrashLoopBackOff',
    'describe pod 언제 써',
    'apply create 차이',
    'apply vs create',
    'apply VS. replace',
    'drain what does it do',
    'how to delete a pod',
    'apply create difference',
    'rollout undo meaning',
  ])('%j is asked', (typed) => expect(isAsked(typed)).toBe(true));
});
