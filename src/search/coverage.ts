import type { Steps } from '../core/steps.ts';
import { isFunctionWord, looksLikeVerb } from '../language/function-words.ts';
import { memoize } from '../language/memoize.ts';
import { words } from '../language/normalize.ts';
import type { Document } from './document.ts';
import { type Feature, type Readers, type ReadFeatures, SAME_BEGINNING } from './features.ts';
import { idfAmong } from './idf.ts';
import type { Kept } from './kept.ts';
import type { Keys } from './keys.ts';
import { type Bearers, joinPostings, packBearers, TRUST } from './postings.ts';

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
  /** Does a document have it, or what means the same, in a name or its definition? */
  isTold(word: string): boolean;
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

/** What a document's words mean, as strongly as it has it, and where it says each; see PLACE. */
export interface Meanings {
  words: Bearers;
  places: Uint8Array;
}

/** While documents are read: how strongly the one of now has a meaning, and the text that said so last. */
interface Meaning {
  sign: number;
  now: number;
  in: number;
  text: number;
}

const NOTHING: ReadonlyMap<number, number> = new Map();

/** Reads what documents mean, each the bearer of all its words' signs. */
function createMeaningReader(keys: Keys, read: ReadFeatures): (document: Document) => Meanings {
  const known = new Map<number, Meaning>();
  const meaningOf = (sign: number): Meaning => {
    const meaning = known.get(sign) ?? { sign, now: 0, in: 0, text: -1 };
    known.set(sign, meaning);
    return meaning;
  };
  // Each word of all documents is looked at once; none for a word that only asks or joins.
  const meaningsOf = memoize(
    (word): readonly Meaning[] =>
      isFunctionWord(word) ? [] : keys.signsOf(read(word)).map(({ sign }) => meaningOf(sign)),
    Number.POSITIVE_INFINITY,
  );
  let texts = 0;
  return (document) => {
    const said: Meaning[] = [];
    const put = (text: string, place: keyof typeof IN): void => {
      const how = IN[place];
      texts++;
      const list = words(text)
        .map(meaningsOf)
        .filter((all) => all.length > 0);
      // A word is as much of a name as it is of the name's length.
      const share = place === 'name' ? 1 / Math.sqrt(list.length || 1) : 1;
      for (const all of list)
        for (const meaning of all) {
          if (meaning.text === texts) continue;
          meaning.text = texts;
          meaning.in |= PLACE[place];
          if (meaning.now === 0) said.push(meaning);
          // Independent evidence adds up, never beyond certainty.
          meaning.now = 1 - (1 - meaning.now) * (1 - how * share);
        }
    };
    for (const name of [document.title.ko, document.title.en, ...document.names]) put(name, 'name');
    for (const ask of document.asks) put(ask, 'ask');
    put(document.definition, 'definition');
    put(document.body, 'body');
    const meant = {
      words: packBearers([said.map(({ sign, now }) => ({ sign, trust: now }))]),
      places: Uint8Array.from(said, (meaning) => meaning.in),
    };
    for (const meaning of said) {
      meaning.now = 0;
      meaning.in = 0;
    }
    return meant;
  };
}

/** Inverted index of what documents' words mean, made in steps of a document; see Readers. `kept`: what was read before. */
export function* indexCoverage(
  documents: readonly Document[],
  { keys, read, features }: Readers,
  kept: Kept<Meanings>,
): Steps<Coverage> {
  const readMeanings = createMeaningReader(keys, read);
  const parts: Meanings[] = [];
  for (const document of documents) {
    parts.push(kept(document, readMeanings));
    yield;
  }
  const all = parts.map(({ words }) => words);
  const { find, from, bearers, trusts, owners } = joinPostings(all, Uint32Array.from(documents.keys()), keys);
  yield;
  const rarity = idfAmong(documents.length);
  const unknown = rarity(0);
  /** How much knowing a sign tells; the more, the fewer documents have it. */
  const rarities = Float64Array.from(owners, rarity);
  const has = ({ key }: Feature): boolean => find(key) !== undefined;

  // Two nouns may begin alike and have nothing to do with each other: 메이플, 메이커.
  const isKnownBy = (word: string, signs: readonly Feature[]): boolean =>
    signs.some((sign) => has(sign) && (sign.trust > SAME_BEGINNING || looksLikeVerb(word)));

  const weigh = (word: string, signs: readonly Feature[]): number =>
    signs.reduce(
      (most, { key }) => Math.max(most, rarities[find(key) ?? -1] ?? 0),
      isKnownBy(word, signs) ? 0 : unknown,
    );

  const isTold = (word: string): boolean =>
    features(word).some(({ key, trust }) => {
      const sign = find(key);
      return (
        sign !== undefined &&
        trust > SAME_BEGINNING &&
        parts.some(({ words, places }) => (places[words.signs.indexOf(sign)] ?? 0) & (PLACE.name | PLACE.definition))
      );
    });

  return {
    isTold,
    rarity: (word) => weigh(word, features(word)) / unknown,
    knows: (word) => isKnownBy(word, features(word)),
    places(word, among) {
      const found = Array.from(among, () => ({ name: 0, told: 0, asked: 0 }));
      for (const { key, trust } of features(word)) {
        const sign = find(key);
        if (sign === undefined) continue;
        for (const [doc, place] of among) {
          const own = found[place];
          const at = parts[doc]?.words.signs.indexOf(sign) ?? -1;
          if (at < 0 || own === undefined) continue;
          const where = parts[doc]?.places[at] ?? 0;
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
      const known = signs.some(has);
      if (!known) return { weight, known, found: NOTHING };
      const found = new Map<number, number>();
      for (const { key, trust } of signs) {
        const sign = find(key);
        if (sign === undefined) continue;
        const value = trust * (rarities[sign] ?? 0);
        const end = from[sign + 1] ?? 0;
        for (let i = from[sign] ?? 0; i < end; i++) {
          const doc = bearers[i] ?? 0;
          const share = Math.min(1, (value * ((trusts[i] ?? 0) / TRUST)) / weight);
          if (share > (found.get(doc) ?? 0)) found.set(doc, share);
        }
      }
      return { weight, known, found };
    },
  };
}
