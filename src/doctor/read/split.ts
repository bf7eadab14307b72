/** The lines of one document, and where the first of them stands in its file, from 1. */
export interface Chunk {
  texts: readonly string[];
  firstLine: number;
}

/** A line that keeps documents apart: three dashes, with nothing but a comment behind them (YAMLReader of apimachinery). */
const SEPARATOR = /^---\s*(?:#.*)?$/;

const isEmpty = (texts: readonly string[]): boolean => texts.every((text) => /^\s*(?:#.*)?$/.test(text));

/** Splits a file into its documents, as kubectl does; what holds nothing but comments is none. */
export function split(texts: readonly string[]): Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0;
  for (let at = 0; at <= texts.length; at++) {
    const text = texts[at];
    if (text !== undefined && !SEPARATOR.test(text)) continue;
    const chunk = texts.slice(start, at);
    if (!isEmpty(chunk)) chunks.push({ texts: chunk, firstLine: start + 1 });
    start = at + 1;
  }
  return chunks;
}
