import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeAnswering, form, isRight, shares, solution, unclear } from '../../src/questions/types.ts';
import { asWritten, faults, rightOnes, written } from '../support/questions.ts';

const unit = { ko: '초', en: 'seconds' };
const seconds = written({ type: 'number', ask: '몇 초 기다릴까요?', answer: 30, unit });
const about = written({ type: 'number', answer: 30, tolerance: 5, unit });
const port = written({ type: 'number', ask: '노드포트는 몇 번 포트부터인가요?', answer: 30_000 });

describe('a number is right however it is typed', () => {
  const ways = [
    '30',
    '３０',
    ' 30. ',
    '삼십',
    '서른',
    '30초',
    '30 초',
    '서른 초',
    '삼십초예요',
    '30초입니다',
    '30초요',
  ];
  const more = [
    '30 seconds',
    '30 second',
    '30s',
    '30 sec',
    'thirty',
    'Thirty seconds',
    '정답은 30',
    '약 30',
    '한 30초쯤',
  ];
  const most = ['30초 정도', '삼십이요', '30이라고 생각해요', '30.0', '+30', 'it is 30'];
  test.each([...ways, ...more, ...most])('%s', (answer) => {
    expect(isRight(seconds, answer, asWritten)).toBe(true);
    expect(unclear(seconds, answer, 'ko')).toBeUndefined();
  });

  const ports = [
    '30000',
    '30,000',
    '３０，０００',
    '30 000',
    '3만',
    '３만',
    '삼만',
    '3만번',
    '30000번 포트',
    '삼만이요',
  ];
  test.each([...ports, '3만이에요', '30000번이요', 'thirty thousand', '포트 30000'])('%s', (answer) => {
    expect(isRight(port, answer, asWritten)).toBe(true);
    expect(unclear(port, answer, 'en')).toBeUndefined();
  });
});

test('a number is right as a sum, as what a field has, with words around it, in words for none', () => {
  const pods = (answer: number) =>
    written({ type: 'number', ask: '모두 몇 개?', answer, unit: { ko: '개', en: 'Pods' } });
  const ways = [
    '총 4개',
    '모두 4개',
    '7-3=4',
    'replicas=4',
    'exit code: 4',
    '4대',
    '4 replicas',
    '4개로 늘려요',
    '4개뿐',
  ];
  expect(rightOnes(pods(4), ways)).toEqual(ways);
  expect(rightOnes(pods(7), ways)).toEqual([]);
  const none = ['없어요', '하나도 없어요', '없음', 'none', '0개'];
  expect(rightOnes(pods(0), none)).toEqual(none);
  expect(rightOnes(pods(1), none)).toEqual([]);
  const memory = written({ type: 'number', answer: 128, unit: { ko: 'MiB', en: 'MiB' } });
  expect(rightOnes(memory, ['128 mebibytes', '128Mi', '128메비바이트', '128MB'])).toHaveLength(3);
});

test.each(['31', '300', '3', '-30', '30.5', '삼십일', '서른둘', '3천', '0'])('%s is another number', (answer) => {
  expect(isRight(seconds, answer, asWritten)).toBe(false);
  expect(unclear(seconds, answer, 'ko')).toBeUndefined();
});

test.each(['서버', '', '30분', '30개', '30 m', '2^30', '30~40', '30 또는 40', '1e3', '30초 40초', '🤷'])(
  '%s is no number of seconds, and is asked for again',
  (answer) => {
    expect(isRight(seconds, answer, asWritten)).toBe(false);
    expect(unclear(seconds, answer, 'ko')).toBe(
      '수 하나로 다시 답해 주세요(단위: 초). 숫자로 적어도, 한글로 적어도 괜찮아요.',
    );
    expect(unclear(seconds, answer, 'en')).toBe(
      'Please answer again with one number (in seconds), in digits or in words.',
    );
  },
);

test.each(['6번', '6회', '여섯 차례', '6 times'])('%s says how often', (answer) => {
  const often = written({ type: 'number', answer: 6, unit: { ko: '번', en: 'times' } });
  expect(isRight(often, answer, asWritten)).toBe(true);
});

test('what is asked again does not depend on what is right', () => {
  const other = written({ type: 'number', ask: '몇 초 기다릴까요?', answer: 7, unit });
  for (const answer of ['30', '7', '서른', '일곱', '서버']) {
    expect(unclear(other, answer, 'ko')).toBe(unclear(seconds, answer, 'ko'));
    expect(form(other, 'ko', asWritten)).toEqual(form(seconds, 'ko', asWritten));
  }
});

test('a tolerance lets in what is as near, and no more', () => {
  expect(rightOnes(about, ['24.9', '25', '30', '35', '35.1', '서른다섯'])).toEqual(['25', '30', '35', '서른다섯']);
  const tenths = written({ type: 'number', answer: 0.3, tolerance: 0.1 });
  expect(rightOnes(tenths, ['0.1', '0.2', '0.4', '0.41'])).toEqual(['0.2', '0.4']);
  const large = written({ type: 'number', answer: 9_007_199_254_740_991 });
  expect(rightOnes(large, ['9007199254740991', '9007199254740990'])).toEqual(['9007199254740991']);
});

test('the box and the solution name the unit', () => {
  expect(form(seconds, 'ko', asWritten)).toEqual({ type: 'input', label: '숫자를 입력해 주세요(단위: 초)' });
  expect(form(seconds, 'en', asWritten)).toEqual({ type: 'input', label: 'Type a number (seconds)' });
  expect([solution(seconds, 'ko'), solution(seconds, 'en')]).toEqual(['30초', '30 seconds']);
  expect(solution(about, 'ko')).toBe('30초 (±5)');
  expect(solution(written({ type: 'number', answer: 1, unit }), 'en')).toBe('1 second');
  expect(solution(written({ type: 'number', answer: 3600, unit: 'MiB' }), 'ko')).toBe('3,600 MiB');
  expect(solution(written({ type: 'number', answer: 500, unit: 'm' }), 'en')).toBe('500m');
  // A port is a name, too.
  expect(solution(port, 'ko')).toBe('30000');
  expect(describeAnswering(port)).toEqual({ ko: '적었어요', en: 'typed' });
});

const spread = (answers: readonly string[], locale: 'ko' | 'en' = 'ko'): string[] =>
  shares(
    about,
    answers.map((picked) => ({ picked, right: isRight(about, picked, asWritten) })),
    locale,
    asWritten,
  ).map(({ label, count, right }) => `${label}: ${count}${right ? '!' : ''}`);

test('a class sees the numbers that several gave, from small to large, and of the others only on which side they lie', () => {
  const answers = ['10', '열', '30초', '28', '서른다섯', '60', '육십', '60초요', '3600', '3', '7', '바보'];
  expect(spread(answers)).toEqual([
    '30초보다 작은 다른 수: 2',
    '10초: 2',
    '30초 (±5): 3!',
    '60초: 3',
    '30초보다 큰 다른 수: 1',
    '그 밖의 답: 1',
  ]);
  expect(spread(['3', '90', '90'], 'en')).toEqual(['Others below 30 seconds: 1', '90 seconds: 2']);
  expect(spread([])).toEqual([]);
});

test('no answer of one student alone is shown to a class, and each is counted once', () => {
  const anyAnswer = fc.oneof(fc.integer({ min: 100, max: 10_000 }).map(String), fc.stringMatching(/^[가-하]{3,9}$/));
  fc.assert(
    fc.property(fc.uniqueArray(anyAnswer, { maxLength: 40 }), (answers) => {
      const shown = spread(answers);
      for (const answer of answers) expect(shown.join()).not.toContain(answer);
      const counted = shown.reduce((sum, row) => sum + Number(/(\d+)!?$/.exec(row)?.[1]), 0);
      expect(counted).toBe(answers.length);
    }),
  );
});

test.each([
  ['no answer', { answer: undefined }, ['answer']],
  ['an answer that is a text', { answer: '서른' }, ['answer']],
  ['an answer that is no number', { answer: Number.NaN }, ['answer']],
  ['a tolerance below 0', { answer: 1, tolerance: -1 }, ['tolerance']],
  ['an answer that is shown as 0', { answer: 1e-11 }, ['answer']],
  ['an answer of more digits than are shown', { answer: 1 / 3 }, ['answer']],
  ['an answer of more digits than people type', { answer: 1e100 }, ['answer']],
  ['a unit of 21 letters', { answer: 1, unit: '가'.repeat(21) }, ['unit']],
  ['a key of another type', { answer: 1, accept: ['1'] }, ['']],
])('%s is refused where it stands', (_, fields, paths) => {
  expect(faults({ type: 'number', ...fields })).toEqual(paths);
});

test.each([
  ['within its tolerance of what is shown', { answer: 1 / 3, tolerance: 0.01 }],
  ['of ten decimals', { answer: 1e-10 }],
  ['below 0', { answer: -273.15, unit: '도' }],
])('an answer %s is taken', (_, fields) => {
  expect(faults({ type: 'number', ...fields })).toEqual([]);
});

test.each(['ko', 'en'] as const)('the answer as it is shown is right (%s)', (locale) => {
  const anyUnit = fc.option(fc.constantFrom('초', '%', 'MiB', 'm', '개', '번', 'k'), { nil: undefined });
  fc.assert(
    fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), anyUnit, (answer, unit) => {
      const fields = { type: 'number', answer, ...(unit === undefined ? {} : { unit }) };
      fc.pre(faults(fields).length === 0);
      const question = written(fields);
      expect(isRight(question, solution(question, locale), asWritten)).toBe(true);
    }),
  );
});
