import type { Document } from './document.ts';
import { asMessage, compilePattern, type Pattern } from './message-patterns.ts';

/** A sign that was found in a text. */
export interface SignHit {
  doc: number;
  /** Its place among the document's signs. */
  sign: number;
  /** It only shows that something is wrong. */
  general: boolean;
  /** How much the text says of it: the letters of the longest pattern that is in it. */
  weight: number;
  /** The line that says so, from 0. */
  line: number;
}

interface Entry extends Pick<SignHit, 'doc' | 'sign' | 'general'> {
  pattern: Pattern;
}

/** What tells most comes first: a cause before what only shows that something is wrong, then what says more. */
export const byTelling = (a: SignHit, b: SignHit): number =>
  Number(a.general) - Number(b.general) || b.weight - a.weight || a.line - b.line;

/** Finds the signs of all documents in the lines of a text, the most telling first. */
export function indexSigns(documents: readonly Document[]): (lines: readonly string[]) => SignHit[] {
  const byAnchor = new Map<string, Entry[]>();
  const anywhere: Entry[] = [];
  for (const [doc, { signs }] of documents.entries())
    for (const [sign, { says, general }] of signs.entries())
      for (const text of says) {
        const pattern = compilePattern(text);
        const list = pattern.anchor === undefined ? anywhere : (byAnchor.get(pattern.anchor) ?? []);
        list.push({ doc, sign, general, pattern });
        if (pattern.anchor !== undefined) byAnchor.set(pattern.anchor, list);
      }
  return (lines) => {
    const found = new Map<string, SignHit>();
    for (const [line, text] of lines.entries()) {
      const message = asMessage(text);
      const words = new Set(message.match(/[a-z0-9]+/g));
      for (const list of [anywhere, ...Array.from(words, (word) => byAnchor.get(word) ?? [])])
        for (const { doc, sign, general, pattern } of list) {
          const key = `${doc} ${sign}`;
          const known = found.get(key);
          if ((known?.weight ?? 0) >= pattern.weight || !pattern.isIn(message)) continue;
          found.set(key, { doc, sign, general, weight: pattern.weight, line: known?.line ?? line });
        }
    }
    return Array.from(found.values()).sort(byTelling);
  };
}
