/**
 * Gives what `take` took for a key to all players who ask for the same one within `lasts` milliseconds: a class looks all at once,
 * at thousands of answers.
 */
export function shareBriefly<T>(now: () => number, lasts: number): (key: string, take: () => Promise<T>) => Promise<T> {
  let last: { key: string; until: number; taken: Promise<T> } | undefined;
  return (key, take) => {
    const at = now();
    if (last?.key === key && at < last.until) return last.taken;
    const taken = take();
    last = { key, until: at + lasts, taken };
    // What failed is not shared.
    taken.catch(() => {
      last = undefined;
    });
    return taken;
  };
}
