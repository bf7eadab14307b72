/** `make`, with what it made of an object kept for as long as the object is there. */
export function memoizePer<Of extends object, T>(make: (of: Of) => T): (of: Of) => T {
  const remembered = new WeakMap<Of, T>();
  return (of) => {
    const known = remembered.get(of);
    if (known !== undefined) return known;
    const made = make(of);
    remembered.set(of, made);
    return made;
  };
}

/** UTF-16 units of a text that comes again; a longer one was pasted, and would only fill the memory. */
const COMES_AGAIN = 4000;

/**
 * `make`, with what it made of up to `most` texts (two at least) kept: the same few texts come over and over. Of more texts
 * the older half is forgotten, but not those of it that have come again.
 */
export function memoize<T>(make: (text: string) => T, most: number): (text: string) => T {
  let newer = new Map<string, T>();
  let older: ReadonlyMap<string, T> = new Map();
  const keep = (text: string, made: T): T => {
    if (newer.size >= Math.max(1, Math.floor(most / 2))) [older, newer] = [newer, new Map()];
    newer.set(text, made);
    return made;
  };
  return (text) => {
    const known = newer.get(text);
    // Safe, here and below: what was made may itself be undefined.
    if (known !== undefined || newer.has(text)) return known as T;
    if (older.has(text)) return keep(text, older.get(text) as T);
    return text.length > COMES_AGAIN ? make(text) : keep(text, make(text));
  };
}

/** `make`, made when it is first asked for, and once; what only making needs is let go then. */
export function once<T>(make: () => T): () => T {
  let state: { make: () => T } | { value: T } = { make };
  return () => {
    if ('make' in state) state = { value: state.make() };
    return state.value;
  };
}
