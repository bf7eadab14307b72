import { type Open, walk } from './brackets.ts';

/** The lines of one document, and where the first of them stands in its file, from 1. */
export interface Chunk {
  texts: readonly string[];
  firstLine: number;
  /** It begins without the `---` that has to stand before it. */
  unseparated: boolean;
}

/** A line that keeps documents apart: three dashes, with nothing but a comment behind them (YAMLReader of apimachinery). */
const SEPARATOR = /^---\s*(?:#.*)?$/;

const isEmpty = (texts: readonly string[]): boolean => texts.every((text) => /^\s*(?:#.*)?$/.test(text));

/** The key of an object with which a line begins. */
export const topKey = (text: string): string | undefined => TOP.exec(text)?.[1];

const TOP = /^["']?(apiVersion|kind|metadata)["']?\s*:/;

/** Where a document begins another object without a separator: at the second `apiVersion` or `kind` that has the rest of an object behind it. */
function seams(texts: readonly string[]): number[] {
  const found: number[] = [];
  let seen = new Set<string>();
  for (const [at, text] of texts.entries()) {
    const key = topKey(text);
    if (key === undefined) continue;
    if (key !== 'metadata' && seen.has(key) && seen.has('apiVersion') && seen.has('kind') && beginsObject(texts, at)) {
      found.push(at);
      seen = new Set();
    }
    seen.add(key);
  }
  return found;
}

/** Both words of an object stand at the left edge here and a few lines further on. */
function beginsObject(texts: readonly string[], at: number): boolean {
  const near = texts.slice(at, at + 12).flatMap((text) => topKey(text) ?? []);
  return near.includes('apiVersion') && near.includes('kind');
}

/** Objects of JSON that follow one another without a separator, as kubectl takes them: where each begins. */
function jsonSeams(texts: readonly string[]): number[] {
  const found: number[] = [];
  let open: Open;
  let level = 0;
  for (const [at, text] of texts.entries()) {
    if (open === undefined) {
      if (!text.startsWith('{')) continue;
      if (at > 0) found.push(at);
    }
    const walked = walk(text, 0, open, level);
    ({ open, level } = walked);
  }
  return found;
}

const isJson = (texts: readonly string[]): boolean =>
  texts.find((text) => text.trim() !== '')?.startsWith('{') ?? false;

/** Splits a file into its documents, as kubectl does; what holds nothing but comments is none. */
export function split(texts: readonly string[]): Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0;
  for (let at = 0; at <= texts.length; at++) {
    const text = texts[at];
    if (text !== undefined && !SEPARATOR.test(text)) continue;
    const chunk = texts.slice(start, at);
    if (!isEmpty(chunk)) {
      const json = isJson(chunk);
      const starts = [0, ...(json ? jsonSeams(chunk) : seams(chunk))];
      for (const [index, from] of starts.entries())
        chunks.push({
          texts: chunk.slice(from, starts[index + 1]),
          firstLine: start + from + 1,
          unseparated: index > 0,
        });
    }
    start = at + 1;
  }
  return chunks;
}
