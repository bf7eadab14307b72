/**
 * Puts a merged list in order (strategicpatch, `normalizeElementOrder`): what the patch names in the patch's order, what
 * only the server had in the server's. Where one of the first is new, it comes before those.
 */
export function inOrder(
  merged: readonly unknown[],
  wanted: readonly unknown[],
  before: readonly unknown[],
  idOf: (one: unknown) => unknown,
): unknown[] {
  const [inPatch, onServer] = [placesOf(wanted, idOf), placesOf(before, idOf)];
  const placeIn = (places: ReadonlyMap<unknown, number>, one: unknown): number =>
    one === undefined ? -1 : (places.get(idOf(one)) ?? -1);
  const named = merged
    .filter((one) => inPatch.has(idOf(one)))
    .toSorted((one, other) => placeIn(inPatch, one) - placeIn(inPatch, other));
  const others = merged
    .filter((one) => !inPatch.has(idOf(one)))
    .toSorted((one, other) => placeIn(onServer, one) - placeIn(onServer, other));
  const all: unknown[] = [];
  let [i, j] = [0, 0];
  while (i < others.length || j < named.length) {
    const [left, right] = [placeIn(onServer, others[i]), placeIn(onServer, named[j])];
    if (j >= named.length || (i < others.length && left >= 0 && right >= 0 && left < right)) all.push(others[i++]);
    else all.push(named[j++]);
  }
  return all;
}

/** First places: a list with the same key twice is refused later. */
export function placesOf(list: readonly unknown[], idOf: (one: unknown) => unknown): Map<unknown, number> {
  const places = new Map<unknown, number>();
  for (const [place, one] of list.entries()) if (!places.has(idOf(one))) places.set(idOf(one), place);
  return places;
}
