/** Rows a statement: below SQLite's 32,766 parameters, https://sqlite.org/limits.html */
const ROWS = 500;

export function* chunks<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += ROWS) yield all.slice(at, at + ROWS);
}
