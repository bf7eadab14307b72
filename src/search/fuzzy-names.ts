import Fuse from 'fuse.js';
import { slips } from '../language/distance.ts';
import { best, type Keyed, type Resemblance } from './resemblance.ts';

/** As many slips as a word may have at most. */
const SLIPS = 3;
/**
 * A word between ends, as long as the slips that it may have: Fuse.js looks for a part of a text, and what stands before
 * or behind that part is to count as well.
 */
const whole = (keys: string): string => '^'.repeat(SLIPS) + keys + '$'.repeat(SLIPS);

/** The largest share of a word with its ends that may be mistyped: what slips() allows at each length, and hardly more. */
const THRESHOLD = 0.18;
const OPTIONS = {
  ...{ isCaseSensitive: true, ignoreLocation: true, ignoreFieldNorm: true, includeScore: true },
  ...{ shouldSort: false, threshold: THRESHOLD },
};

const PAIR = 2;
/** How many pairs of neighbouring keys a slip can change: two keys that are swapped stand in three. */
const PAIRS_A_SLIP = 3;
/** How many of the names that share most pairs Fuse.js compares; it takes some microseconds for each. */
const COMPARED = 24;

/** Two neighbouring keys in the wrong order, which is one slip of the fingers and two errors to Fuse.js. */
function isSwapped(keys: string, name: string): boolean {
  if (keys.length !== name.length) return false;
  let at = 0;
  while (at < keys.length && keys[at] === name[at]) at++;
  return keys[at] === name[at + 1] && keys[at + 1] === name[at] && keys.slice(at + 2) === name.slice(at + 2);
}

function pairsIn(keys: string): Set<string> {
  const padded = `^${keys}`;
  return new Set(Array.from({ length: keys.length }, (_, at) => padded.slice(at, at + PAIR)));
}

/**
 * Finds names within a few slips of the finger, best first: Fuse.js over keystrokes. It would look at every name each
 * time, which takes ten times as long as all else; so it gets those alone that have most pairs of keys in common with
 * what was typed, and whose length differs by no more than the slips allowed.
 */
export function indexFuzzyNames(names: readonly Keyed[]): (keys: string, most: number) => Resemblance[] {
  const byPair = new Map<string, number[]>();
  for (const [name, { keys }] of names.entries())
    for (const pair of pairsIn(keys)) {
      const list = byPair.get(pair);
      if (list === undefined) byPair.set(pair, [name]);
      else list.push(name);
    }
  const lengths = Uint32Array.from(names, ({ keys }) => keys.length);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  /** How many pairs each name shares with what is looked up; all 0 in between. */
  const shared = new Uint16Array(names.length);

  /** The names that share most pairs with these keys. */
  function nearest(keys: string, limit: number): Keyed[] {
    const pairs = pairsIn(keys);
    const touched: number[] = [];
    for (const pair of pairs)
      for (const name of byPair.get(pair) ?? []) {
        if (Math.abs((lengths[name] ?? 0) - keys.length) > limit) continue;
        const count = shared[name] ?? 0;
        if (count === 0) touched.push(name);
        shared[name] = count + 1;
      }
    const counted = touched.map((name) => ({ name, count: shared[name] ?? 0 }));
    for (const name of touched) shared[name] = 0;
    return counted
      .filter(({ count }) => count >= pairs.size - PAIRS_A_SLIP * limit)
      .sort((a, b) => b.count - a.count || a.name - b.name)
      .slice(0, COMPARED)
      .flatMap(({ name }) => names[name] ?? []);
  }

  return (keys, most) => {
    const limit = slips(keys.length);
    if (limit === 0 || keys.length > longest + limit) return [];
    const near = nearest(keys, limit);
    if (near.length === 0) return [];
    const errors = near.map((name) => (isSwapped(keys, name.keys) ? 1 : limit + 1));
    const fuse = new Fuse(
      near.map((name) => whole(name.keys)),
      OPTIONS,
    );
    const typed = whole(keys);
    for (const { refIndex, score = 1 } of fuse.search(typed))
      errors[refIndex] = Math.min(errors[refIndex] ?? 0, Math.round(score * typed.length));
    const found = near.flatMap(({ doc, keys: own }, at) => {
      const count = errors[at] ?? 0;
      return count > limit ? [] : [{ doc, score: 1 - count / Math.max(keys.length, own.length) }];
    });
    return best(found, most);
  };
}
