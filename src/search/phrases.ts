import { words as split } from '../language/normalize.ts';
import type { Document } from './document.ts';
import type { Feature, ReadFeatures } from './features.ts';
import { idfAmong } from './idf.ts';
import type { FindExact, Mention } from './mentions.ts';
import { type MarkWords, namedIn, type Word } from './question.ts';

/** How surely two words that ask for the same aspect mean the same, where they are more than that. */
const SAME_ASPECT = 0.8;
/** What a name weighs, as a share of a word that no document has: what a question is about counts, however common. */
const NAMED = 0.6;
/** Fewer words are a name, or nothing that could be compared. */
export const LEAST = 2;

/** What a word means, what it asks for and what it names. */
export function signsOf({ text, mention, tells, intent }: Word, read: ReadFeatures): readonly Feature[] {
  if (mention === undefined && intent === undefined) return read(text);
  const signs = tells ? [...read(text)] : [];
  if (intent !== undefined) signs.push({ key: `?${intent}`, trust: tells ? SAME_ASPECT : 1 });
  if (mention !== undefined) signs.push({ key: `#${mention.doc}`, trust: mention.sure });
  return signs;
}

/** The words that are compared: those that tell and those that ask for an aspect. */
export const compared = (words: readonly Word[]): Word[] =>
  words.filter(({ tells, intent }) => tells || intent !== undefined);

export const intentsIn = (words: readonly Word[]): Set<number> => new Set(words.flatMap(({ intent }) => intent ?? []));

/** One phrase: whose it is, and what it names and asks for. */
export interface Phrase {
  doc: number;
  named: readonly number[];
  intents: ReadonlySet<number>;
  /** What its words weigh together. */
  weight: number;
}

/** The words that have a sign, and how surely each has it. */
interface Posting {
  words: number[];
  trust: number[];
  /** How many documents have such a word, and the last of them. */
  docs: number;
  last: number;
  rarity: number;
}

/** Phrases, and their words numbered through all of them. */
export interface Phrases {
  phrases: readonly Phrase[];
  postings: ReadonlyMap<string, Posting>;
  /** Word -> its phrase. */
  phraseOf: Uint32Array;
  weights: Float64Array;
}

/** What a word weighs: a name its part of the whole name, any other as much as its rarest sign tells. */
export function weightOf(mention: Mention | undefined, rarities: readonly number[], most: number): number {
  if (mention !== undefined) return (NAMED * most) / (mention.to - mention.from);
  return Math.max(0, ...rarities) || most;
}

/** A posting that a word stands in, and how surely it has its sign. */
interface Sign {
  posting: Posting;
  trust: number;
}

/** What phrases are read with. */
export interface PhraseReaders {
  findExact: FindExact;
  markWords: MarkWords;
  /** The features of a word. */
  read: ReadFeatures;
}

/** What people ask of documents, and what those and their parts are called. */
export function readPhrases(documents: readonly Document[], { findExact, markWords, read }: PhraseReaders): Phrases {
  const phrases: Phrase[] = [];
  const postings = new Map<string, Posting>();
  const signIn = ({ key, trust }: Feature): Sign => {
    const known = postings.get(key);
    const posting = known ?? { words: [], trust: [], docs: 0, last: -1, rarity: 0 };
    if (known === undefined) postings.set(key, posting);
    return { posting, trust };
  };
  // Each word of all phrases is looked at once.
  const plain = new Map<string, readonly Sign[]>();
  const signsIn = (word: Word): readonly Sign[] => {
    const isPlain = word.mention === undefined && word.intent === undefined;
    const known = isPlain ? plain.get(word.text) : undefined;
    if (known) return known;
    const signs = signsOf(word, read).map(signIn);
    if (isPlain) plain.set(word.text, signs);
    return signs;
  };
  const all: { mention: Mention | undefined; signs: readonly Sign[] }[] = [];
  const phraseOf: number[] = [];
  for (const [doc, { kind, asks, title }] of documents.entries()) {
    for (const text of [...asks, title.ko, title.en]) {
      const list = split(text);
      // A section's title is its own name, and may name a concept.
      const words = compared(markWords(list, findExact(list, kind === 'section' ? doc : undefined)));
      if (words.length < LEAST) continue;
      for (const word of words) {
        const signs = signsIn(word);
        for (const { posting, trust } of signs) {
          posting.words.push(all.length);
          posting.trust.push(trust);
          if (posting.last !== doc) posting.docs++;
          posting.last = doc;
        }
        phraseOf.push(phrases.length);
        all.push({ mention: word.mention, signs });
      }
      phrases.push({ doc, named: namedIn(words), intents: intentsIn(words), weight: 0 });
    }
  }
  const rarity = idfAmong(documents.length);
  for (const posting of postings.values()) posting.rarity = rarity(posting.docs);
  const most = rarity(0);
  const weights = Float64Array.from(all, ({ mention, signs }) =>
    weightOf(
      mention,
      signs.map(({ posting }) => posting.rarity),
      most,
    ),
  );
  for (const [word, phrase] of phraseOf.entries()) {
    const own = phrases[phrase];
    if (own) own.weight += weights[word] ?? 0;
  }
  return { phrases, postings, phraseOf: Uint32Array.from(phraseOf), weights };
}
