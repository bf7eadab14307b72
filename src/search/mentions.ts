import { isFunctionWord, joins } from '../language/function-words.ts';
import { memoize } from '../language/memoize.ts';
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

/** What a word names by itself, a list a form of it, and whether a name of several words may begin with it. */
interface Start {
  named: readonly (readonly number[])[];
  begins: boolean;
}

const otherThan = (docs: readonly number[], but: number | undefined): number | undefined =>
  docs.find((doc) => doc !== but);

/** Finds names in words, longest first from the left, but for those of the document `but`. */
export type FindExact = (words: readonly string[], but?: number) => Mention[];

/** `most`: words that are remembered, since the same few come over and over. */
export function createExactMentions(names: Names, most: number): FindExact {
  const startOf = memoize(
    (word): Start => ({
      named: forms(word)
        .map((form) => names.exact(form))
        .filter((docs) => docs.length > 0),
      begins: names.begun([word]),
    }),
    most,
  );

  /** The longest name of several words that begins with word `from`. */
  function longestFrom(words: readonly string[], from: number, but: number | undefined): Mention | undefined {
    let longest: Mention | undefined;
    for (let to = from + 2; to <= words.length; to++) {
      const head = words.slice(from, to - 1);
      for (const form of forms(words[to - 1] ?? '')) {
        const exact = names.exact(head.join('') + form);
        const doc = otherThan(exact.length > 0 ? exact : names.mixed([...head, form]), but);
        if (doc === undefined) continue;
        longest = { doc, from, to, sure: 1 };
        break;
      }
      if (!names.begun(words.slice(from, to))) break;
    }
    return longest;
  }

  function mentionFrom(words: readonly string[], from: number, but: number | undefined): Mention | undefined {
    const { named, begins } = startOf(words[from] ?? '');
    const several = begins ? longestFrom(words, from, but) : undefined;
    if (several) return several;
    const doc = named.map((docs) => otherThan(docs, but)).find((one) => one !== undefined);
    return doc === undefined ? undefined : { doc, from, to: from + 1, sure: 1 };
  }

  return (words, but) => {
    const mentions: Mention[] = [];
    for (let from = 0; from < words.length; ) {
      const mention = mentionFrom(words, from, but);
      if (mention) mentions.push(mention);
      from = mention?.to ?? from + 1;
    }
    // 역할 is a name, but not in a question about another name's 역할.
    const telling = mentions.filter(({ from, to }) => to - from > 1 || !isFunctionWord(words[from] ?? ''));
    return telling.length > 0 ? telling : mentions;
  };
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
export function findMentions(
  words: readonly string[],
  { names, findExact, coverage }: { names: Names; findExact: FindExact; coverage: Coverage },
): Mention[] {
  const exact = findExact(words);
  const near = words.flatMap((word, at) =>
    exact.some((hit) => covers(hit, at)) || isFunctionWord(word) || coverage.knows(word)
      ? []
      : (nearHit(word, at, names) ?? []),
  );
  return [...exact, ...near].sort((a, b) => a.from - b.from);
}
