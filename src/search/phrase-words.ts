import type { Steps } from '../core/steps.ts';
import type { Keys } from './keys.ts';
import { type Bearers, joinPostings, type Postings } from './postings.ts';

/** Words of phrases, numbered through all phrases. */
export interface PhraseWords {
  postings: Postings;
  /** By signs: how much knowing it tells. */
  rarities: Float64Array;
  /** Word -> its phrase. */
  phraseOf: Uint32Array;
  /** What each word weighs, and all of a phrase's together. */
  weights: Float32Array;
  phraseWeights: Float32Array;
}

interface Read {
  /** The words of each document, and what weigh() is to know of each. */
  parts: readonly { words: Bearers; marks: Float32Array }[];
  /** How many words each phrase has. */
  sizes: Uint32Array;
  /** Phrase -> whose it is. */
  owners: Uint32Array;
  keys: Keys;
  /** How much knowing a sign tells that so many owners have. */
  rarity(having: number): number;
  /** What a word weighs, the rarest of whose signs tells so much. */
  weigh(mark: number, rarest: number): number;
}

/** Joins words that were read document by document, in steps. */
export function* joinWords({ parts, sizes, owners, keys, rarity, weigh }: Read): Steps<PhraseWords> {
  const phraseOf = new Uint32Array(sizes.reduce((sum, size) => sum + size, 0));
  let next = 0;
  for (const [phrase, size] of sizes.entries()) {
    phraseOf.fill(phrase, next, next + size);
    next += size;
  }
  const postings = joinPostings(
    parts.map(({ words }) => words),
    phraseOf.map((phrase) => owners[phrase] ?? 0),
    keys,
  );
  yield;
  const rarities = Float64Array.from(postings.owners, rarity);
  const weights = new Float32Array(phraseOf.length);
  const phraseWeights = new Float32Array(sizes.length);
  let word = 0;
  for (const { words, marks } of parts)
    for (const [own, mark] of marks.entries()) {
      let rarest = 0;
      for (let at = words.from[own] ?? 0; at < (words.from[own + 1] ?? 0); at++)
        rarest = Math.max(rarest, rarities[words.signs[at] ?? 0] ?? 0);
      const weight = weigh(mark, rarest);
      const phrase = phraseOf[word] ?? 0;
      weights[word++] = weight;
      phraseWeights[phrase] = (phraseWeights[phrase] ?? 0) + weight;
    }
  return { postings, rarities, phraseOf, weights, phraseWeights };
}
