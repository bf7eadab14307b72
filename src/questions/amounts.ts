import type { Locale, Localized } from '../core/locale.ts';
import { once } from '../language/memoize.ts';
import { singulars } from '../language/particles.ts';
import { bilingual } from './fields.ts';
import { COUNTERS, numbersIn, unitNames } from './numbers.ts';

/** Letters of a unit, which stands beside the box and behind every number. */
const UNIT = 20;

/** What is counted; an answer in another unit is none. */
export const unitText = bilingual.refine(({ ko, en }) => [ko, en].every((one) => Array.from(one).length <= UNIT), {
  message: 'too-long-unit',
});

/** A question that a number answers: which one, how much more or less is right as well, and in what it is counted. */
export interface Amount {
  ask: Localized;
  answer: number;
  tolerance?: number | undefined;
  unit?: Localized | undefined;
}

/** What an answer may be counted in; without a unit in whatever people count. */
const unitsOf = ({ unit }: Amount): readonly string[] =>
  unit === undefined ? COUNTERS : unitNames([unit.ko, unit.en]);

/** The numbers that an answer may mean, see numbersIn(). */
export const numbersOf = (question: Amount, answer: string): number[] =>
  numbersIn(question.ask, unitsOf(question), answer);

export function isNear({ answer, tolerance = 0 }: Amount, value: number): boolean {
  // Beside a tolerance, what binary fractions add (0.4 - 0.3) is no difference.
  const slack = tolerance === 0 ? 0 : Number.EPSILON * 4 * Math.max(1, Math.abs(value), Math.abs(answer));
  return Math.abs(value - answer) <= tolerance + slack;
}

/** Is the answer right as it is shown? `1e-11` and `1e300` are not, since students write neither zeros nor powers so. */
export const isTypable = (question: Amount): boolean =>
  numbersOf(question, formatNumber(question.answer, question.unit, 'en')).some((value) => isNear(question, value));

/** What counts as the student's number: the right one where the answer may mean it. */
export function findNumber(question: Amount, answer: string): number | undefined {
  const all = numbersOf(question, answer);
  return all.find((value) => isNear(question, value)) ?? all[0];
}

/** Made once: making one takes as long as writing hundreds of numbers. */
const grouped = once(() => new Intl.NumberFormat('en', { maximumFractionDigits: 10 }));

/** `30초`, `30 seconds`, `1 second`, `500m`; a number without a unit is a name as much as an amount (a port), and has no commas. */
export function formatNumber(value: number, unit: Localized | undefined, locale: Locale): string {
  const digits = grouped().format(value);
  if (unit === undefined) return digits.replaceAll(',', '');
  const name = locale === 'en' && value === 1 ? (singulars(unit.en).at(-1) ?? unit.en) : unit[locale];
  return /^[가-힣%]|^\p{L}{1,2}$/u.test(name) ? digits + name : `${digits} ${name}`;
}

/** `30초 (±5)` */
export const solutionOf = ({ answer, tolerance = 0, unit }: Amount, locale: Locale): string =>
  formatNumber(answer, unit, locale) + (tolerance === 0 ? '' : ` (±${formatNumber(tolerance, undefined, locale)})`);
