import type { Instruction } from './regex-compile.ts';
import { compile } from './regex-compile.ts';
import type { Ways } from './regex-parse.ts';
import { LONGEST, parse, RegexError } from './regex-parse.ts';

/** Where a regular expression matched: the whole, then its groups, each from and to; -1 where a group has no part in it. */
export type Match = readonly (readonly [from: number, to: number])[];

export interface Regex {
  find(text: string, from?: number): Match | undefined;
  /** Steps that a search in a text of this length costs. */
  cost(length: number): number;
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
