import type { Steps } from '../core/steps.ts';
import type { Document } from './document.ts';
import { isYaml } from './machine-text.ts';
import { asMessage, compilePattern, type Pattern } from './message-patterns.ts';

/** A sign that was found in a text. */
export interface SignHit {
  doc: number;
  /** Its place among the document's signs. */
  sign: number;
  /** Which of its patterns it is: that of the weight. */
  said: number;
  /** It only shows that something is wrong. */
  general: boolean;
  /** It shows that all is well. */
  healthy: boolean;
  /** How much the text says of it: the letters of the longest pattern that is in it. */
  weight: number;
  /** The line that says so, from 0. */
  line: number;
}

interface Entry extends Pick<SignHit, 'doc' | 'sign' | 'said' | 'general' | 'healthy'> {
  pattern: Pattern;
}

/** What tells most comes first: a cause before what only shows that something is wrong, and that all is well last; then what says more. */
export const byTelling = (a: SignHit, b: SignHit): number =>
  Number(a.healthy) - Number(b.healthy) ||
  Number(a.general) - Number(b.general) ||
  b.weight - a.weight ||
  a.line - b.line;

/** Letters of a message that is quoted at length; what is quoted in pieces never is. */
export const AT_LENGTH = 36;
/** Words of a message that people quote at least, and letters that say something. */
const QUOTED = { words: 3, letters: 12, weight: 18 } as const;
/** A piece that more signs share says nothing of any. */
const SHARED = 5;

/** All pieces of a text of three words each; what dots join, `rbac.authorization.k8s.io`, is one. */
function piecesOf(text: string): string[] {
  const words = text.match(/[a-z0-9$'_/-]+(?:\.[a-z0-9$'_/-]+)*/g) ?? [];
  return words
    .map((_, i) => words.slice(i, i + QUOTED.words))
    .filter((piece) => piece.length === QUOTED.words && piece.join('').length >= QUOTED.letters)
    .map((piece) => piece.join(' '));
}

/** Finds the signs of all documents in the lines of a text, the most telling first. Made in steps of a document. */
export function* indexSigns(documents: readonly Document[]): Steps<(lines: readonly string[]) => SignHit[]> {
  const byAnchor = new Map<string, Entry[]>();
  const anywhere: Entry[] = [];
  const byPiece = new Map<string, Entry[]>();
  for (const [doc, { signs }] of documents.entries()) {
    for (const [sign, { says, general, healthy }] of signs.entries())
      for (const [said, text] of says.entries()) {
        const pattern = compilePattern(text);
        const entry = { doc, sign, said, general: general || healthy, healthy, pattern };
        const list = pattern.anchor === undefined ? anywhere : (byAnchor.get(pattern.anchor) ?? []);
        list.push(entry);
        if (pattern.anchor !== undefined) byAnchor.set(pattern.anchor, list);
        // What a table's headings say together is no quote.
        const quotable = healthy || text.includes(' | ') ? [] : asMessage(text).split(/[*#]/);
        for (const piece of quotable.flatMap(piecesOf)) {
          const having = byPiece.get(piece) ?? [];
          const last = having.at(-1);
          // A sign's texts come one after another.
          if (last?.doc !== doc || last.sign !== sign) having.push(entry);
          byPiece.set(piece, having);
        }
      }
    yield;
  }

  /** What people quote of a message, where no pattern is whole: the sign that has most of its pieces. */
  function byPieces(lines: readonly string[]): SignHit[] {
    const found = new Map<string, SignHit>();
    for (const [line, text] of lines.entries())
      for (const piece of new Set(piecesOf(asMessage(text)))) {
        const having = byPiece.get(piece);
        if (having === undefined || having.length > SHARED) continue;
        const some = having.filter(({ general }) => general).length;
        // Messages of several causes begin with what only shows that something is wrong, so it tells of none of them.
        if (some > 0 && some < having.length) continue;
        for (const { doc, sign, said } of having) {
          const key = `${doc} ${sign}`;
          const known = found.get(key);
          const weight = (known?.weight ?? 0) + piece.length;
          found.set(key, { doc, sign, said: known?.said ?? said, general: false, healthy: false, weight, line });
        }
      }
    return Array.from(found.values())
      .filter(({ weight }) => weight >= QUOTED.weight)
      .sort(byTelling)
      .map((hit) => ({ ...hit, weight: Math.min(hit.weight, AT_LENGTH - 1) }));
  }

  return (lines) => {
    const found = new Map<string, SignHit>();
    for (const [line, text] of lines.entries()) {
      const message = asMessage(text);
      const words = new Set(message.match(/[a-z0-9]+/g));
      for (const list of [anywhere, ...Array.from(words, (word) => byAnchor.get(word) ?? [])])
        for (const { doc, sign, said, general, healthy, pattern } of list) {
          const key = `${doc} ${sign}`;
          const known = found.get(key);
          if ((known?.weight ?? 0) >= pattern.weight || !pattern.isIn(message)) continue;
          found.set(key, { doc, sign, said, general, healthy, weight: pattern.weight, line: known?.line ?? line });
        }
    }
    const all = Array.from(found.values()).sort(byTelling);
    // That some is well tells nothing beside what is not.
    const whole = all[0]?.healthy ? all : all.filter(({ healthy }) => !healthy);
    // A manifest quotes no message.
    const isTold = (whole[0] && !whole[0].general) || isYaml(lines);
    const pieces = byPieces(lines)
      .slice(0, 1)
      // Of a sign that is whole in it as well, the pattern that is whole.
      .map((hit) => ({ ...hit, said: found.get(`${hit.doc} ${hit.sign}`)?.said ?? hit.said }));
    return isTold ? whole : [...pieces, ...whole];
  };
}
