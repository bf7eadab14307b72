import { distance, slips } from '../language/distance.ts';

/** A name by its keystrokes, and whose it is. */
export interface Keyed {
  keys: string;
  doc: number;
}

/** A document whose name resembles what was typed; `score` 0..1. */
export interface Resemblance {
  doc: number;
  score: number;
}

const GRAM = 2;
/** How many pairs a slip can change: two letters that are swapped stand in three. */
const PAIRS_A_SLIP = 3;
/** How many of the names that share most letter pairs are measured exactly. */
const MEASURED = 24;

function grams(keys: string): string[] {
  const found: string[] = [];
  const padded = `^${keys}`;
  for (let i = 0; i + GRAM <= padded.length; i++) found.push(padded.slice(i, i + GRAM));
  return found;
}

function best(found: Iterable<Resemblance>, most: number): Resemblance[] {
  const byDoc = new Map<number, Resemblance>();
  for (const one of found) {
    const other = byDoc.get(one.doc);
    if (other === undefined || one.score > other.score) byDoc.set(one.doc, one);
  }
  return Array.from(byDoc.values())
    .sort((a, b) => b.score - a.score || a.doc - b.doc)
    .slice(0, most);
}

/** The place of the first of the sorted texts that does not stand before `text`. */
function placeIn<T>(sorted: readonly T[], text: string, of: (one: T) => string): number {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >> 1;
    const one = sorted[middle];
    if (one !== undefined && of(one) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Says whether any of the texts begins so. */
export function indexPrefixes(texts: Iterable<string>): (prefix: string) => boolean {
  const sorted = Array.from(texts).sort();
  return (prefix) => sorted[placeIn(sorted, prefix, (text) => text)]?.startsWith(prefix) ?? false;
}

/** Finds names by how they begin, the shortest remainder first. */
export function indexBeginnings(names: readonly Keyed[]): (prefix: string, most: number) => Resemblance[] {
  const sorted = names.toSorted((a, b) => (a.keys < b.keys ? -1 : 1));
  return (prefix, most) => {
    if (prefix === '') return [];
    const found: Resemblance[] = [];
    for (let i = placeIn(sorted, prefix, ({ keys }) => keys); i < sorted.length; i++) {
      const name = sorted[i];
      if (name === undefined || !name.keys.startsWith(prefix)) break;
      found.push({ doc: name.doc, score: prefix.length / name.keys.length });
    }
    return best(found, most);
  };
}

/** Finds names within a few slips of the finger, best first. */
export function indexSlips(names: readonly Keyed[]): (keys: string, most: number) => Resemblance[] {
  const byGram = new Map<string, number[]>();
  names.forEach(({ keys }, name) => {
    for (const gram of new Set(grams(keys))) {
      const list = byGram.get(gram);
      if (list === undefined) byGram.set(gram, [name]);
      else list.push(name);
    }
  });
  const lengths = Uint32Array.from(names, ({ keys }) => keys.length);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  /** How many letter pairs each name shares with what is looked up; all 0 in between. */
  const shared = new Uint16Array(names.length);

  return (keys, most) => {
    const limit = slips(keys.length);
    if (limit === 0 || keys.length > longest + limit) return [];
    const pairs = new Set(grams(keys));
    const touched: number[] = [];
    for (const pair of pairs) {
      for (const name of byGram.get(pair) ?? []) {
        if (Math.abs((lengths[name] ?? 0) - keys.length) > limit) continue;
        const count = shared[name] ?? 0;
        if (count === 0) touched.push(name);
        shared[name] = count + 1;
      }
    }
    const counted = touched.map((name) => [name, shared[name] ?? 0] as const);
    for (const name of touched) shared[name] = 0;
    const closest = counted
      .filter(([, count]) => count >= pairs.size - PAIRS_A_SLIP * limit)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, MEASURED);
    const found: Resemblance[] = [];
    for (const [i] of closest) {
      const name = names[i];
      if (name === undefined) continue;
      const off = distance(keys, name.keys, limit);
      if (off <= limit) found.push({ doc: name.doc, score: 1 - off / Math.max(keys.length, name.keys.length) });
    }
    return best(found, most);
  };
}
