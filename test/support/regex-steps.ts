import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** How an attempt goes on. Steps are taken one after the other, not within each other: a long text needs no deep stack. */
type Going = 'failed' | 'matched' | (() => Going);
/** Where a match may go on with what comes after it. */
type Next = (at: number) => Going;
type Matcher = (at: number, next: Next) => Going;

class TooManySteps extends Error {}

/** What a regex tells of one letter. */
export type Letter = AST.Character | AST.CharacterSet | AST.CharacterClass;

export const patternOf = ({ source, flags, unicode }: RegExp): AST.Pattern =>
  new RegExpParser().parsePattern(source, 0, source.length, { unicode, unicodeSets: flags.includes('v') });

export const isLetter = (node: AST.Node): node is Letter =>
  node.type === 'Character' || node.type === 'CharacterSet' || node.type === 'CharacterClass';

/** Says of letters whether they are what a part of the regex takes. */
export function taking({ raw }: Letter, { flags }: RegExp): (letter: string) => boolean {
  const one = new RegExp(`^(?:${raw})$`, flags.replace(/[gmy]/g, ''));
  const known = new Map<string, boolean>();
  return (letter) => {
    const takes = known.get(letter) ?? one.test(letter);
    known.set(letter, takes);
    return takes;
  };
}

/**
 * Counts the steps in which a backtracking engine looks for a regex in a text: letters looked at and repetitions begun,
 * one start after the other as V8 does, or `most + 1` as soon as they are more than `most`.
 */
export function countingSteps(regex: RegExp): (text: string, most: number) => number {
  let letters: readonly string[] = [];
  let left = 0;
  const step = (): void => {
    if (--left < 0) throw new TooManySteps();
  };
  /** What else may be tried, the latest first, where an attempt fails. */
  let others: (() => Going)[] = [];
  function matches(begin: () => Going): boolean {
    const outer = others;
    others = [];
    let going: Going = begin;
    while (typeof going === 'function' || (going === 'failed' && others.length > 0))
      going = typeof going === 'function' ? going() : (others.pop() ?? 'failed');
    others = outer;
    return going === 'matched';
  }
  const isWord = (letter = ''): boolean => /\w/.test(letter);
  const isBreak = (letter = '\n'): boolean => /[\n\r\u2028\u2029]/.test(letter);

  /** `back`: as a lookbehind reads, from its end to its beginning. */
  function matcherOf(node: AST.Node, back: boolean): Matcher {
    if (isLetter(node)) {
      const takes = taking(node, regex);
      return (at, next) => () => {
        step();
        const letter = letters[back ? at - 1 : at];
        return letter !== undefined && takes(letter) ? next(back ? at - 1 : at + 1) : 'failed';
      };
    }
    switch (node.type) {
      case 'Pattern':
      case 'Group':
      case 'CapturingGroup': {
        const all = node.alternatives.map((one) => matcherOf(one, back));
        return (at, next) => {
          for (const one of all.slice(1).toReversed()) others.push(() => one(at, next));
          return all[0]?.(at, next) ?? 'failed';
        };
      }
      case 'Alternative': {
        const parts = node.elements.map((one) => matcherOf(one, back));
        const inOrder = back ? parts.toReversed() : parts;
        return inOrder.reduceRight<Matcher>(
          (rest, part) => (at, next) => part(at, (to) => rest(to, next)),
          (at, next) => next(at),
        );
      }
      case 'Quantifier': {
        const { min, max, greedy } = node;
        const inner = matcherOf(node.element, back);
        const run = (count: number, at: number, next: Next): Going => {
          step();
          const over = (): Going => next(at);
          const more = (): Going =>
            count < max
              ? inner(at, (to) => (to !== at || count < min ? run(count + 1, to, next) : 'failed'))
              : 'failed';
          if (count < min) return more();
          others.push(greedy ? over : more);
          return greedy ? more() : over();
        };
        return (at, next) => run(0, at, next);
      }
      case 'Assertion': {
        if (node.kind === 'lookahead' || node.kind === 'lookbehind') {
          const all = node.alternatives.map((one) => matcherOf(one, node.kind === 'lookbehind'));
          return (at, next) =>
            all.some((one) => matches(() => one(at, () => 'matched'))) !== node.negate ? next(at) : 'failed';
        }
        const holds = (at: number): boolean => {
          if (node.kind === 'word') return (isWord(letters[at - 1]) !== isWord(letters[at])) !== node.negate;
          const beside = node.kind === 'start' ? at - 1 : at;
          return letters[beside] === undefined || (regex.multiline && isBreak(letters[beside]));
        };
        return (at, next) => (holds(at) ? next(at) : 'failed');
      }
      default:
        throw new Error(`steps of ${node.type} are not counted: ${regex}`);
    }
  }

  const whole = matcherOf(patternOf(regex), false);

  function search(): void {
    for (let from = 0; from <= letters.length; ) {
      step();
      let end: number | undefined;
      const begin = from;
      const found = matches(() =>
        whole(begin, (at) => {
          end = at;
          return 'matched';
        }),
      );
      if (found && !regex.global) return;
      from = Math.max(from + 1, end ?? 0);
    }
  }

  return (text, most) => {
    letters = Array.from(text);
    left = most;
    try {
      search();
    } catch (error) {
      if (!(error instanceof TooManySteps)) throw error;
      return most + 1;
    }
    return most - left;
  };
}
