/** The syntax of Moodle's documentation and of its own examples, with other words in it. */
import { describe, expect, test } from 'vitest';
import { bare, imported } from '../support/interchange.ts';

const both = (text: string) => ({ ko: text, en: text });

/** What one question becomes. */
async function one(gift: string) {
  const { questions, lost } = await imported('quiz.gift', gift);
  expect(questions).toHaveLength(1);
  const [question] = questions;
  return { ...(question ? bare(question) : {}), lost };
}

describe('a question of each kind that Moodle documents', () => {
  test.each([
    ['What is kept in a tea caddy?{~Milk ~Sugar =tea}', 'What is kept in a tea caddy?'],
    ['Tea is {~boiled =steeped ~fried} in hot water.', 'Tea is _____ in hot water.'],
    [
      'The harvest festival falls on the {\n    ~second\n    ~third\n    =fourth\n} moon.',
      'The harvest festival falls on the _____ moon.',
    ],
  ])('several options, one right: %j', async (gift, ask) => {
    const question = await one(gift);
    expect(question).toMatchObject({ ask, type: 'single', lost: [] });
    expect(question).toMatchObject({ right: both(expect.stringMatching(/^(?:tea|steeped|fourth)$/)) });
  });

  test('several right options, by shares of the marks', async () => {
    expect(await one('Which two grow on trees? {\n ~%-50%Salt\n ~%50%Apple\n ~%50%Pear\n ~%-50%Iron }')).toMatchObject({
      ...{ type: 'multiple', right: [both('Apple'), both('Pear')], wrong: [both('Salt'), both('Iron')], lost: [] },
    });
    expect(await one('Which two grow on trees? {\n ~Salt\n ~%50%Apple\n ~%50%Pear\n ~Iron }')).toMatchObject({
      ...{ type: 'multiple', right: [both('Apple'), both('Pear')], lost: [] },
    });
  });

  test.each([
    ['Salt grows on trees.{FALSE}', false],
    ['Salt grows on trees.{F}', false],
    ['Apples grow on trees.{T}', true],
    ['Apples grow on trees.{TRUE}', true],
    ['Apples grow on trees.{ true }', true],
  ])('true or false: %j', async (gift, answer) => {
    expect(await one(gift)).toMatchObject({ type: 'boolean', answer, lost: [] });
  });

  test('a short answer, alone or in a sentence', async () => {
    expect(await one('Who is in the empty house?{=no one =nobody}')).toMatchObject({
      ...{ type: 'typed', ask: 'Who is in the empty house?', accept: ['no one', 'nobody'], lost: [] },
    });
    expect(await one('Three plus four equals {=seven =7}.')).toMatchObject({
      ...{ type: 'typed', ask: 'Three plus four equals _____.', accept: ['seven', '7'] },
    });
  });

  test.each([
    ['When was the bridge built? {#1822}', 1822, undefined],
    ['When was the bridge built?{#1822:5}', 1822, 5],
    ['How long is the pole (three decimals)? {#2.5415:0.0005}.', 2.5415, 0.0005],
    ['How long is the pole (three decimals)? {#2.541..2.542}.', 2.5415, 0.0005],
    ['How cold is it? {#-10..-4}', -7, 3],
  ])('a number: %j', async (gift, answer, tolerance) => {
    expect(await one(gift)).toMatchObject({ type: 'number', answer, lost: [], ...(tolerance ? { tolerance } : {}) });
  });

  test('what belongs together, with more on the right side than on the left', async () => {
    const gift =
      '::Who::[html]Match the <b>animal</b>.{\n =[html]A <i>big</i> one -> Elephant\n =[plain]A small one -> Ant\n = -> Chat\n}';
    expect(await one(gift)).toMatchObject({
      ...{ type: 'match', ask: 'Match the **animal**.', wrong: [both('Chat')], lost: [] },
      pairs: [
        { left: both('A big one'), right: both('Elephant') },
        { left: both('A small one'), right: both('Ant') },
      ],
    });
    expect(await one('Capitals. {\n =Canada -> Ottawa\n =Italy  -> Rome\n =India  -> New Delhi\n }')).toMatchObject({
      ...{ type: 'match', lost: [] },
    });
  });

  test('several numbers: those that give full marks', async () => {
    expect(await one('When was the bridge built? {#\n    =1822:0\n    =%50%1822:2}')).toMatchObject({
      ...{ type: 'number', answer: 1822, lost: [expect.stringMatching(/^3: .*50%/)] },
    });
    expect(await one('Which squares are below 5? {#=1 =4}')).toMatchObject({ type: 'typed', accept: ['1', '4'] });
    expect(await one('Name a number around 10 {#=10:1 =10:3}')).toMatchObject({
      type: 'number',
      answer: 10,
      tolerance: 3,
    });
  });

  test('a number with something to say to all who are wrong', async () => {
    expect(await one('A number from 1 to 5? {#3:2~#Not at all}')).toMatchObject({
      ...{ type: 'number', answer: 3, tolerance: 2, lost: [expect.stringMatching(/^1: .*every wrong answer/)] },
    });
  });
});

describe('what is not taken is said', () => {
  test.each([
    ['Write about your holiday. {}', /^1: .*essay/],
    ['Write about your holiday. {####Thanks!}', /^1: .*essay/],
    ['The next questions are about tea.', /^1: .*no answers/],
    ['Tea {~a =b', /^1: .*\{ \}/],
    ['Tea } is {~a =b', /^1: .*\{ \}/],
    ['Tea {=a} and {=b}', /^1: .*\{ \}/],
    ['Tea? {~a ~b}', /^1: .*no right answer/],
    ['Tea? {#many}', /no number/],
    ['Tea? {=%50%green}', /no right answer/],
    ['Tea? {=~}', /^1: /],
    ['Which go together? {=a -> b =c}', /->/],
    ['Any of ten? {=1 ~2 ~3 ~4 ~5 ~6 ~7 ~8}', /at most 5/],
    [`Long? {=${'x'.repeat(1100)} ~b}`, /^1: right /],
    ['Twins? {=a ~a}', /alike/],
    ['Two ranges {#=1:0.5 =9:0.5}', /ranges/],
    ['Six pairs {=a->1 =b->2 =c->3 =d->4 =e->5 =f->6}', /at most 5/],
  ])('%j', async (gift, why) => {
    const { questions, lost } = await imported('quiz.gift', gift);
    expect(questions).toEqual([]);
    expect(lost.join('\n')).toMatch(why);
  });

  test('a mark for an answer that is half right', async () => {
    expect(await one('Hard? {~wrong ~%50%half =full}')).toMatchObject({
      ...{ type: 'single', right: both('full'), wrong: [both('wrong'), both('half')] },
      lost: [expect.stringContaining('50%')],
    });
    expect(await one('Which animal? {\n =Frog#Good!\n =%50%Cat#Why a cat?\n =%0%*#No\n}')).toMatchObject({
      ...{ type: 'typed', accept: ['Frog'], why: 'Good!\n\nCat: Why a cat?' },
      lost: [expect.stringMatching(/^3: .*50%/), expect.stringMatching(/^4: .*every wrong answer/)],
    });
  });

  test('an answer in which a star stands for anything, but not a star', async () => {
    expect(await one('Which sign multiplies? {=\\\\* =times =star*}')).toMatchObject({
      ...{ accept: ['*', 'times'], lost: [expect.stringContaining('star*')] },
    });
  });

  test('of two right ones either was enough', async () => {
    expect(await one('Which is a fruit? {=Apple =Pear ~Salt}')).toMatchObject({
      ...{ type: 'multiple', right: [both('Apple'), both('Pear')], lost: [expect.stringContaining('all of them')] },
    });
  });

  test('a question that is there already, by its line', async () => {
    const { questions, lost } = await imported('quiz.gift', 'Tea?{=a ~b}\n\n// again\nTea?{=a ~b}\n');
    expect(questions).toHaveLength(1);
    expect(lost).toEqual([expect.stringMatching(/^4: .*line 1/)]);
  });

  test('the lines are those of the file', async () => {
    const gift = '// one\n\n\n::Q::\nTea {\n ~a\n}\n\n// two\n// three\nTea again {\n =%x\n';
    expect((await imported('quiz.gift', gift)).lost).toEqual([
      expect.stringMatching(/^4: .*no right answer/),
      expect.stringMatching(/^11: .*\{ \}/),
    ]);
  });
});

describe('around a question', () => {
  test('its title stays with authors, its comments go', async () => {
    const { built, questions } = await imported(
      'quiz.gift',
      '// a comment\n::Tea time::When is tea?\n// another\n{=four ~two}',
    );
    expect(questions[0]?.ask.en).toBe('When is tea?');
    expect(built.files[0]?.text).toContain('# Tea time');
    expect(built.files[0]?.text).not.toContain('comment');
  });

  test('a category is what questions are about', async () => {
    const gift =
      '$CATEGORY: $course$/top/Drinks/Tea // green\n\nA?{T}\n\n$CATEGORY: 역사\n::x::B?{F}\n\n$CATEGORY: tom/dick/harry\n\nC?{T}';
    const { content } = await imported('quiz.gift', gift);
    expect(content.terms.map(({ title, questions }) => [title.ko, questions.length])).toEqual([
      ['Tea / green', 1],
      ['역사', 1],
      ['harry', 1],
    ]);
    expect(content.terms.map(({ id }) => id)).toEqual(['tea-green', '역사', 'harry']);
  });

  test('without one they are about what the file is called', async () => {
    const { content } = await imported('삼국 시대.txt', '신라의 수도는?{=경주}');
    expect(content.terms[0]).toMatchObject({ id: '삼국-시대', title: both('삼국 시대') });
    expect(content.terms[0]?.definition.ko).toBe('‘삼국 시대’ 문제 1개를 모아 두었어요.');
  });

  test('what is said of answers is why, the general first and the right one before the others', async () => {
    expect(
      await one('Colour? {\n =yellow # right!\n ~red # no, yellow\n ~[plain]blue # no\n ####It is between.\n}'),
    ).toMatchObject({
      why: 'It is between.\n\nright!\n\nred: no, yellow\n\nblue: no',
      wrong: [both('red'), both('blue')],
    });
    expect(await one('42 is it.{\nFALSE#It is.#You got it.\n####From a book.}')).toMatchObject({
      why: 'From a book.\n\nYou got it.\n\nIt is.',
    });
  });

  test('where nothing is said, the right answer is', async () => {
    expect(await one('Who?{=no one =nobody}')).toMatchObject({ why: 'Answer: no one' });
    expect((await imported('a.gift', '누구?{~하나 =둘}')).questions[0]?.why.ko).toBe('정답: 둘');
  });

  test('signs that a backslash makes text', async () => {
    expect(await one('Which is 5? {\n ~ \\= 2 + 2\n = \\= 2 + 3\n ~ \\= 2 + 4  }')).toMatchObject({
      ...{ right: both('= 2 + 3'), wrong: [both('= 2 + 2'), both('= 2 + 4')] },
    });
    expect(
      await one('Not a sign? {\n ~ \\~ # \\~ is\n ~ \\= \n ~ \\# \n ~ \\{ \n ~ \\} \n = \\\\ # Right \\\\ it is\n}'),
    ).toMatchObject({
      ...{ right: both('\\'), wrong: ['~', '=', '#', '{', '}'].map(both) },
    });
    expect(await one('a\\: b\\nc {T}')).toMatchObject({ ask: 'a: b  \nc' });
  });

  test('HTML, Markdown and plain text are text that does nothing', async () => {
    expect(
      await one('[html]<p>Match <b>this</b> <script>alert(1)</script></p> {=a ~<i>b</i> ~[plain]<i>c</i>}'),
    ).toMatchObject({
      ...{ ask: 'Match **this**', right: both('a'), wrong: [both('b'), both('<i>c</i>')] },
    });
    expect(await one('[markdown]Who is in **the house**? <b>x</b>{=a ~`b` *}')).toMatchObject({
      ...{ ask: 'Who is in **the house**? \\<b\\>x\\</b\\>', wrong: [both('`b` *')] },
    });
    expect(await one('[plain]Is **a** < b? {T}')).toMatchObject({ ask: 'Is \\*\\*a\\*\\* \\< b?' });
    expect(await one('Is a < b and c > d? {T}')).toMatchObject({ ask: expect.stringMatching(/a \\?< b and c \\?> d/) });
  });

  test('a picture is left out, and said', async () => {
    const gift = '[html]<p>What is this? <img src\\="@@PLUGINFILE@@/a.png" alt\\="a cup"></p>{=cup ~pot}';
    expect(await one(gift)).toMatchObject({
      ask: 'What is this? a cup',
      lost: [expect.stringMatching(/^1: A picture/)],
    });
  });
});

test('what Moodle itself exports: HTML, tabs, shares and feedback', async () => {
  const gift = [
    '// question: 0  name: switch category to $course$/Default for Tea',
    '$CATEGORY: $course$/Default for Tea\n',
    '// question: 43  name: Greeting',
    '::Greeting::[html]<a href\\="http\\://tea.example/hello.mp3">Listen\\:</a><br /><br />Which language?{',
    '\t~English#Sorry.\n\t=French#Well done!\n\t~German#Sorry.\n}\n',
    '// question: 46  name: User\n::User::[html]Who drinks tea is a ...{\n\t=%100%Drinker#\n}\n',
    '// question: 45\n::Acronym::[html]TEA is <span style\\="font-style\\: italic;">three letters</span>.{TRUE}\n',
  ].join('\n');
  const { questions, lost, content } = await imported('export.txt', gift);
  expect(lost).toEqual([]);
  expect(content.terms[0]?.title.en).toBe('Default for Tea');
  expect(questions.map(({ ask }) => ask.en)).toEqual([
    'Listen:\n\nWhich language?',
    'Who drinks tea is a ...',
    'TEA is three letters.',
  ]);
  expect(questions[0]?.why.en).toBe('Well done!\n\nEnglish: Sorry.\n\nGerman: Sorry.');
});
