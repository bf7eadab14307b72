import { resolvePath } from '../process/paths.ts';
import type { Work } from '../process/process.ts';
import { LONGEST } from '../process/waits.ts';
import { calculate } from './arithmetic.ts';
import type { List, Part, Word } from './ast.ts';
import { braces } from './braces.ts';
import { glob } from './glob.ts';
import { trimCost, trimmed } from './parameters.ts';
import { isPattern, quotePattern, unquotePattern } from './pattern.ts';
import { type Shell, ShellError, setVariable } from './shell.ts';

/** A piece of what a word became. `isSplit`: it came of an expansion outside quotes. `isBreak`: another field begins. */
interface Piece {
  text: string;
  isQuoted: boolean;
  isSplit: boolean;
  isBreak?: boolean;
}

type Substitute = (shell: Shell, list: List) => Work<string>;

function parameter(shell: Shell, name: string): string | undefined {
  switch (name) {
    case '?':
      return String(shell.status);
    case '$':
      return shell.variables.get(' pid') ?? String(shell.proc.pid);
    case '!':
      return shell.lastBackground === undefined ? undefined : String(shell.lastBackground);
    case '#':
      return String(shell.words.length);
    case '0':
      return shell.name;
    case '@':
    case '*':
      return shell.words.length === 0 ? undefined : shell.words.join(' ');
    case '-':
      return `${shell.options.exitOnError ? 'e' : ''}${shell.isInteractive ? 'i' : ''}${shell.options.trace ? 'x' : ''}`;
    case 'RANDOM':
      return shell.flavour === 'dash' ? shell.variables.get(name) : String(Math.floor(shell.random() * 32_768));
    case 'SECONDS':
      return shell.flavour === 'bash'
        ? String(Math.floor((shell.proc.box.machine.now() - shell.proc.started) / 1000))
        : shell.variables.get(name);
    default:
      return /^\d+$/.test(name) ? shell.words[Number(name) - 1] : shell.variables.get(name);
  }
}

/** Replaces what words stand for: POSIX 2.6, in its order. */
export function createExpander(substitute: Substitute) {
  function* variable(shell: Shell, part: Part & { kind: 'variable' }): Work<Piece[]> {
    const piece = (text: string): Piece[] => [{ text, isQuoted: part.quoted, isSplit: !part.quoted }];
    const { name, operator, word } = part;
    if ((name === '@' || (name === '*' && !part.quoted)) && operator === '')
      return shell.words.flatMap((text, nth) => [
        ...(nth > 0 ? [{ text: '', isQuoted: false, isSplit: false, isBreak: true }] : []),
        { text, isQuoted: part.quoted, isSplit: !part.quoted },
      ]);
    const value = parameter(shell, name);
    if (operator === 'length')
      return piece(String(name === '@' || name === '*' ? shell.words.length : (value ?? '').length));
    const isMissing = operator.startsWith(':') && operator.length > 1 ? (value ?? '') === '' : value === undefined;
    switch (operator.length > 1 && operator.startsWith(':') ? operator.slice(1) : operator) {
      case '-':
        return isMissing ? yield* inner(shell, word ?? [], part.quoted) : piece(value ?? '');
      case '+':
        return isMissing ? piece('') : yield* inner(shell, word ?? [], part.quoted);
      case '=': {
        if (!isMissing) return piece(value ?? '');
        const text = yield* toText(shell, word ?? []);
        setVariable(shell, name, text);
        return piece(text);
      }
      case '?': {
        if (!isMissing) return piece(value ?? '');
        const text = yield* toText(shell, word ?? []);
        throw new ShellError(`${name}: ${text || 'parameter not set'}`);
      }
    }
    if (value === undefined && shell.options.unsetIsError && name !== '@' && name !== '*')
      throw new ShellError(shell.flavour === 'bash' ? `${name}: unbound variable` : `${name}: parameter not set`);
    if (operator === '') return piece(value ?? '');
    if (operator === ':') {
      const from = Number(calculate(yield* toText(shell, word ?? []), numbers(shell)));
      const length = part.more ? Number(calculate(yield* toText(shell, part.more), numbers(shell))) : undefined;
      const text = value ?? '';
      const start = from < 0 ? Math.max(0, text.length + from) : from;
      return piece(text.slice(start, length === undefined ? undefined : length < 0 ? length : start + length));
    }
    const more = part.more ? yield* toText(shell, part.more) : '';
    const pattern = yield* toPattern(shell, word ?? []);
    const text = value ?? '';
    shell.proc.owe(trimCost(text, pattern));
    return piece(trimmed(text, operator, pattern, more));
  }
  function* inner(shell: Shell, word: Word, quoted: boolean): Work<Piece[]> {
    const found = yield* pieces(shell, word);
    return quoted
      ? found.map((piece) => ({ ...piece, isQuoted: true, isSplit: false }))
      : found.map((piece) => (piece.isQuoted ? piece : { ...piece, isSplit: true }));
  }
  const numbers = (shell: Shell) => ({
    get: (name: string) => parameter(shell, name),
    set: (name: string, value: string) => setVariable(shell, name, value),
  });
  function* arithmetic(shell: Shell, word: Word): Work<bigint> {
    const text = yield* toText(shell, word);
    shell.proc.owe(text.length / 128);
    try {
      return calculate(text, numbers(shell));
    } catch (error) {
      if (error instanceof ShellError || !(error instanceof Error)) throw error;
      throw new ShellError(error.message);
    }
  }
  function* pieces(shell: Shell, word: Word): Work<Piece[]> {
    const found: Piece[] = [];
    let length = 0;
    for (const [nth, part] of word.entries()) {
      switch (part.kind) {
        case 'text': {
          const isHome =
            nth === 0 && !part.quoted && /^~(?:\/|$)/.test(part.text) && (word.length === 1 || part.text.length > 1);
          const text = isHome ? (shell.variables.get('HOME') ?? '/root') + part.text.slice(1) : part.text;
          found.push({ text, isQuoted: part.quoted, isSplit: false });
          break;
        }
        case 'variable':
          found.push(...(yield* variable(shell, part)));
          break;
        case 'command':
          found.push({ text: yield* substitute(shell, part.list), isQuoted: part.quoted, isSplit: !part.quoted });
          break;
        case 'arithmetic':
          found.push({
            text: String(yield* arithmetic(shell, part.word)),
            isQuoted: part.quoted,
            isSplit: !part.quoted,
          });
          break;
        default:
          part satisfies never;
      }
      length += found.at(-1)?.text.length ?? 0;
      if (length > LONGEST) throw new ShellError('out of memory');
    }
    shell.proc.owe(length / 512);
    return found;
  }
  function* toText(shell: Shell, word: Word): Work<string> {
    return (yield* pieces(shell, word)).map(({ text, isBreak }) => (isBreak ? ' ' : text)).join('');
  }
  function* toPattern(shell: Shell, word: Word): Work<string> {
    return (yield* pieces(shell, word)).map(({ text, isQuoted }) => (isQuoted ? quotePattern(text) : text)).join('');
  }
  function* toFields(shell: Shell, word: Word): Work<string[]> {
    const separators = shell.variables.get('IFS') ?? ' \t\n';
    const fields: string[] = [];
    let field: string | undefined;
    const end = (): void => {
      if (field !== undefined) fields.push(field);
      field = undefined;
    };
    for (const piece of yield* pieces(shell, word)) {
      if (piece.isBreak) end();
      else if (piece.isQuoted) field = (field ?? '') + quotePattern(piece.text);
      else if (!piece.isSplit) {
        if (piece.text !== '') field = (field ?? '') + piece.text;
      } else {
        let from = 0;
        for (let i = 0; i <= piece.text.length; i++) {
          if (i < piece.text.length && !separators.includes(piece.text[i] ?? '')) continue;
          if (i > from) field = (field ?? '') + piece.text.slice(from, i);
          else if (i < piece.text.length && !/\s/.test(piece.text[i] ?? '')) field ??= '';
          if (i < piece.text.length) end();
          from = i + 1;
        }
      }
    }
    end();
    const { files } = shell.proc.box.machine;
    return fields.flatMap((pattern) => {
      const found =
        !shell.options.noGlob && isPattern(pattern)
          ? glob(files, resolvePath('/', shell.proc.folder), pattern, shell.proc)
          : [];
      return found.length > 0 ? found : [unquotePattern(pattern)];
    });
  }
  function* toWords(shell: Shell, words: readonly Word[]): Work<string[]> {
    const found: string[] = [];
    for (const word of words)
      for (const one of shell.flavour === 'bash' ? braces(word) : [word]) {
        for (const field of yield* toFields(shell, one)) found.push(field);
        if (found.length > 20_000) throw new ShellError('out of memory');
        if (found.length % 16 === 15) yield;
      }
    return found;
  }
  return { toText, toPattern, toWords, arithmetic };
}

export type Expander = ReturnType<typeof createExpander>;
