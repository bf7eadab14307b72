const FULL_WIDTH = /[！-～]/g;
const INVISIBLE = /[\p{Cc}\p{Cf}\u3164\uFFA0\u115F\u1160]+/gu;
/**
 * Marks on one letter; more would be put into their order one by one, each past all others. Unicode's own stream-safe
 * format allows 30 (UAX #15, 13).
 */
const MARKS = 30;
/** What nearly everybody types is folded already. */
const FOLDED = /^[!-~가-힣]+(?: [!-~가-힣]+)*$/;

/**
 * One spelling for what people mean by the same keys: NFC (macOS writes NFD), full-width forms as ASCII,
 * no control or invisible characters, at most 30 marks on a letter, single spaces. Not NFKC: that would turn ㅋ into a
 * conjoining jamo.
 */
export function normalize(text: string): string {
  const inner = text.trim();
  if (FOLDED.test(inner)) return inner;
  return inner
    .replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\p{M}+/gu, (marks) => (marks.length > MARKS ? Array.from(marks).slice(0, MARKS).join('') : marks))
    .normalize('NFC')
    .replace(INVISIBLE, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Line ends as people's systems write them, as one. */
const unixLines = (text: string): string => text.replace(/\r\n?/g, '\n');

/**
 * Text as it was typed, without the empty lines around it. What stands in one line has no indentation either: only in
 * several does it say something.
 */
export function withoutMargins(text: string): string {
  const inner = unixLines(text)
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();
  return inner.includes('\n') ? inner : inner.trim();
}

/** What follows a word, without what sets it apart: in lines of its own the first one keeps its indentation. */
export const following = (text: string): string => withoutMargins(text.replace(/^[^\S\r\n]+/, ''));

const FIRST_WORD = /[^\s\p{Cc}\p{Cf}\u3164\uFFA0\u115F\u1160]+/u;

/** The first word of a text, as normalize() leaves it, and what follows as it was typed, without margins. */
export function splitFirstWord(text: string): [word: string, rest: string] {
  const found = FIRST_WORD.exec(text);
  if (!found) return ['', ''];
  const [word] = found;
  return [normalize(word), following(text.slice(found.index + word.length))];
}

/** What overrides the direction of the text around it (Unicode Bidirectional Algorithm, explicit formatting). */
const BIDI = /[\u202A-\u202E\u2066-\u2069]/g;

/** Text without what a terminal takes for an order or that hides what it says: control codes, overrides; lines stay. */
export const withoutControls = (text: string): string =>
  text
    .replaceAll('\t', '    ')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, '')
    .replace(BIDI, '');

/** Lines as one. Only the first space of several begins a match: from each of them a line's end would be looked for. */
export const inOneLine = (text: string): string => text.replace(/(?<!\s)\s*[\r\n]\s*/g, ' ');

/** What remains of a name when case, spaces, hyphens and punctuation do not count: `Self-Healing` -> `selfhealing`. */
export function compact(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Words of a text, lower case; a change between Latin and Hangul ends a word: `pod가` -> `pod`, `가`. */
export function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{Script=Hangul}]+|[\p{L}\p{N}]+?(?=\p{Script=Hangul}|[^\p{L}\p{N}]|$)/gu) ?? [];
}

/** All of a text on one line, without control codes and half characters, its spaces single. */
export const oneLine = (text: string): string => withoutControls(text).toWellFormed().replace(/\s+/g, ' ').trim();
