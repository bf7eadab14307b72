import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** Where a match may go on: says whether the rest matches from there. */
type Next = (at: number) => boolean;
type Matcher = (at: number, next: Next) => boolean;

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
    if (--left < 0) throw new RangeError('too many steps');
  };
  const isWord = (letter = ''): boolean => /\w/.test(letter);
  const isBreak = (letter = '\n'): boolean => /[\n\r\u2028\u2029]/.test(letter);

  /** `back`: as a lookbehind reads, from its end to its beginning. */
  function matcherOf(node: AST.Node, back: boolean): Matcher {
    if (isLetter(node)) {
      const takes = taking(node, regex);
      return (at, next) => {
        step();
        const letter = letters[back ? at - 1 : at];
        return letter !== undefined && takes(letter) && next(back ? at - 1 : at + 1);
      };
    }
    switch (node.type) {
      case 'Pattern':
      case 'Group':
      case 'CapturingGroup': {
        const all = node.alternatives.map((one) => matcherOf(one, back));
        return (at, next) => all.some((one) => one(at, next));
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
        const run = (count: number, at: number, next: Next): boolean => {
          step();
          const more = (): boolean =>
            count < max && inner(at, (to) => (to !== at || count < min) && run(count + 1, to, next));
          if (count < min) return more();
          return greedy ? more() || next(at) : next(at) || more();
        };
        return (at, next) => run(0, at, next);
      }
      case 'Assertion': {
        if (node.kind === 'lookahead' || node.kind === 'lookbehind') {
          const all = node.alternatives.map((one) => matcherOf(one, node.kind === 'lookbehind'));
          return (at, next) => all.some((one) => one(at, () => true)) !== node.negate && next(at);
        }
        const holds = (at: number): boolean => {
          if (node.kind === 'word') return (isWord(letters[at - 1]) !== isWord(letters[at])) !== node.negate;
          const beside = node.kind === 'start' ? at - 1 : at;
          return letters[beside] === undefined || (regex.multiline && isBreak(letters[beside]));
        };
        return (at, next) => holds(at) && next(at);
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
      const found = whole(from, (at) => {
        end = at;
        return true;
      });
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
      if (!(error instanceof RangeError)) throw error;
      return most + 1;
    }
    return most - left;
  };
}
