import { z } from 'zod';
import type { Locale } from '../core/locale.ts';
import { findNumber, formatNumber, isNear, isTypable, numbersOf, solutionOf, unitText } from './amounts.ts';
import { common, type QuestionType } from './fields.ts';
import { type Given, others, type Share } from './shares.ts';
import { text } from './text.ts';
import { readNumber, readNumberFields, writeNumber } from './written-number.ts';

const fields = z.strictObject({
  type: z.literal('number'),
  ...common,
  answer: z.number(),
  /** So much more or less is right, too. */
  tolerance: z
    .number()
    .refine((value) => value >= 0, { message: 'negative', abort: true })
    .optional(),
  unit: unitText.optional(),
});

type NumberQuestion = z.infer<typeof fields>;

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
      label: value === answer ? solutionOf(question, locale) : formatNumber(value, unit, locale),
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
  solution: solutionOf,
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
      if (given.kind !== 'amounts' || given.nearest) return undefined;
      const [amount, ...others] = given.amounts;
      if (!amount || others.length > 0) return undefined;
      const { value: answer, tolerance } = amount;
      return { answer, ...(tolerance === 0 ? {} : { tolerance }), ...(given.unit ? { unit: given.unit } : {}) };
    },
  },
  writing: {
    name: text.both(({ typeNames }) => typeNames.number),
    labels: { right: text.both(({ labels }) => labels.rightNumber) },
    looks({ right: [first = '', ...others], wrong }) {
      const found = others.length + wrong.length > 0 ? undefined : readNumber(first);
      // `3 way handshake` is a name.
      return found && !found.unit?.includes(' ') ? 'surely' : 'not';
    },
    read: readNumberFields,
    write: (question) => ({ right: [writeNumber(question)], wrong: [] }),
  },
};
