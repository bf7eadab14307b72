import { describe, expect, test } from 'vitest';
import { bare, imported, unreadable } from '../support/interchange.ts';
import { zipOf } from '../support/zip.ts';

const both = (text: string) => ({ ko: text, en: text });
const terms = ({ content }: Awaited<ReturnType<typeof imported>>) =>
  content.terms.map(({ title, definition }) => [title.ko, definition.ko]);

const LIST = [
  ['차', '뜨거운 물에 우린 음료'],
  ['소금', '음식을 짜게 하는 흰 가루'],
];

describe('a list of terms', () => {
  test.each([
    ['Quizlet: tabs, no headings', 'quizlet.txt', '차\t뜨거운 물에 우린 음료\n소금\t음식을 짜게 하는 흰 가루'],
    ['CSV with headings', 'a.csv', '용어,뜻\n차,뜨거운 물에 우린 음료\n소금,음식을 짜게 하는 흰 가루\n'],
    [
      'CSV with headings the other way',
      'a.csv',
      '"Definition","Term"\n"뜨거운 물에 우린 음료","차"\n"음식을 짜게 하는 흰 가루","소금"\n',
    ],
    [
      'CSV with semicolons, CRLF and empty lines',
      'a.csv',
      '차;뜨거운 물에 우린 음료\r\n\r\n;\r\n소금;음식을 짜게 하는 흰 가루\r\n',
    ],
    [
      'headings of more words',
      'a.csv',
      '한국어 단어,단어의 뜻\n차,뜨거운 물에 우린 음료\n소금,음식을 짜게 하는 흰 가루\n',
    ],
    ['TSV with quotes', 'a.tsv', '"차"\t"뜨거운 물에 우린 음료"\n소금\t음식을 짜게 하는 흰 가루\n'],
    ['CSV in a text file', 'a.txt', '차,뜨거운 물에 우린 음료\n소금,음식을 짜게 하는 흰 가루\n'],
  ])('%s', async (_, name, text) => {
    const read = await imported(name, text);
    expect(terms(read)).toEqual(LIST);
    expect(read.lost).toEqual([]);
  });

  test('quotes, separators and lines within a cell; a quote within a word', async () => {
    const read = await imported('a.csv', '"a ""b"", c","line one\nline two"\n5" pipe,wide\n');
    expect(terms(read)).toEqual([
      ['a "b", c', 'line one line two'],
      ['5" pipe', 'wide'],
    ]);
    expect(read.content.terms[0]?.explanation.ko).toBe('line one  \nline two');
  });

  test('between tabs a quote that is never closed is a sign', async () => {
    expect(terms(await imported('q.txt', '"Tea\ta drink\nSalt\t5" high\n"So" it is\tx\n'))).toEqual([
      ['"Tea', 'a drink'],
      ['Salt', '5" high'],
      ['"So" it is', 'x'],
    ]);
  });

  test('between commas it is named where it opens, and what stands before it is taken', async () => {
    const { lost, ...read } = await imported('a.csv', 'a,b\n"c ""x""",d\ne,"f\ng,h\ni,j\n');
    expect(terms({ lost, ...read })).toEqual([
      ['a', 'b'],
      ['c "x"', 'd'],
    ]);
    expect(lost).toEqual([expect.stringMatching(/^3: The quote/)]);
  });

  test('what is missing, there already or too long is said by its line', async () => {
    const rows = [
      'tea,a drink',
      ',nothing',
      'salt',
      '  ,  ',
      'Tea,another',
      `${'t'.repeat(200)},long`,
      'pot,"a\nb"',
      'pot!,c',
      '"x\ny",',
    ];
    const { lost, content } = await imported('a.csv', rows.join('\n'));
    expect(content.terms.map(({ id }) => id)).toEqual(['tea', 'pot']);
    expect(lost.map((one) => one.replace(/:.*/s, ''))).toEqual(['2', '3', '5', '6', '9', '10']);
    expect(lost[2]).toContain('line 1');
    expect(lost[4]).toContain('line 7');
  });

  test('a long definition is short on the card, and whole in the explanation', async () => {
    const long = `${'가'.repeat(60)}. ${'나'.repeat(60)} ${'다'.repeat(60)}.`;
    const [term] = (await imported('a.csv', `차,${long}\n소금,${'라'.repeat(150)}`)).content.terms;
    expect(term?.definition.ko).toBe(`${'가'.repeat(60)}.`);
    expect(term?.explanation.ko).toBe(long);
  });

  test('braces and # in words make no other format of it', async () => {
    expect(terms(await imported('a.txt', '#define,makes a name\nset,{1, 2}\nfunction f() {,begins a block\n'))).toEqual(
      [
        ['#define', 'makes a name'],
        ['set', '{1'],
        ['function f() {', 'begins a block'],
      ],
    );
  });

  test('further columns are paragraphs by their headings', async () => {
    const read = await imported('a.csv', 'Term,Definition,Example,Note\ntea,a drink,Drink *tea*!,\n');
    expect(read.content.terms[0]?.explanation.en).toBe('a drink\n\nExample: Drink \\*tea\\*!');
  });

  test('ids are safe and no two alike, in any script', async () => {
    const names = [
      'C++',
      'a/../b',
      '차(Tea)',
      'サーバー',
      'con',
      '3.14',
      '!?',
      'ⅷ',
      'É',
      'x'.repeat(90),
      `${'x'.repeat(90)}y`,
      '차 tea',
      '"""',
      'İ',
    ];
    const { content, built } = await imported('a.tsv', names.map((name) => `${name}\t뜻`).join('\n'));
    expect(content.terms).toHaveLength(built.files.length);
    expect(built.files.length).toBeGreaterThan(11);
    for (const { name } of built.files) expect(name).toMatch(/^\d\d-[\p{Ll}\p{Lo}\p{N}-]{1,40}\.md$/u);
    expect(built.files.map(({ name }) => name)).toContain('05-term-con.md');
    expect(content.terms.find(({ id }) => id === '차-tea')?.title).toEqual({ ko: '차', en: 'Tea' });
  });
});

describe('a table of questions', () => {
  const HEAD =
    ',Question - max 120 characters,Answer 1 - max 75 characters,Answer 2 - max 75 characters,Answer 3 - max 75 characters,Answer 4 - max 75 characters,"Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",Correct answer(s) - choose at least one';

  test('Kahoot’s template: texts above the headings, numbers of the right answers, rows that are empty', async () => {
    const csv = [
      ',Quiz template,,,,,,',
      ',"Add questions, at least two answers",,,,,,',
      ...[',,,,,,,', HEAD],
      '1,Where does tea come from?,China,India,"Peru, or so",,20,1',
      '2,Which are drinks?,Tea,Salt,Coffee,Iron,30,"1,3"',
      ...['3,,,,,,,', '4,Which one?,a,b,,,20,', '5,Which two?,a,b,,,20,4', '6,All?,a,b,,,20,"1,2"', '7,,a,b,,,20,1'],
    ].join('\n');
    const { questions, lost } = await imported('kahoot.csv', csv);
    expect(questions.map(bare)).toMatchObject([
      {
        type: 'single',
        ask: 'Where does tea come from?',
        right: both('China'),
        wrong: [both('India'), both('Peru, or so')],
      },
      { type: 'multiple', right: [both('Tea'), both('Coffee')], wrong: [both('Salt'), both('Iron')] },
    ]);
    expect(lost.map((one) => one.replace(/:.*/s, ''))).toEqual(['8', '9', '10', '11']);
  });

  test('headings in Korean: 정답 and 오답, O and X, a short answer', async () => {
    const csv =
      '문제,정답,오답1,오답2,해설\n차의 원산지는?,중국,인도,페루,오래전부터 마셨어요.\n차는 음료다.,O,,,\n하늘은 초록색이다.,X,,,\n3+4는?,7;일곱,,,\n';
    expect((await imported('문제.csv', csv)).questions.map(bare)).toMatchObject([
      { type: 'single', right: both('중국'), wrong: [both('인도'), both('페루')], why: '오래전부터 마셨어요.' },
      { type: 'boolean', answer: true, why: '정답: 맞아요 (O)' },
      { type: 'boolean', answer: false },
      { type: 'typed', accept: ['7', '일곱'] },
    ]);
  });

  test('a column of which nothing is known is said once', async () => {
    const { questions, lost } = await imported('a.csv', '문제,정답,오답,그림 주소\nA?,b,c,x.png\nD?,e,f,\n');
    expect(questions).toHaveLength(2);
    expect(lost).toEqual([expect.stringContaining('그림 주소')]);
    expect(lost[0]).toMatch(/^1: /);
  });

  /** A workbook as Excel writes it: shared strings, numbers, cells that are left out. */
  const workbook = (sheet: string, strings: readonly string[]): Buffer =>
    zipOf([
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name: 'xl/workbook.xml', data: '<workbook/>' },
      {
        name: 'xl/sharedStrings.xml',
        data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${strings.join('')}</sst>`,
      },
      {
        name: 'xl/worksheets/sheet1.xml',
        data: `<?xml version="1.0"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`,
      },
    ]);

  test('Kahoot’s spreadsheet', async () => {
    const heads = [
      'Question - max 120 characters',
      'Answer 1',
      'Answer 2',
      'Answer 3',
      'Answer 4',
      'Time limit (sec)',
      'Correct answer(s)',
    ];
    const strings = [
      ...heads.map((one) => `<si><t>${one}</t></si>`),
      '<si><t>차의 원산지는?</t></si>',
      '<si><r><t>중</t></r><r><rPr><b/></rPr><t xml:space="preserve">국</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si>',
      '<si><t>5 &lt; 6 &amp; 7</t></si>',
    ];
    const head = heads.map((_, i) => `<c r="${'BCDEFGH'[i]}8" t="s"><v>${i}</v></c>`).join('');
    const sheet = `<row r="2"><c r="B2" t="inlineStr"><is><t>Quiz template</t></is></c></row><row r="8">${head}</row><row r="9"><c r="A9"><v>1</v></c><c r="B9" t="s"><v>7</v></c><c r="C9" t="s"><v>8</v></c><c r="D9" t="s"><v>9</v></c><c r="G9"><v>20</v></c><c r="H9"><v>1</v></c></row><row r="11"><c r="B11" t="s"><v>7</v></c><c r="H11"><f>1+1</f><v>2</v></c></row>`;
    const { questions, lost } = await imported('quiz.xlsx', workbook(sheet, strings));
    expect(questions.map(bare)).toMatchObject([
      { type: 'single', ask: '차의 원산지는?', right: both('중국'), wrong: [both('5 < 6 & 7')] },
    ]);
    expect(lost.map((one) => one.replace(/:.*/s, ''))).toEqual(['11']);
  });

  test('a workbook that is none', async () => {
    expect(await unreadable('a.xlsx', zipOf([{ name: 'x', data: 'y' }]))).toMatch(/neither/);
    expect((await imported('a.xlsx', workbook('<row r="1"><c r="ZZZ1"><v>1</v></c><c><v>2', []))).built.files).toEqual(
      [],
    );
  });
});
