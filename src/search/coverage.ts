import type { Document } from './document.ts';
import { contentWords, type Feature, features } from './features.ts';

/** How surely a document is about a word, by where the word stands in it. */
const IN = { name: 0.9, ask: 0.6, definition: 0.5, body: 0.25 } as const;

/** One word of a query against every document. */
interface WordMatch {
  /** What it weighs in the query: how much knowing it would tell; most for a word that no document has. */
  weight: number;
  /** Is it a word (or a beginning, or a meaning) of any document at all? */
  known: boolean;
  /** Document -> share of `weight` that the document accounts for. */
  found: ReadonlyMap<number, number>;
}

export interface Coverage {
  match(word: string): WordMatch;
  /** Is it a word, a beginning or a meaning of any document? As match().known, but cheaper. */
  knows(word: string): boolean;
  /** How closely the words say what one of the document's paraphrases says: 0..1, 1 for the same words. */
  paraphrases(doc: number, words: readonly string[]): number;
}

/** Paraphrases of fewer words than this say too little to be compared as a whole. */
export const PHRASE = 3;

interface Posting {
  docs: number[];
  strength: number[];
  /** How much knowing the word tells; the more, the fewer documents have it. */
  rarity: number;
}

const NOTHING: ReadonlyMap<number, number> = new Map();

/** A word by its signs, and what knowing it would tell. */
interface Weighed {
  signs: readonly Feature[];
  weight: number;
}

/** How much of a list of words is said by words with these signs. */
function said(list: readonly Weighed[], by: ReadonlySet<string>): number {
  let all = 0;
  let told = 0;
  for (const { signs, weight } of list) {
    let most = 0;
    for (const { key, trust } of signs) if (trust > most && by.has(key)) most = trust;
    all += weight;
    told += weight * most;
  }
  return all === 0 ? 0 : told / all;
}

function signsOf(list: readonly Weighed[]): Set<string> {
  const found = new Set<string>();
  for (const { signs } of list) for (const { key } of signs) found.add(key);
  return found;
}

/** Inverted index of what documents' words mean; see features.ts. */
export function indexCoverage(documents: readonly Document[]): Coverage {
  const postings = new Map<string, Posting>();
  documents.forEach((document, doc) => {
    const strength = new Map<string, number>();
    const put = (text: string, how: number): void => {
      const list = contentWords(text);
      // A word is as much of a name as it is of the name's length.
      const share = how === IN.name ? 1 / Math.sqrt(list.length || 1) : 1;
      const signs = new Set(list.flatMap((word) => features(word).map(({ key }) => key)));
      // Independent evidence adds up, never beyond certainty.
      for (const key of signs) strength.set(key, 1 - (1 - (strength.get(key) ?? 0)) * (1 - how * share));
    };
    for (const name of [document.title.ko, document.title.en, ...document.names]) put(name, IN.name);
    for (const ask of document.asks) put(ask, IN.ask);
    put(document.definition, IN.definition);
    put(document.body, IN.body);
    for (const [key, value] of strength) {
      const posting = postings.get(key);
      if (posting === undefined) postings.set(key, { docs: [doc], strength: [value], rarity: 0 });
      else {
        posting.docs.push(doc);
        posting.strength.push(value);
      }
    }
  });
  const rarity = (df: number): number => Math.log(1 + documents.length / (df + 0.5));
  for (const posting of postings.values()) posting.rarity = rarity(posting.docs.length);
  const unknown = rarity(0.5);

  const weighed = (list: readonly string[]): Weighed[] =>
    list.map((word) => {
      const signs = features(word);
      return {
        signs,
        weight: signs.reduce((most, { key }) => Math.max(most, postings.get(key)?.rarity ?? unknown), 0),
      };
    });
  const phrases = documents.map(({ asks }) =>
    asks.map((ask) => weighed(contentWords(ask))).filter((phrase) => phrase.length >= PHRASE),
  );

  return {
    paraphrases(doc, words) {
      const asked = weighed(words);
      const signs = signsOf(asked);
      let best = 0;
      for (const phrase of phrases[doc] ?? []) {
        const shared = said(phrase, signs);
        // Even if the phrase said all that was asked, it would be no nearer.
        if (Math.sqrt(shared) > best) best = Math.max(best, Math.sqrt(shared * said(asked, signsOf(phrase))));
      }
      return best;
    },
    knows: (word) => features(word).some(({ key }) => postings.has(key)),
    match(word) {
      const all = features(word);
      let weight = 0;
      const found = new Map<number, number>();
      for (const { key } of all) {
        const posting = postings.get(key);
        if (posting === undefined) continue;
        weight = Math.max(weight, posting.rarity);
      }
      if (weight === 0) return { weight: unknown, known: false, found: NOTHING };
      for (const { key, trust } of all) {
        const posting = postings.get(key);
        if (posting === undefined) continue;
        const value = trust * posting.rarity;
        for (let i = 0; i < posting.docs.length; i++) {
          const doc = posting.docs[i] ?? 0;
          const share = Math.min(1, (value * (posting.strength[i] ?? 0)) / weight);
          if (share > (found.get(doc) ?? 0)) found.set(doc, share);
        }
      }
      return { weight, known: true, found };
    },
  };
}
