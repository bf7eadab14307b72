import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numeral } from '../../src/language/numerals.ts';
import { anyText } from '../support/any.ts';

test.each([
  ['30', 30],
  ['007', 7],
  ['30,000', 30_000],
  ['30 000', 30_000],
  ['1,234,567.89', 1_234_567.89],
  ['1.5', 1.5],
  ['.5', 0.5],
  ['-3', -3],
  ['+3', 3],
  ['-0', 0],
  ['마이너스 삼', -3],
  ['3만', 30_000],
  ['3만 5천', 35_000],
  ['3.5만', 35_000],
  ['1.1만', 11_000],
  ['1,500만', 15_000_000],
  ['1억 2천만', 120_000_000],
  ['삼십', 30],
  ['삼십 오', 35],
  ['서른', 30],
  ['스물다섯', 25],
  ['열두', 12],
  ['백스물', 120],
  ['삼만', 30_000],
  ['만', 10_000],
  ['천이백삼십사', 1234],
  ['이천이십육', 2026],
  ['팔공팔공', 8080],
  ['공', 0],
  ['일점오', 1.5],
  ['영점영오', 0.05],
  ['thirty', 30],
  ['twenty-five', 25],
  ['a hundred', 100],
  ['one hundred and five', 105],
  ['thirty thousand', 30_000],
])('%s says a number', (text, value) => {
  expect(numeral(text)).toBe(value);
});

test.each([
  '',
  ' ',
  '-',
  '.',
  '5.',
  '1,5',
  '1,00',
  '30초',
  '2^10',
  '1e3',
  '0x10',
  '점',
  '만억',
  'a',
  'and',
  'pod',
  '∞',
  '½',
])('%j says none', (text) => {
  expect(numeral(text)).toBeUndefined();
});

const DIGITS = '영일이삼사오육칠팔구';

/** As it is said: 35,107 -> 삼만오천백칠. */
function inHangul(value: number): string {
  const part = (four: number): string =>
    Array.from(String(four).padStart(4, '0'), (digit, i) => {
      const unit = ['천', '백', '십', ''][i] ?? '';
      if (digit === '0') return '';
      return digit === '1' && unit !== '' ? unit : DIGITS[Number(digit)] + unit;
    }).join('');
  const [high, low] = [Math.floor(value / 10_000), value % 10_000];
  return (high === 0 ? '' : `${high === 1 ? '' : part(high)}만`) + part(low);
}

test('every number below a hundred million is read as it is said, spelled or written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), (value) => {
      expect(numeral(inHangul(value))).toBe(value);
      expect(numeral(String(value))).toBe(value);
      expect(numeral(value.toLocaleString('en'))).toBe(value);
      expect(numeral(Array.from(String(value), (digit) => '공일이삼사오육칠팔구'[Number(digit)]).join(''))).toBe(value);
    }),
  );
});

test('anything at all is a finite number or none', () => {
  const words = fc.string({ unit: fc.constantFrom(...'0123456789.,- 일이십백천만억조점하나둘열'), maxLength: 80 });
  fc.assert(
    fc.property(fc.oneof(anyText, words), (text) => {
      const value = numeral(text);
      expect(value === undefined || Number.isFinite(value)).toBe(true);
    }),
  );
});
