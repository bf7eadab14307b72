/** A pattern of the shell, with what was quoted marked by a backslash. */
export const quotePattern = (text: string): string => text.replace(/[*?[\]\\]/g, '\\$&');

export const isPattern = (pattern: string): boolean => /(?:^|[^\\])(?:\\\\)*[*?[]/.test(pattern);

export const unquotePattern = (pattern: string): string => pattern.replace(/\\(.)/gs, '$1');

/** A longer pattern matches nothing. */
const LONGEST = 1024;

/** Where the set that opens at `at` ends; -1 where it is no set. */
function setEnd(pattern: string, at: number): number {
  let end = at + 1;
  if (pattern[end] === '!' || pattern[end] === '^') end++;
  if (pattern[end] === ']') end++;
  while (end < pattern.length && pattern[end] !== ']') {
    const close = pattern.startsWith('[:', end) ? pattern.indexOf(':]', end) : -1;
    end = close < 0 ? end + 1 : close + 2;
  }
  return end < pattern.length ? end : -1;
}

const CLASSES: Readonly<Record<string, (c: string) => boolean>> = {
  alpha: (c) => /[A-Za-z]/.test(c),
  digit: (c) => /[0-9]/.test(c),
  alnum: (c) => /[A-Za-z0-9]/.test(c),
  upper: (c) => /[A-Z]/.test(c),
  lower: (c) => /[a-z]/.test(c),
  space: (c) => /\s/.test(c),
  blank: (c) => c === ' ' || c === '\t',
  punct: (c) => /[!-/:-@[-`{-~]/.test(c),
  xdigit: (c) => /[0-9A-Fa-f]/.test(c),
  print: (c) => c >= ' ',
  graph: (c) => c > ' ',
  cntrl: (c) => c < ' ',
};

/** Is the character in what stands between `[` and `]`? */
export function isInSet(set: string, c: string): boolean {
  const isNegated = set[0] === '!' || set[0] === '^';
  let found = false;
  for (let i = isNegated ? 1 : 0; i < set.length && !found; i++) {
    const named = set.startsWith('[:', i) ? set.indexOf(':]', i) : -1;
    if (named > 0) {
      found = CLASSES[set.slice(i + 2, named)]?.(c) ?? false;
      i = named + 1;
    } else if (set[i + 1] === '-' && i + 2 < set.length) {
      found = c >= (set[i] ?? '') && c <= (set[i + 2] ?? '');
      i += 2;
    } else found = set[i] === c;
  }
  return found !== isNegated;
}

/** One character of a pattern: how long it is, and whether it is this one. */
function one(pattern: string, at: number, c: string): { length: number; isMatch: boolean } {
  const sign = pattern[at];
  if (sign === '?') return { length: 1, isMatch: true };
  if (sign === '\\') return { length: 2, isMatch: pattern[at + 1] === c };
  const end = sign === '[' ? setEnd(pattern, at) : -1;
  if (end > 0) return { length: end - at + 1, isMatch: isInSet(pattern.slice(at + 1, end), c) };
  return { length: 1, isMatch: sign === c };
}

/** POSIX 2.14. It goes back to the last `*` only, so that its cost is at most both lengths multiplied. */
export function matchesPattern(pattern: string, text: string): boolean {
  if (pattern.length > LONGEST) return false;
  let [p, t] = [0, 0];
  let [star, from] = [-1, 0];
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++;
      from = t;
      continue;
    }
    const next = p < pattern.length ? one(pattern, p, text[t] ?? '') : undefined;
    if (next?.isMatch) {
      p += next.length;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++from;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p >= pattern.length;
}
