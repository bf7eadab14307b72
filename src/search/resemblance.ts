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

/** The best of each document, best first. */
export function best(found: Iterable<Resemblance>, most: number): Resemblance[] {
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

/** Finds how texts that begin so go on: their next `letters` letters, fewer where a text has no more. */
export function indexContinuations(
  texts: Iterable<string>,
  letters: number,
): (beginning: string) => ReadonlySet<string> {
  const sorted = Array.from(texts).sort();
  return (beginning) => {
    const found = new Set<string>();
    for (let i = placeIn(sorted, beginning, (text) => text); i < sorted.length; i++) {
      const text = sorted[i];
      if (!text?.startsWith(beginning)) break;
      if (text !== beginning) found.add(text.slice(beginning.length, beginning.length + letters));
    }
    return found;
  };
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
