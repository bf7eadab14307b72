/** The same set for all that hold the same: of thousands of phrases most ask for, or do, one of a few things. */
export function createSharedSets<T extends string | number>(): (values: Iterable<T>) => ReadonlySet<T> {
  const known = new Map<string, ReadonlySet<T>>();
  return (values) => {
    const set = new Set(values);
    const key = Array.from(set).join(' ');
    const same = known.get(key) ?? set;
    known.set(key, same);
    return same;
  };
}
