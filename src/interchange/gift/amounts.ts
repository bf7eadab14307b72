import type { Amount } from '../../questions/exchange.ts';
import { text as words } from '../text.ts';
import { unescaped } from './blocks.ts';
import type { Part, Reading } from './parts.ts';

const NUMBER = /^[-+]?(?:\d{1,30}(?:\.\d{0,30})?|\.\d{1,30})(?:e[-+]?\d{1,3})?$/i;

function numberOf(text: string): number | undefined {
  const digits = text.trim();
  return NUMBER.test(digits) ? Number(digits) : undefined;
}

/** Without what binary fractions add: 3.142 - 3.1415 is 0.0005. */
const rounded = (value: number): number => Number(value.toPrecision(12));

/** `1822`, `1822:5` (more or less), `1820..1830`; undefined for anything else. */
function amountOf(text: string): Amount | undefined {
  const dots = text.indexOf('..');
  const [low, high] = dots < 0 ? [] : [numberOf(text.slice(0, dots)), numberOf(text.slice(dots + 2))];
  if (low !== undefined && high !== undefined && low <= high)
    return { value: rounded((low + high) / 2), tolerance: rounded((high - low) / 2) };
  const colon = text.indexOf(':');
  const value = numberOf(colon < 0 ? text : text.slice(0, colon));
  const tolerance = colon < 0 ? 0 : numberOf(text.slice(colon + 1));
  return value === undefined || tolerance === undefined || tolerance < 0 ? undefined : { value, tolerance };
}

const holds = (outer: Amount, inner: Amount): boolean =>
  outer.value - outer.tolerance <= inner.value - inner.tolerance &&
  outer.value + outer.tolerance >= inner.value + inner.tolerance;

/** Amounts of which none lies within another one. */
const widest = (amounts: readonly Amount[]): Amount[] =>
  amounts.filter(
    (one, i) => !amounts.some((other, at) => at !== i && holds(other, one) && (!holds(one, other) || at < i)),
  );

/** Answers that are read: more of them, each held against the others, nobody writes. */
const MOST = 100;

/** The numbers that give full marks. */
export function readAmounts(parts: readonly Part[], { lost }: Reading): Amount[] {
  const amounts = parts.slice(0, MOST).flatMap((part): Amount[] => {
    const text = unescaped(part.text);
    const amount = amountOf(text);
    if (part.mark === '~' || text === '*') {
      if (part.feedback !== undefined)
        lost(
          part.line,
          words.both(({ catchAll }) => catchAll),
        );
      return [];
    }
    if (!amount) {
      lost(
        part.line,
        words.both(({ noNumber }) => noNumber(text)),
      );
      return [];
    }
    const { weight = 100 } = part;
    if (weight >= 100) return [amount];
    if (weight > 0)
      lost(
        part.line,
        words.both(({ partMarks }) => partMarks(text, weight)),
      );
    return [];
  });
  return widest(amounts);
}
