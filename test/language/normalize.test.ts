import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compact, normalize, withoutControls, words } from '../../src/language/normalize.ts';
import { anyText } from '../support/any.ts';

describe('fold', () => {
  test.each([
    ['a name from macOS (NFD)', '파드'.normalize('NFD'), '파드'],
    ['full-width letters and signs', '／ｑｕｉｚ　ＰＯＤ！', '/quiz POD!'],
    ['a full-width letter with a loose accent', 'Ａ\u0301', 'Á'],
    ['tabs, line ends and ideographic spaces', ' a\t\r\nb\u3000c ', 'a b c'],
    ['control and zero-width characters', 'a\u0000b\u200bc\ufeff', 'a b c'],
    ['Hangul fillers, which look empty', '\u3164파드\uffa0', '파드'],
    ['text of nothing visible', '\u200b\u3164 \n', ''],
    ['a letter under a heap of marks, of which 30 stay', `a${'\u0302'.repeat(100)}b`, `\u00e2${'\u0302'.repeat(29)}b`],
  ])('gives one spelling to %s', (_, typed, meant) => {
    expect(normalize(typed)).toBe(meant);
  });

  test('leaves lone jamo, emoji and case alone', () => {
    expect(normalize('ㅋㅋ ㄳ 🍱 Pod')).toBe('ㅋㅋ ㄳ 🍱 Pod');
  });

  test('takes any text, and folding twice changes nothing more', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalize(normalize(text))).toBe(normalize(text));
      }),
    );
  });

  test('never leaves a space at an end, two in a row, or a control character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalize(text)).not.toMatch(/^\s|\s$|\s\s|\p{Cc}/u);
      }),
    );
  });

  test('answers the same for NFC and NFD', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normalize(text.normalize('NFD'))).toBe(normalize(text.normalize('NFC')));
      }),
    );
  });
});

describe('clean', () => {
  test.each([
    ['colours and cursor orders of a terminal', 'a\u001b[31mb\u009b2Jc', 'a[31mb2Jc'],
    ['a title of the window', '\u001b]0;x\u0007글', ']0;x글'],
    ['a bell, a backspace and a null', '\u0007글\b\u0000\u007f', '글'],
    ['text turned around', 'a\u202etxt\u202c \u2066b\u2069', 'atxt b'],
    ['lines of Windows and of old Macs', 'a\r\nb\rc\n', 'a\nb\nc\n'],
    ['tabs', 'a\tb', 'a    b'],
    ['what people write', '파드 👨‍👩‍👧 Pod  ㅋㅋ\n\n- 글', '파드 👨‍👩‍👧 Pod  ㅋㅋ\n\n- 글'],
  ])('takes what is no text out of %s', (_, text, shown) => {
    expect(withoutControls(text)).toBe(shown);
  });

  test('leaves no control code but line ends and no override in any text, and nothing to clean again', () => {
    const code = fc.integer({ min: 0, max: 0x2070 }).map((unit) => String.fromCharCode(unit));
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: code })), (text) => {
        const shown = withoutControls(text);
        expect(shown.replaceAll('\n', '')).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
        expect(withoutControls(shown)).toBe(shown);
        const letters = (one: string) => one.match(/[\p{L}\p{N}\p{P}\p{S}]/gu);
        expect(letters(shown)).toEqual(letters(text));
      }),
    );
  });
});

describe('compact', () => {
  test.each([
    ['Self-Healing', 'selfhealing'],
    ['자가 복구', '자가복구'],
    ['kube_proxy (v2)', 'kubeproxyv2'],
    ['clusterIP: None', 'clusteripnone'],
    ['?! 🍱', ''],
    ['', ''],
  ])('%j is compared as %j', (name, key) => {
    expect(compact(name)).toBe(key);
  });

  test('leaves letters and digits only, whatever comes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(compact(text)).toMatch(/^[\p{L}\p{N}]*$/u);
      }),
    );
  });
});

describe('words', () => {
  test.each([
    ['pod가 뭐야?', ['pod', '가', '뭐야']],
    ['K8s는', ['k8s', '는']],
    ['ReplicaSet과 self-healing', ['replicaset', '과', 'self', 'healing']],
    ['파드pod파드', ['파드', 'pod', '파드']],
    ['ㅋㅂㄴㅌㅅ', ['ㅋㅂㄴㅌㅅ']],
    ['?!', []],
    ['', []],
  ])('%j is read as %j', (text, list) => {
    expect(words(text)).toEqual(list);
  });

  test('loses no letter of plain Korean and English text', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'가파드ㅋabZ09 -?!') });
    fc.assert(
      fc.property(plain, (text) => {
        expect(words(text).join('')).toBe(compact(text));
      }),
    );
  });

  test('takes any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(words(text)).not.toContain('');
      }),
    );
  });
});
