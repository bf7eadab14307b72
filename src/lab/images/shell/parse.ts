import type { AndOr, Command, List, Pipeline, Word } from './ast.ts';
import { ENDS, expectWord, newline, seesWord, skip, skipLines, takeWord } from './blanks.ts';
import { createSimpleReader } from './parse-simple.ts';
import type { Scanner } from './scanner.ts';
import { createScanner, ShellSyntaxError } from './scanner.ts';
import { createWordReader, readName } from './words.ts';

/** The longest script. */
const LONGEST = 65_536;

const words = createWordReader(readList);
const { readWord, readArithmetic } = words;
const { readSimple, readRedirects } = createSimpleReader(words, readCommand);

function readBody(scanner: Scanner, first: string, last: string): List {
  expectWord(scanner, first);
  const body = readList(scanner, last);
  expectWord(scanner, last);
  return body;
}

function readIf(scanner: Scanner): Command {
  const branches = [];
  do {
    const test = readList(scanner, 'then');
    expectWord(scanner, 'then');
    branches.push({ test, body: readList(scanner, 'fi') });
    skipLines(scanner);
  } while (takeWord(scanner, 'elif'));
  const otherwise = takeWord(scanner, 'else') ? readList(scanner, 'fi') : undefined;
  expectWord(scanner, 'fi');
  return { kind: 'if', branches, otherwise, redirects: readRedirects(scanner) };
}

function readFor(scanner: Scanner): Command {
  skip(scanner);
  if (scanner.take('((')) {
    const parts = splitCount(readArithmetic(scanner));
    skip(scanner);
    scanner.take(';');
    const body = readBody(scanner, 'do', 'done');
    return {
      kind: 'count',
      first: parts[0] ?? [],
      test: parts[1] ?? [],
      step: parts[2] ?? [],
      body,
      redirects: readRedirects(scanner),
    };
  }
  const name = readName(scanner);
  if (name === '') throw scanner.unexpected();
  skipLines(scanner);
  let words: Word[] | undefined;
  if (takeWord(scanner, 'in')) {
    words = [];
    for (skip(scanner); ; skip(scanner)) {
      const word = readWord(scanner);
      if (!word) break;
      words.push(word);
    }
  }
  skip(scanner);
  scanner.take(';');
  return { kind: 'for', name, words, body: readBody(scanner, 'do', 'done'), redirects: readRedirects(scanner) };
}

/** The three parts of `for ((i=0; i<3; i++))`. */
function splitCount(word: Word): Word[] {
  const parts: Word[] = [[]];
  for (const part of word) {
    const pieces = part.kind === 'text' ? part.text.split(';') : [undefined];
    pieces.forEach((text, nth) => {
      if (nth > 0) parts.push([]);
      const added = text === undefined || part.kind !== 'text' ? part : { ...part, text };
      parts[parts.length - 1] = [...(parts.at(-1) ?? []), added];
    });
  }
  return parts;
}

function readCase(scanner: Scanner): Command {
  skip(scanner);
  const word = readWord(scanner);
  if (!word) throw scanner.unexpected();
  expectWord(scanner, 'in');
  const cases = [];
  for (skipLines(scanner); !takeWord(scanner, 'esac'); skipLines(scanner)) {
    scanner.take('(');
    const patterns: Word[] = [];
    do {
      skip(scanner);
      const pattern = readWord(scanner);
      if (!pattern) throw scanner.unexpected();
      patterns.push(pattern);
      skip(scanner);
    } while (scanner.take('|'));
    if (!scanner.take(')')) throw scanner.unexpected();
    const body = readList(scanner, 'esac');
    skipLines(scanner);
    cases.push({ patterns, body });
    if (!scanner.take(';;') && !seesWord(scanner, 'esac')) throw scanner.unexpected();
  }
  return { kind: 'case', word, cases, redirects: readRedirects(scanner) };
}

function readTest(scanner: Scanner): Command {
  const words: Word[] = [];
  for (;;) {
    skipLines(scanner);
    if (takeWord(scanner, ']]')) return { kind: 'test', words, redirects: readRedirects(scanner) };
    const sign = ['&&', '||', '(', ')', '<', '>'].find((known) => scanner.take(known));
    const word = sign === undefined ? readWord(scanner) : [{ kind: 'text' as const, text: sign, quoted: false }];
    if (!word) throw scanner.unexpected();
    words.push(word);
  }
}

function readCommand(scanner: Scanner): Command {
  return scanner.deeper((): Command => {
    skip(scanner);
    if (takeWord(scanner, 'if')) return readIf(scanner);
    const isUntil = seesWord(scanner, 'until');
    if (takeWord(scanner, 'while') || takeWord(scanner, 'until')) {
      const test = readList(scanner, 'do');
      return { kind: 'loop', isUntil, test, body: readBody(scanner, 'do', 'done'), redirects: readRedirects(scanner) };
    }
    if (takeWord(scanner, 'for')) return readFor(scanner);
    if (takeWord(scanner, 'case')) return readCase(scanner);
    if (takeWord(scanner, '[[')) return readTest(scanner);
    if (takeWord(scanner, '{')) {
      const body = readList(scanner, '}');
      expectWord(scanner, '}');
      return { kind: 'group', body, redirects: readRedirects(scanner) };
    }
    if (scanner.take('(('))
      return { kind: 'arithmetic', word: readArithmetic(scanner), redirects: readRedirects(scanner) };
    if (scanner.take('(')) {
      const body = readList(scanner, ')');
      expectWord(scanner, ')');
      return { kind: 'subshell', body, redirects: readRedirects(scanner) };
    }
    if (takeWord(scanner, 'function')) {
      skip(scanner);
      const name = readName(scanner);
      skip(scanner);
      scanner.take('()');
      skipLines(scanner);
      return { kind: 'function', name, body: readCommand(scanner) };
    }
    if (ENDS.some((word) => seesWord(scanner, word))) throw scanner.unexpected();
    return readSimple(scanner);
  });
}

function readPipeline(scanner: Scanner): Pipeline {
  skip(scanner);
  let isNegated = false;
  while (takeWord(scanner, '!')) {
    isNegated = !isNegated;
    skip(scanner);
  }
  const commands = [readCommand(scanner)];
  for (skip(scanner); scanner.peek() === '|' && scanner.peek(1) !== '|'; skip(scanner)) {
    scanner.at++;
    skipLines(scanner);
    commands.push(readCommand(scanner));
  }
  return { isNegated, commands };
}

function readAndOr(scanner: Scanner): AndOr {
  const first = readPipeline(scanner);
  const rest: { operator: '&&' | '||'; pipeline: Pipeline }[] = [];
  for (;;) {
    skip(scanner);
    const operator = scanner.take('&&') ? '&&' : scanner.take('||') ? '||' : undefined;
    if (!operator) break;
    skipLines(scanner);
    rest.push({ operator, pipeline: readPipeline(scanner) });
  }
  const isBackground = scanner.peek() === '&' && scanner.peek(1) !== '&';
  return { first, rest, isBackground };
}

/** Reads commands up to a word that ends them, which is left there; `until` is '' at the top. */
function readList(scanner: Scanner, until: string): List {
  const list: AndOr[] = [];
  for (;;) {
    skipLines(scanner);
    if (scanner.at >= scanner.text.length) {
      if (until !== '') throw scanner.unexpected();
      return list;
    }
    if (ENDS.some((word) => seesWord(scanner, word))) {
      if (until === '') throw scanner.unexpected();
      return list;
    }
    list.push(readAndOr(scanner));
    skip(scanner);
    if (scanner.sees(';;')) continue;
    if (!scanner.take(';') && !scanner.take('&') && !newline(scanner)) {
      if (scanner.at < scanner.text.length && !ENDS.some((word) => seesWord(scanner, word))) throw scanner.unexpected();
    }
  }
}

/** Reads a script (POSIX.1-2024, Shell Command Language, 2.10). Its cost is linear in its length. */
export function parseScript(text: string): List {
  if (text.length > LONGEST) throw new ShellSyntaxError('syntax error: script too long', false);
  const scanner = createScanner(text);
  const list = scanner.deeper(() => readList(scanner, ''));
  if (scanner.waiting.length > 0) throw new ShellSyntaxError('syntax error: unexpected end of file', true);
  return list;
}
