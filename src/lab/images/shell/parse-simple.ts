import type { Assignment, Command, Redirect, Word } from './ast.ts';
import { skip, skipLines } from './blanks.ts';
import type { Scanner } from './scanner.ts';
import type { WordReader } from './words.ts';
import { readName } from './words.ts';

const REDIRECT = /^(\d{0,3})(<<<|<<-|<<|<>|<&|>>|>&|>\||&>>|&>|<|>)/;

const textOf = (word: Word): string | undefined =>
  word.length === 1 && word[0]?.kind === 'text' && !word[0].quoted ? word[0].text : undefined;

/** Reads simple commands and redirections (POSIX 2.10.2). */
export function createSimpleReader(
  { readWord, readDocument }: Pick<WordReader, 'readWord' | 'readDocument'>,
  readCommand: (scanner: Scanner) => Command,
) {
  function readRedirect(scanner: Scanner): Redirect | undefined {
    const found = REDIRECT.exec(scanner.text.slice(scanner.at, scanner.at + 6));
    if (!found) return undefined;
    scanner.at += found[0].length;
    const sign = found[2] ?? '';
    const fd = found[1] ? Number(found[1]) : sign.startsWith('<') ? 0 : 1;
    skip(scanner);
    const target = readWord(scanner);
    if (!target) throw scanner.unexpected();
    if (sign === '<<' || sign === '<<-') {
      const isRaw = target.some((part) => part.kind === 'text' && part.quoted);
      const redirect = { fd, operator: '<<' as const, target: [] as Word };
      scanner.waiting.push({
        delimiter: target.map((part) => (part.kind === 'text' ? part.text : '')).join(''),
        isRaw,
        isTabbed: sign === '<<-',
        fill(text) {
          redirect.target = isRaw ? [{ kind: 'text', text, quoted: true }] : readDocument(text);
        },
      });
      return redirect;
    }
    switch (sign) {
      case '<':
      case '>':
      case '>>':
      case '>|':
      case '<>':
      case '>&':
      case '<&':
      case '&>':
      case '<<<':
        return { fd, operator: sign, target };
      default:
        return { fd, operator: '&>', target };
    }
  }

  function readRedirects(scanner: Scanner): Redirect[] {
    const redirects: Redirect[] = [];
    for (;;) {
      skip(scanner);
      const redirect = readRedirect(scanner);
      if (!redirect) return redirects;
      redirects.push(redirect);
    }
  }

  /** `name=value`, before a command's words; undefined where none stands here. */
  function readAssignment(scanner: Scanner): Assignment | undefined {
    const start = scanner.at;
    const name = readName(scanner);
    const isAppended = name !== '' && scanner.take('+=');
    if (name !== '' && (isAppended || scanner.take('='))) return { name, isAppended, value: readWord(scanner) ?? [] };
    scanner.at = start;
    return undefined;
  }

  function readSimple(scanner: Scanner): Command {
    const assignments: Assignment[] = [];
    const words: Word[] = [];
    const redirects: Redirect[] = [];
    for (;;) {
      skip(scanner);
      const redirect = readRedirect(scanner);
      if (redirect) {
        redirects.push(redirect);
        continue;
      }
      const assigned = words.length === 0 ? readAssignment(scanner) : undefined;
      if (assigned) {
        assignments.push(assigned);
        continue;
      }
      const word = readWord(scanner);
      if (!word) break;
      words.push(word);
      const name = words.length === 1 && assignments.length === 0 ? textOf(word) : undefined;
      if (name === undefined || scanner.peek() !== '(' || scanner.peek(1) !== ')') continue;
      scanner.at += 2;
      skipLines(scanner);
      return { kind: 'function', name, body: readCommand(scanner) };
    }
    if (assignments.length + words.length + redirects.length === 0) throw scanner.unexpected();
    return { kind: 'simple', assignments, words, redirects };
  }

  return { readSimple, readRedirects };
}
