import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hash } from '../../src/core/hash.ts';
import { joinTyped } from '../../src/core/reply/controls.ts';
import { seededShuffle } from '../../src/core/seeded-shuffle.ts';
import type { Shuffle } from '../../src/questions/fields.ts';
import {
  answerInWords,
  form,
  graded,
  isRight,
  mayName,
  questionSchema,
  shares,
  solution,
  solutionInWords,
  unclear,
  withNames,
} from '../../src/questions/types.ts';
import { wordingHash } from '../../src/questions/wording.ts';
import { asWritten, faults, rightOnes, written } from '../support/questions.ts';

const picked = written({
  type: 'gap',
  code: 'kind: Deployment\napiVersion: ___\nspec:\n  ___: 3\n',
  blanks: [
    { right: 'apps/v1', wrong: ['v1', 'batch/v1'] },
    { right: 'replicas', wrong: ['count'] },
  ],
});
const typed = written({
  type: 'gap',
  ask: { ko: '___ 오브젝트는 ___ 띄워요', en: 'A (2)___ is started by a (1)___' },
  blanks: [{ accept: ['디플로이먼트', 'Deployment'] }, { accept: ['파드', 'Pod'] }],
});

test('blanks are numbered as they stand, in the code or in what is asked, and stay so', () => {
  expect(picked.code).toBe('kind: Deployment\napiVersion: ①____\nspec:\n  ②____: 3\n');
  expect(typed.ask).toEqual({ ko: '①____ 오브젝트는 ②____ 띄워요', en: 'A ②____ is started by a ①____' });
  for (const question of [picked, typed])
    expect(questionSchema.parse(JSON.parse(JSON.stringify(question)))).toEqual(question);
});

test('each blank has a menu of its own, in an order of its own', () => {
  const shown = form(picked, 'ko', asWritten);
  expect(shown).toEqual({
    type: 'menus',
    picked: [],
    menus: [
      { label: '①', options: ['apps/v1', 'v1', 'batch/v1'].map((label, i) => ({ value: 'abc'[i], label })) },
      { label: '②', options: ['replicas', 'count'].map((label, i) => ({ value: 'abc'[i], label })) },
    ],
  });
  expect(rightOnes(picked, ['aa', 'ab', 'ba', 'a', 'aaa', 'ca', '', '--'])).toEqual(['aa']);
});

test('who knows nothing fills menus right as seldom as by chance', () => {
  const by =
    (seed: string): Shuffle =>
    (items) =>
      seededShuffle(items, seed, (item) => JSON.stringify(item));
  const seeds = Array.from({ length: 3000 }, (_, i) => hash(`seed ${i}`).toString(36));
  for (const answer of ['aa', 'ab', 'ba', 'bb', 'ca', 'cb']) {
    const share = seeds.filter((seed) => isRight(picked, answer, by(seed))).length / seeds.length;
    expect(Math.abs(share - 1 / 6), answer).toBeLessThan(0.04);
  }
});

describe('typed into blanks', () => {
  const right = [
    ['디플로이먼트', '파드'],
    ['deployment', 'pod'],
    ['디플로이먼트예요', '파드입니다'],
    ['Deployment', '파드를'],
    [' 디플로이 먼트 ', '`파드`'],
  ];
  test.each(right)('%s and %s are taken as a typed question takes them', (...parts) => {
    expect(isRight(typed, joinTyped(parts), asWritten)).toBe(true);
    expect(isRight(typed, parts.join(', '), asWritten)).toBe(true);
    expect(unclear(typed, parts.join(', '), 'ko')).toBeUndefined();
  });

  test.each(['파드, 디플로이먼트', '디플로이먼트, 노드', joinTyped(['디플로이먼트', '']), joinTyped(['', '파드'])])(
    '%s is not right',
    (answer) => {
      expect(isRight(typed, answer, asWritten)).toBe(false);
      expect(unclear(typed, answer, 'ko')).toBeUndefined();
    },
  );

  test.each(['', '파드', '하나, 둘, 셋', joinTyped(['', '']), joinTyped(['a', 'b', 'c'])])(
    'an answer of another number of parts, as %s, is asked for again',
    (answer) => {
      expect(isRight(typed, answer, asWritten)).toBe(false);
      expect(unclear(typed, answer, 'ko')).toBe('빈칸이 2개예요. 2개를 차례대로, 쉼표로 나눠서 다시 답해 주세요.');
      expect(unclear(typed, answer, 'en')).toContain('There are 2 blanks');
    },
  );

  test.each([
    '① 디플로이먼트 ② 파드',
    '①디플로이먼트, ②파드',
    '(2) 파드 (1) 디플로이먼트',
    '1. 디플로이먼트 2. 파드',
    '디플로이먼트 / 파드',
  ])('by their numbers or with a slash between, as in %s', (answer) => {
    expect(isRight(typed, answer, asWritten)).toBe(true);
  });

  test('a number that stands twice, or only once, numbers nothing', () => {
    for (const answer of ['① 디플로이먼트 ① 파드', '① 디플로이먼트', '디플로이먼트 ① 파드 ②'])
      expect(isRight(typed, answer, asWritten), answer).toBe(false);
  });

  test('a blank takes what else its concept is called', () => {
    const named = withNames(typed, (name) => (name === '파드' ? ['파드', 'Pod', '포드'] : []));
    expect(isRight(named, '디플로이먼트, 포드', asWritten)).toBe(true);
    expect(isRight(typed, '디플로이먼트, 포드자리', asWritten)).toBe(false);
    expect(mayName(typed, ['파드'])).toBe(false);
    expect(mayName(picked, ['파드'])).toBe(true);
    expect(mayName(picked, ['apps/v1'])).toBe(false);
  });

  test('so many boxes are opened, and one blank has none of its own', () => {
    expect(form(typed, 'ko', asWritten)).toEqual({
      type: 'input',
      label: '빈칸 2개를 차례대로, 쉼표로 나눠 입력해 주세요',
      boxes: 2,
    });
    const one = written({ type: 'gap', ask: '___ 하나', blanks: [{ accept: ['파드, 노드'] }] });
    expect(form(one, 'ko', asWritten)).toEqual({ type: 'input', label: '빈칸에 들어갈 말을 입력해 주세요' });
    expect(isRight(one, '파드, 노드', asWritten)).toBe(true);
  });
});

test('what is graded shows each blank, what was wrong or left empty first', () => {
  expect(graded(picked, 'ba', 'ko', asWritten)).toBe(
    '**2개 중 1개가 맞았어요**\n\n❌ ① v1(내 답) · 정답: **apps/v1**  \n✅ ② **replicas**',
  );
  expect(graded(typed, joinTyped(['deployment', '']), 'en', asWritten)).toBe(
    '**1 of 2 right**\n\n❌ ② left empty · right: **Pod**  \n✅ ① **Deployment**',
  );
  expect(graded(typed, joinTyped(['*a*', 'b']), 'ko', asWritten)).toContain('❌ ① \\*a\\*(내 답)');
  expect(graded(typed, '모르겠어요', 'ko', asWritten)).toBe('✅ ① **디플로이먼트**  \n✅ ② **파드**');
  expect(solution(picked, 'ko')).toBe('① apps/v1  \n② replicas');
  expect(solutionInWords(typed, 'en')).toBe('① Deployment, ② Pod');
  expect(answerInWords(picked, 'bb', 'ko', asWritten)).toBe('① v1, ② count');
});

test('a class sees how many had each blank right, and of what was typed wrong only what several typed', () => {
  const answers = ['디플로이먼트, 파드', 'Deployment, 선생님 미워요', '레플리카셋, 노드', '레플리카셋!, 010-1234'];
  const rows = shares(
    typed,
    answers.map((one) => ({ picked: one, right: isRight(typed, one, asWritten) })),
    'ko',
    asWritten,
  );
  expect(rows.map(({ label, count, right }) => `${label}: ${count}${right ? '!' : ''}`)).toEqual([
    '① 디플로이먼트: 2!',
    '② 파드: 1!',
    '① 레플리카셋: 2',
  ]);
});

test('no student’s own words are shown to a class, whatever is typed', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[가-하]{4,9}$/), { maxLength: 20 }), (words) => {
      const given = words.map((one, i) => ({ picked: joinTyped([one, words.at(-1 - i) ?? '']), right: false }));
      const shown = shares(typed, given, 'ko', asWritten).filter(({ right }) => !right);
      // The same words in both blanks are of one student.
      expect(shown).toEqual([]);
    }),
  );
});

test('its hash is that of its words and blanks, whichever option is right', () => {
  const swapped = written({
    type: 'gap',
    code: 'kind: Deployment\napiVersion: ___\nspec:\n  ___: 3\n',
    blanks: [
      { right: 'v1', wrong: ['apps/v1', 'batch/v1'] },
      { right: 'count', wrong: ['replicas'] },
    ],
  });
  expect(wordingHash('a', swapped)).toBe(wordingHash('a', picked));
  const other = written({
    ...swapped,
    blanks: [
      { right: 'v1', wrong: ['v2'] },
      { right: 'count', wrong: ['replicas'] },
    ],
  });
  expect(wordingHash('a', other)).not.toBe(wordingHash('a', picked));
});

const menu = { right: 'a', wrong: ['b'] };

test.each([
  ['no blank in the text', { ask: '없어요', blanks: [menu] }, ['ask']],
  ['more blanks than are told of', { ask: '___ ___', blanks: [menu] }, ['ask']],
  ['a blank that is missing in English', { ask: { ko: '___', en: 'none' }, blanks: [menu] }, ['ask']],
  ['blanks in the code and in what is asked', { ask: '___', code: 'a: ___', blanks: [menu] }, ['ask']],
  ['a number twice', { ask: '(1)___ (1)___', blanks: [menu, menu] }, ['ask']],
  ['a number of no blank', { code: '(3)___ (1)___', blanks: [menu, menu] }, ['code']],
  ['six blanks', { ask: '___'.repeat(1), blanks: Array(6).fill(menu) }, ['blanks']],
  ['no blanks', { ask: '___', blanks: [] }, ['blanks']],
  [
    'a blank that is picked beside one that is typed',
    { ask: '___ ___', blanks: [menu, { accept: ['a'] }] },
    ['blanks'],
  ],
  ['a menu without a wrong option', { ask: '___', blanks: [{ right: 'a' }] }, ['blanks.0.wrong']],
  ['options alike', { ask: '___', blanks: [{ right: 'a', wrong: ['a'] }] }, ['blanks.0']],
  ['nothing that is accepted', { ask: '___', blanks: [{ accept: [] }] }, ['blanks.0.accept']],
  ['an answer that no box takes', { ask: '___', blanks: [{ accept: ['가'.repeat(40)] }] }, ['blanks.0.accept.0']],
])('%s is refused where it stands', (_, fields, paths) => {
  expect(faults({ type: 'gap', ...fields })).toEqual(paths);
});
