import { resolvePath } from '../../process/paths.ts';
import { matchesPattern } from '../pattern.ts';
import { complain, type Shell } from '../shell.ts';

const NUMBERS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '-eq': (a, b) => a === b,
  '-ne': (a, b) => a !== b,
  '-lt': (a, b) => a < b,
  '-le': (a, b) => a <= b,
  '-gt': (a, b) => a > b,
  '-ge': (a, b) => a >= b,
};

class TestError extends Error {}

function unary(shell: Shell, sign: string, word: string): boolean | undefined {
  const { proc } = shell;
  const { files } = proc.box.machine;
  const path = resolvePath(proc.folder, word);
  switch (sign) {
    case '-n':
      return word !== '';
    case '-z':
      return word === '';
    case '-v':
      return shell.variables.has(word);
    case '-e':
    case '-a':
      return word !== '' && (files.isFolder(path) || files.read(path) !== undefined || path.startsWith('/dev/'));
    case '-f':
      return word !== '' && files.read(path) !== undefined;
    case '-d':
      return word !== '' && files.isFolder(path);
    case '-r':
      return word !== '' && files.mode(path) !== undefined;
    case '-w':
      return (
        word !== '' && files.mode(path) !== undefined && (proc.user === 0 || ((files.mode(path) ?? 0) & 0o002) !== 0)
      );
    case '-x':
      return word !== '' && ((files.mode(path) ?? 0) & 0o111) !== 0;
    case '-s':
      return (files.read(path)?.length ?? 0) > 0;
    case '-t':
      return proc.streams.get(Number(word))?.isTty ?? false;
    case '-L':
    case '-h':
    case '-p':
    case '-S':
    case '-b':
    case '-c':
      return false;
    default:
      return undefined;
  }
}

function binary(left: string, sign: string, right: string, pattern: string | undefined): boolean | undefined {
  if (sign === '=' || sign === '==') return pattern === undefined ? left === right : matchesPattern(pattern, left);
  if (sign === '!=') return pattern === undefined ? left !== right : !matchesPattern(pattern, left);
  if (sign === '<') return left < right;
  if (sign === '>') return left > right;
  if (sign === '=~') return left.includes(right.replace(/^\^|\$$/g, ''));
  const compare = NUMBERS[sign];
  if (!compare) return undefined;
  for (const word of [left, right]) if (!/^\s*[-+]?\d+\s*$/.test(word)) throw new TestError(`${word}: bad number`);
  return compare(Number(left), Number(right));
}

/**
 * `test`, `[` and `[[` (POSIX, `test`): 0 where it holds, 1 where not, 2 where it makes no sense. `patterns`: of `[[`, whose
 * right sides are patterns.
 */
export function evaluate(shell: Shell, words: readonly string[], patterns?: readonly string[]): number {
  let at = 0;
  let depth = 0;
  const isOr = (word: string | undefined): boolean => word === '-o' || (patterns !== undefined && word === '||');
  const isAnd = (word: string | undefined): boolean =>
    (word === '-a' && at > 0) || (patterns !== undefined && word === '&&');
  function or(): boolean {
    let value = and();
    while (isOr(words[at]) && at + 1 < words.length) {
      at++;
      value = and() || value;
    }
    return value;
  }
  function and(): boolean {
    let value = not();
    while (isAnd(words[at]) && at + 1 < words.length) {
      at++;
      value = not() && value;
    }
    return value;
  }
  function not(): boolean {
    if (++depth > 100) throw new TestError('too many arguments');
    const [word, sign, right] = [words[at], words[at + 1], words[at + 2]];
    if (word === undefined) throw new TestError('argument expected');
    const isBinary =
      sign !== undefined &&
      right !== undefined &&
      (sign in NUMBERS || ['=', '==', '!=', '<', '>', '=~'].includes(sign));
    if (isBinary) {
      at += 3;
      return binary(word, sign, right, patterns?.[at - 1]) ?? false;
    }
    if (word === '!' && sign !== undefined) {
      at++;
      return !not();
    }
    if (word === '(' && sign !== undefined) {
      at++;
      const value = or();
      if (words[at] !== ')') throw new TestError('closing paren expected');
      at++;
      return value;
    }
    const known =
      sign === undefined || isOr(sign) || (patterns && sign === '&&') ? undefined : unary(shell, word, sign);
    if (known !== undefined) {
      at += 2;
      return known;
    }
    at++;
    return word !== '';
  }
  if (words.length === 0) return 1;
  try {
    const value = or();
    if (at < words.length)
      throw new TestError(words.length > 3 ? 'too many arguments' : `${words[at]}: unknown operand`);
    return value ? 0 : 1;
  } catch (error) {
    if (!(error instanceof TestError)) throw error;
    const { message } = error;
    const bash = message
      .replace('bad number', 'integer expression expected')
      .replace(/^(.*): unknown operand$/, '$1: binary operator expected');
    complain(
      shell,
      shell.flavour === 'bash'
        ? `[: ${bash}`
        : shell.flavour === 'dash'
          ? `[: ${message.replace('bad number', 'Illegal number')}`
          : message,
    );
    return 2;
  }
}
