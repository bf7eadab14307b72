import { normalize } from '../language/normalize.ts';
import { type Amount, formatNumber } from './amounts.ts';
import type { FilledAnswer, Misfit } from './fields.ts';
import { text } from './text.ts';

/** `30초 ±5`, `1,000 (±0.5)`: a number with its unit behind it, and what it may be off. */
const WRITTEN =
  /^([-−]?(?:\d[\d,]*(?:\.\d+)?|\.\d+)) ?([\p{L}%°][^\d±()+]*?)? ?(?:\(?(?:±|\+\/?-) ?(\d+(?:\.\d+)?|\.\d+) ?\)?)?$/u;
/** More is no number, and is not looked through. */
const LONGEST = 60;

/** A number as an author writes it; undefined where a line is none. */
export function readNumber(line: string): { answer: number; unit?: string; tolerance?: number } | undefined {
  const written = normalize(line);
  const [, digits, unit, off] = written.length > LONGEST ? [] : (WRITTEN.exec(written) ?? []);
  if (digits === undefined) return undefined;
  return {
    answer: Number(digits.replaceAll(',', '').replace('−', '-')),
    ...(unit === undefined || unit.trim() === '' ? {} : { unit: unit.trim() }),
    ...(off === undefined ? {} : { tolerance: Number(off) }),
  };
}

/** The same written again. */
export const writeNumber = ({ answer, unit, tolerance }: Amount): string =>
  formatNumber(answer, unit, 'ko') + (tolerance === undefined ? '' : ` ±${tolerance}`);

/** The fields of a question whose answer is one number, which has no wrong answers; see Writing. */
export function readNumberFields({ right, wrong }: FilledAnswer): Readonly<Record<string, unknown>> | Misfit {
  if (wrong.length > 0) return { part: 'wrong', why: text.both(({ misfits }) => misfits.noWrong) };
  const [first, ...others] = right;
  if (first === undefined) return {};
  const found = others.length > 0 ? undefined : readNumber(first);
  return found ?? { part: 'right', why: text.both(({ misfits }) => misfits.noNumber) };
}
