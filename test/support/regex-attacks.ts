import type { AST } from '@eslint-community/regexpp';
import { countingSteps, isLetter, type Letter, patternOf, taking } from './regex-steps.ts';

/** Letters of every kind that our regexes tell apart. */
const POOL = Array.from(`\0\t\n\r !"#$%&'()*+,-./09:;<=>?@AZ[\\]^_\`az{|}~·–…～가각힣ㄱㅎㅏㅣ中é\u0301\u200b\u2028`);

/** Repeated at least so often, a part of a regex may cost more than its share. */
const LONG = 33;

const isWordy = (letter: string): boolean => /\w/.test(letter);

const childrenOf = (node: AST.Node): readonly AST.Node[] => {
  if ('alternatives' in node) return node.alternatives;
  if (node.type === 'Alternative') return node.elements;
  return node.type === 'Quantifier' ? [node.element] : [];
};

const within = (node: AST.Node): AST.Node[] => [node, ...childrenOf(node).flatMap(within)];

/**
 * Texts that make a regex work: for each part that repeats, what comes before it, many times what it takes or what
 * leads to it, and something at which it fails. `many` says how often.
 */
function attacksOn(regex: RegExp): ((many: number) => string)[] {
  const pattern = patternOf(regex);
  const seesWords = regex.source.includes('\\b');
  const nodes = within(pattern);
  const letters = new Map(nodes.filter(isLetter).map((node): [string, Letter] => [node.raw, node]));
  const takers = new Map(Array.from(letters, ([raw, node]) => [raw, taking(node, regex)] as const));
  // One letter of each kind that the regex tells apart.
  const kinds = Map.groupBy([...POOL, ...regex.source], (letter) =>
    // A line's end is of its own kind, and a letter of words: `^` and `$` see the one, `\b` the other.
    [letter === '\n', seesWords && isWordy(letter), ...Array.from(takers.values(), (takes) => takes(letter))].join(),
  );
  const samples = Array.from(kinds.values(), ([letter = '']) => letter);

  const textOf = (node: AST.Node): string => {
    if (isLetter(node)) return samples.find((letter) => takers.get(node.raw)?.(letter)) ?? '';
    if (node.type === 'Quantifier') return textOf(node.element).repeat(Math.min(LONG, Math.max(1, node.min)));
    if (node.type === 'Assertion')
      return node.kind === 'lookahead' && !node.negate ? textOf(node.alternatives[0] ?? node) : '';
    if (node.type === 'Alternative') return node.elements.map(textOf).join('');
    const [first] = childrenOf(node);
    return first ? textOf(first) : '';
  };
  const before = (node: AST.Node): string => {
    const { parent } = node;
    if (!parent || parent.type === 'RegExpLiteral') return '';
    const siblings = parent.type === 'Alternative' ? parent.elements : [];
    const at = siblings.findIndex((one) => one.start === node.start);
    return before(parent) + siblings.slice(0, Math.max(0, at)).map(textOf).join('');
  };

  return nodes
    .filter((node) => node.type === 'Quantifier' && node.max >= LONG)
    .flatMap((node) => {
      const own = within(node).filter(isLetter);
      const taken = samples.filter((letter) => own.some(({ raw }) => takers.get(raw)?.(letter)));
      const lead = before(node);
      // `\b[\w.-]+` begins anew at each letter of `a-a-a-`.
      const [wordy, other] = [taken.find(isWordy), taken.find((letter) => !isWordy(letter))];
      const inTurn = seesWords && wordy !== undefined && other !== undefined ? [wordy + other] : [];
      const pumps = new Set([...taken, ...inTurn, textOf(node), lead, lead + textOf(node)].filter(Boolean));
      return Array.from(new Set(['', '\0', lead])).flatMap((start) =>
        Array.from(pumps).flatMap((pump) =>
          ['', ...samples].map((end) => (many: number) => start + pump.repeat(many) + end),
        ),
      );
    });
}

/** How often a part is repeated: more than LONG, so that what repeats a fixed number of times does so in all three. */
const TIMES = [34, 68, 136] as const;
const MOST = 200_000;

/**
 * A text for which a regex takes more than linear steps; undefined where none is found. Of linear steps those for a text
 * twice as long and four times as long are known from the first ones, whatever a start costs besides.
 */
export function attackOn(regex: RegExp): string | undefined {
  const steps = countingSteps(regex);
  return attacksOn(regex).find((attack) => {
    const [few, twice, four] = TIMES.map((many) => steps(attack(many), MOST));
    return four === undefined || four > MOST || four - 3 * (twice ?? 0) + 2 * (few ?? 0) > TIMES[0];
  })?.(TIMES[0]);
}
