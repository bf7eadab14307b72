import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/core/reply.ts';
import { form, isRight, questionSchema, solution } from '../../src/questions/types.ts';
import { anyText } from '../support/any.ts';
import { asWritten, backwards, faults, written } from '../support/questions.ts';

const right = { single: 'a', multiple: 'ab', boolean: 'b', typed: '파드', order: 'abc' };

const questions = {
  single: written({ type: 'single', right: '파드', wrong: ['노드', '볼륨'] }),
  multiple: written({ type: 'multiple', right: ['파드', '노드'], wrong: ['도커'] }),
  boolean: written({ type: 'boolean', answer: false }),
  typed: written({ type: 'typed', accept: ['파드', 'Pod'] }),
  order: written({ type: 'order', steps: ['하나', '둘', '셋'] }),
};

describe.each(Object.entries(questions))('a question of type %s', (type, question) => {
  test('is what its author wrote, with one text for both languages', () => {
    expect(question).toMatchObject({
      type,
      ask: { ko: '물음', en: '물음' },
      why: { ko: '까닭', en: '까닭' },
      practical: false,
    });
  });

  test('takes its own right answer', () => {
    expect(isRight(question, right[question.type], asWritten)).toBe(true);
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
      else expect(shown.label).toBe(locale === 'ko' ? '답을 입력하세요' : 'Type your answer');
      expect(solution(question, locale)).not.toBe('');
    }
  });
});

describe('a question that is no question', () => {
  test.each([
    ['an unknown type', { type: 'essay' }, ['type']],
    ['no type', {}, ['type']],
    ['nothing to ask', { type: 'boolean', answer: true, ask: ' ' }, ['ask']],
    ['no reason why', { type: 'boolean', answer: true, why: undefined }, ['why']],
    ['an English half that is missing', { type: 'boolean', answer: true, ask: { ko: '물음' } }, ['ask']],
    ['two faults at once', { type: 'single', right: '', wrong: [] }, ['right', 'wrong']],
    ['code that is no text', { type: 'boolean', answer: true, code: 3 }, ['code']],
    ['practical that is no yes or no', { type: 'boolean', answer: true, practical: '네' }, ['practical']],
  ])('%s is refused where it stands', (_, fields, paths) => {
    expect(faults(fields)).toEqual(paths);
  });

  test('anything at all is refused without breaking', () => {
    fc.assert(fc.property(fc.anything(), (data) => void expect(questionSchema.safeParse(data).success).toBe(false)));
  });
});
