import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hash } from '../../src/core/hash.ts';
import { seededShuffle } from '../../src/core/seeded-shuffle.ts';
import type { Shuffle } from '../../src/questions/fields.ts';
import {
  answerInWords,
  describeAnswering,
  form,
  graded,
  isRight,
  shares,
  solution,
  solutionInWords,
} from '../../src/questions/types.ts';
import { wordingHash } from '../../src/questions/wording.ts';
import { asWritten, backwards, faults, rightOnes, written } from '../support/questions.ts';

const pairs = [
  { left: '`kubectl get`', right: { ko: '목록을 봐요', en: 'lists' } },
  { left: '`kubectl logs`', right: { ko: '글을 봐요', en: 'prints' } },
  { left: '`kubectl exec`', right: { ko: '명령을 실행해요', en: 'runs' } },
];
const question = written({ type: 'match', pairs, wrong: [{ ko: '설치해요', en: 'installs' }] });

const by =
  (seed: string): Shuffle =>
  (items) =>
    seededShuffle(items, seed, (item) => JSON.stringify(item));

/** What stands in each menu, by its label. */
function menusOf(shuffle: Shuffle = asWritten, one = question, locale: 'ko' | 'en' = 'ko') {
  const shown = form(one, locale, shuffle);
  if (shown.type !== 'menus') throw new Error(`no menus but ${shown.type}`);
  return shown.menus;
}

const RIGHT = new Map([
  ['kubectl get', '목록을 봐요'],
  ['kubectl logs', '글을 봐요'],
  ['kubectl exec', '명령을 실행해요'],
]);

/** What a student sends who knows what belongs together. */
const known = (shuffle: Shuffle): string =>
  menusOf(shuffle)
    .map(({ label, options }) => options.find((option) => option.label === RIGHT.get(label))?.value)
    .join('');

test('each left side has a menu of all right sides and of those that belong to nothing', () => {
  const all = ['a 목록을 봐요', 'b 글을 봐요', 'c 명령을 실행해요', 'd 설치해요'];
  expect(menusOf().map(({ label, options }) => [label, ...options.map((one) => `${one.value} ${one.label}`)])).toEqual([
    ['kubectl get', ...all],
    ['kubectl logs', ...all],
    ['kubectl exec', ...all],
  ]);
});

test('one answer alone is right, whatever order it is shown in', () => {
  expect(rightOnes(question, ['abc', 'acb', 'aaa', 'abd', 'ab', 'abcd', '', 'ABC', '---'])).toEqual(['abc']);
  fc.assert(
    fc.property(
      fc.string({ maxLength: 8 }),
      fc.string({ unit: fc.constantFrom(...'abcd'), maxLength: 4 }),
      (seed, answer) => {
        const shuffle = by(seed);
        expect(isRight(question, known(shuffle), shuffle)).toBe(true);
        expect(isRight(question, answer, shuffle)).toBe(answer === known(shuffle));
      },
    ),
  );
});

test('where a side stands says nothing about what belongs together', () => {
  // The same sides, in every other way together: all of them look alike.
  const sides = pairs.map(({ right }) => right);
  const turned = [1, 2].map((by) =>
    written({
      type: 'match',
      pairs: pairs.map(({ left }, i) => ({ left, right: sides[(i + by) % sides.length] })),
      wrong: [{ ko: '설치해요', en: 'installs' }],
    }),
  );
  for (let seed = 0; seed < 50; seed++)
    for (const other of turned) expect(menusOf(by(`${seed}`), other)).toEqual(menusOf(by(`${seed}`)));
});

test('who knows nothing is right as seldom as by chance', () => {
  const seeds = Array.from({ length: 4000 }, (_, i) => hash(`seed ${i}`).toString(36));
  const share = (answer: string): number =>
    seeds.filter((seed) => isRight(question, answer, by(seed))).length / seeds.length;
  // Three of four right sides in a row: 1 in 24.
  for (const answer of ['abc', 'cba', 'bca', 'dab']) expect(Math.abs(share(answer) - 1 / 24)).toBeLessThan(0.02);
  expect(share('aaa')).toBe(0);
});

test('what is graded shows each pair, the wrong ones first, and the whole is right only with all of them', () => {
  expect(graded(question, 'abc', 'ko', asWritten)).toBe(
    '✅ `kubectl get` → **목록을 봐요**  \n✅ `kubectl logs` → **글을 봐요**  \n✅ `kubectl exec` → **명령을 실행해요**',
  );
  expect(graded(question, 'acb', 'ko', asWritten)).toBe(
    [
      '**3개 중 1개가 맞았어요**\n',
      '❌ `kubectl logs` → 명령을 실행해요(내 답) · 정답: **글을 봐요**  ',
      '❌ `kubectl exec` → 글을 봐요(내 답) · 정답: **명령을 실행해요**  ',
      '✅ `kubectl get` → **목록을 봐요**',
    ].join('\n'),
  );
  expect(graded(question, '---', 'en', asWritten)).not.toMatch(/❌|your answer/);
  expect(answerInWords(question, 'acb', 'en', asWritten)).toBe(
    'kubectl get → lists, kubectl logs → runs, kubectl exec → prints',
  );
  expect(answerInWords(question, '----', 'ko', asWritten)).toBe('모르겠어요');
  expect(solution(question, 'en')).toBe('`kubectl get` → lists  \n`kubectl logs` → prints  \n`kubectl exec` → runs');
  expect(solutionInWords(question, 'ko')).toBe(
    'kubectl get → 목록을 봐요, kubectl logs → 글을 봐요, kubectl exec → 명령을 실행해요',
  );
  expect(describeAnswering(question).ko).toBe('골랐어요');
});

test('a class sees how many had each pair right, and the wrong pairs that several made', () => {
  const given = ['cba', 'cba', 'cab', 'abc'].map((picked) => ({ picked, right: isRight(question, picked, backwards) }));
  // Backwards the sides are: exec, logs, get; and: 설치, 명령, 글, 목록.
  const rows = shares(question, given, 'ko', backwards).map(
    ({ label, count, right }) => `${label}: ${count}${right ? '!' : ''}`,
  );
  expect(rows).toEqual(
    [
      'kubectl exec → 명령을 실행해요: 0!',
      'kubectl logs → 글을 봐요: 0!',
      'kubectl get → 목록을 봐요: 0!',
      'kubectl exec → 글을 봐요: 3',
      'kubectl get → 설치해요: 2',
      'kubectl logs → 명령을 실행해요: 3',
    ].sort((a, b) => Number(b.endsWith('!')) - Number(a.endsWith('!')) || Number(b.slice(-1)) - Number(a.slice(-1))),
  );
});

test('its hash is that of its words, whichever belong together', () => {
  const turned = written({
    type: 'match',
    pairs: pairs.map(({ left }, i) => ({ left, right: pairs[(i + 1) % 3]?.right })),
    wrong: [{ ko: '설치해요', en: 'installs' }],
  });
  expect(wordingHash('a', turned)).toBe(wordingHash('a', question));
  const other = written({ type: 'match', pairs, wrong: [{ ko: '지워요', en: 'removes' }] });
  expect(wordingHash('a', other)).not.toBe(wordingHash('a', question));
  const left = written({ type: 'match', pairs: [{ ...pairs[0], left: 'kubectl cp' }, ...pairs.slice(1)] });
  expect(wordingHash('a', left)).not.toBe(wordingHash('a', written({ type: 'match', pairs })));
});

const pair = (left: string, right = `${left}!`) => ({ left, right });

test.each([
  ['one pair', { pairs: [pair('a')] }, ['pairs']],
  ['six pairs', { pairs: [...'abcdef'].map((one) => pair(one)) }, ['pairs']],
  ['a pair without a right side', { pairs: [pair('a'), { left: 'b' }] }, ['pairs.1.right']],
  ['left sides alike', { pairs: [pair('a'), pair('a', 'b')] }, ['pairs']],
  ['right sides alike', { pairs: [pair('a', 'c'), pair('b', 'c')] }, ['pairs']],
  [
    'a right side that belongs to nothing and to something',
    { pairs: [pair('a', 'c'), pair('b')], wrong: ['c'] },
    ['pairs'],
  ],
  ['four that belong to nothing', { pairs: [pair('a'), pair('b')], wrong: [...'cdef'] }, ['wrong']],
  ['a side that no menu can show', { pairs: [pair('a'), pair('b', '가'.repeat(76))] }, ['pairs.1.right']],
])('%s is refused where it stands', (_, fields, paths) => {
  expect(faults({ type: 'match', ...fields })).toEqual(paths);
});
