import { isInSet } from '../shell/pattern.ts';

/** Where a regular expression matched: the whole, then its groups, each from and to; -1 where a group has no part in it. */
export type Match = readonly (readonly [from: number, to: number])[];

export interface Regex {
  find(text: string, from?: number): Match | undefined;
  /** Steps that a search in a text of this length costs. */
  cost(length: number): number;
}

type Instruction =
  | { kind: 'char'; test: (c: string) => boolean }
  | { kind: 'split'; first: number; second: number }
  | { kind: 'jump'; to: number }
  | { kind: 'save'; slot: number }
  | { kind: 'assert'; holds: (text: string, at: number) => boolean }
  | { kind: 'match' };

type Node =
  | { kind: 'char'; test: (c: string) => boolean }
  | { kind: 'assert'; holds: (text: string, at: number) => boolean }
  | { kind: 'all'; nodes: readonly Node[] }
  | { kind: 'any'; nodes: readonly Node[] }
  | { kind: 'group'; node: Node; nth: number }
  | { kind: 'repeat'; node: Node; least: number; most: number };

interface Ways {
  isExtended: boolean;
  ignoreCase?: boolean;
}

/** Characters of a pattern, instructions that it becomes, groups, and how deep brackets go. */
const [LONGEST, INSTRUCTIONS, GROUPS, DEEPEST] = [512, 2000, 9, 20];
const EVERYWHERE: Readonly<Record<string, (c: string) => boolean>> = {
  w: (c) => /[A-Za-z0-9_]/.test(c),
  W: (c) => !/[A-Za-z0-9_]/.test(c),
  s: (c) => /\s/.test(c),
  S: (c) => !/\s/.test(c),
  d: (c) => /[0-9]/.test(c),
  D: (c) => !/[0-9]/.test(c),
};

class RegexError extends Error {}

const isWord = (c: string | undefined): boolean => c !== undefined && /[A-Za-z0-9_]/.test(c);

function parse(pattern: string, { isExtended, ignoreCase = false }: Ways): { node: Node; groups: number } {
  let at = 0;
  let [groups, depth] = [0, 0];
  const sign = (plain: string): boolean => {
    const wanted = isExtended ? plain : `\\${plain}`;
    if (!pattern.startsWith(wanted, at)) return false;
    at += wanted.length;
    return true;
  };
  const sees = (plain: string): boolean => pattern.startsWith(isExtended ? plain : `\\${plain}`, at);
  const literal = (c: string): Node => {
    const [lower, upper] = [c.toLowerCase(), c.toUpperCase()];
    return { kind: 'char', test: ignoreCase ? (other) => other === lower || other === upper : (other) => other === c };
  };
  function any(): Node {
    if (++depth > DEEPEST) throw new RegexError('too deep');
    const nodes = [all()];
    while (sign('|')) nodes.push(all());
    depth--;
    const [only] = nodes;
    return nodes.length === 1 && only ? only : { kind: 'any', nodes };
  }
  function all(): Node {
    const nodes: Node[] = [];
    while (at < pattern.length && !sees('|') && !(sees(')') && depth > 1)) nodes.push(repeated(nodes.length === 0));
    return { kind: 'all', nodes };
  }
  function repeated(isFirst: boolean): Node {
    let node = atom(isFirst);
    for (let nth = 0; nth < 4; nth++) {
      if (pattern[at] === '*') {
        at++;
        node = { kind: 'repeat', node, least: 0, most: Number.POSITIVE_INFINITY };
      } else if (sign('+')) node = { kind: 'repeat', node, least: 1, most: Number.POSITIVE_INFINITY };
      else if (sign('?')) node = { kind: 'repeat', node, least: 0, most: 1 };
      else if (sees('{')) {
        const found = isExtended ? /\{(\d{1,3})(,?)(\d{0,3})\}/y : /\\\{(\d{1,3})(,?)(\d{0,3})\\\}/y;
        found.lastIndex = at;
        const match = found.exec(pattern);
        if (!match) break;
        at += match[0].length;
        const least = Number(match[1]);
        node = {
          kind: 'repeat',
          node,
          least,
          most: match[2] === '' ? least : match[3] ? Number(match[3]) : Number.POSITIVE_INFINITY,
        };
      } else break;
    }
    return node;
  }
  function atom(isFirst: boolean): Node {
    if (sign('(')) {
      if (isExtended && pattern.startsWith('?:', at)) at += 2;
      const nth = ++groups;
      if (nth > GROUPS) throw new RegexError('too many groups');
      const node = any();
      if (!sign(')')) throw new RegexError('Unmatched ( or \\(');
      return { kind: 'group', node, nth };
    }
    const c = pattern[at++] ?? '';
    if (c === '.') return { kind: 'char', test: (other) => other !== '\n' };
    if (c === '^' && (isExtended || isFirst))
      return { kind: 'assert', holds: (text, place) => place === 0 || text[place - 1] === '\n' };
    if (c === '$' && (isExtended || at === pattern.length || sees(')') || sees('|')))
      return { kind: 'assert', holds: (text, place) => place === text.length || text[place] === '\n' };
    if (c === '[') {
      let end = at + (pattern[at] === '^' ? 1 : 0) + (pattern[at + (pattern[at] === '^' ? 1 : 0)] === ']' ? 1 : 0);
      while (end < pattern.length && pattern[end] !== ']') {
        const close = pattern.startsWith('[:', end) ? pattern.indexOf(':]', end) : -1;
        end = close < 0 ? end + 1 : close + 2;
      }
      if (end >= pattern.length) throw new RegexError('Unmatched [, [^, [:, [., or [=');
      const set = pattern.slice(at, end);
      at = end + 1;
      return {
        kind: 'char',
        test: ignoreCase
          ? (other) => isInSet(set, other.toLowerCase()) || isInSet(set, other.toUpperCase())
          : (other) => isInSet(set, other),
      };
    }
    if (c !== '\\') return literal(c);
    const escaped = pattern[at++];
    if (escaped === undefined) throw new RegexError('Trailing backslash');
    const known = EVERYWHERE[escaped];
    if (known) return { kind: 'char', test: known };
    if (escaped === 'b' || escaped === '<' || escaped === '>')
      return { kind: 'assert', holds: (text, place) => isWord(text[place - 1]) !== isWord(text[place]) };
    if (escaped === 'n') return literal('\n');
    if (escaped === 't') return literal('\t');
    return literal(escaped);
  }
  const node = any();
  if (at < pattern.length) throw new RegexError('Unmatched ) or \\)');
  return { node, groups };
}

function compile(node: Node): Instruction[] {
  const program: Instruction[] = [];
  const add = (instruction: Instruction): number => {
    if (program.length >= INSTRUCTIONS) throw new RegexError('Regular expression too big');
    return program.push(instruction) - 1;
  };
  function emit(one: Node): void {
    switch (one.kind) {
      case 'char':
      case 'assert':
        add(one);
        return;
      case 'all':
        for (const each of one.nodes) emit(each);
        return;
      case 'any': {
        const ends: number[] = [];
        for (const [nth, each] of one.nodes.entries()) {
          if (nth === one.nodes.length - 1) {
            emit(each);
            break;
          }
          const split = add({ kind: 'match' });
          emit(each);
          ends.push(add({ kind: 'match' }));
          program[split] = { kind: 'split', first: split + 1, second: program.length };
        }
        for (const end of ends) program[end] = { kind: 'jump', to: program.length };
        return;
      }
      case 'group':
        add({ kind: 'save', slot: one.nth * 2 });
        emit(one.node);
        add({ kind: 'save', slot: one.nth * 2 + 1 });
        return;
      case 'repeat': {
        for (let nth = 0; nth < one.least; nth++) emit(one.node);
        if (one.most === Number.POSITIVE_INFINITY) {
          const split = add({ kind: 'match' });
          emit(one.node);
          add({ kind: 'jump', to: split });
          program[split] = { kind: 'split', first: split + 1, second: program.length };
          return;
        }
        const splits: number[] = [];
        for (let nth = one.least; nth < one.most; nth++) {
          splits.push(add({ kind: 'match' }));
          emit(one.node);
        }
        for (const split of splits) program[split] = { kind: 'split', first: split + 1, second: program.length };
        return;
      }
      default:
        one satisfies never;
    }
  }
  add({ kind: 'save', slot: 0 });
  emit(node);
  add({ kind: 'save', slot: 1 });
  add({ kind: 'match' });
  return program;
}

interface Thread {
  at: number;
  saved: readonly number[];
}

/** All threads go over the text together, character by character (R. Pike): the cost is the text's length times the pattern's. */
function search(program: readonly Instruction[], text: string, from: number): readonly number[] | undefined {
  let threads: Thread[] = [];
  let found: readonly number[] | undefined;
  const seen = new Int32Array(program.length).fill(-1);
  const follow = (list: Thread[], first: number, saved: readonly number[], place: number): void => {
    const stack: Thread[] = [{ at: first, saved }];
    for (let thread = stack.pop(); thread; thread = stack.pop()) {
      const { at } = thread;
      if (seen[at] === place) continue;
      seen[at] = place;
      const instruction = program[at];
      switch (instruction?.kind) {
        case 'jump':
          stack.push({ at: instruction.to, saved: thread.saved });
          break;
        case 'split':
          stack.push({ at: instruction.second, saved: thread.saved }, { at: instruction.first, saved: thread.saved });
          break;
        case 'save': {
          const next = [...thread.saved];
          next[instruction.slot] = place;
          stack.push({ at: at + 1, saved: next });
          break;
        }
        case 'assert':
          if (instruction.holds(text, place)) stack.push({ at: at + 1, saved: thread.saved });
          break;
        default:
          list.push(thread);
      }
    }
  };
  for (let place = from; place <= text.length; place++) {
    if (!found) follow(threads, 0, [], place);
    if (threads.length === 0 && found) break;
    const next: Thread[] = [];
    const now = threads;
    threads = next;
    const c = text[place];
    for (const { at, saved } of now) {
      const instruction = program[at];
      if (instruction?.kind === 'match') {
        found = saved;
        break;
      }
      if (instruction?.kind === 'char' && c !== undefined && instruction.test(c))
        follow(next, at + 1, saved, place + 1);
    }
  }
  return found;
}

/**
 * A regular expression of POSIX, basic or extended, without what would need to go back. Undefined where it is none, or too
 * large.
 */
export function compileRegex(pattern: string, ways: Ways): Regex | undefined {
  if (pattern.length > LONGEST) return undefined;
  let program: Instruction[];
  let groups: number;
  try {
    const parsed = parse(pattern, ways);
    groups = parsed.groups;
    program = compile(parsed.node);
  } catch (error) {
    if (error instanceof RegexError) return undefined;
    throw error;
  }
  return {
    find(text, from = 0) {
      const saved = search(program, text, from);
      return (
        saved &&
        Array.from({ length: groups + 1 }, (_, nth) => [saved[nth * 2] ?? -1, saved[nth * 2 + 1] ?? -1] as const)
      );
    },
    cost: (length) => (length * program.length) / 150 + program.length / 100,
  };
}
