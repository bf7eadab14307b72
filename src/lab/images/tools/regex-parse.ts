import { isInSet } from '../shell/pattern.ts';

export type Node =
  | { kind: 'char'; test: (c: string) => boolean }
  | { kind: 'assert'; holds: (text: string, at: number) => boolean }
  | { kind: 'all'; nodes: readonly Node[] }
  | { kind: 'any'; nodes: readonly Node[] }
  | { kind: 'group'; node: Node; nth: number }
  | { kind: 'repeat'; node: Node; least: number; most: number };

export interface Ways {
  isExtended: boolean;
  ignoreCase?: boolean;
}

/** Characters of a pattern, instructions that it becomes, groups, and how deep brackets go. */
export const [LONGEST, INSTRUCTIONS] = [512, 2000];
const [GROUPS, DEEPEST] = [9, 20];

const EVERYWHERE: Readonly<Record<string, (c: string) => boolean>> = {
  w: (c) => /[A-Za-z0-9_]/.test(c),
  W: (c) => !/[A-Za-z0-9_]/.test(c),
  s: (c) => /\s/.test(c),
  S: (c) => !/\s/.test(c),
  d: (c) => /[0-9]/.test(c),
  D: (c) => !/[0-9]/.test(c),
};

export class RegexError extends Error {}

const isWord = (c: string | undefined): boolean => c !== undefined && /[A-Za-z0-9_]/.test(c);

export function parse(pattern: string, { isExtended, ignoreCase = false }: Ways): { node: Node; groups: number } {
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
