import { memoize } from '../language/memoize.ts';
import type { Search } from './search.ts';

const REMEMBERED = 5000;
/** Longer questions are one person's own. */
const SHORT = 100;

/** The same search that remembers: a class asks the same again and again, and types it letter by letter. */
export function cached(search: Search): Search {
  const found = memoize(search, REMEMBERED);
  const completions = new Map<number, (partial: string) => ReturnType<Search['complete']>>();
  const completing = (most: number) => {
    const known = completions.get(most) ?? memoize((partial: string) => search.complete(partial, most), REMEMBERED);
    completions.set(most, known);
    return known;
  };
  return Object.assign((query: string) => (query.length > SHORT ? search : found)(query), {
    prepare: search.prepare,
    complete: (partial: string, most: number) =>
      partial.length > SHORT ? search.complete(partial, most) : completing(most)(partial),
  });
}
