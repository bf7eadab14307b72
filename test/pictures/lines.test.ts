import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakLabel, fitText } from '../../src/pictures/lines.ts';

/** Every letter one em wide. */
const widthOf = (words: string): number => Array.from(words).length;
const text = fc
  .array(fc.string({ unit: fc.constantFrom(...'가나다abc.'), minLength: 1, maxLength: 14 }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((words) => words.join(' '));

const room = { width: 100, height: 60, sizes: [20, 10], bold: false, leading: 1 };

test('Korean breaks between words, and no word is left alone where the lines can be as long as one another', () => {
  expect(breakLabel('파드 여러 개를 묶어요', 8, widthOf)).toEqual(['파드 여러', '개를 묶어요']);
  expect(breakLabel('쿠버네티스 오브젝트', 6, widthOf)).toEqual(['쿠버네티스', '오브젝트']);
});

test('a word of a label is not broken for a narrow line, unless it is longer than any line should be', () => {
  expect(breakLabel('컨트롤러', 2, widthOf)).toEqual(['컨트롤러']);
  expect(breakLabel('가'.repeat(20), 2, widthOf)).toEqual(['가'.repeat(12), '가'.repeat(8)]);
});

test('no line of a label begins or ends with the dot between its halves', () => {
  expect(breakLabel('파드 · 준비됨', 4, widthOf)).toEqual(['파드', '준비됨']);
  expect(breakLabel('파드 · 준비됨', 9, widthOf)).toEqual(['파드 · 준비됨']);
});

test('text is as large as its room allows', () => {
  expect(fitText('가나다 라마', room, widthOf)).toEqual({
    whole: true,
    size: 20,
    lines: ['가나다', '라마'],
    height: 40,
  });
  const smaller = fitText('가나다 라마바 사아자 차카타 파하', room, widthOf);
  expect([smaller.whole, smaller.size]).toEqual([true, 10]);
});

test('what is too long ends after a sentence where that leaves most of it, else with an ellipsis', () => {
  const sentence = '가나다라 마바사아요.';
  const cut = fitText(`${sentence} ${sentence} ${'자차카 '.repeat(30)}`, room, widthOf);
  expect([cut.whole, cut.lines.join(' ')]).toEqual([false, `${sentence} ${sentence}`]);
  expect(fitText('가나다 '.repeat(60), room, widthOf).lines.at(-1)).toMatch(/가나다…$/);
});

test('lines keep to their width and number, and hold the words in their order', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 40, max: 200 }), fc.integer({ min: 10, max: 80 }), (words, width, height) => {
      const { size, lines, whole } = fitText(words, { ...room, width, height }, widthOf);
      for (const line of lines) expect(widthOf(line) * size).toBeLessThanOrEqual(width);
      expect(lines.length * size).toBeLessThanOrEqual(height);
      const told = lines.join('').replaceAll(' ', '');
      const all = words.replaceAll(' ', '');
      expect(whole ? told === all : all.startsWith(told.replace(/…$/, ''))).toBe(true);
    }),
  );
});
