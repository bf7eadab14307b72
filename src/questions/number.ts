import { z } from 'zod';
import type { Locale, Localized } from '../core/locale.ts';
import { singulars } from '../language/particles.ts';
import { bilingual, common, type QuestionType } from './fields.ts';
import { COUNTERS, numbersIn, unitNames } from './numbers.ts';
import { type Given, others, type Share } from './shares.ts';
import { text } from './text.ts';

/** Letters of a unit, which stands beside the box and behind every number. */
const UNIT = 20;

const fields = z.strictObject({
  type: z.literal('number'),
  ...common,
  answer: z.number(),
  /** So much more or less is right, too. */
  tolerance: z
    .number()
    .refine((value) => value >= 0, { message: 'negative', abort: true })
    .optional(),
  /** What is counted; an answer in another unit is none. */
  unit: bilingual
    .refine(({ ko, en }) => [ko, en].every((one) => Array.from(one).length <= UNIT), { message: 'too-long-unit' })
    .optional(),
});

type NumberQuestion = z.infer<typeof fields>;

/** What an answer may be counted in; without a unit in whatever people count. */
const unitsOf = ({ unit }: NumberQuestion): readonly string[] =>
  unit === undefined ? COUNTERS : unitNames([unit.ko, unit.en]);

/** The numbers that an answer may mean, see numbersIn(). */
const numbersOf = (question: NumberQuestion, answer: string): number[] =>
  numbersIn(question.ask, unitsOf(question), answer);

function isNear({ answer, tolerance = 0 }: NumberQuestion, value: number): boolean {
  // Beside a tolerance, what binary fractions add (0.4 - 0.3) is no difference.
  const slack = tolerance === 0 ? 0 : Number.EPSILON * 4 * Math.max(1, Math.abs(value), Math.abs(answer));
  return Math.abs(value - answer) <= tolerance + slack;
}

/** Is the answer right as it is shown? `1e-11` and `1e300` are not, since students write neither zeros nor powers so. */
const isTypable = (question: NumberQuestion): boolean =>
  numbersOf(question, formatNumber(question.answer, question.unit, 'en')).some((value) => isNear(question, value));

/** What counts as the student's number: the right one where the answer may mean it. */
function findNumber(question: NumberQuestion, answer: string): number | undefined {
  const all = numbersOf(question, answer);
  return all.find((value) => isNear(question, value)) ?? all[0];
}

/** `30초`, `30 seconds`, `1 second`, `500m`; a number without a unit is a name as much as an amount (a port), and has no commas. */
function formatNumber(value: number, unit: Localized | undefined, locale: Locale): string {
  const digits = value.toLocaleString('en', { useGrouping: unit !== undefined, maximumFractionDigits: 10 });
  if (unit === undefined) return digits;
  const name = locale === 'en' && value === 1 ? (singulars(unit.en).at(-1) ?? unit.en) : unit[locale];
  return /^[가-힣%]|^\p{L}{1,2}$/u.test(name) ? digits + name : `${digits} ${name}`;
}

const solution = ({ answer, tolerance = 0, unit }: NumberQuestion, locale: Locale): string =>
  formatNumber(answer, unit, locale) + (tolerance === 0 ? '' : ` (±${formatNumber(tolerance, undefined, locale)})`);

/** Numbers that several gave, beside the right one. */
const ROWS = 6;

/** What is right and the numbers that several gave, from small to large, between those of the others: numbers alone. */
function shares(question: NumberQuestion, given: readonly Given[], locale: Locale): Share[] {
  const { answer, unit } = question;
  const wrong = given.filter(({ right }) => !right).flatMap(({ picked }) => findNumber(question, picked) ?? []);
  const often = Array.from(
    Map.groupBy(wrong, (value) => value),
    ([value, { length: count }]) => ({ value, count }),
  )
    .filter(({ count }) => count > 1)
    .sort((a, b) => b.count - a.count || a.value - b.value)
    .slice(0, ROWS);
  const rest = wrong.filter((value) => !often.some((one) => one.value === value));
  const right = given.filter((one) => one.right).length;
  const known = [...often, ...(right === 0 ? [] : [{ value: answer, count: right }])].sort((a, b) => a.value - b.value);
  const pivot = formatNumber(answer, unit, locale);
  const { othersBelow, othersAbove, otherAnswers } = text(locale);
  return [
    ...others(rest.filter((value) => value < answer).length, othersBelow(pivot)),
    ...known.map(({ value, count }) => ({
      mark: '',
      label: value === answer ? solution(question, locale) : formatNumber(value, unit, locale),
      count,
      right: value === answer,
    })),
    ...others(rest.filter((value) => value > answer).length, othersAbove(pivot)),
    ...others(given.length - right - wrong.length, otherAnswers),
  ];
}

/** A number in the student's own keys: full-width or not, with separators, in digits or in words, with its unit or not. */
export const number: QuestionType<NumberQuestion> = {
  schema: fields.refine(isTypable, { path: ['answer'], message: 'untold-number' }),
  form: ({ unit }, locale) => ({ type: 'input', label: text(locale).typeNumber(unit?.[locale]) }),
  isRight: (question, answer) => numbersOf(question, answer).some((value) => isNear(question, value)),
  solution,
  unclear: (question, answer, locale) =>
    numbersOf(question, answer).length > 0 ? undefined : text(locale).notANumber(question.unit?.[locale]),
  shares,
  neverNamed: true,
  exchange: {
    give: ({ answer, tolerance = 0, unit }, locale) => ({
      kind: 'amounts',
      amounts: [{ value: answer, tolerance }],
      unit: unit?.[locale],
    }),
    take: (given) => {
      if (given.kind !== 'amounts') return undefined;
      const [amount, ...others] = given.amounts;
      if (!amount || others.length > 0) return undefined;
      const { value: answer, tolerance } = amount;
      return { answer, ...(tolerance === 0 ? {} : { tolerance }), ...(given.unit ? { unit: given.unit } : {}) };
    },
  },
};
