import { convertHangulToQwerty, convertQwertyToHangul, disassemble, getChoseong } from 'es-hangul';

const HANGUL = /\p{Script=Hangul}/u;
const CONSONANTS_ONLY = /^[ㄱ-ㅎ]+$/;
const LONE_JAMO = /[ㄱ-ㅣ]/;

/** No name of anything has so many letters. */
const LONGEST_WORD = 100;

export const hasHangul = (text: string): boolean => HANGUL.test(text);

/** Whole syllables, as words are written; ㅋㅋ or half-typed jamo are none. */
export const hasSyllables = (text: string): boolean => /[가-힣]/.test(text);

/** Keystrokes of a text: `파드` -> `ㅍㅏㄷㅡ`; other characters stay. Compound jamo are split (ㅘ -> ㅗㅏ). */
export const jamo = (text: string): string => (hasHangul(text) ? disassemble(text) : text);

/** `쿠버네티스` -> `ㅋㅂㄴㅌㅅ`; undefined where the text is not wholly Hangul. */
export function initials(text: string): string | undefined {
  return /^[가-힣]+$/.test(text) ? getChoseong(text) : undefined;
}

/** `ㅋㅂㄴㅌㅅ` -> itself, `ㄳ` -> `ㄱㅅ`; undefined where anything but consonants is in it. */
export function asInitials(text: string): string | undefined {
  return CONSONANTS_ONLY.test(text) ? disassemble(text) : undefined;
}

/** What a Latin word looks like that is typed in the Hangul layout, word or not: `pod` -> `ㅔㅐㅇ`; undefined for any other. */
export function inHangulLayout(word: string): string | undefined {
  if (word.length > LONGEST_WORD || !/^[a-z]+$/i.test(word)) return undefined;
  try {
    return convertQwertyToHangul(word.toLowerCase());
  } catch {
    return undefined;
  }
}

/**
 * The word as the other keyboard layout (Dubeolsik or QWERTY) would have had it: `ㅔㅐㅇ` -> `pod`, `vkem` -> `파드`.
 * Undefined where the result is no word: Latin keys that leave a jamo without its syllable, and more keys than any word.
 */
export function otherLayout(word: string): string | undefined {
  if (hasHangul(word)) {
    const latin = convertHangulToQwerty(word).toLowerCase();
    return hasHangul(latin) ? undefined : latin;
  }
  // es-hangul composes the whole word anew at every key: twice the letters take four times as long.
  if (word.length > LONGEST_WORD || !/^[a-z]+$/i.test(word)) return undefined;
  try {
    const hangul = convertQwertyToHangul(word);
    return LONE_JAMO.test(hangul) ? undefined : hangul;
  } catch {
    // es-hangul throws for vowels that make no syllable: `host` is ㅗㅐㄴㅅ.
    return undefined;
  }
}
