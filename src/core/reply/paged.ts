/** A page of a list: the nearest there is to the `wanted` one, both from 1; `from`: how many items stand before it. */
export function paged<T>(
  all: readonly T[],
  wanted: number,
  size: number,
): { shown: readonly T[]; page: number; pages: number; from: number } {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(1, wanted), pages);
  const from = (page - 1) * size;
  return { shown: all.slice(from, from + size), page, pages, from };
}
