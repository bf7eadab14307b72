import { z } from 'zod';
import type { Locale } from '../core/locale.ts';
import { normalize } from '../language/normalize.ts';
import { findNumber, formatNumber, isNear, isTypable, numbersOf, solutionOf, unitText } from './amounts.ts';
import { common, type QuestionType } from './fields.ts';
import { type Given, others, type Share } from './shares.ts';
import { text } from './text.ts';

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

/** `30초 ±5`, `1,000 (±0.5)`: a number with its unit behind it, and what it may be off. */
const WRITTEN =
  /^([-−]?(?:\d[\d,]*(?:\.\d+)?|\.\d+)) ?([\p{L}%°][^\d±()+]*?)? ?(?:\(?(?:±|\+\/?-) ?(\d+(?:\.\d+)?|\.\d+) ?\)?)?$/u;
/** More is no number, and is not looked through. */
const LONGEST_WRITTEN = 60;

/** The fields of a number as an author writes it; undefined where it is none. */
function readWritten(line: string): { answer: number; unit?: string; tolerance?: number } | undefined {
  const written = normalize(line);
  const [, digits, unit, off] = written.length > LONGEST_WRITTEN ? [] : (WRITTEN.exec(written) ?? []);
  if (digits === undefined) return undefined;
  return {
    answer: Number(digits.replaceAll(',', '').replace('−', '-')),
    ...(unit === undefined || unit.trim() === '' ? {} : { unit: unit.trim() }),
    ...(off === undefined ? {} : { tolerance: Number(off) }),
  };
}

/** The same written again. */
const writeNumber = ({ answer, unit, tolerance }: NumberQuestion): string =>
  formatNumber(answer, unit, 'ko') + (tolerance === undefined ? '' : ` ±${tolerance}`);

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
      const found = others.length + wrong.length > 0 ? undefined : readWritten(first);
      // `3 way handshake` is a name.
      return found && !found.unit?.includes(' ') ? 'surely' : 'not';
    },
    read({ right, wrong }) {
      if (wrong.length > 0) return { part: 'wrong', why: text.both(({ misfits }) => misfits.noWrong) };
      const [first, ...others] = right;
      const found = first === undefined || others.length > 0 ? undefined : readWritten(first);
      return found ?? (first === undefined ? {} : { part: 'right', why: text.both(({ misfits }) => misfits.noNumber) });
    },
    write: (question) => ({ right: [writeNumber(question)], wrong: [] }),
  },
};
