import type { Steps } from '../core/steps.ts';
import type { Document } from './document.ts';
import type { Readers } from './features.ts';
import { idfAmong } from './idf.ts';
import type { Kept } from './kept.ts';
import {
  compared,
  intentsIn,
  LEAST,
  type OwnPhrases,
  type Phrase,
  type PhraseReaders,
  readPhrases,
  signsOf,
  weightOf,
  wordsOf,
} from './phrases.ts';
import { TRUST } from './postings.ts';
import { asksIntent, asksOnly, namedIn, type Word } from './question.ts';

/** How a question is like the nearest phrase of a document. */
export interface Similarity {
  /** 0..1; 1 where each says all that the other says. */
  score: number;
  /** How many of the question's words the phrase says. */
  words: number;
  /** They ask the same. */
  same: boolean;
}

/** Document -> how the question is like one of its phrases, where they share a word. */
export type FindSimilar = (question: readonly Word[]) => ReadonlyMap<number, Similarity>;

/** What likeness is worth where one names what the other does not. */
const OTHER_NAMES = 0.6;
/**
 * Likeness from which they ask the same: in nearly the same words, or, where a section tells of an aspect of what both
 * name, with some more.
 */
const SAME = { words: 0.75, aspect: 0.65 } as const;
/** Does one of them name what the other, or its document, is not about? */
function differ(named: readonly number[], phrase: Phrase): boolean {
  const lacks = (list: readonly number[]) => (doc: number) => doc !== phrase.doc && !list.includes(doc);
  return named.length > 0 && (named.some(lacks(phrase.named)) || phrase.named.some(lacks(named)));
}

/** Holds questions against whole phrases. Made in steps. */
export function* indexPhraseSimilarity(
  documents: readonly Document[],
  readers: Readers & PhraseReaders,
  kept: Kept<OwnPhrases>,
): Steps<FindSimilar> {
  const read = yield* readPhrases(documents, readers, kept);
  const { phrases, postings, rarities, phraseOf, weights, phraseWeights } = read;
  const { features } = readers;
  const isSection = documents.map(({ kind }) => kind === 'section');
  const unknown = idfAmong(documents.length)(0);
  // For one question at a time; all 0 in between.
  const ours = new Float32Array(phrases.length);
  const theirs = new Float32Array(phrases.length);
  const counts = new Uint8Array(phrases.length);
  const trusts = new Float32Array(phrases.length);
  const trusted = new Float32Array(weights.length);

  /** Counts what each phrase and the question say of each other; the phrases that share a word, and the question's weight. */
  function meet(asked: readonly Word[]): { shared: number[]; weight: number; forget: () => void } {
    const shared: number[] = [];
    const met: number[] = [];
    let all = 0;
    for (const word of asked) {
      const signs = signsOf(word, features).flatMap(({ key, trust }) => {
        const sign = postings.find(key);
        return sign === undefined ? [] : [{ sign, trust }];
      });
      const weight = weightOf(
        wordsOf(word.mention),
        signs.reduce((most, { sign }) => Math.max(most, rarities[sign] ?? 0), 0),
        unknown,
      );
      all += weight;
      const saying: number[] = [];
      for (const { sign, trust } of signs) {
        const end = postings.from[sign + 1] ?? 0;
        for (let i = postings.from[sign] ?? 0; i < end; i++) {
          const other = postings.bearers[i] ?? 0;
          const phrase = phraseOf[other] ?? 0;
          const before = trusts[phrase] ?? 0;
          if (before === 0) saying.push(phrase);
          if (trust > before) trusts[phrase] = trust;
          const known = trusted[other] ?? 0;
          const now = (postings.trusts[i] ?? 0) / TRUST;
          if (now <= known) continue;
          if (known === 0) met.push(other);
          trusted[other] = now;
          theirs[phrase] = (theirs[phrase] ?? 0) + (weights[other] ?? 0) * (now - known);
        }
      }
      for (const phrase of saying) {
        const count = counts[phrase] ?? 0;
        if (count === 0) shared.push(phrase);
        counts[phrase] = count + 1;
        ours[phrase] = (ours[phrase] ?? 0) + weight * (trusts[phrase] ?? 0);
        trusts[phrase] = 0;
      }
    }
    const forget = (): void => {
      for (const list of [ours, theirs, counts]) for (const phrase of shared) list[phrase] = 0;
      for (const word of met) trusted[word] = 0;
    };
    return { shared, weight: all, forget };
  }

  return (question) => {
    const asked = compared(question);
    const found = new Map<number, Similarity>();
    if (asked.length < LEAST) return found;
    const { shared, weight, forget } = meet(asked);
    const asks = asksIntent(question);
    const only = asksOnly(question);
    const named = namedIn(question);
    const intents = intentsIn(question);
    for (const at of shared) {
      const phrase = phrases[at];
      if (phrase === undefined) continue;
      const section = isSection[phrase.doc] ?? false;
      // Sections tell of aspects; another concept's phrase only mentions what is named.
      if (only && (!section || intents.isDisjointFrom(phrase.intents))) continue;
      const best = found.get(phrase.doc)?.score ?? 0;
      const most = Math.sqrt(((ours[at] ?? 0) / weight) * ((theirs[at] ?? 0) / (phraseWeights[at] ?? 0)));
      const score = most > best && differ(named, phrase) ? most * OTHER_NAMES : most;
      const same = score >= (asks && section ? SAME.aspect : SAME.words);
      if (score > best) found.set(phrase.doc, { score, words: counts[at] ?? 0, same });
    }
    forget();
    return found;
  };
}
