import type { Value } from '../node.ts';

const TRUE = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']);
const FALSE = new Set(['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF']);
const NULL = new Set(['', '~', 'null', 'Null', 'NULL']);
const INFINITE = /^([-+]?)\.(?:inf|Inf|INF)$/;

/** Whole numbers with the prefixes that Go knows: 0x, 0b, 0o, and a 0 alone for octal. */
function wholeNumber(text: string): number | undefined {
  const [, sign, digits = ''] = /^([-+]?)(.*)$/.exec(text) ?? [];
  const plain = /^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits;
  if (!/^(?:0|[1-9]\d*|0[xX][\da-fA-F]+|0[bB][01]+|0[oO][0-7]+)$/.test(plain)) return undefined;
  return sign === '-' ? -Number(plain) : Number(plain);
}

/**
 * A plain value as kubectl's YAML reads it (go-yaml v2, which sigs.k8s.io/yaml stands on): of YAML 1.1 it has yes, no,
 * on and off, 0644 as octal and 1_000, but neither numbers to the base of 60 nor dates, which stay text.
 */
export function resolve(source: string): Value {
  if (TRUE.has(source)) return true;
  if (FALSE.has(source)) return false;
  if (NULL.has(source)) return null;
  const infinite = INFINITE.exec(source);
  if (infinite) return infinite[1] === '-' ? -Infinity : Infinity;
  if (/^\.(?:nan|NaN|NAN)$/.test(source)) return Number.NaN;
  if (!/^[-+.\d]/.test(source)) return source;
  // A fraction that begins with its point may have no underscores.
  const plain = source.startsWith('.') ? source : source.replaceAll('_', '');
  const whole = wholeNumber(plain);
  if (whole !== undefined) return whole;
  return /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(plain) ? Number(plain) : source;
}

/** A key as it is named in JSON: `8080`, `true` for yes; undefined where kubectl refuses it. */
export function keyOf(source: string): string | undefined {
  const value = resolve(source);
  if (value === null) return undefined;
  return typeof value === 'string' ? source : String(value);
}
