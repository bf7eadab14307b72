import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { withIds, writeIds } from '../../src/content/write-ids.ts';
import { load, termFile } from '../support/content.ts';
import { run } from '../support/process.ts';
import { folderOf } from '../support/world.ts';

const HEAD = '---\nid: a\ntitle: 가\ndefinition: 뜻\n';
const file = (questions: string): string => `${HEAD}questions:\n${questions}---\n\n글이에요.\n`;
const idsOf = (text: string): string[] =>
  load({ 'a.md': text }).terms.flatMap(({ questions }) => questions.map(({ id }) => id));

const written = (text: string): string => {
  const made = withIds('a.md', text);
  if (!made) throw new Error('no room');
  return made.text;
};

describe('an id is written where the type stands', () => {
  test('as a line of its own, with the same indentation', () => {
    const text = file('  - type: boolean # 참인가\n    ask: 하나\n    answer: true\n    why: 왜\n');
    const [id = ''] = idsOf(text);
    expect(written(text)).toBe(text.replace('# 참인가\n', `# 참인가\n    id: ${quoted(id)}\n`));
  });

  test('in the same braces', () => {
    const text = file('  - { ask: 하나, "type": boolean , answer: true, why: 왜 } # 끝\n');
    const [id = ''] = idsOf(text);
    expect(written(text)).toBe(text.replace('boolean', `boolean, id: ${quoted(id)}`));
  });

  test('with the line ends and the mark at the front that the file has', () => {
    const text = `\uFEFF${file('- ask: 하나\n  type: boolean\n  answer: true\n  why: 왜\n').replaceAll('\n', '\r\n')}`;
    const [id = ''] = idsOf(text);
    expect(written(text)).toBe(text.replace('boolean\r\n', `boolean\r\n  id: ${quoted(id)}\r\n`));
  });
});

const quoted = (id: string): string => (/^\d[\da-fox]*$/.test(id) ? `"${id}"` : id);

test('a question that has an id keeps it', () => {
  const text = file('  - { type: boolean, id: my-own, ask: 하나, answer: true, why: 왜 }\n');
  expect(withIds('a.md', text)).toEqual({ text, written: 0 });
});

test.each([
  [522, '3e6075'],
  [885, '032516'],
  [2544, '124012'],
])('an id that YAML would take for a number is written as a text (물음 %i: %s)', (n, id) => {
  const text = file(`- { type: boolean, ask: 물음 ${n}, answer: true, why: 왜 }\n`);
  expect(written(text)).toContain(`, id: "${id}",`);
  expect(idsOf(written(text))).toEqual([id]);
});

test('a question whose type stands elsewhere is named and left alone', () => {
  const text = file('  - { type: *kind, ask: 하나, answer: true, why: 왜 }\n').replace(
    'title: 가',
    'title: &kind boolean',
  );
  const folder = folderOf({ 'a.md': text });
  expect(loadContent([folder]).problems).toEqual([]);
  expect(writeIds([folder])).toMatchObject({
    ...{ written: 0, files: 0 },
    problems: [{ file: join(folder, 'a.md'), message: { ko: expect.stringContaining('직접 적어 주세요') } }],
  });
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(text);
});

test('files with problems are named and left alone, the others are written, and a second time changes nothing', () => {
  const good = termFile('a', 'questions:\n  - { type: boolean, ask: 하나, answer: true, why: 왜 }\n');
  const bad = termFile('b', 'questions:\n  - { type: boolean, ask: 하나, answer: 네, why: 왜 }\n');
  const twice = termFile('c', `questions:\n${'  - { type: boolean, ask: 하나, answer: true, why: 왜 }\n'.repeat(2)}`);
  const chapter = '# 장\n\n## 절\n\n글\n';
  const folder = folderOf({ 'a.md': good, 'b.md': bad, 'c.md': twice, 'd.md': chapter });
  const first = writeIds([folder]);
  expect(first).toMatchObject({ written: 1, files: 1 });
  expect(first.problems.map(({ file }) => file)).toEqual([join(folder, 'b.md'), join(folder, 'c.md')]);
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  expect(read('a.md')).toMatch(/type: boolean, id: "?[0-9a-z]{6}"?, ask/);
  expect([read('b.md'), read('c.md'), read('d.md')]).toEqual([bad, twice, chapter]);
  const at = statSync(join(folder, 'a.md')).mtimeMs;
  expect(writeIds([folder])).toMatchObject({ written: 0, files: 0 });
  expect(statSync(join(folder, 'a.md')).mtimeMs).toBe(at);
});

test('a file that cannot be written is named, and the others are written', async () => {
  const question = 'questions:\n  - { type: boolean, ask: 하나, answer: true, why: 왜 }\n';
  const folder = folderOf({ 'a.md': termFile('a', question), 'b.md': termFile('b', question) });
  const mayWrite = join(folder, 'b.md');
  // By Node's own permissions: those of a file are nothing to root.
  const nodeArgs = ['--permission', '--allow-fs-read=*', `--allow-fs-write=${mayWrite}`];
  const { status, stdout } = await run(['ids', folder], { nodeArgs });
  expect(stdout.split('\n')).toEqual([
    expect.stringMatching(/a\.md:1: 파일에 쓸 수 없어요: /),
    '파일 1개에 문제 id 1개를 적었어요. 고칠 곳이 있는 파일 1개는 그대로 두었어요. 고친 다음 다시 실행해 주세요.',
    '',
  ]);
  expect(status).toBe(1);
  expect(readFileSync(mayWrite, 'utf8')).toContain(', id: ');
});

const anyWord = fc.constantFrom('하나', '둘이에요', 'Pod: 파드', '# 셋', "it's", '"넷"', '다섯\u0301', 'e\u0301', '🍱');
const anyField = (key: string) =>
  fc.tuple(anyWord, fc.constantFrom('plain', 'both', 'folded')).map(([word, style]) => ({ key, word, style }));
const anyQuestion = fc.record({
  flow: fc.boolean(),
  type: fc.constantFrom('boolean', '"boolean"', "'boolean'"),
  place: fc.nat(3),
  comment: fc.constantFrom('', ' # 메모', '   '),
  id: fc.option(fc.constantFrom('own', 'own-1'), { nil: undefined }),
  fields: fc.tuple(anyField('ask'), anyField('why')),
  code: fc.boolean(),
});
type AnyQuestion = typeof anyQuestion extends fc.Arbitrary<infer T> ? T : never;

function questionText(one: AnyQuestion, n: number, indent: string, inner: string): string {
  const value = (word: string, style: string, key: string): string => {
    const text = JSON.stringify(`${word} ${key} ${n}`);
    if (style === 'both') return `{ ko: ${text}, en: ${text} }`;
    return style === 'folded' && !one.flow ? `>-\n${indent}${inner}  ${word.replaceAll('#', '')} ${n}` : text;
  };
  const type = `type: ${one.type}`;
  const entries = [
    ...one.fields.map(({ key, word, style }) => `${key}: ${value(word, style, key)}`),
    'answer: true',
    ...(one.code && !one.flow ? [`code: |\n${indent}${inner}  kind: Pod\n\n${indent}${inner}  # type: x`] : []),
    ...(one.id === undefined ? [] : [`id: ${one.id}${n}`]),
  ];
  entries.splice(one.place, 0, type);
  if (one.flow) return `${indent}-${inner.slice(1)}{ ${entries.join(', ')} }${one.comment}\n`;
  const lines = entries.map((entry) => (entry === type ? entry + one.comment : entry)).join(`\n${indent}${inner}`);
  return `${indent}-${inner.slice(1)}${lines}\n`;
}

test('not one byte of a file changes but for the ids, whatever its style', () => {
  const anyStyle = fc.record({
    indent: fc.constantFrom('', '  ', '    '),
    inner: fc.constantFrom('  ', '    '),
    eol: fc.constantFrom('\n', '\r\n'),
    bom: fc.constantFrom('', '\uFEFF'),
    before: fc.constantFrom('', '# 위\n', 'aliases: [나, 다]\n'),
    after: fc.constantFrom('', 'related: []\n', '\n# 끝\n'),
    questions: fc.array(anyQuestion, { minLength: 1, maxLength: 5 }),
  });
  fc.assert(
    fc.property(anyStyle, ({ indent, inner, eol, bom, before, after, questions }) => {
      const list = questions.map((one, n) => questionText(one, n, indent, inner)).join('');
      const text = bom + `${HEAD}${before}questions:\n${list}${after}---\n\n글\u0301 끝.\n`.replaceAll('\n', eol);
      const known = load({ 'a.md': text });
      expect(known.problems).toEqual([]);
      const made = withIds('a.md', text);
      const missing = questions.filter(({ id }) => id === undefined).length;
      expect(made?.written).toBe(missing);
      const now = made?.text ?? '';
      // Taken out again, the old file is left.
      const ids = known.terms.flatMap((term) => term.questions.map(({ id }) => id));
      let rest = now;
      for (const [i, one] of questions.entries()) {
        if (one.id !== undefined) continue;
        const id = quoted(ids[i] ?? '');
        const line = one.flow ? `, id: ${id}` : `${indent}${inner}id: ${id}${eol}`;
        expect(rest).toContain(line);
        rest = rest.replace(line, '');
      }
      expect(rest).toBe(text);
      expect(idsOf(now)).toEqual(ids);
      expect(withIds('a.md', now)).toEqual({ text: now, written: 0 });
    }),
    { numRuns: 200 },
  );
});
