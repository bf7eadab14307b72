import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/interchange/build.ts';
import { claimsOf } from '../../src/interchange/claims.ts';
import { fromHtml } from '../../src/interchange/html.ts';
import { markdownOf, safeMarkdown } from '../../src/interchange/markup.ts';
import { plainText, walk } from '../../src/markdown/nodes.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { oldCollection } from '../support/anki.ts';
import { anyText } from '../support/any.ts';
import { countBuiltins } from '../support/builtins.ts';
import { imported, unreadable } from '../support/interchange.ts';
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
    const zeros = Buffer.alloc(64 * 1024 * 1024);
    expect(await unreadable('a.apkg', zipOf([{ name: 'collection.anki2', data: zeros }]))).toMatch(/far too large/);
    const sheet = [
      { name: 'xl/sharedStrings.xml', data: Buffer.alloc(200 * 1024 * 1024) },
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
      await imported('a.csv', `term,definition,more\n${cells.join('\n')}`);
      await imported('b.csv', `question,correct,wrong\n${cells.join('\n')}`);
      await imported('c.gift', rows.map(([ask, right, wrong]) => `${ask}{=${right}~${wrong}}`).join('\n\n'));
      await imported('d.txt', `#separator:comma\n#html:true\n${cells.join('\n')}`);
    }),
    { numRuns: 30 },
  );
});

describe('what is long takes time for its letters, not for their square', () => {
  const FORMS: readonly (readonly [string, string, (many: number) => string])[] = [
    ['rows of a table', 'a.csv', (many) => 'term,a definition\n'.repeat(many)],
    ['a quote that is never closed', 'a.csv', (many) => `a,"${'b,c\n'.repeat(many)}`],
    ['quotes in one cell', 'a.csv', (many) => `a,${'"b"'.repeat(many)}`],
    ['one cell', 'a.csv', (many) => `a,${'word '.repeat(many)}`],
    ['questions', 'a.gift', (many) => 'Tea?{=a ~b}\n\n'.repeat(many)],
    ['answers of one question', 'a.gift', (many) => `Tea?{${'=a ~%5%b#c\n'.repeat(many)}}`],
    ['numbers of one question', 'a.gift', (many) => `Tea?{#${'=1:2\n'.repeat(many)}}`],
    ['backslashes', 'a.gift', (many) => `Tea?{=a ~${'\\='.repeat(many)}}`],
    ['braces', 'a.gift', (many) => `Tea${'{'.repeat(many)}`],
    ['blanks of a card', 'a.txt', (many) => `#html:true\n${'{{c1::a}}'.repeat(many)}\tb`],
    ['blanks that are never closed', 'a.txt', (many) => `#html:true\n${'{{c1::'.repeat(many)}\tb`],
    ['elements within one another', 'a.txt', (many) => `#html:true\na\t${'<b>'.repeat(many)}`],
    ['elements that close nothing', 'a.txt', (many) => `#html:true\na\t${'<b>x</i>'.repeat(many)}`],
    ['signs of elements', 'a.txt', (many) => `#html:true\na\t${'<'.repeat(many)}`],
    ['elements that never end', 'a.txt', (many) => `#html:true\na\t${'<b '.repeat(many)}`],
    ['sounds that never end', 'a.txt', (many) => `#html:true\na\t${'[sound:'.repeat(many)}`],
  ];

  test('', async () => {
    const counts = countBuiltins();
    const cost = async (name: string, data: string): Promise<number> => {
      counts.clear();
      await imported(name, data);
      return Array.from(counts.values()).reduce((sum, one) => sum + one, 0);
    };
    for (const [what, name, make] of FORMS) {
      const [less, more] = [await cost(name, make(1000)), await cost(name, make(4000))];
      expect(more / less, what).toBeLessThan(6);
    }
  });
});

test('a table of ten megabytes is read, as much of it as a course may have', async () => {
  const rows = Array.from({ length: 120_000 }, (_, i) => `term ${i},"definition ${i}, ${'x'.repeat(60)}"`);
  const { lost, content } = await imported('a.csv', rows.join('\n'));
  expect(content.terms).toHaveLength(10_000);
  expect(lost).toEqual([expect.stringMatching(/^10001: Not taken from here on/)]);
}, 60_000);

test('more questions than one file holds are several files', () => {
  const questions = Array.from({ length: 400 }, (_, i) => ({
    ...{ line: i + 1, ask: `Question ${i} ${'가'.repeat(900)}`, answer: { kind: 'truth', isTrue: true } as const },
  }));
  const built = build(
    { terms: [], questions, lost: [] },
    { name: 'all', claims: claimsOf({ terms: [] }), isFree: () => true },
  );
  expect(built.questions).toBe(400);
  expect(built.files.length).toBeGreaterThan(2);
  for (const { text } of built.files) expect(Buffer.byteLength(text)).toBeLessThan(512 * 1024);
});
