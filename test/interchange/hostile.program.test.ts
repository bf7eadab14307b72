import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/interchange/build.ts';
import { claimsOf, UNCLAIMED } from '../../src/interchange/claims.ts';
import { fromHtml } from '../../src/interchange/html.ts';
import { markdownOf, safeMarkdown } from '../../src/interchange/markup.ts';
import { readSource } from '../../src/interchange/source.ts';
import { UnreadableError } from '../../src/interchange/taken.ts';
import { plainText, walk } from '../../src/markdown/nodes.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { oldCollection } from '../support/anki.ts';
import { anyText } from '../support/any.ts';
import { imported, unreadable } from '../support/interchange.ts';
import { LONG_FILES } from '../support/long-files.ts';
import { hear, jsonLines } from '../support/process.ts';
import { runs, sample } from '../support/sample.ts';
import { folderOf } from '../support/world.ts';
import { zipOf } from '../support/zip.ts';

const DECK = oldCollection([['Tea', 'A drink']]);

describe('an archive', () => {
  test.each(['../collection.anki2', '/etc/collection.anki2', 'C:/collection.anki2', 'a/../../b'])(
    'with a name that leads out of it is refused: %s',
    async (name) => {
      expect(
        await unreadable(
          'a.apkg',
          zipOf([
            { name: 'collection.anki2', data: DECK },
            { name, data: 'x' },
          ]),
        ),
      ).toMatch(/leads out/);
    },
  );

  test('that is far larger unpacked is refused', async () => {
    const zeros = Buffer.alloc(16 * 1024 * 1024);
    expect(await unreadable('a.apkg', zipOf([{ name: 'collection.anki2', data: zeros }]))).toMatch(/far too large/);
    const sheet = [
      { name: 'xl/sharedStrings.xml', data: Buffer.alloc(4 * 1024 * 1024) },
      { name: 'xl/worksheets/sheet1.xml', data: '<x/>' },
    ];
    expect(await unreadable('a.xlsx', zipOf(sheet))).toMatch(/far too large/);
  });

  test.each([
    ['says it is smaller', 100],
    ['says it is larger', 60_000_000],
    ['says it is huge', 4_000_000_000],
  ])('that lies about a size is refused: %s', async (_, size) => {
    const data = zipOf([{ name: 'collection.anki2', data: DECK, size }]);
    expect(await unreadable('a.apkg', data)).toMatch(/broken|far too large/);
  });

  test('that names more files than a deck has is refused', async () => {
    const data = zipOf([{ name: 'collection.anki2', data: DECK }], { copies: 65_535 });
    expect(await unreadable('a.apkg', data)).toMatch(/far too large/);
  });

  test('that is cut off, or none, is refused', async () => {
    const whole = zipOf([{ name: 'collection.anki2', data: DECK }]);
    for (const data of [whole.subarray(0, 100), whole.subarray(0, whole.length - 30), Buffer.from('PK\x03\x04 no')])
      expect(await unreadable('a.apkg', data)).toMatch(/broken/);
  });

  test('whose bytes have changed is refused, or read as far as it says', async () => {
    const whole = zipOf([{ name: 'collection.anki2', data: DECK }]);
    for (let at = 30; at < whole.length; at += 97) {
      const data = Buffer.from(whole);
      data[at] = (data[at] ?? 0) ^ 0x5a;
      await imported('a.apkg', data).catch((error: unknown) => expect(error).toHaveProperty('text'));
    }
  });
});

/** All that a Markdown text does but say something. */
const marksIn = (markdown: string): string[] =>
  Array.from(walk(parseMarkdown(markdown)))
    .map(({ type }) => type)
    .filter((type) => !['root', 'paragraph', 'text', 'break'].includes(type));

const SIGNS = fc.array(
  fc.constantFrom(
    '*',
    '_',
    '`',
    '<b>',
    '</b>',
    '#',
    '- ',
    '1. ',
    '> ',
    '|',
    '---',
    '\n',
    '\n\n',
    '[a](b)',
    '![a](b)',
    '&amp;',
    '~~',
    'a',
    '가',
    ' ',
    '\\',
    '===',
  ),
  { maxLength: 12 },
);

test('plain text says just that in Markdown', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        SIGNS.map((all) => all.join('')),
        anyText,
      ),
      (text) => {
        const markdown = markdownOf(text);
        expect(marksIn(markdown).filter((type) => type !== 'link')).toEqual([]);
        const said = (one: string): string => one.replace(/\s+/g, '');
        expect(said(plainText(parseMarkdown(markdown)))).toBe(
          said(
            plainText({
              type: 'text',
              value: text
                .replace(/[\p{Cc}\uFEFF\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]/gu, '')
                .toWellFormed()
                .normalize('NFC'),
            }),
          ),
        );
      },
    ),
  );
});

test('Markdown and HTML from outside have no HTML, no picture and no link but to the web', () => {
  const html = fc.array(
    fc.constantFrom(
      '<b>',
      '</b>',
      '<i',
      '>',
      '<script>',
      '</script>',
      '<img src=x onerror=alert(1)>',
      '<a href="javascript:x">',
      '</a>',
      '<!--',
      '-->',
      '&lt;b&gt;',
      '<p>',
      '<li>',
      '<sup>',
      '1',
      'a`',
      '*',
      '[x](javascript:y)',
      '<pre>',
      '\n',
      '![p](q)',
      '<svg><b>',
    ),
    { maxLength: 15 },
  );
  fc.assert(
    fc.property(html, (parts) => {
      for (const markdown of [fromHtml(parts.join('')).markdown, safeMarkdown(parts.join('')).markdown])
        for (const node of walk(parseMarkdown(markdown))) {
          expect(['html', 'image', 'imageReference', 'definition']).not.toContain(node.type);
          if (node.type === 'link') expect(node.url).toMatch(/^https?:/);
        }
    }),
  );
});

test('whatever the texts are, files are written that load without a problem', async () => {
  const any = fc.oneof(
    anyText,
    SIGNS.map((all) => all.join('')),
    fc.constantFrom(
      'yes',
      '2001-01-01',
      '1:30',
      '012',
      'null',
      '~',
      '- a',
      'a: b',
      '"',
      "'",
      '@everyone',
      '## English',
      '---',
      '\u2028',
      '\u0085a',
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(any, any, any), { maxLength: 6 }), async (rows) => {
      const cells = rows.map((row) => row.map((cell) => `"${cell.toWellFormed().replaceAll('"', '""')}"`).join(','));
      const gift = rows.map(([ask, right, wrong]) => `${ask}{=${right}~${wrong}}`);
      for (const [name, text] of [
        ['a.csv', `term,definition,more\n${cells.join('\n')}`],
        ['b.csv', `question,correct,wrong\n${cells.join('\n')}`],
        ['c.gift', gift.join('\n\n')],
        ['d.txt', `#separator:comma\n#html:true\n${cells.join('\n')}`],
      ] as const)
        await imported(name, text).catch((error: unknown) => {
          if (!(error instanceof UnreadableError)) throw error;
        });
    }),
    { numRuns: runs(20) },
  );
});

/** Kinds of long files that a sample tries. */
const FORMS = 6;

test('whatever is long in a file takes work for its length, not for its square', async () => {
  const child = join(import.meta.dirname, '../support/interchange-work.ts');
  const forms = sample(LONG_FILES.keys(), FORMS);
  // Code that is optimized, or thrown away when it has not run for long, loses counts.
  const flags = ['--no-opt', '--no-maglev', '--no-flush-bytecode'];
  const counted = spawn(process.execPath, [...flags, child, ...forms], { stdio: 'pipe' });
  const heard = hear(counted);
  const [status] = await once(counted, 'close');
  expect({ status, stderr: heard.stderr }).toEqual({ status: 0, stderr: '' });
  expect(jsonLines(heard.stdout)).toEqual(forms.map((what) => ({ what, counts: [] })));
}, 600_000);

test('a table of ten megabytes is read, as much of it as a course may have', async () => {
  const rows = Array.from({ length: 120_000 }, (_, i) => `term ${i},"definition ${i}, ${'x'.repeat(60)}"`);
  const folder = folderOf({ 'a.csv': rows.join('\n') });
  const taken = await readSource(join(folder, 'a.csv'));
  const built = build(taken, { name: 'a', claims: claimsOf(UNCLAIMED), isFree: () => true });
  expect([taken.terms.length, built.terms, built.files.length]).toEqual([120_000, 10_000, 10_000]);
  expect(built.lost).toMatchObject([{ line: 10_001, message: { en: expect.stringContaining('from here on') } }]);
}, 600_000);

test('more questions than one file holds are several files', () => {
  const questions = Array.from({ length: 400 }, (_, i) => ({
    ...{ line: i + 1, ask: `Question ${i} ${'가'.repeat(900)}`, answer: { kind: 'truth', isTrue: true } as const },
  }));
  const built = build(
    { terms: [], questions, lost: [] },
    { name: 'all', claims: claimsOf(UNCLAIMED), isFree: () => true },
  );
  expect(built.questions).toBe(400);
  expect(built.files.length).toBeGreaterThan(2);
  for (const { text } of built.files) expect(Buffer.byteLength(text)).toBeLessThan(512 * 1024);
});
