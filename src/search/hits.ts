import { compact } from '../text/fold.ts';
import { isFunctionWord, joins } from '../text/function-words.ts';
import { hasHangul } from '../text/hangul.ts';
import { nouns, singulars } from '../text/particles.ts';
import type { Coverage } from './coverage.ts';
import type { Names } from './names.ts';

/** A name that stands in a question. */
export interface Hit {
  doc: number;
  /** Words `from` to before `to`. */
  from: number;
  to: number;
  /** How surely the words are that name; 1 where they are it exactly. */
  sure: number;
}

export const covers = ({ from, to }: Hit, word: number): boolean => from <= word && word < to;

/** What a word is without particles or plural, the word itself first. */
export const forms = (word: string): string[] => (hasHangul(word) ? nouns(word) : singulars(word));

function hitFrom(words: readonly string[], from: number, names: Names): Hit | undefined {
  for (let to = Math.min(words.length, from + names.longest); to > from; to--) {
    const head = words.slice(from, to - 1);
    for (const form of forms(words[to - 1] ?? '')) {
      const exact = names.exact(compact(head.join('') + form));
      const [doc] = exact.length > 0 || head.length === 0 ? exact : names.mixed([...head, form]);
      if (doc !== undefined) return { doc, from, to, sure: 1 };
    }
  }
  return undefined;
}

/** Names in the words, longest first from the left. */
function exactHits(words: readonly string[], names: Names): Hit[] {
  const hits: Hit[] = [];
  for (let from = 0; from < words.length; ) {
    const hit = hitFrom(words, from, names);
    if (hit) hits.push(hit);
    from = hit?.to ?? from + 1;
  }
  // 역할 is a name, but not in a question about another name's 역할.
  const telling = hits.filter(({ from, to }) => to - from > 1 || !isFunctionWord(words[from] ?? ''));
  return telling.length > 0 ? telling : hits;
}

function nearHit(word: string, at: number, names: Names): Hit | undefined {
  const near = forms(word).flatMap((form) => names.resembling(form, 1));
  const [best] = near.sort((a, b) => b.score - a.score);
  return best && { doc: best.doc, from: at, to: at + 1, sure: best.score };
}

/** Are the first two names set side by side: `clusterip하고 nodeport 중에`? */
export function joined(words: readonly string[], [first, second]: readonly Hit[]): boolean {
  if (!first || !second || first.doc === second.doc) return false;
  const between = words.slice(first.to - 1, second.from);
  return between.length <= 2 && between.some(joins);
}

/** Names in the words, in their order: exact ones, and near misses among words that mean nothing else. */
export function hitsOf(words: readonly string[], names: Names, coverage: Coverage): Hit[] {
  const exact = exactHits(words, names);
  const near = words.flatMap((word, at) =>
    exact.some((hit) => covers(hit, at)) || isFunctionWord(word) || coverage.knows(word)
      ? []
      : (nearHit(word, at, names) ?? []),
  );
  return [...exact, ...near].sort((a, b) => a.from - b.from);
}
