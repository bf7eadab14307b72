/**
 * Fewest insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b` (optimal string
 * alignment), or `limit + 1` as soon as it is sure to be more than `limit`. Works on UTF-16 units.
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const never = limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    // Further from the diagonal it would take more than `limit` insertions or deletions.
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    const row = new Array<number>(b.length + 1).fill(never);
    row[0] = i;
    let best = i;
    for (let j = from; j <= to; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row[j] = cost;
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

/** How many slips of the finger a word of `length` keystrokes is forgiven: 0 below 4, 1 below 7, 2 below 11, then 3. */
export const slips = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : length < 11 ? 2 : 3);
