import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/core/reply/limits.ts';
import { form, isRight, questionSchema, solution } from '../../src/questions/types.ts';
import { anyText } from '../support/any.ts';
import { asWritten, backwards, faults, written } from '../support/questions.ts';

/** A question of each type, and its right answer. */
const QUESTIONS = [
  ['a', { type: 'single', right: '파드', wrong: ['노드', '볼륨'] }],
  ['ab', { type: 'multiple', right: ['파드', '노드'], wrong: ['도커'] }],
  ['b', { type: 'boolean', answer: false }],
  ['파드', { type: 'typed', accept: ['파드', 'Pod'] }],
  ['abc', { type: 'order', steps: ['하나', '둘', '셋'] }],
  ['서른', { type: 'number', answer: 30 }],
  ['ab', { type: 'match', pairs: ['가', '나'].map((left) => ({ left, right: `${left}의 짝` })), wrong: ['다의 짝'] }],
  ['aa', { type: 'gap', ask: '___ 다음은 ___', blanks: ['나', '가'].map((right) => ({ right, wrong: ['다'] })) }],
  ['파드, 노드', { type: 'gap', ask: '___ 다음은 ___', blanks: ['파드', '노드'].map((one) => ({ accept: [one] })) }],
  ['95', { type: 'estimate', answer: 100, tolerance: 10 }],
] as const;

describe.each(QUESTIONS.map(([right, text]) => ({ type: text.type, right, question: written(text) })))(
  'a question of type $type',
  ({ type, right, question }) => {
    test('is what its author wrote, with one text for both languages', () => {
      expect(question).toMatchObject({
        type,
        why: { ko: '까닭', en: '까닭' },
        practical: false,
      });
      expect(question.ask.en).toBe(question.ask.ko);
      expect(question.ask.ko).toMatch(/물음|다음은/);
    });

    test('takes its own right answer', () => {
      expect(isRight(question, right, asWritten)).toBe(true);
    });

    test('takes anything at all for an answer, and judges it the same each time', () => {
      fc.assert(
        fc.property(fc.oneof(anyText, fc.string({ unit: fc.constantFrom(...'abcd') })), (answer) => {
          const judged = isRight(question, answer, backwards);
          expect(judged).toBeTypeOf('boolean');
          expect(isRight(question, answer, backwards)).toBe(judged);
        }),
      );
    });

    test('says how it is answered and what was right, in either language', () => {
      for (const locale of ['ko', 'en'] as const) {
        const shown = form(question, locale, asWritten);
        if (shown.type === 'choice') expect(shown.options.length).toBeLessThanOrEqual(LIMITS.options);
        else if (shown.type === 'menus') expect(shown.menus.length).toBeLessThanOrEqual(5);
        else expect(shown.label).toMatch(locale === 'ko' ? /입력해 주세요$/ : /^Type /);
        expect(solution(question, locale)).not.toBe('');
      }
    });
  },
);

test('options are shown as plain text, without the marks of code; the solution keeps them', () => {
  const options = { right: '`kubectl` 쓰기', wrong: ['``노드``'] };
  const shown = form(written({ type: 'single', ...options }), 'ko', asWritten);
  expect(shown).toHaveProperty('options', [
    { value: 'a', label: 'kubectl 쓰기' },
    { value: 'b', label: '노드' },
  ]);
  expect(solution(written({ type: 'single', ...options }), 'ko')).toBe('`kubectl` 쓰기');
});

describe('a question that is no question', () => {
  test.each([
    ['an unknown type', { type: 'essay' }, ['type']],
    ['no type', {}, ['type']],
    ['nothing to ask', { type: 'boolean', answer: true, ask: ' ' }, ['ask']],
    ['no reason why', { type: 'boolean', answer: true, why: undefined }, ['why']],
    ['an English half that is missing', { type: 'boolean', answer: true, ask: { ko: '물음' } }, ['ask']],
    ['two faults at once', { type: 'single', right: '', wrong: [] }, ['right', 'wrong']],
    ['a text over 1,000 characters to ask', { type: 'boolean', answer: true, ask: '가'.repeat(1001) }, ['ask']],
    [
      'a text over 1,000 characters in one language',
      { type: 'boolean', answer: true, why: { ko: '왜', en: 'w'.repeat(1001) } },
      ['why.en'],
    ],
    ['code over 1,000 characters', { type: 'boolean', answer: true, code: 'x'.repeat(1001) }, ['code']],
    ['code that is no text', { type: 'boolean', answer: true, code: 3 }, ['code']],
    ['a level that is none', { type: 'boolean', answer: true, level: 4 }, ['level']],
    ['a level in words', { type: 'boolean', answer: true, level: 'easy' }, ['level']],
    ['practical that is no yes or no', { type: 'boolean', answer: true, practical: '네' }, ['practical']],
  ])('%s is refused where it stands', (_, fields, paths) => {
    expect(faults(fields)).toEqual(paths);
  });

  test('texts of 1,000 characters are not too long', () => {
    const longest = {
      ask: '가'.repeat(1000),
      why: { ko: '나'.repeat(1000), en: 'n'.repeat(1000) },
      code: 'x'.repeat(1000),
    };
    expect(faults({ type: 'boolean', answer: true, ...longest })).toEqual([]);
  });

  test.each([
    // A long one is listed, with its number on the button.
    ['single', (text: string) => ({ right: text, wrong: ['나'] }), 'right', LIMITS.option],
    ['single', (text: string) => ({ right: '가', wrong: [{ ko: '나', en: text }] }), 'wrong.0', LIMITS.option],
    ['multiple', (text: string) => ({ right: ['가'], wrong: ['나', { ko: text, en: 'b' }] }), 'wrong.1', LIMITS.label],
    ['order', (text: string) => ({ steps: ['가', '나', text] }), 'steps.2', LIMITS.label],
  ])('options of type %s that cannot be shown are refused where they stand (%#)', (type, fieldsOf, path, longest) => {
    expect(faults({ type, ...fieldsOf('🍱'.repeat(longest)) })).toEqual([]);
    expect(faults({ type, ...fieldsOf('🍱'.repeat(longest + 1)) })).toEqual([path]);
  });

  test.each(QUESTIONS)('keys that its type does not know are named (%#)', (_, text) => {
    const question = written(text);
    const { error } = questionSchema.safeParse({ ...question, anser: true, Why: 'x' });
    expect(error?.issues).toMatchObject([{ code: 'unrecognized_keys', keys: ['anser', 'Why'], path: [] }]);
  });

  test('anything at all is refused without breaking', () => {
    fc.assert(fc.property(fc.anything(), (data) => void expect(questionSchema.safeParse(data).success).toBe(false)));
  });
});
