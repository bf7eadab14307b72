/** Text with the headers of Anki's manual, and packages of each form. */
import { describe, expect, test } from 'vitest';
import { newCollection, newPackage, oldCollection } from '../support/anki.ts';
import { bare, imported, unreadable } from '../support/interchange.ts';
import { zipOf } from '../support/zip.ts';

const terms = ({ content }: Awaited<ReturnType<typeof imported>>) =>
  content.terms.map(({ title, definition, explanation }) => [title.ko, definition.ko, explanation.ko]);

describe('text', () => {
  test.each([
    ['tab', '#separator:tab\n#html:false\nTea\tA drink\nSalt\tA white powder\n'],
    ['a semicolon', '#separator:Semicolon\n#html:false\nTea;A drink\nSalt;A white powder\n'],
    ['a sign', '#separator:;\n#html:false\nTea;A drink\n\nSalt;A white powder\n'],
    ['pipes', '#separator:pipe\r\n#html:false\r\nTea|A drink\r\nSalt|A white powder\r\n'],
    ['none said', '#html:false\n# a comment\nTea\tA drink\n# another\nSalt\tA white powder\n'],
    ['tags first', 'tags:a b\n#separator:Comma\nTea,A drink\n"Salt","A white powder"\n'],
  ])('with %s', async (_, text) => {
    const read = await imported('deck.txt', text);
    expect(terms(read)).toEqual([
      ['Tea', 'A drink', 'A drink'],
      ['Salt', 'A white powder', 'A white powder'],
    ]);
    expect(read.lost).toEqual([]);
  });

  test('guids, note types, decks and tags are no fields; further fields are paragraphs, by their names', async () => {
    const text =
      '#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#columns:guid\tnotetype\tdeck\tFront\tBack\tOrigin\ttags\n#tags column:7\nabc\tBasic\tKitchen::Drinks\tTea\tA drink\tChina<br>and more\ta b\n';
    expect(terms(await imported('deck.txt', text))).toEqual([
      ['Tea', 'A drink', 'A drink\n\nOrigin: China  \nand more'],
    ]);
  });

  test('a front that asks is a question of its deck', async () => {
    const text =
      '#separator:tab\n#html:true\n#deck:Kitchen::Drinks\nWhere does tea come from?\tChina&nbsp;\n차의 원산지는?\t<div>중국</div>\n';
    const { questions, content } = await imported('deck.txt', text);
    expect(content.terms.map(({ title }) => title.ko)).toEqual(['Drinks']);
    expect(questions.map(bare)).toMatchObject([
      { type: 'typed', ask: 'Where does tea come from?', accept: ['China'] },
      { type: 'typed', ask: '차의 원산지는?', accept: ['중국'] },
    ]);
  });

  test('HTML is text that does nothing', async () => {
    const text =
      '#separator:tab\n#html:true\n<b>Tea</b>\t"<ul><li>a <b>hot</b> drink</li><li>5 &lt; 6</li></ul><script>alert(1)</script><style>b{}</style>"\nH<sub>2</sub>O\t10<sup>-3</sup> m<sup>n+x</sup><br>line\n';
    expect(terms(await imported('deck.txt', text))).toEqual([
      ['Tea', '- a hot drink - 5 < 6', '- a **hot** drink\n- 5 \\< 6'],
      ['H₂O', '10⁻³ m^n+x line', '10⁻³ m^n+x  \nline'],
    ]);
  });

  test('pictures and sounds are left out, and said by their lines', async () => {
    const text =
      '#separator:tab\n#html:true\nTea\tA drink [sound:tea.mp3]\nSalt\t<img src="salt.jpg">A powder\nPot\t<img src="pot.jpg">\n';
    const { lost, content } = await imported('deck.txt', text);
    expect(content.terms.map(({ title }) => title.ko)).toEqual(['Tea', 'Salt']);
    expect(lost.map((one) => one.slice(0, 12))).toEqual([
      '3: A sound w',
      '4: A picture',
      '5: A picture',
      '5: Not taken',
    ]);
  });

  test('a quoted field has lines, quotes and separators', async () => {
    const text = 'hello;"a ""two"" line;\nanswer"\ntwo;one line\n';
    expect(terms(await imported('deck.txt', `#separator:;\n${text}`))).toEqual([
      ['hello', 'a "two" line; answer', 'a "two" line;  \nanswer'],
      ['two', 'one line', 'one line'],
    ]);
  });
});

describe('blanks', () => {
  test('each is a question, with its hint, the others filled in', async () => {
    const text = '#separator:tab\n#html:true\n{{c1::Tea::a drink}} comes from {{c2::<b>China</b>}}.\tSince long ago\n';
    const { questions, lost } = await imported('deck.txt', text);
    expect(questions.map(bare)).toEqual([
      { type: 'typed', ask: '\\_\\_\\_\\_\\_ (a drink) comes from **China**.', accept: ['Tea'], why: 'Since long ago' },
      { type: 'typed', ask: 'Tea comes from _____.', accept: ['China'], why: 'Since long ago' },
    ]);
    expect(lost).toEqual([]);
  });

  test('several of one number are blanks of one question, but where the same belongs in them', async () => {
    const text =
      '#separator:tab\n#html:true\n{{c1::Tea}} and <b>{{c1::coffee}}</b> are drinks\t\n{{c1::Tea}} is {{c1::Tea}}\t\n';
    const { questions, lost } = await imported('deck.txt', text);
    expect(questions.map(bare)).toMatchObject([
      { type: 'gap', ask: '①____ and **②____** are drinks', blanks: [{ accept: ['Tea'] }, { accept: ['coffee'] }] },
      { type: 'typed', ask: '_____ is _____', accept: ['Tea'] },
    ]);
    expect(lost).toEqual([]);
  });

  test('what no question of ours can ask is said', async () => {
    const text = [
      '#separator:tab',
      `${'{{c1::a}} {{c1::b}} '.repeat(3)}\t`,
      '{{c1::Tea {{c2::green}}}}\t',
      '{{c1::image-occlusion:rect:left=1}}\t',
      '{{c1::open\tback\n',
    ].join('\n');
    const { lost, content } = await imported('deck.txt', text);
    expect(lost.map((one) => one.slice(0, 2))).toEqual(['2:', '3:', '4:']);
    expect(content.terms.map(({ title }) => title.en)).toEqual(['{{c1::open']);
  });
});

describe('a package', () => {
  const notes = [
    ['Tea', 'A <b>drink</b>', 'China'],
    ['어디에서 왔나요?', '중국', ''],
  ];
  const wanted = [['Tea', 'A drink', 'A **drink**\n\nOrigin: China']];

  test.each([
    [
      'of the oldest form',
      zipOf([{ name: 'collection.anki2', data: oldCollection(notes, ['Front', 'Back', 'Origin']) }]),
    ],
    [
      'of the second form, beside an older one',
      zipOf([
        { name: 'collection.anki2', data: oldCollection([['Please update', '']]) },
        { name: 'collection.anki21', data: oldCollection(notes, ['Front', 'Back', 'Origin']) },
        { name: '0', data: 'a picture', stored: true },
        { name: 'media', data: '{"0":"tea.jpg"}' },
      ]),
    ],
    ['of the newest form', newPackage(newCollection(notes, ['Front', 'Back', 'Origin']))],
  ])('%s', async (_, data) => {
    const read = await imported('음료.apkg', data);
    expect(terms(read).slice(0, 1)).toEqual(wanted);
    expect(read.content.terms[1]?.title.ko).toBe('음료');
    expect(read.questions.map(bare)).toMatchObject([{ ask: '어디에서 왔나요?', accept: ['중국'] }]);
    expect(read.lost).toEqual([]);
  });

  test('names the number of a note that is not taken', async () => {
    const data = zipOf([
      {
        name: 'collection.anki2',
        data: oldCollection([
          ['a', 'b'],
          ['', 'c'],
          ['d', ''],
        ]),
      },
    ]);
    expect((await imported('a.apkg', data)).lost.map((one) => one.slice(0, 2))).toEqual(['2:', '3:']);
  });

  test('whose collection is no database, or another one, is unreadable', async () => {
    const view =
      'CREATE VIEW notes AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id, i AS mid, i AS flds FROM n';
    const { DatabaseSync } = await import('node:sqlite');
    const collections = [
      Buffer.from('no database'),
      Buffer.alloc(0),
      ...[view, 'CREATE TABLE other (id)', 'CREATE TABLE notes (id, mid, flds AS (hex(zeroblob(1000000))))'].map(
        (sql) => {
          const database = new DatabaseSync(':memory:');
          database.exec(sql);
          return database.serialize();
        },
      ),
    ];
    for (const data of collections)
      expect(await unreadable('a.apkg', zipOf([{ name: 'collection.anki2', data }]))).toMatch(
        /notes of this Anki deck/,
      );
    const whole = oldCollection([['a', 'b']]);
    expect(await unreadable('a.apkg', zipOf([{ name: 'collection.anki2', data: whole.subarray(0, 5000) }]))).toMatch(
      /Anki deck/,
    );
    expect(await unreadable('a.apkg', zipOf([{ name: 'collection.anki21b', data: whole }]))).toMatch(/Anki deck/);
  });
});
