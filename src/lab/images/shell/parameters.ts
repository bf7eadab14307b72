import { matchesPattern } from './pattern.ts';

/** The longest value that is searched with a pattern, and the longest such pattern. */
const [LONGEST, PATTERN] = [512, 64];
/** The longest piece that a pattern replaces. */
const PIECE = 32;

const isPlain = (pattern: string): boolean => !/[*?[\\]/.test(pattern);

/** What such an expansion costs, in steps. */
export const trimCost = (value: string, pattern: string): number =>
  isPlain(pattern)
    ? value.length / 512
    : (Math.min(value.length, LONGEST) ** 2 * Math.min(pattern.length, PATTERN)) / 4000;

/** `${x#pattern}`, `${x%pattern}`, `${x/pattern/text}` and their like. */
export function trimmed(value: string, operator: string, pattern: string, more: string): string {
  if (operator === '^^') return value.toUpperCase();
  if (operator === ',,') return value.toLowerCase();
  if (pattern === '') return value;
  if (isPlain(pattern)) return plainly(value, operator, pattern, more);
  if (pattern.length > PATTERN) return value;
  const most = Math.min(value.length, LONGEST);
  const lengths = Array.from({ length: most + 1 }, (_, length) => length);
  if (operator === '##' || operator === '%%') lengths.reverse();
  switch (operator) {
    case '#':
    case '##':
      return value.slice(lengths.find((length) => matchesPattern(pattern, value.slice(0, length))) ?? 0);
    case '%':
    case '%%': {
      const length = lengths.find((n) => matchesPattern(pattern, value.slice(value.length - n))) ?? 0;
      return value.slice(0, value.length - length);
    }
    case '/':
    case '//':
      return replaced(value, operator === '//', pattern, more);
    default:
      return value;
  }
}

function plainly(value: string, operator: string, text: string, more: string): string {
  switch (operator) {
    case '#':
    case '##':
      return value.startsWith(text) ? value.slice(text.length) : value;
    case '%':
    case '%%':
      return value.endsWith(text) ? value.slice(0, -text.length) : value;
    case '//':
      return value.length * more.length > 1_048_576 ? value : value.replaceAll(text, () => more);
    default:
      return value.replace(text, () => more);
  }
}

function replaced(value: string, isEach: boolean, pattern: string, more: string): string {
  const out: string[] = [];
  let at = 0;
  while (at < Math.min(value.length, LONGEST)) {
    const length = longest(value, at, pattern);
    if (length === 0) out.push(value[at++] ?? '');
    else {
      out.push(more);
      at += length;
      if (!isEach) break;
    }
  }
  return out.join('') + value.slice(at);
}

function longest(value: string, at: number, pattern: string): number {
  for (let end = Math.min(value.length, at + PIECE); end > at; end--)
    if (matchesPattern(pattern, value.slice(at, end))) return end - at;
  return 0;
}
