/** A manifest that is pasted with what a tool wrote beside its lines. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examine } from '../../src/doctor/examine.ts';
import { manifestIn } from '../../src/doctor/manifest-in.ts';
import { ofWhatIsThere } from '../../src/doctor/pasted/cut.ts';

const SERVICE = [
  ...['apiVersion: v1', 'kind: Service', 'metadata:', '  name: web', 'spec:', '  type: NodePort', '  selector:'],
  ...['    app: web', '  ports:', '    - port: 80', '      targetport: 8080', '', '      protocol: TCP'],
];
const TEXT = SERVICE.join('\n');
const FILES = ['good', 'bad'].flatMap((folder) =>
  readdirSync(join(import.meta.dirname, folder)).map((name) => ({
    name: `${folder}/${name}`,
    lines: readFileSync(join(import.meta.dirname, folder, name), 'utf8')
      .trimEnd()
      .split(/\r?\n/),
  })),
);
/** Labelled manifests that are not read as they are where their lines are written so. */
const misread = (write: (line: string, number: number) => string): string[] =>
  FILES.flatMap(({ name, lines }) => {
    const text = lines.map((line, at) => write(line, at + 1)).join('\n');
    return manifestIn(text)?.text === manifestIn(lines.join('\n'))?.text ? [] : [name];
  });

const numbered = (write: (number: string, line: string) => string, from = 1): string =>
  SERVICE.map((line, at) => write(String(at + from), line)).join('\n');

describe('numbers before the lines are taken away', () => {
  test.each([
    ['and a space', numbered((number, line) => `${number} ${line}`.trimEnd())],
    ['and spaces, right-aligned', numbered((number, line) => `${number.padStart(3)}  ${line}`)],
    ['and spaces, left-aligned', numbered((number, line) => `${number.padEnd(4)}${line}`)],
    ['and spaces that pad them by one', numbered((number, line) => `${number.padEnd(3)}${line}`)],
    ['and a colon', numbered((number, line) => `${number}: ${line}`)],
    ['and a colon, as of grep', numbered((number, line) => `${number}:${line}`)],
    ['and a bar', numbered((number, line) => `${number.padStart(3)} | ${line}`)],
    ['and a bar, left-aligned', numbered((number, line) => `${number.padEnd(2)} │ ${line}`)],
    ['and a tab', numbered((number, line) => `${number.padStart(6)}\t${line}`)],
    ['that lost the space before the first', numbered((number, line) => `${number.padStart(4)}  ${line}`).trim()],
    ['between fences', `왜 이래요?\n\`\`\`\n${numbered((number, line) => `${number}  ${line}`)}\n\`\`\`\n급해요`],
    ['after a sentence and before one', `왜요?\n${numbered((number, line) => `${number}  ${line}`)}\n\n고쳐 주세요`],
  ])('%s', (_, text) => {
    expect(manifestIn(text)).toEqual({ text: TEXT, line: 1, reading: 'numbered', isCut: false });
  });

  test.each([
    ['a space', (line: string, number: number) => `${number} ${line}`],
    ['right-aligned', (line: string, number: number) => `${String(number).padStart(3)}  ${line}`],
    ['a colon', (line: string, number: number) => `${number}: ${line}`],
    ['grep', (line: string, number: number) => `${number}:${line}`],
    ['a bar', (line: string, number: number) => `${String(number).padStart(3)} | ${line}`],
    ['a tab', (line: string, number: number) => `${String(number).padStart(6)}\t${line}`],
  ])('of each labelled manifest: %s', (_, write) => {
    expect(misread(write)).toEqual([]);
  });

  test('of nearly each that is left-aligned, where one cannot see what belongs to the number', () => {
    expect(misread((line, number) => `${String(number).padEnd(4)}${line}`)).toEqual(['bad/210-dash-no-space.yaml']);
  });

  test('and lines are called by them', () => {
    expect(manifestIn(numbered((number, line) => `${number}: ${line}`, 24))?.line).toBe(24);
  });

  test.each([
    ['a list of steps', '1. kind: Pod라고 적기\n2. apply하기'],
    ['a table', '1 web Running\n2 db Running\n3 api Pending'],
    ['numbers that do not follow one another', '1 apiVersion: v1\n3 kind: Pod\n7 metadata: {}'],
  ])('but %s is none', (_, text) => {
    expect(manifestIn(text)).toBeUndefined();
  });

  test('and numbers within a text of the manifest stay', () => {
    const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: |\n    1 a\n    2 b\n    3 c';
    expect(manifestIn(text)?.text).toBe(text);
  });
});

const HEADER =
  'diff --git a/web.yaml b/web.yaml\nnew file mode 100644\nindex 0000000..3b18e51\n--- /dev/null\n+++ b/web.yaml\n';
const added = (lines: readonly string[]): string => lines.map((line) => `+${line}`).join('\n');
const CHANGE = [
  ...['diff --git a/web.yaml b/web.yaml', 'index 3b18e51..aaaaaaa 100644', '--- a/web.yaml', '+++ b/web.yaml'],
  ...['@@ -12,7 +12,8 @@ spec:', '       labels:', '         app: web', '     spec:', '       containers:'],
  ...[
    '       - name: nginx',
    '-        image: nginx:1.25',
    '+        image: nginx:1.27',
    '+        imagepullpolicy: Always',
  ],
  ...['   strategy:', '     type: Recreate'],
].join('\n');

describe('a diff is read as the file that it leaves', () => {
  test.each([
    ['of a new file', `${HEADER}@@ -0,0 +1,13 @@\n${added(SERVICE)}`],
    ['with a sentence around it', `왜 안 돼요?\n${HEADER}@@ -0,0 +1,13 @@\n${added(SERVICE)}\n고쳐 주세요`],
    ['of added lines alone', added(SERVICE)],
    ['of added lines after a sentence', `이거 왜 안 돼요?\n\`\`\`diff\n${added(SERVICE)}\n\`\`\``],
  ])('%s', (_, text) => {
    expect(manifestIn(text)).toEqual({ text: TEXT, line: 1, reading: 'diff', isCut: false });
  });

  test.each([
    ['with removed lines', (line: string) => (line.includes('type') ? `-  type: ClusterIP\n+${line}` : ` ${line}`)],
    ['with an added line', (line: string) => (line.includes('targetport') ? `+${line}` : ` ${line}`)],
  ])('%s, and without its header', (_, write) => {
    const text = SERVICE.map(write).join('\n');
    const read = { text: TEXT, line: 1, reading: 'diff', isCut: true };
    // Behind a command the first line loses its space.
    expect([manifestIn(text), manifestIn(text.trim())]).toEqual([read, read]);
  });

  test('a hunk from within a file is a part of it, whose lines are the file’s', () => {
    const part = manifestIn(CHANGE);
    expect(part).toMatchObject({ line: 14, reading: 'diff', isCut: true });
    expect(part?.text).toBe(
      '    spec:\n      containers:\n      - name: nginx\n        image: nginx:1.27\n        imagepullpolicy: Always',
    );
  });

  test('is each labelled manifest', () => {
    expect(misread((line) => `+${line}`)).toEqual([]);
    expect(misread((line, number) => (number === 1 ? `@@ -1,9 +1,9 @@\n ${line}` : ` ${line}`))).toEqual([]);
  });

  test('of which any hunk of a manifest in which nothing is to be found is told as right', () => {
    const hunks = FILES.filter(({ name }) => name.startsWith('good')).flatMap(({ name, lines }) =>
      [8, 15].flatMap((length) =>
        lines.flatMap((_, from) =>
          from % 4 === 0
            ? [{ name, text: `@@ -${from + 1},9 +${from + 1},9 @@\n ${lines.slice(from, from + length).join('\n ')}` }]
            : [],
        ),
      ),
    );
    const read = hunks.flatMap(({ name, text }) => {
      const part = manifestIn(text);
      return part ? [{ name, text, findings: ofWhatIsThere(examine(part.text).findings) }] : [];
    });
    expect(read.length).toBeGreaterThan(500);
    expect(read.filter(({ findings }) => findings.length > 0)).toEqual([]);
  });

  test('several new files are read together, by the lines of the paste', () => {
    const one = 'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: a'.split('\n');
    const text = `${HEADER}@@ -0,0 +1,4 @@\n${added(one)}\n${HEADER}@@ -0,0 +1,13 @@\n${added(SERVICE)}`;
    const part = manifestIn(text);
    expect(part).toMatchObject({ line: 7, reading: 'diffs', isCut: false });
    const [finding] = examine(part?.text ?? '').findings;
    expect(text.split('\n')[(finding?.line ?? 0) + (part?.line ?? 0) - 2]).toBe('+      targetport: 8080');
  });

  test('of a part nothing is said that may only not have been copied', () => {
    const text = ' apiVersion: v1\n kind: Pod\n metadata:\n   name: web\n spec:\n   containers:\n+  - imgae: nginx';
    expect(ofWhatIsThere(examine(manifestIn(text)?.text ?? '').findings).map(({ rule }) => rule)).toEqual([
      'unknown-field',
    ]);
  });

  test.each([
    [
      'a file that is deleted',
      `--- a/web.yaml\n+++ /dev/null\n@@ -1,13 +0,0 @@\n${added(SERVICE).replace(/^\+/gm, '-')}`,
    ],
    ['a program', 'diff --git a/a.py b/a.py\n--- a/a.py\n+++ b/a.py\n@@ -1,2 +1,2 @@\n-a = 1\n+a = 2\n b = 3'],
  ])('%s leaves no manifest', (_, text) => {
    expect(manifestIn(text)).toBeUndefined();
  });

  test('a manifest whose lists stand at the left edge is none', () => {
    const text = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n containers:\n - name: a\n   image: b';
    const list = 'containers:\n- name: a\n  image: b\n- name: c\n  image: d';
    const slip = 'apiVersion: v1\nkind: Pod\nmetadata:\n+  name: a\nspec:\n  containers:\n  - name: a\n    image: b';
    for (const one of [text, list, slip]) expect(manifestIn(one)).toMatchObject({ text: one, reading: 'plain' });
  });
});
