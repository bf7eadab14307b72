import { z } from 'zod';
import type { Locale, Localized } from '../core/locale.ts';
import { type Made, type Subject, whatItIs } from './definition.ts';
import { common, distinct, isOption, lettered, menu, optionText, type QuestionType, type Shuffle } from './fields.ts';
import { areAllRight, gradedParts, type PartAnswer, partShares, partsInLine, partsSolution } from './parts.ts';
import { text } from './text.ts';

const schema = z
  .strictObject({
    type: z.literal('match'),
    ...common,
    /** What belongs together. */
    pairs: z
      .array(z.strictObject({ left: optionText, right: optionText }))
      .min(2)
      .max(5),
    /** More right sides, which belong to nothing. */
    wrong: z.array(optionText).max(3).default([]),
  })
  .refine(({ pairs }) => distinct(pairs.map(({ left }) => left)), { path: ['pairs'], message: 'same-options' })
  .refine(({ pairs, wrong }) => distinct([...pairs.map(({ right }) => right), ...wrong]), {
    path: ['pairs'],
    message: 'same-options',
  });

type Match = z.infer<typeof schema>;

/**
 * Both sides as they are shown. Each is drawn by its own words alone: from a place that depends on both, what belongs
 * together could be worked out.
 */
const shownPairs = ({ pairs }: Match, shuffle: Shuffle): Match['pairs'] =>
  shuffle(pairs.map(({ left }) => left)).flatMap((left) => pairs.find((pair) => pair.left === left) ?? []);

const shownRights = ({ pairs, wrong }: Match, shuffle: Shuffle): Localized[] =>
  shuffle([...pairs.map(({ right }) => right), ...wrong]);

/** Each pair with what was answered to it; undefined for the right answer. */
function partsOf(question: Match, answer: string | undefined, locale: Locale, shuffle: Shuffle): PartAnswer[] {
  const rights = shownRights(question, shuffle);
  const pairs = shownPairs(question, shuffle);
  const isWhole = answer === undefined || answer.length === pairs.length;
  return pairs.map(({ left, right }, i) => {
    const given = answer === undefined ? right : isWhole ? lettered(rights, answer[i]) : undefined;
    return {
      before: `${left[locale]} → `,
      given: given?.[locale],
      right: given === right,
      solution: right[locale],
    };
  });
}

/** Pairs of a question that is made of definitions: fewer are no exercise, and more of them much to read. */
const PAIRS = { least: 3, most: 4 } as const;

/** Which definition belongs to which of a few concepts that cannot be taken for one another? */
function fromDefinition(subject: Subject): Made<Match>[] {
  const pairs = [subject, ...subject.group]
    .map(({ title, clue }) => ({ left: title, right: clue }))
    .filter(({ left, right }) => isOption(left) && isOption(right))
    .slice(0, PAIRS.most);
  const isAsked = pairs[0]?.left === subject.title && pairs.length >= PAIRS.least;
  if (!isAsked || !distinct(pairs.map(({ left }) => left)) || !distinct(pairs.map(({ right }) => right))) return [];
  const question: Match = {
    ...{ type: 'match', ask: text.both(({ matchTerms }) => matchTerms), pairs, wrong: [] },
    ...{ practical: false, why: whatItIs(subject) },
  };
  return [{ kind: 'match', question }];
}

/** What belongs together. */
export const match: QuestionType<Match> = {
  schema,
  form: (question, locale, shuffle) => {
    const rights = shownRights(question, shuffle).map((right) => right[locale]);
    return {
      type: 'menus',
      menus: shownPairs(question, shuffle).map(({ left }) => menu(left[locale], rights)),
      picked: [],
    };
  },
  isRight: (question, answer, shuffle) => areAllRight(partsOf(question, answer, 'ko', shuffle)),
  solution: (question, locale) => partsSolution(partsOf(question, undefined, locale, (items) => [...items])),
  graded: (question, answer, locale, shuffle) =>
    gradedParts(partsOf(question, answer, locale, shuffle), answer, locale),
  inLine: (question, answer, locale, shuffle) => partsInLine(partsOf(question, answer, locale, shuffle)),
  shares: (question, given, locale, shuffle) =>
    partShares(
      partsOf(question, undefined, locale, shuffle),
      given.map(({ picked }) => partsOf(question, picked, locale, shuffle)),
    ),
  fromDefinition,
  exchange: {
    give: ({ pairs, wrong }, locale) => ({
      kind: 'pairs',
      pairs: pairs.map(({ left, right }) => [left[locale], right[locale]] as const),
      others: wrong.map((one) => one[locale]),
    }),
    take: (answer) =>
      answer.kind === 'pairs'
        ? {
            pairs: answer.pairs.map(([left, right]) => ({ left, right })),
            ...(answer.others.length > 0 ? { wrong: answer.others } : {}),
          }
        : undefined,
  },
};
