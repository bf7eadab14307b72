import type { Steps } from '../core/steps.ts';
import { memoize } from '../language/memoize.ts';
import { words as split } from '../language/normalize.ts';
import type { Document } from './document.ts';
import type { Feature, Readers, ReadFeatures } from './features.ts';
import { idfAmong } from './idf.ts';
import type { Kept } from './kept.ts';
import type { Sign } from './keys.ts';
import type { FindExact, Mention } from './mentions.ts';
import { joinWords, type PhraseWords } from './phrase-words.ts';
import { type Bearers, packBearers } from './postings.ts';
import { type MarkWords, namedIn, type Word } from './question.ts';
import { createSharedSets } from './shared-sets.ts';

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
}

/** Phrases and their words. */
export interface Phrases extends PhraseWords {
  phrases: readonly Phrase[];
}

/** What a word weighs: a name's, `share` of the whole name, any other, of which it is 0, as much as its rarest sign tells. */
export function weightOf(share: number, rarest: number, most: number): number {
  return share > 0 ? (NAMED * most) / share : rarest || most;
}

/** Of how many words the name is that a word is a part of; 0 where it is of none. */
export const wordsOf = (mention: Mention | undefined): number =>
  mention === undefined ? 0 : mention.to - mention.from;

/** What phrases are read with. */
export interface PhraseReaders {
  findExact: FindExact;
  markWords: MarkWords;
}

/** The phrases of one document, and how many words each has. */
export interface OwnPhrases {
  phrases: readonly (Pick<Phrase, 'named' | 'intents'> & { words: number })[];
  words: Bearers;
  /** By words, see wordsOf(). */
  marks: Float32Array;
}

/** Reads what people ask of documents, and what those and their parts are called. */
function createPhraseReader({ keys, read, findExact, markWords }: Readers & PhraseReaders) {
  // Each word of all phrases is looked at once.
  const plain = memoize((text) => keys.signsOf(read(text)), Number.POSITIVE_INFINITY);
  const share = createSharedSets<number>();
  const signsIn = (word: Word): readonly Sign[] =>
    word.mention === undefined && word.intent === undefined ? plain(word.text) : keys.signsOf(signsOf(word, read));

  return ({ kind, asks, title }: Document, doc: number): OwnPhrases => {
    const all = [...asks, title.ko, title.en]
      .map((text) => {
        const list = split(text);
        // A section's title is its own name, and may name a concept.
        return compared(markWords(list, findExact(list, kind === 'section' ? doc : undefined)));
      })
      .filter((words) => words.length >= LEAST);
    return {
      phrases: all.map((words) => ({ named: namedIn(words), intents: share(intentsIn(words)), words: words.length })),
      words: packBearers(all.flat().map(signsIn)),
      marks: Float32Array.from(all.flat(), ({ mention }) => wordsOf(mention)),
    };
  };
}

/** The phrases of all documents, read in steps of a document; `kept`: what was read before. */
export function* readPhrases(
  documents: readonly Document[],
  readers: Readers & PhraseReaders,
  kept: Kept<OwnPhrases>,
): Steps<Phrases> {
  const readOwn = createPhraseReader(readers);
  const parts: OwnPhrases[] = [];
  for (const [doc, document] of documents.entries()) {
    parts.push(kept(document, (own) => readOwn(own, doc)));
    yield;
  }
  const phrases = parts.flatMap((own, doc) =>
    own.phrases.map(({ named, intents }): Phrase => ({ doc, named, intents })),
  );
  const rarity = idfAmong(documents.length);
  const most = rarity(0);
  yield;
  const words = yield* joinWords({
    parts,
    sizes: Uint32Array.from(parts.flatMap((own) => own.phrases.map(({ words }) => words))),
    owners: Uint32Array.from(phrases, ({ doc }) => doc),
    keys: readers.keys,
    rarity,
    weigh: (share, rarest) => weightOf(share, rarest, most),
  });
  return { phrases, ...words };
}
