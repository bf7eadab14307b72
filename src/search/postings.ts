import type { Feature } from './features.ts';

/** A sign by its number, and how surely a word has it. */
export interface Sign {
  sign: number;
  trust: number;
}

/** Which words have a sign, and how surely: of sign `n` those from `from[n]` up to `from[n + 1]`. */
export interface Postings {
  /** Signs by their keys. */
  signs: ReadonlyMap<string, number>;
  from: Uint32Array;
  words: Uint32Array;
  trusts: Float64Array;
  /** How many owners have a word with each sign. */
  owners: Uint32Array;
}

/** Takes the signs of words, which are numbered from 0 as they come; an owner's words come one after another. */
export interface PostingsBuilder {
  signsOf(features: readonly Feature[]): readonly Sign[];
  put(signs: readonly Sign[], owner: number): void;
  build(): Postings;
}

export function createPostings(): PostingsBuilder {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const owners: number[] = [];
  const lastOwner: number[] = [];
  const all: number[] = [];
  const trusts: number[] = [];
  /** Where each word's signs begin. */
  const begins: number[] = [];

  const numberOf = (key: string): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, counts.length);
    lastOwner.push(-1);
    owners.push(0);
    return counts.push(0) - 1;
  };

  return {
    signsOf: (features) => features.map(({ key, trust }) => ({ sign: numberOf(key), trust })),
    put(signs, owner) {
      begins.push(all.length);
      for (const { sign, trust } of signs) {
        all.push(sign);
        trusts.push(trust);
        counts[sign] = (counts[sign] ?? 0) + 1;
        if (lastOwner[sign] === owner) continue;
        lastOwner[sign] = owner;
        owners[sign] = (owners[sign] ?? 0) + 1;
      }
    },
    build() {
      const from = new Uint32Array(counts.length + 1);
      for (const [sign, count] of counts.entries()) from[sign + 1] = (from[sign] ?? 0) + count;
      const next = from.slice();
      const words = new Uint32Array(all.length);
      const sorted = new Float64Array(all.length);
      let word = -1;
      for (const [at, sign] of all.entries()) {
        while (begins[word + 1] !== undefined && (begins[word + 1] ?? 0) <= at) word++;
        const place = next[sign] ?? 0;
        next[sign] = place + 1;
        words[place] = word;
        sorted[place] = trusts[at] ?? 0;
      }
      return { signs: numbers, from, words, trusts: sorted, owners: Uint32Array.from(owners) };
    },
  };
}
