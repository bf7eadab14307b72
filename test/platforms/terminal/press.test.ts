import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Button, Choice, Reply } from '../../../src/core/reply/blocks.ts';
import { interpretLine } from '../../../src/platforms/terminal/press.ts';
import { render } from '../../../src/platforms/terminal/render.ts';
import { anyText } from '../../support/any.ts';
import { anyReply, awkwardText } from '../../support/any-reply.ts';
import { runs } from '../../support/sample.ts';
import { botOf, COURSE } from '../../support/world.ts';

const replyOf = (...blocks: Block[]): Reply => ({ visibility: 'caller', accent: 'info', blocks });
const choice = (how: Partial<Choice> = {}): Choice => ({
  type: 'choice',
  line: 'drill p q',
  options: ['a', 'b', 'c', 'd'].map((value) => ({ value, label: value.toUpperCase() })),
  min: 1,
  max: 1,
  ordered: false,
  picked: [],
  ...how,
});
const buttons = (...list: Button[]): Block => ({ type: 'buttons', buttons: list });
const two = replyOf(buttons({ label: '하나', line: 'ask pod' }, { label: '둘', line: 'quiz pod', primary: true }));
const { commands } = (await botOf([COURSE])).bot;
const own = (last: Reply | undefined) => ({ own: last, posted: undefined });
const said = (typed: string, last?: Reply) => interpretLine(typed, own(last), { locale: 'ko', commands });

test('every pressable thing is numbered in the drawing and pressed by that number', () => {
  fc.assert(
    fc.property(anyReply, (reply) => {
      const blocks = reply.blocks.filter(({ type }) => type !== 'input');
      const lines = blocks.flatMap((block) => {
        if (block.type === 'buttons') return block.buttons.map(({ line }) => line);
        if (block.type !== 'choice') return [];
        const before = block.ordered ? block.picked : [];
        const options = block.options.map(({ value }) =>
          before.includes(value) ? undefined : `${block.line} ${before.join('')}${value}`,
        );
        // Who does not know says so by the last number.
        return [...options, `${block.line} ${'-'.repeat(block.ordered || block.max > 1 ? block.min : 1)}`];
      });
      const drawn = render({ ...reply, blocks }, { columns: 88, colour: false, boxed: false }, 'ko');
      lines.forEach((line, i) => {
        expect(drawn).toContain(`[${i + 1}] `.trimEnd());
        const meant = interpretLine(String(i + 1), own({ ...reply, blocks }), { locale: 'ko', commands });
        if (line === undefined) expect(meant).toHaveProperty('hint');
        else expect(meant).toEqual({ line });
      });
      expect(
        interpretLine(String(lines.length + 1), own({ ...reply, blocks }), { locale: 'ko', commands }),
      ).toHaveProperty('hint');
    }),
    { numRuns: runs(300) },
  );
});

test('Enter alone presses the main button, and does nothing where there is none', () => {
  expect(said('', two)).toEqual({ line: 'quiz pod' });
  expect(said('  \t', two)).toEqual({ line: 'quiz pod' });
  expect(said('', replyOf(buttons({ label: '하나', line: 'card' })))).toBeUndefined();
  expect(said('', undefined)).toBeUndefined();
});

test.each([
  ['1', 'drill p q a'],
  [' 4 ', 'drill p q d'],
  ['01', 'drill p q a'],
])('one of several is picked by its number: %j', (typed, line) => {
  expect(said(typed, replyOf(choice()))).toEqual({ line });
});

test('the number behind the options says that one does not know', () => {
  expect(said('5', replyOf(choice()))).toEqual({ line: 'drill p q -' });
  expect(said('5', replyOf(choice({ min: 4, max: 4, ordered: true })))).toEqual({ line: 'drill p q ----' });
});

test('several are picked by their numbers, however they are written and in whatever order', () => {
  const reply = replyOf(choice({ max: 4 }));
  for (const typed of ['1 3', '3 1', '1,3', '1, 3', ' 3,1 ', '1 3 3'])
    expect(said(typed, reply)).toEqual({ line: 'drill p q ac' });
});

test('an order is given by numbers at once or after what was picked before; none twice', () => {
  const how = { min: 4, max: 4, ordered: true } as const;
  expect(said('2 1 4 3', replyOf(choice(how)))).toEqual({ line: 'drill p q badc' });
  expect(said('4 3', replyOf(choice({ ...how, picked: ['b', 'a'] })))).toEqual({ line: 'drill p q badc' });
  expect(said('2 2', replyOf(choice(how)))).toHaveProperty('hint');
  expect(said('2', replyOf(choice({ ...how, picked: ['b'] })))).toHaveProperty('hint');
});

test.each([
  ['0', '1부터 5까지'],
  ['6', '1부터 5까지'],
  ['1 5', '다른 답과 함께'],
  ['1 2', '번호를 하나만'],
])('a number that is not there or one too many is told: %j', (typed, hint) => {
  expect(said(typed, replyOf(choice()))).toEqual({ hint: expect.stringContaining(hint) });
});

test('a number after a reply with nothing to press is a hint, in both languages', () => {
  for (const last of [undefined, replyOf(), replyOf({ type: 'text', markdown: '글' })]) {
    expect(said('1', last)).toEqual({ hint: expect.stringContaining('/dosirak') });
    expect(interpretLine('1', own(last), { locale: 'en', commands })).toEqual({
      hint: expect.not.stringMatching(/\p{Script=Hangul}/u),
    });
  }
});

test('a text question takes words and numbers as its answer, but a command stays a command', () => {
  const reply = replyOf({ type: 'input', line: 'drill p q', label: '답' });
  expect(said(' 파드 ', reply)).toEqual({ line: 'drill p q 파드' });
  expect(said('3', reply)).toEqual({ line: 'drill p q 3' });
  expect(said('/card', reply)).toEqual({ line: '/card' });
  expect(said('', reply)).toBeUndefined();
});

test('after a text question, what begins with / is an answer unless it is a command', () => {
  const reply = replyOf({ type: 'input', line: 'drill p q', label: '답' });
  for (const path of ['/etc/kubernetes', '/var/lib', '/', '/ quiz', '/quizzes', '/etc quiz', '/drill p'])
    expect(said(path, reply)).toEqual({ line: `drill p q ${path}` });
  for (const line of ['/quiz pod', '/QUIZ', '/k8s\t파드', '/dosirak', '/퀴즈', '/벼ㅑㅋ'])
    expect(said(line, reply)).toEqual({ line });
  expect(said('quiz', reply)).toEqual({ line: 'drill p q quiz' });
  expect(said('/etc/kubernetes', two)).toEqual({ line: '/etc/kubernetes' });
});

describe('an option’s own words pick it', () => {
  const labelled = (labels: readonly string[], how: Partial<Choice> = {}): Reply =>
    replyOf(choice({ options: labels.map((label, i) => ({ value: 'abcd'[i] ?? '', label })), ...how }));
  const yesNo = labelled(['맞아요 (O)', '틀려요 (X)']);

  test.each([
    ['맞아요 (O)', 'a'],
    ['맞아요', 'a'],
    ['O', 'a'],
    [' x ', 'b'],
    ['틀려요', 'b'],
  ])('%s', (typed, value) => expect(said(typed, yesNo)).toEqual({ line: `drill p q ${value}` }));

  test('in capitals or not, also one of several and the next of an order', () => {
    expect(said('pod', labelled(['Node', 'Pod']))).toEqual({ line: 'drill p q b' });
    expect(said('Pod', labelled(['Node', 'Pod'], { max: 2 }))).toEqual({ line: 'drill p q b' });
    expect(said('pod', labelled(['Node', 'Pod'], { max: 2, ordered: true, picked: ['a'] }))).toEqual({
      line: 'drill p q ab',
    });
  });

  test('but not words that two options share, nor a part of them', () => {
    const shared = labelled(['파드 (가)', '파드 (나)']);
    expect(said('파드', shared)).toEqual({ line: '파드' });
    expect(said('나', shared)).toEqual({ line: 'drill p q b' });
    expect(said('맞', yesNo)).toEqual({ line: '맞' });
  });

  test('but a number is the one beside an option, whatever the options say', () => {
    const numbers = labelled(['3', '1', '2', '8080']);
    expect(['1', '2', '3'].map((typed) => said(typed, numbers))).toEqual(
      ['a', 'b', 'c'].map((value) => ({ line: `drill p q ${value}` })),
    );
    expect(said('8080', numbers)).toEqual({ line: 'drill p q d' });
  });
});

test('words after buttons or options are a line of their own', () => {
  expect(said('파드 3', two)).toEqual({ line: '파드 3' });
  expect(said('123', two)).toEqual({ line: '123' });
  expect(said('노드', replyOf(choice()))).toEqual({ line: '노드' });
});

test('any line after any reply is a line, a hint or nothing', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, awkwardText), fc.option(anyReply, { nil: undefined }), (typed, last) => {
      const meant = interpretLine(typed, own(last), { locale: 'ko', commands });
      if (meant === undefined) expect(typed.trim()).toBe('');
      else expect('line' in meant ? meant.line : meant.hint).not.toBe('');
    }),
  );
});

test.each(['모르겠어요', '몰라', '패스', 'pass', "I don't know", '??'])(
  '%s on a choice asks for the answer',
  (typed) => {
    expect(said(typed, replyOf(choice()))).toEqual({ line: 'drill p q -' });
    expect(said(typed, replyOf(choice({ ordered: true, min: 4, max: 4 })))).toEqual({ line: 'drill p q ----' });
    expect(said(typed, two)).toEqual({ line: typed });
  },
);

describe('beside what the channel shows', () => {
  const question = replyOf(choice({ line: 'pick p', max: 4 }));
  const typedQuestion = replyOf({ type: 'input', line: 'pick p', label: '답' });
  const silent = replyOf({ type: 'text', markdown: '글' });
  const meant = (typed: string, mine: Reply | undefined, posted: Reply) =>
    interpretLine(typed, { own: mine, posted }, { locale: 'ko', commands });

  test('what it shows is marked by letters, and one’s own answer by numbers', () => {
    const drawn = (marks: 'numbers' | 'letters') =>
      render(question, { columns: 88, colour: false, boxed: false }, 'ko', marks);
    for (const mark of ['[a] A', '[d] D', '민수> a c']) expect(drawn('letters')).toContain(mark);
    expect(drawn('letters')).not.toContain('[1]');
    expect(drawn('numbers')).not.toContain('[a]');
    const panel = render(two, { columns: 88, colour: false, boxed: false }, 'ko', 'letters');
    expect(panel).not.toContain('⏎');
  });

  test('what a student is shown alone is marked by what they have to type', () => {
    const drawn = (reply: Reply) =>
      render(reply, { columns: 88, colour: false, boxed: false }, 'ko', 'numbers', '민수> ');
    expect(drawn(question)).toContain('[민수> 1] A\n');
    expect(drawn(question)).toContain('예: 민수> 1 3');
    // Enter is the main button of the person at the terminal.
    expect(drawn(two)).toBe('[민수> 1] 하나   [민수> 2] 둘');
    expect(drawn(typedQuestion)).toContain('✎ 민수> 답');
    const menus: Block = {
      type: 'menus',
      line: 'drill p q',
      menus: ['get', 'delete'].map((label) => ({ label, options: [{ value: 'a', label: '가져와요' }] })),
      picked: [],
    };
    expect(drawn(replyOf(menus))).toContain('예: 민수> 1나 2가');
  });

  test.each(['a', 'A', 'ㅁ', ' a '])('a letter presses it, whatever one’s own answer offers: %j', (typed) => {
    for (const mine of [undefined, silent, two]) expect(meant(typed, mine, question)).toEqual({ line: 'pick p a' });
  });

  test('several letters are several picks', () => {
    expect(meant('c a', two, question)).toEqual({ line: 'pick p ac' });
    expect(meant('b,d', undefined, question)).toEqual({ line: 'pick p bd' });
  });

  test('a number presses one’s own answer where that offers anything, otherwise the channel', () => {
    expect(meant('1', two, question)).toEqual({ line: 'ask pod' });
    expect(meant('3', two, question)).toEqual({ hint: expect.stringContaining('1부터 2까지') });
    for (const mine of [undefined, silent]) expect(meant('3', mine, question)).toEqual({ line: 'pick p c' });
  });

  test('a text question of one’s own takes letters; so does the channel’s where nothing else is asked', () => {
    expect(meant('a', replyOf({ type: 'input', line: 'drill x', label: '답' }), question)).toEqual({
      line: 'drill x a',
    });
    expect(meant('파드', silent, typedQuestion)).toEqual({ line: 'pick p 파드' });
    expect(meant('a', undefined, typedQuestion)).toEqual({ line: 'pick p a' });
  });

  test('the letter behind the options says that one does not know', () => {
    expect(meant('e', two, question)).toEqual({ line: 'pick p -' });
  });

  test('a letter that marks nothing is a line, and Enter is one’s own', () => {
    expect(meant('f', two, question)).toEqual({ line: 'f' });
    expect(meant('a f', two, question)).toEqual({ line: 'a f' });
    expect(meant('', silent, two)).toBeUndefined();
    expect(meant('', two, question)).toEqual({ line: 'quiz pod' });
  });
});

describe('menus are answered by pairs of numbers and letters', () => {
  const options = ['가져와요', '지워요', '만들어요'].map((label, i) => ({ value: 'abc'[i] ?? '', label }));
  const menus = (...picked: string[]): Reply =>
    replyOf({
      type: 'menus',
      line: 'drill p q',
      menus: ['get', 'delete', 'create'].map((label) => ({ label, options })),
      picked,
    });

  test.each([
    ['1b 2a 3c', 'bac'],
    ['1나 2가 3다', 'bac'],
    ['1-나, 2-가, 3-다', 'bac'],
    ['1=나/2=가/3=다', 'bac'],
    ['①나 ②가 ③다', 'bac'],
    ['3c 1b 2a', 'bac'],
    ['b a c', 'bac'],
    ['bac', 'bac'],
    ['BAC', 'bac'],
    ['나 가 다', 'bac'],
    ['나가다', 'bac'],
    // Korean keys for Latin letters.
    ['ㅠ ㅁ ㅊ', 'bac'],
    // Some of them: the others stay to be picked.
    ['2a', '.a.'],
    ['1나 3다', 'b.c'],
    ['1b 1c', 'c..'],
  ])('%s', (typed, picks) => {
    expect(said(typed, menus())).toEqual({ line: `drill p q ${picks}` });
  });

  test('those of which nothing is said stay as they were', () => {
    expect(said('2a', menus('b', '.', '.'))).toEqual({ line: 'drill p q ba.' });
    expect(said('2a', menus('b', 'c', 'c'))).toEqual({ line: 'drill p q bac' });
  });

  test.each(['1', '1 2 3', '2 1 3'])('%s is told how', (typed) => {
    expect(said(typed, menus())).toEqual({ hint: '번호와 글자를 짝지어 입력해 주세요. 예: 1나 2가 3다' });
  });

  test.each(['모르겠어요', '잘 모르겠어요'])('%s', (typed) => {
    expect(said(typed, menus())).toEqual({ line: 'drill p q ----' });
  });

  test.each(['4a 1b 2c', '1z 2a 3b', '파드가 뭐야', 'bacb', '1b2', '마바사'])('%s is a line of its own', (typed) => {
    expect(said(typed, menus())).toEqual({ line: typed });
  });

  test('also those that stand in the channel, by a student and by the instructor whose own answer has buttons', () => {
    for (const mine of [undefined, two])
      expect(interpretLine('1b 2a 3c', { own: mine, posted: menus() }, { locale: 'en', commands })).toEqual({
        line: 'drill p q bac',
      });
    expect(interpretLine('2', { own: two, posted: menus() }, { locale: 'ko', commands })).toEqual({ line: 'quiz pod' });
  });

  test('they show what is picked, and the options by letters of the reader’s language', () => {
    const draw = (locale: 'ko' | 'en') => render(menus('b'), { columns: 80, colour: false, boxed: false }, locale);
    expect(draw('ko')).toContain('1. get → 지워요\n2. delete\n3. create\n\n가. 가져와요\n나. 지워요\n다. 만들어요\n');
    expect(draw('ko')).toContain('예: 1나 2가 3다 · 모르면 ‘모르겠어요’');
    expect(draw('en')).toContain('a. 가져와요\nb. 지워요\nc. 만들어요\n');
  });
});
