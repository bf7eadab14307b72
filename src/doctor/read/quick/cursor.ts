/** Thrown, and caught by the quick reader alone, at what it leaves to a whole parser. */
export class Unsure extends Error {}

// One error for all: a stack, which the caller drops, would cost more than the reading.
const UNSURE = new Unsure();

export function unsure(): never {
  throw UNSURE;
}

/** A line of a document, as it is gone through: where its content begins, from 0. A dash moves that on. */
export interface Row {
  text: string;
  at: number;
}

/** Where reading has come to. */
export interface Cursor {
  rows: readonly Row[];
  /** The row that is read next. */
  row: number;
  firstLine: number;
}

/** The content of a row is a comment, or nothing. */
const isEmpty = ({ text, at }: Row): boolean => at >= text.length || text[at] === '#';

export function rowsOf(texts: readonly string[]): Row[] {
  return texts.map((text) => {
    let at = 0;
    while (text[at] === ' ') at++;
    const sign = text[at];
    // Any other white space is a matter of its own.
    if (sign !== undefined && sign !== '#' && text.charCodeAt(at) <= 32) unsure();
    return { text, at };
  });
}

/** The next row with content; undefined at the end. */
export function next(cursor: Cursor): Row | undefined {
  let row = cursor.rows[cursor.row];
  while (row !== undefined && isEmpty(row)) row = cursor.rows[++cursor.row];
  return row;
}

/** Nothing but a comment stands behind a value. */
export function endOfRow(text: string, at: number): void {
  let end = at;
  while (text[end] === ' ') end++;
  if (end < text.length && !(text[end] === '#' && end > at)) unsure();
}
