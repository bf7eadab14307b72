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

/** `make`, with what it made of up to `most` texts kept: the same few texts come over and over. */
export function memoize<T>(make: (text: string) => T, most: number): (text: string) => T {
  const remembered = new Map<string, T>();
  return (text) => {
    const known = remembered.get(text);
    // Safe: what was made may itself be undefined.
    if (known !== undefined || remembered.has(text)) return known as T;
    if (text.length > COMES_AGAIN) return make(text);
    const made = make(text);
    if (remembered.size >= most) remembered.clear();
    remembered.set(text, made);
    return made;
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
