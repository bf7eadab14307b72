import type { Steps } from '../core/steps.ts';
import type { Document } from './document.ts';
import { endsOf } from './ends.ts';
import { idfAmong } from './idf.ts';
import type { Kept } from './kept.ts';
import type { Keys } from './keys.ts';

/** How a question's letters are like a document's, each 0..1. */
interface Alike {
  /** The share of them that stands anywhere in what is said of the document. */
  all: number;
  /** How it is like the nearest of the phrases that people ask for it with, and of those for what is done with it. */
  ask: number;
  task: number;
  /** And of those that tell of its troubles. */
  sign: number;
  /** The nearest of its tasks and of its signs by their places, and how like the question is to it. */
  nearest: { task: Near | undefined; sign: Near | undefined };
}

/** A part of a document, by its place. */
export interface Near {
  at: number;
  like: number;
}

/** Holds some words against documents. */
export type CompareLetters = (words: readonly string[], docs: readonly number[]) => Alike[];

const NOTHING: Alike = { all: 0, ask: 0, task: 0, sign: 0, nearest: { task: undefined, sign: undefined } };

/** Pairs of neighbouring letters, with the beginning of each word: endings that no list has change but the last of them. */
function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const word of text.toLowerCase().match(/[a-z0-9가-힣]+/g) ?? []) {
    const begun = `^${word}`;
    for (let i = 0; i + 2 <= begun.length; i++) pairs.add(begun.slice(i, i + 2));
  }
  return pairs;
}

/** Numbers in as little space as the greatest of them allows: a course has hundreds of thousands, and few have more than 65,536 pairs. */
type Packed = Uint16Array | Uint32Array;

const pack = (numbers: readonly number[]): Packed =>
  numbers.some((one) => one > 0xffff) ? Uint32Array.from(numbers) : Uint16Array.from(numbers);

/** What a document says, by its pairs' numbers. */
export interface Letters {
  all: Packed;
  /** Its phrases one after another, and where each ends: those that ask, those of its tasks, those of its signs. */
  phrases: Packed;
  ends: Uint32Array;
  asks: number;
  tasks: number;
  /** Whose each phrase is: its task's place, or its sign's. */
  owners: Uint16Array;
}

function readLetters({ title, names, definition, asks, tasks, signs }: Document, keys: Keys): Letters {
  const numbersIn = (text: string): number[] => Array.from(pairsOf(text), keys.numberOf);
  const asking = [...asks, definition];
  const doing = tasks.flatMap((phrases, at) => phrases.map((phrase) => ({ phrase, at })));
  const ailing = signs.flatMap((sign, at) => sign.asks.map((phrase) => ({ phrase, at })));
  const parts = [...asking.map((phrase) => ({ phrase, at: 0 })), ...doing, ...ailing];
  const said = parts.map(({ phrase }) => numbersIn(phrase));
  const ends = endsOf(said);
  const phrases = said.flat();
  const named = [title.ko, title.en, ...names].flatMap(numbersIn);
  const all = pack(Array.from(new Set([...phrases, ...named])));
  return {
    ...{ all, ends, phrases: pack(phrases), asks: asking.length, tasks: doing.length },
    owners: Uint16Array.from(parts, ({ at }) => at),
  };
}

/**
 * Holds questions against what documents say letter by letter, where words are in forms that no list knows: the rarer a
 * pair of letters is, the more it counts. Made in steps of a document; `kept`: what was read before.
 */
export function* indexLetterPairs(
  documents: readonly Document[],
  keys: Keys,
  kept: Kept<Letters>,
): Steps<CompareLetters> {
  const read: Letters[] = [];
  for (const document of documents) {
    read.push(kept(document, (own) => readLetters(own, keys)));
    yield;
  }
  const having = new Uint32Array(keys.size());
  for (const { all } of read) for (const pair of all) having[pair] = (having[pair] ?? 0) + 1;
  const idf = idfAmong(documents.length);
  const rarities = Float64Array.from(having, idf);
  const unknown = idf(0);
  /** By documents: the lengths of their phrases' vectors. */
  const lengths: Float64Array[] = [];
  for (const { phrases, ends } of read) {
    const sizes = new Float64Array(ends.length);
    for (const [phrase, end] of ends.entries()) {
      let sum = 0;
      for (let i = ends[phrase - 1] ?? 0; i < end; i++) sum += (rarities[phrases[i] ?? 0] ?? 0) ** 2;
      sizes[phrase] = Math.sqrt(sum);
    }
    lengths.push(sizes);
    yield;
  }
  // For one question at a time; all 0 in between.
  const asked = new Float64Array(having.length);

  return (words, docs) => {
    const pairs = Array.from(pairsOf(words.join(' ')), keys.find);
    // A pair may be of a text that is gone.
    const own = pairs.filter((pair) => pair !== undefined).filter((pair) => (having[pair] ?? 0) > 0);
    const strange = pairs.length - own.length;
    let size = strange * unknown ** 2;
    let weight = strange * unknown;
    for (const pair of own) {
      const rarity = rarities[pair] ?? 0;
      asked[pair] = rarity;
      size += rarity ** 2;
      weight += rarity;
    }
    const compare = ({ all, phrases, ends, asks, tasks, owners }: Letters, sizes: Float64Array): Alike => {
      const alike = { all: 0, ask: 0, task: 0, sign: 0 };
      const at = { ask: 0, task: 0, sign: 0 };
      for (const pair of all) alike.all += asked[pair] ?? 0;
      if (weight > 0) alike.all /= weight;
      for (const [phrase, end] of ends.entries()) {
        let shared = 0;
        for (let i = ends[phrase - 1] ?? 0; i < end; i++) shared += (asked[phrases[i] ?? 0] ?? 0) ** 2;
        if (shared === 0) continue;
        const kind = phrase < asks ? 'ask' : phrase < asks + tasks ? 'task' : 'sign';
        const like = shared / ((sizes[phrase] ?? 0) * Math.sqrt(size));
        if (like <= alike[kind]) continue;
        alike[kind] = like;
        at[kind] = owners[phrase] ?? 0;
      }
      const near = (kind: 'task' | 'sign'): Near | undefined =>
        alike[kind] > 0 ? { at: at[kind], like: alike[kind] } : undefined;
      return { ...alike, nearest: { task: near('task'), sign: near('sign') } };
    };
    const found = docs.map((doc) => {
      const letters = read[doc];
      const sizes = lengths[doc];
      return letters && sizes ? compare(letters, sizes) : NOTHING;
    });
    for (const pair of own) asked[pair] = 0;
    return found;
  };
}
