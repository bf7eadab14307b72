/** A piece of a word. What is `quoted` is neither split nor a pattern. */
export type Part =
  | { kind: 'text'; text: string; quoted: boolean }
  | {
      kind: 'variable';
      name: string;
      operator: string;
      word: Word | undefined;
      more: Word | undefined;
      quoted: boolean;
    }
  | { kind: 'command'; list: List; quoted: boolean }
  | { kind: 'arithmetic'; word: Word; quoted: boolean };

export type Word = readonly Part[];

export interface Redirect {
  fd: number;
  operator: '<' | '>' | '>>' | '>|' | '<>' | '>&' | '<&' | '&>' | '<<' | '<<<';
  target: Word;
}

export interface Assignment {
  name: string;
  value: Word;
  isAppended: boolean;
}

export type Command =
  | { kind: 'simple'; assignments: readonly Assignment[]; words: readonly Word[]; redirects: readonly Redirect[] }
  | {
      kind: 'if';
      branches: readonly { test: List; body: List }[];
      otherwise: List | undefined;
      redirects: readonly Redirect[];
    }
  | { kind: 'loop'; isUntil: boolean; test: List; body: List; redirects: readonly Redirect[] }
  | { kind: 'for'; name: string; words: readonly Word[] | undefined; body: List; redirects: readonly Redirect[] }
  | { kind: 'count'; first: Word; test: Word; step: Word; body: List; redirects: readonly Redirect[] }
  | {
      kind: 'case';
      word: Word;
      cases: readonly { patterns: readonly Word[]; body: List }[];
      redirects: readonly Redirect[];
    }
  | { kind: 'group'; body: List; redirects: readonly Redirect[] }
  | { kind: 'subshell'; body: List; redirects: readonly Redirect[] }
  | { kind: 'function'; name: string; body: Command }
  | { kind: 'arithmetic'; word: Word; redirects: readonly Redirect[] }
  | { kind: 'test'; words: readonly Word[]; redirects: readonly Redirect[] };

export interface Pipeline {
  isNegated: boolean;
  commands: readonly Command[];
}

export interface AndOr {
  first: Pipeline;
  rest: readonly { operator: '&&' | '||'; pipeline: Pipeline }[];
  isBackground: boolean;
}

export type List = readonly AndOr[];
