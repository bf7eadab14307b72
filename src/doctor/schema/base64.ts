import { type Finding, finding } from '../finding.ts';
import type { Spot } from '../spot.ts';
import { text } from './text.ts';

/** Go's base64: letters, digits, + and /, whole groups of four; line ends between them are passed over. */
export const isBase64 = (value: string): boolean => {
  const letters = value.replace(/[\r\n]/g, '');
  return letters.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(letters);
};

/** A value that has to be base64 and is none. */
export const base64Finding = (spot: Spot, value: string): Finding | undefined =>
  isBase64(value)
    ? undefined
    : finding(
        'error',
        'not-base64',
        spot,
        text.both((t) => t.notBase64(spot.key)),
        null,
      );
