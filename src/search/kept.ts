import type { Document } from './document.ts';

/** What was read of a document; where nothing was yet, `read` reads it now. */
export type Kept<T> = (document: Document, read: (document: Document) => T) => T;

/** Keeps what was read of documents for as long as they are there: the next index has most of them as well. */
export function keeping<T>(): Kept<T> {
  const known = new WeakMap<Document, { was: T }>();
  return (document, read) => {
    const one = known.get(document) ?? { was: read(document) };
    known.set(document, one);
    return one.was;
  };
}
