import { distance, slips } from '../../language/distance.ts';

const tokensOf = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[-._]/)
    .filter((part) => part !== '');

/**
 * One name was meant for the other: a slip or two of the finger, or a word more or less (`blog`, `blog-svc`). Names that
 * differ by their numbers are different things.
 */
export function near(one: string, other: string): boolean {
  if (one === other || one.length > 100 || other.length > 100) return false;
  const digits = /\d+/g;
  if (one.replace(digits, '#') === other.replace(digits, '#')) return false;
  const limit = Math.max(1, slips(Math.max(one.length, other.length)));
  if (one.length > 2 && distance(one.toLowerCase(), other.toLowerCase(), limit) <= limit) return true;
  const [few = [], many = []] = [tokensOf(one), tokensOf(other)].sort((a, b) => a.length - b.length);
  return few.length > 0 && few.every((token) => many.includes(token));
}

/** Two names that begin with the same word: mysql-pvc, mysql-pv-claim. */
export const related = (one: string, other: string): boolean =>
  tokensOf(one)[0] === tokensOf(other)[0] && one !== other && one.replace(/\d+/g, '#') !== other.replace(/\d+/g, '#');
