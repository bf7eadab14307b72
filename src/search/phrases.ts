import { words as split } from '../language/normalize.ts';
import type { Document } from './document.ts';
import { type Feature, features } from './features.ts';
import { idfAmong } from './idf.ts';
import { findExactMentions } from './mentions.ts';
import type { Names } from './names.ts';
import { markWords, namedIn, type Word } from './question.ts';

/** How surely two words that ask for the same aspect mean the same, where they are more than that. */
const SAME_ASPECT = 0.8;
/** What a name weighs, as a share of a word that no document has: what a question is about counts, however common. */
const NAMED = 0.6;
/** Fewer words are a name, or nothing that could be compared. */
export const LEAST = 2;

/** What a word means, what it asks for and what it names. */
export function signsOf({ text, mention, tells, intent }: Word): readonly Feature[] {
  if (mention === undefined && intent === undefined) return features(text);
  const signs = tells ? [...features(text)] : [];
  if (intent !== undefined) signs.push({ key: `?${intent}`, trust: tells ? SAME_ASPECT : 1 });
  if (mention !== undefined) signs.push({ key: `#${mention.doc}`, trust: mention.sure });
  return signs;
}

/** The words that are compared: those that tell and those that ask for an aspect. */
export const compared = (words: readonly Word[]): Word[] =>
  words.filter(({ tells, intent }) => tells || intent !== undefined);

export const aspectsIn = (words: readonly Word[]): Set<number> => new Set(words.flatMap(({ intent }) => intent ?? []));

/** One phrase: whose it is, and what it names and asks for. */
export interface Phrase {
  doc: number;
  named: readonly number[];
  aspects: ReadonlySet<number>;
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
export function weightOf(
  { mention }: Word,
  signs: readonly Feature[],
  postings: Phrases['postings'],
  most: number,
): number {
  if (mention !== undefined) return (NAMED * most) / (mention.to - mention.from);
  const weight = signs.reduce((rarest, { key }) => Math.max(rarest, postings.get(key)?.rarity ?? 0), 0);
  return weight === 0 ? most : weight;
}

/** What people ask of documents, and what those and their parts are called. */
export function readPhrases(documents: readonly Document[], names: Names): Phrases {
  const phrases: Phrase[] = [];
  const postings = new Map<string, Posting>();
  const all: { word: Word; signs: readonly Feature[]; phrase: Phrase; at: number }[] = [];
  for (const [doc, { kind, asks, title }] of documents.entries()) {
    for (const text of [...asks, title.ko, title.en]) {
      const list = split(text);
      // A section's title is its own name, and may name a concept.
      const words = compared(markWords(list, findExactMentions(list, names, kind === 'section' ? doc : undefined)));
      if (words.length < LEAST) continue;
      const phrase = { doc, named: namedIn(words), aspects: aspectsIn(words), weight: 0 };
      for (const word of words) {
        const signs = signsOf(word);
        for (const { key, trust } of signs) {
          const known = postings.get(key);
          const posting = known ?? { words: [], trust: [], docs: 0, last: -1, rarity: 0 };
          if (known === undefined) postings.set(key, posting);
          posting.words.push(all.length);
          posting.trust.push(trust);
          if (posting.last !== doc) posting.docs++;
          posting.last = doc;
        }
        all.push({ word, signs, phrase, at: phrases.length });
      }
      phrases.push(phrase);
    }
  }
  const rarity = idfAmong(documents.length);
  for (const posting of postings.values()) posting.rarity = rarity(posting.docs);
  const weights = Float64Array.from(all, ({ word, signs }) => weightOf(word, signs, postings, rarity(0)));
  for (const [i, { phrase }] of all.entries()) phrase.weight += weights[i] ?? 0;
  return {
    phrases,
    postings,
    phraseOf: Uint32Array.from(all, ({ at }) => at),
    weights,
  };
}
