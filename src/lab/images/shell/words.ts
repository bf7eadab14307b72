import type { List, Part, Word } from './ast.ts';
import { createScanner, type Scanner, ShellSyntaxError } from './scanner.ts';

type ReadList = (scanner: Scanner, until: string) => List;

const isNameStart = (c: string): boolean => /^[A-Za-z_]$/.test(c);
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const SPECIAL = '?$!#@*-0123456789';
const BREAKS = ' \t\n;&|()<>';

export const readName = (scanner: Scanner): string => {
  NAME.lastIndex = scanner.at;
  const name = NAME.exec(scanner.text)?.[0] ?? '';
  scanner.at += name.length;
  return name;
};

const OPERATORS = [':-', ':=', ':+', ':?', '##', '%%', '//', '-', '=', '+', '?', '#', '%', '/', ':', '^^', ',,'];

/** `$((1 + 2))` rather than `$( (cd /; ls) )` without its blanks: its last two brackets stand together. */
function isArithmetic({ text, at }: Scanner): boolean {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    if (text[i] === '(') depth++;
    if (text[i] === ')' && --depth === 1) return text[i + 1] === ')';
    if (depth === 0) return false;
  }
  return true;
}

type Mode = 'plain' | 'quoted' | 'document';

/** Reads words of the shell: POSIX 2.2 (quoting) and 2.6 (expansions), and of bash what scripts use. */
export function createWordReader(readList: ReadList) {
  const unfinished = (): ShellSyntaxError => new ShellSyntaxError('syntax error: unterminated quoted string', true);

  function readBraces(scanner: Scanner, quoted: boolean): Part {
    const mode = quoted ? 'quoted' : 'plain';
    const isLength = scanner.peek() === '#' && scanner.peek(1) !== '}';
    if (isLength) scanner.at++;
    const special = SPECIAL.includes(scanner.peek()) && scanner.peek() !== '';
    let name = special ? scanner.peek() : readName(scanner);
    if (special) scanner.at++;
    while (special && /^\d$/.test(name.slice(-1)) && /^\d$/.test(scanner.peek())) name += scanner.text[scanner.at++];
    if (name === '') throw new ShellSyntaxError('syntax error: bad substitution', false);
    const operator = isLength ? 'length' : (OPERATORS.find((known) => scanner.take(known)) ?? '');
    let word: Word | undefined;
    let more: Word | undefined;
    if (operator === '/' || operator === '//') {
      word = readUntil(scanner, (c) => c === '/' || c === '}', mode);
      more = scanner.take('/') ? readUntil(scanner, (c) => c === '}', mode) : [];
    } else if (operator === ':') {
      word = readUntil(scanner, (c) => c === ':' || c === '}', mode);
      more = scanner.take(':') ? readUntil(scanner, (c) => c === '}', mode) : undefined;
    } else if (operator !== '' && operator !== 'length') word = readUntil(scanner, (c) => c === '}', mode);
    if (!scanner.take('}'))
      throw scanner.at >= scanner.text.length
        ? unfinished()
        : new ShellSyntaxError('syntax error: bad substitution', false);
    return { kind: 'variable', name, operator, word, more, quoted };
  }

  function readArithmetic(scanner: Scanner): Word {
    let depth = 0;
    const word = readUntil(
      scanner,
      (c) => {
        if (c === '(') depth++;
        if (c === ')' && depth-- === 0) return true;
        return false;
      },
      'quoted',
    );
    if (!scanner.take('))')) throw scanner.at >= scanner.text.length ? unfinished() : scanner.unexpected();
    return word;
  }

  /** What follows a dollar sign; undefined where it stands for itself. */
  function readDollar(scanner: Scanner, quoted: boolean): Part | undefined {
    const c = scanner.peek();
    if (scanner.sees('((') && isArithmetic(scanner)) {
      scanner.at += 2;
      return { kind: 'arithmetic', word: readArithmetic(scanner), quoted };
    }
    if (scanner.take('(')) {
      const list = readList(scanner, ')');
      if (!scanner.take(')')) throw scanner.unexpected();
      return { kind: 'command', list, quoted };
    }
    if (scanner.take('{')) return readBraces(scanner, quoted);
    if (isNameStart(c))
      return { kind: 'variable', name: readName(scanner), operator: '', word: undefined, more: undefined, quoted };
    if (c !== '' && SPECIAL.includes(c)) {
      scanner.at++;
      return { kind: 'variable', name: c, operator: '', word: undefined, more: undefined, quoted };
    }
    return undefined;
  }

  function readBackticks(scanner: Scanner, quoted: boolean): Part {
    const inner: string[] = [];
    while (scanner.peek() !== '`') {
      if (scanner.at >= scanner.text.length) throw unfinished();
      if (scanner.peek() === '\\' && '`$\\'.includes(scanner.peek(1))) scanner.at++;
      inner.push(scanner.text[scanner.at++] ?? '');
    }
    scanner.at++;
    const script = createScanner(inner.join(''));
    const list = scanner.deeper(() => readList(script, ''));
    if (script.at < script.text.length) throw script.unexpected();
    return { kind: 'command', list, quoted };
  }

  /** Reads to where `ends` says so. */
  function readUntil(scanner: Scanner, ends: (c: string) => boolean, mode: Mode): Word {
    const isQuoted = mode !== 'plain';
    return scanner.deeper(() => {
      const parts: Part[] = [];
      let text: string[] = [];
      const flush = (quoted: boolean): void => {
        if (text.length > 0) parts.push({ kind: 'text', text: text.join(''), quoted });
        text = [];
      };
      for (;;) {
        const c = scanner.peek();
        if (c === '') {
          if (mode === 'quoted') throw unfinished();
          break;
        }
        if (ends(c)) break;
        scanner.at++;
        if (c === '\\') {
          const escaped = scanner.peek();
          if (escaped === '') text.push(c);
          else {
            scanner.at++;
            if (escaped === '\n') continue;
            if (isQuoted && !(mode === 'document' ? '$`\\' : '$`"\\}').includes(escaped)) text.push(c, escaped);
            else {
              flush(isQuoted);
              parts.push({ kind: 'text', text: escaped, quoted: true });
            }
          }
        } else if (c === "'" && !isQuoted) {
          flush(false);
          const end = scanner.text.indexOf("'", scanner.at);
          if (end < 0) throw unfinished();
          parts.push({ kind: 'text', text: scanner.text.slice(scanner.at, end), quoted: true });
          scanner.at = end + 1;
        } else if (c === '"' && mode !== 'document') {
          flush(isQuoted);
          parts.push({ kind: 'text', text: '', quoted: true });
          parts.push(...readUntil(scanner, (next) => next === '"', 'quoted'));
          if (!scanner.take('"')) throw unfinished();
        } else if (c === '`') {
          flush(isQuoted);
          parts.push(readBackticks(scanner, isQuoted));
        } else if (c === '$') {
          flush(isQuoted);
          const part = readDollar(scanner, isQuoted);
          if (part) parts.push(part);
          else text.push(c);
        } else text.push(c);
      }
      flush(isQuoted);
      return parts;
    });
  }

  return {
    /** The next word; undefined where none stands here. */
    readWord(scanner: Scanner): Word | undefined {
      const start = scanner.at;
      const word = readUntil(scanner, (c) => BREAKS.includes(c), 'plain');
      return scanner.at === start ? undefined : word;
    },
    readArithmetic,
    /** The text of a here-document, in which variables are replaced. */
    readDocument: (text: string): Word => readUntil(createScanner(text), () => false, 'document'),
  };
}

export type WordReader = ReturnType<typeof createWordReader>;
