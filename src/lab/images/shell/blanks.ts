import type { Scanner } from './scanner.ts';
import { ShellSyntaxError } from './scanner.ts';

export const ENDS = ['then', 'else', 'elif', 'fi', 'do', 'done', 'esac', '}', ';;', ')'];

const WORD_END = /^(?:[\s;&|()<>]|$)/;

/** Passes over blanks, joined lines and comments. */
export function skip(scanner: Scanner): void {
  for (;;) {
    const c = scanner.peek();
    if (c === ' ' || c === '\t' || c === '\r') scanner.at++;
    else if (scanner.sees('\\\n')) scanner.at += 2;
    else if (c === '#') while (scanner.peek() !== '' && scanner.peek() !== '\n') scanner.at++;
    else return;
  }
}

/** Passes over the end of a line, and reads the here-documents that follow it. */
export function newline(scanner: Scanner): boolean {
  if (!scanner.take('\n')) return false;
  for (const document of scanner.waiting.splice(0)) {
    const lines: string[] = [];
    for (;;) {
      if (scanner.at >= scanner.text.length) throw new ShellSyntaxError('syntax error: unexpected end of file', true);
      const end = scanner.text.indexOf('\n', scanner.at);
      const line = scanner.text.slice(scanner.at, end < 0 ? undefined : end);
      scanner.at = end < 0 ? scanner.text.length : end + 1;
      const bare = document.isTabbed ? line.replace(/^\t+/, '') : line;
      if (bare === document.delimiter) break;
      lines.push(`${bare}\n`);
    }
    document.fill(lines.join(''));
  }
  return true;
}

export function skipLines(scanner: Scanner): void {
  do skip(scanner);
  while (newline(scanner));
}

/** Is this reserved word next, as a whole word? */
export function seesWord(scanner: Scanner, word: string): boolean {
  if (!scanner.sees(word)) return false;
  return word === ';;' || word === ')' || WORD_END.test(scanner.peek(word.length));
}

export function takeWord(scanner: Scanner, word: string): boolean {
  if (!seesWord(scanner, word)) return false;
  scanner.at += word.length;
  return true;
}

export function expectWord(scanner: Scanner, word: string): void {
  skipLines(scanner);
  if (!takeWord(scanner, word)) throw scanner.unexpected();
}
