import type { Steps } from '../core/steps.ts';
import { isFunctionWord, looksLikeVerb } from '../language/function-words.ts';
import { words } from '../language/normalize.ts';
import type { Document } from './document.ts';
import { type Feature, type Readers, type ReadFeatures, SAME_BEGINNING } from './features.ts';
import { idfAmong } from './idf.ts';

/** How surely a document is about a word, by where the word stands in it. */
const IN = { name: 0.9, ask: 0.6, definition: 0.5, body: 0.25 } as const;

/** One word of a question against every document. */
interface WordMatch {
  /** What it weighs in the question: how much knowing it would tell; most for a word that no document has. */
  weight: number;
  /** Is it a word (or a beginning, or a meaning) of any document at all? */
  known: boolean;
  /** Document -> share of `weight` that the document accounts for. */
  found: ReadonlyMap<number, number>;
}

export interface Coverage {
  match(word: string): WordMatch;
  /** Is it a word or a meaning of any document; a verb may also only begin like one. */
  knows(word: string): boolean;
  /** How few documents have the word, 0..1; 1 where none has. */
  rarity(word: string): number;
  /** Of each document with its place in a list, how surely it says the word in its names, its definition, its phrases. */
  places(word: string, among: ReadonlyMap<number, number>): Places[];
}

/** 0..1 each. */
interface Places {
  name: number;
  /** In a name or in the definition. */
  told: number;
  /** In one of those or in a phrase that people ask with. */
  asked: number;
}

/** Where a document says a word, as bits. */
const PLACE = { name: 1, definition: 2, ask: 4, body: 8 } as const;

interface Posting {
  docs: number[];
  strength: number[];
  /** Where each says it; see PLACE. */
  where: number[];
  /** How much knowing the word tells; the more, the fewer documents have it. */
  rarity: number;
  /** While it is made: how strongly the document of now has it, and the text that said so last. */
  now: number;
  in: number;
  text: number;
}

const NOTHING: ReadonlyMap<number, number> = new Map();

/** Which documents have what their words mean, by its key. */
function* readPostings(documents: readonly Document[], read: ReadFeatures): Steps<ReadonlyMap<string, Posting>> {
  const rarity = idfAmong(documents.length);
  const postings = new Map<string, Posting>();
  const postingOf = (key: string): Posting => {
    const known = postings.get(key);
    if (known) return known;
    const posting = { docs: [], strength: [], where: [], rarity: 0, now: 0, in: 0, text: -1 };
    postings.set(key, posting);
    return posting;
  };
  // Each word of all documents is looked at once; none for a word that only asks or joins.
  const meanings = new Map<string, readonly Posting[]>();
  const meaningOf = (word: string): readonly Posting[] => {
    const known = meanings.get(word);
    if (known) return known;
    const all = isFunctionWord(word) ? [] : read(word).map(({ key }) => postingOf(key));
    meanings.set(word, all);
    return all;
  };
  let texts = 0;
  for (const [doc, document] of documents.entries()) {
    const said: Posting[] = [];
    const put = (text: string, place: keyof typeof IN): void => {
      const how = IN[place];
      texts++;
      const list = words(text)
        .map(meaningOf)
        .filter((all) => all.length > 0);
      // A word is as much of a name as it is of the name's length.
      const share = place === 'name' ? 1 / Math.sqrt(list.length || 1) : 1;
      for (const posting of list.flat()) {
        if (posting.text === texts) continue;
        posting.text = texts;
        posting.in |= PLACE[place];
        if (posting.now === 0) said.push(posting);
        // Independent evidence adds up, never beyond certainty.
        posting.now = 1 - (1 - posting.now) * (1 - how * share);
      }
    };
    for (const name of [document.title.ko, document.title.en, ...document.names]) put(name, 'name');
    for (const ask of document.asks) put(ask, 'ask');
    put(document.definition, 'definition');
    put(document.body, 'body');
    for (const posting of said) {
      posting.docs.push(doc);
      posting.strength.push(posting.now);
      posting.where.push(posting.in);
      posting.in = 0;
      posting.now = 0;
    }
    yield;
  }
  for (const posting of postings.values()) posting.rarity = rarity(posting.docs.length);
  return postings;
}

/** Inverted index of what documents' words mean, made in steps of a document; see Readers. */
export function* indexCoverage(documents: readonly Document[], { read, features }: Readers): Steps<Coverage> {
  const postings = yield* readPostings(documents, read);
  const unknown = idfAmong(documents.length)(0);

  // Two nouns may begin alike and have nothing to do with each other: 메이플, 메이커.
  const isKnownBy = (word: string, signs: readonly Feature[]): boolean =>
    signs.some(({ key, trust }) => postings.has(key) && (trust > SAME_BEGINNING || looksLikeVerb(word)));

  const weigh = (word: string, signs: readonly Feature[]): number =>
    signs.reduce(
      (most, { key }) => Math.max(most, postings.get(key)?.rarity ?? 0),
      isKnownBy(word, signs) ? 0 : unknown,
    );

  return {
    rarity: (word) => weigh(word, features(word)) / unknown,
    knows: (word) => isKnownBy(word, features(word)),
    places(word, among) {
      const found = Array.from(among, () => ({ name: 0, told: 0, asked: 0 }));
      for (const { key, trust } of features(word)) {
        const posting = postings.get(key);
        if (posting === undefined) continue;
        for (let i = 0; i < posting.docs.length; i++) {
          const own = found[among.get(posting.docs[i] ?? -1) ?? -1];
          if (own === undefined) continue;
          const where = posting.where[i] ?? 0;
          if (where & PLACE.name) own.name = Math.max(own.name, trust);
          if (where & (PLACE.name | PLACE.definition)) own.told = Math.max(own.told, trust);
          if (where & (PLACE.name | PLACE.definition | PLACE.ask)) own.asked = Math.max(own.asked, trust);
        }
      }
      return found;
    },
    match(word) {
      const signs = features(word);
      const weight = weigh(word, signs);
      const known = signs.some(({ key }) => postings.has(key));
      if (!known) return { weight, known, found: NOTHING };
      const found = new Map<number, number>();
      for (const { key, trust } of signs) {
        const posting = postings.get(key);
        if (posting === undefined) continue;
        const value = trust * posting.rarity;
        for (let i = 0; i < posting.docs.length; i++) {
          const doc = posting.docs[i] ?? 0;
          const share = Math.min(1, (value * (posting.strength[i] ?? 0)) / weight);
          if (share > (found.get(doc) ?? 0)) found.set(doc, share);
        }
      }
      return { weight, known, found };
    },
  };
}
