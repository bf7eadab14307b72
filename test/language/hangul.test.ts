import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asInitials, hasHangul, initials, jamo, otherLayout } from '../../src/language/hangul.ts';
import { anyText, syllables } from '../support/any.ts';
import { runs } from '../support/sample.ts';

test('Hangul is seen among other letters', () => {
  expect(['pod', '파드', 'pod가', 'ㅋ', '日本', ''].map(hasHangul)).toEqual([false, true, true, true, false, false]);
});

describe('jamo', () => {
  test.each([
    ['파드', 'ㅍㅏㄷㅡ'],
    ['과', 'ㄱㅗㅏ'],
    ['값', 'ㄱㅏㅂㅅ'],
    ['pod가', 'podㄱㅏ'],
    ['kubelet', 'kubelet'],
    ['', ''],
  ])('%j is typed as %j', (text, keys) => {
    expect(jamo(text)).toBe(keys);
  });

  test('no whole syllable is left', () => {
    fc.assert(
      fc.property(syllables, (text) => {
        expect(jamo(text)).toMatch(/^[ㄱ-ㅣ]+$/);
      }),
    );
  });
});

describe('initials', () => {
  test.each([
    ['쿠버네티스', 'ㅋㅂㄴㅌㅅ'],
    ['깃옵스', 'ㄱㅇㅅ'],
    ['빠른', 'ㅃㄹ'],
    ['pod', undefined],
    ['k8s클러스터', undefined],
    ['자가 복구', undefined],
    ['', undefined],
  ])('of %j are %j', (text, expected) => {
    expect(initials(text)).toBe(expected);
  });

  test('one for every syllable', () => {
    fc.assert(
      fc.property(syllables, (text) => {
        expect(initials(text)).toHaveLength(text.length);
      }),
    );
  });

  test.each([
    ['ㅋㅂㄴㅌㅅ', 'ㅋㅂㄴㅌㅅ'],
    ['ㄳ', 'ㄱㅅ'],
    ['ㅋㅏ', undefined],
    ['쿠ㅂ', undefined],
    ['k', undefined],
    ['', undefined],
  ])('typed as %j are read as %j', (text, expected) => {
    expect(asInitials(text)).toBe(expected);
  });
});

describe('the other keyboard layout', () => {
  test('is not that of what is longer than any word', () => {
    expect(otherLayout('vkem'.repeat(25))).toBe('파드'.repeat(25));
    expect(otherLayout('vkem'.repeat(26))).toBeUndefined();
  });

  test.each([
    ['ㅔㅐㅇ', 'pod'],
    ['ㅗㅔㅁ', 'hpa'],
    ['vkem', '파드'],
    ['Emt', '뜻'],
    ['ㅖㅐㅇ', 'pod'],
    ['znqjspxltm', '쿠버네티스'],
    ['zjsxpdlsj', '컨테이너'],
  ])('%j was meant as %j', (typed, meant) => {
    expect(otherLayout(typed)).toBe(meant);
  });

  test.each(['pod', 'kubelet', 'host', 'hotel', 'how', 'k8s', 'self-healing', '', '123', '\u1100\u1161\u1100'])(
    '%j was meant as it is',
    (typed) => {
      expect(otherLayout(typed)).toBeUndefined();
    },
  );

  test('a Korean word typed in the wrong layout comes back', () => {
    // Tense consonants and ㅒ, ㅖ need Shift, which lower-case letters do not carry.
    const plain = syllables.filter((text) => !/[ㄲㄸㅃㅆㅉㅒㅖ]/.test(jamo(text)));
    fc.assert(
      fc.property(plain, (text) => {
        const latin = otherLayout(text);
        expect(latin).toMatch(/^[a-z]+$/);
        expect(otherLayout(latin ?? '')).toBe(text);
      }),
    );
  });
});

test('any keys are taken', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zA-Z]{1,12}$/), (keys) => {
      expect(otherLayout(keys) ?? '가').toMatch(/^[가-힣]+$/);
    }),
    { numRuns: runs(2000) },
  );
});

test('any text is taken', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(jamo(text)).toBeTypeOf('string');
      for (const found of [initials(text), asInitials(text), otherLayout(text)]) expect(found).not.toBe('');
    }),
  );
});
