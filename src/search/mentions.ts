import { isFunctionWord, joins } from '../language/function-words.ts';
import { forms } from '../language/word-forms.ts';
import type { Coverage } from './coverage.ts';
import type { Names } from './names.ts';

/** A name that stands in a question. */
export interface Mention {
  doc: number;
  /** Words `from` to before `to`. */
  from: number;
  to: number;
  /** How surely the words are that name; 1 where they are it exactly. */
  sure: number;
}

const covers = ({ from, to }: Mention, word: number): boolean => from <= word && word < to;

/** The longest name that begins with word `from`. */
function hitFrom(words: readonly string[], from: number, names: Names, but?: number): Mention | undefined {
  let longest: Mention | undefined;
  for (let to = from + 1; to <= words.length; to++) {
    const head = words.slice(from, to - 1);
    for (const form of forms(words[to - 1] ?? '')) {
      const exact = names.exact(head.join('') + form);
      const docs = exact.length > 0 || head.length === 0 ? exact : names.mixed([...head, form]);
      const doc = docs.find((one) => one !== but);
      if (doc === undefined) continue;
      longest = { doc, from, to, sure: 1 };
      break;
    }
    if (!names.begun(words.slice(from, to))) break;
  }
  return longest;
}

/** Names in the words, longest first from the left, but for those of the document `but`. */
export function findExactMentions(words: readonly string[], names: Names, but?: number): Mention[] {
  const hits: Mention[] = [];
  for (let from = 0; from < words.length; ) {
    const hit = hitFrom(words, from, names, but);
    if (hit) hits.push(hit);
    from = hit?.to ?? from + 1;
  }
  // 역할 is a name, but not in a question about another name's 역할.
  const telling = hits.filter(({ from, to }) => to - from > 1 || !isFunctionWord(words[from] ?? ''));
  return telling.length > 0 ? telling : hits;
}

function nearHit(word: string, at: number, names: Names): Mention | undefined {
  const near = forms(word).flatMap((form) => names.resembling(form, 1));
  const [best] = near.sort((a, b) => b.score - a.score);
  return best && { doc: best.doc, from: at, to: at + 1, sure: best.score };
}

/** Are the first two names set side by side: `clusterip하고 nodeport 중에`? */
export function areJoined(words: readonly string[], [first, second]: readonly Mention[]): boolean {
  if (!first || !second || first.doc === second.doc) return false;
  const between = words.slice(first.to - 1, second.from);
  return between.length <= 2 && between.some(joins);
}

/** Names in the words, in their order: exact ones, and near misses among words that mean nothing else. */
export function findMentions(words: readonly string[], names: Names, coverage: Coverage): Mention[] {
  const exact = findExactMentions(words, names);
  const near = words.flatMap((word, at) =>
    exact.some((hit) => covers(hit, at)) || isFunctionWord(word) || coverage.knows(word)
      ? []
      : (nearHit(word, at, names) ?? []),
  );
  return [...exact, ...near].sort((a, b) => a.from - b.from);
}
