import { looksLikeVerb } from '../language/function-words.ts';
import type { Document } from './document.ts';
import { contentWords, type Feature, features, SAME_BEGINNING } from './features.ts';
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
}

interface Posting {
  docs: number[];
  strength: number[];
  /** How much knowing the word tells; the more, the fewer documents have it. */
  rarity: number;
}

const NOTHING: ReadonlyMap<number, number> = new Map();

/** Inverted index of what documents' words mean; see features.ts. */
export function indexCoverage(documents: readonly Document[]): Coverage {
  const rarity = idfAmong(documents.length);
  const postings = new Map<string, Posting>();
  documents.forEach((document, doc) => {
    const strength = new Map<string, number>();
    const put = (text: string, how: number): void => {
      const list = contentWords(text);
      // A word is as much of a name as it is of the name's length.
      const share = how === IN.name ? 1 / Math.sqrt(list.length || 1) : 1;
      const signs = new Set<string>();
      for (const word of list) for (const { key } of features(word)) signs.add(key);
      // Independent evidence adds up, never beyond certainty.
      for (const key of signs) strength.set(key, 1 - (1 - (strength.get(key) ?? 0)) * (1 - how * share));
    };
    for (const name of [document.title.ko, document.title.en, ...document.names]) put(name, IN.name);
    for (const ask of document.asks) put(ask, IN.ask);
    put(document.definition, IN.definition);
    // A section has no definition: its text is what it is about.
    put(document.body, document.definition === '' ? IN.definition : IN.body);
    for (const [key, value] of strength) {
      const posting = postings.get(key);
      if (posting === undefined) postings.set(key, { docs: [doc], strength: [value], rarity: 0 });
      else {
        posting.docs.push(doc);
        posting.strength.push(value);
      }
    }
  });
  for (const posting of postings.values()) posting.rarity = rarity(posting.docs.length);

  // Two nouns may begin alike and have nothing to do with each other: 메이플, 메이커.
  const isKnownBy = (word: string, signs: readonly Feature[]): boolean =>
    signs.some(({ key, trust }) => postings.has(key) && (trust > SAME_BEGINNING || looksLikeVerb(word)));

  return {
    knows: (word) => isKnownBy(word, features(word)),
    match(word) {
      const signs = features(word);
      let weight = isKnownBy(word, signs) ? 0 : rarity(0);
      let known = false;
      for (const { key } of signs) {
        const posting = postings.get(key);
        if (posting === undefined) continue;
        known = true;
        weight = Math.max(weight, posting.rarity);
      }
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
