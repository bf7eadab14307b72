import type { Steps } from '../core/steps.ts';
import type { Document } from './document.ts';
import { idfAmong } from './idf.ts';

/** How a question's letters are like a document's, each 0..1. */
interface Alike {
  /** The share of them that stands anywhere in what is said of the document. */
  all: number;
  /** How it is like the nearest of the phrases that people ask for it with, and of those for what is done with it. */
  ask: number;
  task: number;
}

/** Holds some words against documents. */
export type CompareLetters = (words: readonly string[], docs: readonly number[]) => Alike[];

const NOTHING: Alike = { all: 0, ask: 0, task: 0 };

/** Pairs of neighbouring letters, with the beginning of each word: endings that no list has change but the last of them. */
function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const word of text.toLowerCase().match(/[a-z0-9가-힣]+/g) ?? []) {
    const begun = `^${word}`;
    for (let i = 0; i + 2 <= begun.length; i++) pairs.add(begun.slice(i, i + 2));
  }
  return pairs;
}

/** What a document says, by its pairs' numbers. */
interface Letters {
  all: Uint32Array;
  /** Its phrases one after another, where each ends, and the lengths of their vectors; the first are those that ask. */
  phrases: Uint32Array;
  ends: readonly number[];
  sizes: Float64Array;
  asks: number;
}

/**
 * Holds questions against what documents say letter by letter, where words are in forms that no list knows: the rarer a
 * pair of letters is, the more it counts. Made in steps of a document.
 */
export function* indexLetterPairs(documents: readonly Document[]): Steps<CompareLetters> {
  const numbers = new Map<string, number>();
  const having: number[] = [];
  const numberOf = (pair: string): number => {
    const known = numbers.get(pair);
    if (known !== undefined) return known;
    numbers.set(pair, having.length);
    return having.push(0) - 1;
  };
  const numbersIn = (text: string): number[] => Array.from(pairsOf(text), numberOf);
  const read: Letters[] = [];
  for (const { title, names, definition, asks, tasks, signs } of documents) {
    const asking = [...asks, definition];
    const said = [...asking, ...tasks.flat()].map(numbersIn);
    let end = 0;
    const ends = said.map((pairs) => (end += pairs.length));
    const phrases = said.flat();
    const named = [title.ko, title.en, ...names, ...signs.flatMap((sign) => sign.asks)].flatMap(numbersIn);
    const all = Uint32Array.from(new Set([...phrases, ...named]));
    for (const pair of all) having[pair] = (having[pair] ?? 0) + 1;
    read.push({
      all,
      phrases: Uint32Array.from(phrases),
      ends,
      sizes: new Float64Array(ends.length),
      asks: asking.length,
    });
    yield;
  }
  const idf = idfAmong(documents.length);
  const rarities = Float64Array.from(having, idf);
  const unknown = idf(0);
  for (const { phrases, ends, sizes } of read) {
    for (const [phrase, end] of ends.entries()) {
      let sum = 0;
      for (let i = ends[phrase - 1] ?? 0; i < end; i++) sum += (rarities[phrases[i] ?? 0] ?? 0) ** 2;
      sizes[phrase] = Math.sqrt(sum);
    }
    yield;
  }
  // For one question at a time; all 0 in between.
  const asked = new Float64Array(having.length);

  return (words, docs) => {
    const pairs = Array.from(pairsOf(words.join(' ')), (pair) => numbers.get(pair));
    const own = pairs.filter((pair) => pair !== undefined);
    const strange = pairs.length - own.length;
    let size = strange * unknown ** 2;
    let weight = strange * unknown;
    for (const pair of own) {
      const rarity = rarities[pair] ?? 0;
      asked[pair] = rarity;
      size += rarity ** 2;
      weight += rarity;
    }
    const compare = ({ all, phrases, ends, sizes, asks }: Letters): Alike => {
      const alike = { all: 0, ask: 0, task: 0 };
      for (const pair of all) alike.all += asked[pair] ?? 0;
      if (weight > 0) alike.all /= weight;
      for (const [phrase, end] of ends.entries()) {
        let shared = 0;
        for (let i = ends[phrase - 1] ?? 0; i < end; i++) shared += (asked[phrases[i] ?? 0] ?? 0) ** 2;
        if (shared === 0) continue;
        const kind = phrase < asks ? 'ask' : 'task';
        alike[kind] = Math.max(alike[kind], shared / ((sizes[phrase] ?? 0) * Math.sqrt(size)));
      }
      return alike;
    };
    const found = docs.map((doc) => {
      const letters = read[doc];
      return letters ? compare(letters) : NOTHING;
    });
    for (const pair of own) asked[pair] = 0;
    return found;
  };
}
