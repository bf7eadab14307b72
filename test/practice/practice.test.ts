import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Question } from '../../src/content/model.ts';
import {
  answeredMarks,
  decodePractice,
  drawQuestions,
  encodePractice,
  gradeAnswer,
  MOST_QUESTIONS,
  missedCount,
  optionShuffle,
  type Practice,
} from '../../src/practice/practice.ts';

const question = (id: string): Question => ({
  type: 'single',
  id,
  term: 'pod',
  practical: false,
  ask: { ko: id, en: id },
  why: { ko: '', en: '' },
  right: { ko: '맞는 것', en: 'right' },
  wrong: [
    { ko: '다른 것', en: 'other' },
    { ko: '틀린 것', en: 'wrong' },
  ],
});

const practice: Practice = { topic: 'all', seed: 'k3f9', player: '0p7x2', count: 5, marks: '101' };

const anyPractice = fc
  .record({
    topic: fc.stringMatching(/^[a-z0-9]{1,8}$/),
    seed: fc.stringMatching(/^[a-z0-9]{4}$/),
    player: fc.stringMatching(/^[a-z0-9]{5}$/),
    count: fc.integer({ min: 1, max: MOST_QUESTIONS }),
    marks: fc.stringMatching(/^[01?-]{0,40}$/),
    start: fc.option(fc.integer({ min: 1_700_000_000_000, max: 4_000_000_000_000 }), { nil: undefined }),
  })
  .map(
    ({ start, ...made }): Practice => ({
      ...made,
      marks: made.marks.slice(0, 2 * made.count),
      ...(start === undefined ? {} : { start }),
    }),
  );

test('a practice comes back from its line as it was', () => {
  expect(encodePractice(practice)).toBe('all.k3f9.0p7x2.5.101');
  expect(encodePractice({ ...practice, start: 1_795_000_000_000 })).toBe('all.k3f9.0p7x2.5.101.mwm0nk74');
  fc.assert(
    fc.property(anyPractice, (made) => {
      expect(decodePractice(encodePractice(made))).toEqual(made);
    }),
  );
});

test('what encodePractice() never made is refused', () => {
  const mangled = [
    '',
    '...',
    'all',
    'all.k3f9.0p7x2.5',
    'all.k3f9.0p7x2.0.',
    'all.k3f9.0p7x2.21.',
    'all.k3f9.0p7x2.-1.',
    'all.k3f9.0p7x2.5.2',
    'all.k3f9.0p7x2.2.11111',
    'all.k3f9.0p7x2.5.101.abc',
    'all.k3f9.0p7x2.5.101.',
    ' all.k3f9.0p7x2.5.101',
    'all.k3f9.0p7x2.5.101\n',
    'ALL.k3f9.5.',
    'all.k3f.0p7x2.5.',
    'a/b.k3f9.5.',
    '파드.k3f9.5.',
    'all.k3f9.0p7x2.٣.',
    'all.k3f9.0p7x2.1e1.',
    'abcdefghi.k3f9.5.',
  ];
  for (const text of mangled) expect(decodePractice(text), text).toBeUndefined();
});

test('any text decodes to a whole practice or to none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'a0.15') })), (text) => {
      const made = decodePractice(text);
      if (made === undefined) return;
      expect(made.count).toBeGreaterThanOrEqual(1);
      expect(made.count).toBeLessThanOrEqual(MOST_QUESTIONS);
      expect(made.marks.length).toBeLessThanOrEqual(2 * made.count);
      expect(decodePractice(encodePractice(made))).toEqual(made);
    }),
  );
});

test("a topic's own questions come before its neighbours', none twice, no more than asked for", () => {
  const own = ['a', 'b', 'c'].map(question);
  const neighbours = ['d', 'e', 'f', 'g'].map(question);
  const ids = drawQuestions(practice, [own, neighbours]).map(({ id }) => id);
  expect(ids.slice(0, 3).toSorted()).toEqual(['a', 'b', 'c']);
  expect(new Set(ids).size).toBe(5);
  expect(drawQuestions({ ...practice, count: 20 }, [own, neighbours])).toHaveLength(7);
  expect(drawQuestions(practice, [])).toEqual([]);
});

test('questions come in another order for another seed', () => {
  const pool = Array.from('abcdefgh', question);
  const order = (seed: string) =>
    drawQuestions({ ...practice, seed, count: 8 }, [pool])
      .map(({ id }) => id)
      .join('');
  expect(order('k3f9')).toBe(order('k3f9'));
  expect(new Set(['k3f9', '0000', 'abcd', 'zzzz'].map(order)).size).toBeGreaterThan(1);
});

test('the place of an option is drawn by its words, so which one is right cannot be seen from it', () => {
  const options = [...'abcd'].map((text) => ({ ko: text, en: text }));
  const shuffle = optionShuffle(practice, question('q'));
  expect(shuffle(options.toReversed())).toEqual(shuffle(options));
});

test('the result counts the first time that each question was asked', () => {
  expect(answeredMarks({ ...practice, marks: '1-0--' })).toBe('10');
  expect(answeredMarks({ ...practice, marks: '1?0-111' })).toBe('1?01');
  expect(missedCount({ ...practice, start: 1, marks: '1?0-111' })).toBe(2);
  expect(missedCount({ ...practice, marks: '100' })).toBe(0);
});

test('a mark is added for each answer, and none beyond the last question', () => {
  const asked = question('q');
  const right = optionShuffle(
    practice,
    asked,
  )([asked.type === 'single' && asked.right, ...(asked.type === 'single' ? asked.wrong : [])]);
  const letter = 'abc'[right.findIndex((option) => option && option.en === 'right')] ?? '';
  expect(gradeAnswer(practice, asked, letter)).toEqual({ verdict: 'right', practice: { ...practice, marks: '1011' } });
  expect(gradeAnswer(practice, asked, 'z')).toEqual({ verdict: 'wrong', practice: { ...practice, marks: '1010' } });
  const full = { ...practice, marks: '10101' };
  expect(gradeAnswer(full, asked, letter).practice).toEqual(full);
  const begun = { ...practice, start: 1_795_000_000_000 };
  expect(gradeAnswer(begun, asked, '-')).toEqual({ verdict: 'unknown', practice: { ...begun, marks: '101?' } });
  expect(gradeAnswer({ ...begun, marks: '10101' }, asked, letter).practice.marks).toBe('101011');
});
