/** What was typed is no sentence of the shell. */
export class ShellSyntaxError extends Error {
  readonly isUnfinished: boolean;
  constructor(message: string, isUnfinished: boolean) {
    super(message);
    this.isUnfinished = isUnfinished;
  }
}

/** How deep commands may stand in each other, so that reading them never runs out of stack. */
const DEEPEST = 60;

/** Where the reader of a script is. */
export interface Scanner {
  readonly text: string;
  at: number;
  /** Here-documents whose text comes after the line's end. */
  readonly waiting: { delimiter: string; isRaw: boolean; isTabbed: boolean; fill(text: string): void }[];
  peek(ahead?: number): string;
  /** Is this text next? */
  sees(text: string): boolean;
  take(text: string): boolean;
  deeper<T>(read: () => T): T;
  unexpected(): ShellSyntaxError;
}

export function createScanner(text: string): Scanner {
  let depth = 0;
  const scanner: Scanner = {
    text,
    at: 0,
    waiting: [],
    peek: (ahead = 0) => text[scanner.at + ahead] ?? '',
    sees: (wanted) => text.startsWith(wanted, scanner.at),
    take(wanted) {
      if (!scanner.sees(wanted)) return false;
      scanner.at += wanted.length;
      return true;
    },
    deeper(read) {
      if (++depth > DEEPEST) throw new ShellSyntaxError('syntax error: too deep', false);
      const value = read();
      depth--;
      return value;
    },
    unexpected() {
      if (scanner.at >= text.length) return new ShellSyntaxError('syntax error: unexpected end of file', true);
      const rest = text.slice(scanner.at, scanner.at + 80);
      const token = /^(?:\n|;;|&&|\|\||[;&|()<>]|[^\s;&|()<>]+)/.exec(rest)?.[0] ?? rest.slice(0, 1);
      return new ShellSyntaxError(`syntax error: unexpected ${token === '\n' ? 'newline' : `"${token}"`}`, false);
    },
  };
  return scanner;
}
