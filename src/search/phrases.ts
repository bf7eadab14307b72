import type { Steps } from '../core/steps.ts';
import { words as split } from '../language/normalize.ts';
import type { Document } from './document.ts';
import type { Feature, ReadFeatures } from './features.ts';
import { idfAmong } from './idf.ts';
import type { FindExact, Mention } from './mentions.ts';
import { createPostings, type Postings, type Sign } from './postings.ts';
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
export function compared(words: readonly Word[]): Word[] {
  const named = new Set<number>();
  return words.filter(({ tells, intent, mention }, at) => {
    // A name of several words is as many; what is named again, pod pod, says nothing more.
    const isAgain = mention !== undefined && named.has(mention.doc) && words[at - 1]?.mention !== mention;
    if (mention !== undefined) named.add(mention.doc);
    return !isAgain && (tells || intent !== undefined);
  });
}

export const intentsIn = (words: readonly Word[]): Set<number> => new Set(words.flatMap(({ intent }) => intent ?? []));

/** One phrase: whose it is, and what it names and asks for. */
export interface Phrase {
  doc: number;
  named: readonly number[];
  intents: ReadonlySet<number>;
  /** What its words weigh together. */
  weight: number;
}

/** Phrases, and their words numbered through all of them. */
export interface Phrases {
  phrases: readonly Phrase[];
  postings: Postings;
  /** By signs: how much knowing it tells. */
  rarities: Float64Array;
  /** Word -> its phrase. */
  phraseOf: Uint32Array;
  weights: Float64Array;
}

/** What a word weighs: a name its part of the whole name, any other as much as its rarest sign tells. */
export function weightOf(mention: Mention | undefined, rarities: readonly number[], most: number): number {
  if (mention !== undefined) return (NAMED * most) / (mention.to - mention.from);
  return Math.max(0, ...rarities) || most;
}

/** What phrases are read with. */
export interface PhraseReaders {
  findExact: FindExact;
  markWords: MarkWords;
  /** The features of a word. */
  read: ReadFeatures;
}

/** What people ask of documents, and what those and their parts are called; read in steps of a document. */
export function* readPhrases(
  documents: readonly Document[],
  { findExact, markWords, read }: PhraseReaders,
): Steps<Phrases> {
  const phrases: Phrase[] = [];
  const builder = createPostings();
  // Each word of all phrases is looked at once.
  const plain = new Map<string, readonly Sign[]>();
  const signsIn = (word: Word): readonly Sign[] => {
    const isPlain = word.mention === undefined && word.intent === undefined;
    const known = isPlain ? plain.get(word.text) : undefined;
    if (known) return known;
    const signs = builder.signsOf(signsOf(word, read));
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
        builder.put(signs, doc);
        phraseOf.push(phrases.length);
        all.push({ mention: word.mention, signs });
      }
      phrases.push({ doc, named: namedIn(words), intents: intentsIn(words), weight: 0 });
    }
    yield;
  }
  const postings = builder.build();
  yield;
  const rarity = idfAmong(documents.length);
  const rarities = Float64Array.from(postings.owners, (having) => rarity(having));
  const most = rarity(0);
  const weights = Float64Array.from(all, ({ mention, signs }) =>
    weightOf(
      mention,
      signs.map(({ sign }) => rarities[sign] ?? 0),
      most,
    ),
  );
  for (const [word, phrase] of phraseOf.entries()) {
    const own = phrases[phrase];
    if (own) own.weight += weights[word] ?? 0;
  }
  return { phrases, postings, rarities, phraseOf: Uint32Array.from(phraseOf), weights };
}
