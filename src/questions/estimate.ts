import { z } from 'zod';
import type { Locale } from '../core/locale.ts';
import { findNumber, formatNumber, isNear, isTypable, numbersOf, solutionOf, unitText } from './amounts.ts';
import { common, type QuestionType } from './fields.ts';
import { type Given, others, type Share } from './shares.ts';
import { text } from './text.ts';
import { readNumberFields, writeNumber } from './written-number.ts';

const fields = z.strictObject({
  type: z.literal('estimate'),
  ...common,
  answer: z.number(),
  /** So much more or less is right by oneself, and the width by which a class's answers are spread. */
  tolerance: z.number().refine((value) => value > 0, { message: 'no-tolerance', abort: true }),
  unit: unitText.optional(),
});

type Estimate = z.infer<typeof fields>;

/** Digits by which two distances are alike: what binary fractions add to one is no distance. */
const DIGITS = 12;

const distanceOf = ({ answer }: Estimate, value: number): number =>
  Number(Math.abs(value - answer).toPrecision(DIGITS));

/**
 * What each answer scores, by how near it is to the right number beside the others: 1 − (how many are strictly nearer) ÷
 * (how many gave a number). So the nearest scores all, whoever else is far off, those who are as near score alike, and
 * an answer that is no number nothing.
 */
function score(question: Estimate, given: readonly Given[]): number[] {
  const distances = given.map(({ picked }) => {
    const value = findNumber(question, picked);
    return value === undefined ? undefined : distanceOf(question, value);
  });
  const sorted = distances.filter((one) => one !== undefined).sort((a, b) => a - b);
  const nearer = new Map(sorted.map((distance, i) => [distance, i] as const).reverse());
  return distances.map((one) => (one === undefined ? 0 : 1 - (nearer.get(one) ?? 0) / sorted.length));
}

/** Limits of the ranges of answers, in tolerances from the right number; those in the middle are of what is right. */
const EDGES = [-4, -2, -1, 1, 2, 4] as const;
const RIGHT = 3;

/** The range that a number is in: 0 below the first limit, EDGES.length above the last. */
function rangeOf(question: Estimate, value: number): number {
  if (isNear(question, value)) return RIGHT;
  const offset = (value - question.answer) / question.tolerance;
  return offset < 0
    ? EDGES.filter((edge) => edge < -1 && offset >= edge).length
    : RIGHT + 1 + EDGES.filter((edge) => edge > 1 && offset > edge).length;
}

/** How many gave about which number: ranges, wider with the distance from the right number. Nobody's own number shows. */
function shares(question: Estimate, given: readonly Given[], locale: Locale): Share[] {
  const { answer, tolerance, unit } = question;
  const words = text(locale);
  const values = given.flatMap(({ picked }) => findNumber(question, picked) ?? []);
  const ranges = values.map((value) => rangeOf(question, value));
  const edge = (i: number): string =>
    formatNumber(Number((answer + (EDGES[i] ?? 0) * tolerance).toPrecision(DIGITS)), unit, locale);
  const last = EDGES.length;
  const labelOf = (range: number): string => {
    if (range === RIGHT) return solutionOf(question, locale);
    if (range === 0) return words.below(edge(0));
    return range === last ? words.above(edge(last - 1)) : words.between(edge(range - 1), edge(range));
  };
  const rows = Array.from({ length: last + 1 }, (_, range): Share => {
    const count = ranges.filter((one) => one === range).length;
    const row = { mark: '', label: labelOf(range), count, right: range === RIGHT };
    return row.right ? row : { ...row, rest: true };
  });
  return [
    ...rows.filter(({ count, right }) => right || count > 0),
    ...others(given.length - values.length, words.otherAnswers),
  ];
}

/** A number that nobody has to know: by oneself right within a tolerance, in a class by how near it is. */
export const estimate: QuestionType<Estimate> = {
  schema: fields.refine(isTypable, { path: ['answer'], message: 'untold-number' }),
  form: ({ unit }, locale) => ({ type: 'input', label: text(locale).typeEstimate(unit?.[locale]) }),
  isRight: (question, answer) => numbersOf(question, answer).some((value) => isNear(question, value)),
  solution: solutionOf,
  unclear: (question, answer, locale) =>
    numbersOf(question, answer).length > 0 ? undefined : text(locale).notANumber(question.unit?.[locale]),
  shares,
  score,
  howItScores: text.both((words) => words.nearestScores),
  neverNamed: true,
  exchange: {
    give: ({ answer, tolerance, unit }, locale) => ({
      kind: 'amounts',
      amounts: [{ value: answer, tolerance }],
      unit: unit?.[locale],
      nearest: true,
    }),
    take: (given) => {
      if (given.kind !== 'amounts' || !given.nearest) return undefined;
      const [amount, ...more] = given.amounts;
      if (!amount || more.length > 0) return undefined;
      return { answer: amount.value, tolerance: amount.tolerance, ...(given.unit ? { unit: given.unit } : {}) };
    },
  },
  writing: {
    name: text.both(({ typeNames }) => typeNames.estimate),
    labels: { right: text.both(({ labels }) => labels.nearNumber) },
    // A number is to be known, where nobody says that it is to be guessed.
    looks: () => 'not',
    read(filled) {
      const fields = readNumberFields(filled);
      const isWhole = filled.right.length === 0 || 'part' in fields || 'tolerance' in fields;
      return isWhole ? fields : { part: 'right', why: text.both(({ misfits }) => misfits.noTolerance) };
    },
    write: (question) => ({ right: [writeNumber(question)], wrong: [] }),
  },
};
