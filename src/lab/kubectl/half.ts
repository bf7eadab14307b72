import { ALL_NAMESPACES, type Command, GLOBAL } from './command.ts';
import { COMMANDS } from './commands/commands.ts';
import type { Flag } from './flags.ts';

/** A half-typed line of kubectl's, but for the word that is being typed. */
export interface Half {
  command: Command | undefined;
  /** As `status` of `rollout status`; the command itself where it has none. */
  meant: Command | undefined;
  /** Words that are neither the command nor flags. */
  args: readonly string[];
  namespace: string | undefined;
  everywhere: boolean;
  /** The flag whose value is being typed. */
  awaited: string | undefined;
  /** What follows `--` is another program's. */
  isOver: boolean;
}

export const flagsOf = (meant: Command | undefined): readonly Flag[] => [...(meant?.flags ?? []), ...GLOBAL];

const isNamed = (word: string) => (one: Command) => one.name === word || one.aliases?.includes(word) === true;

/** Reads words from left to right; what kubectl would refuse is skipped. */
export function readHalf(words: readonly string[]): Half {
  const half: Half = {
    ...{ command: undefined, meant: undefined, args: [], namespace: undefined },
    ...{ everywhere: false, awaited: undefined, isOver: words.includes('--') },
  };
  const args: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word.startsWith('-')) {
      const [name = '', given] = word.replace(/^--?/, '').split('=', 2);
      const known = [...flagsOf(half.meant), ALL_NAMESPACES];
      const flag = known.find((one) => (word.startsWith('--') ? one.name : one.short) === name);
      if (flag?.name === ALL_NAMESPACES.name) half.everywhere = true;
      const takesNext = flag !== undefined && given === undefined && flag.type !== 'bool' && flag.bare === undefined;
      const value = takesNext ? words[++at] : given;
      if (flag?.name === 'namespace') half.namespace = value;
      if (takesNext && value === undefined) half.awaited = flag.name;
    } else if (half.command === undefined) half.meant = half.command = COMMANDS.find(isNamed(word));
    else if (half.meant === half.command && half.command.children?.some(isNamed(word)))
      half.meant = half.command.children.find(isNamed(word));
    else args.push(word);
  }
  return { ...half, args };
}
