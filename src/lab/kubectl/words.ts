import { KubectlError } from './errors.ts';

const BLANK = new Set([' ', '\t', '\n']);
/** What a backslash may take its meaning from, within double quotes (POSIX shell, 2.2.3). */
const ESCAPED = new Set(['"', '\\', '$', '`']);

/** Quotes that phones and word processors make of `"` and `'`. */
const CURLY: Readonly<Record<string, string>> = { '“': '"', '”': '"', '‘': "'", '’': "'" };

/**
 * A line as a shell splits it: quotes and backslashes, a comment's end; nothing is expanded.
 * @throws KubectlError for a quote that does not end.
 */
export function splitWords(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let at = 0; at < line.length; at++) {
    const given = line[at] ?? '';
    const letter = quote === '' || CURLY[given] === quote ? (CURLY[given] ?? given) : given;
    if (quote === "'") {
      if (letter === quote) quote = '';
      else word = `${word ?? ''}${given}`;
    } else if (quote === '"') {
      if (letter === quote) quote = '';
      else if (letter === '\\' && ESCAPED.has(line[at + 1] ?? '')) word = `${word ?? ''}${line[++at] ?? ''}`;
      else word = `${word ?? ''}${given}`;
    } else if (letter === '"' || letter === "'") {
      quote = letter;
      word ??= '';
    } else if (letter === '\\') {
      const next = line[++at];
      // A line that goes on in the next one.
      if (next !== '\n' && next !== undefined) word = `${word ?? ''}${next}`;
    } else if (BLANK.has(letter)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (letter === '#' && word === undefined) break;
    else word = `${word ?? ''}${letter}`;
  }
  if (quote !== '') throw new KubectlError(`unexpected EOF while looking for matching \`${quote}'`, 2);
  return word === undefined ? words : [...words, word];
}
