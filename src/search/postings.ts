import type { Keys, Sign } from './keys.ts';

/** A trust of 1 as it is kept: a course's index has a million of them, of which few differ. */
export const TRUST = 50_000;

/** What bears signs, words or whole documents: bearer `n` those from `from[n]` up to `from[n + 1]`. */
export interface Bearers {
  from: Uint32Array;
  signs: Uint32Array;
  /** In steps of 1 / TRUST. */
  trusts: Uint16Array;
}

/** The signs of each bearer, in little space. */
export function packBearers(all: readonly (readonly Sign[])[]): Bearers {
  const from = new Uint32Array(all.length + 1);
  for (const [bearer, { length }] of all.entries()) from[bearer + 1] = (from[bearer] ?? 0) + length;
  const signs = new Uint32Array(from.at(-1) ?? 0);
  const trusts = new Uint16Array(signs.length);
  let at = 0;
  for (const own of all)
    for (const { sign, trust } of own) {
      signs[at] = sign;
      trusts[at++] = Math.round(trust * TRUST);
    }
  return { from, signs, trusts };
}

/** Who bears a sign, and how surely: of sign `n` those from `from[n]` up to `from[n + 1]`. */
export interface Postings {
  /** The sign of a key, where there is one who bears it. */
  find(key: string): number | undefined;
  from: Uint32Array;
  bearers: Uint32Array;
  /** In steps of 1 / TRUST. */
  trusts: Uint16Array;
  /** How many owners have a bearer of each sign. */
  owners: Uint32Array;
}

/**
 * Postings of all these bearers, which are numbered from 0 as they come; `ownerOf`: whose each of them is. An owner's come
 * one after another.
 */
export function joinPostings(parts: readonly Bearers[], ownerOf: Uint32Array, keys: Keys): Postings {
  const size = keys.size();
  const from = new Uint32Array(size + 1);
  for (const { signs } of parts) for (const sign of signs) from[sign + 1] = (from[sign + 1] ?? 0) + 1;
  for (let sign = 0; sign < size; sign++) from[sign + 1] = (from[sign + 1] ?? 0) + (from[sign] ?? 0);
  const next = from.slice();
  const bearers = new Uint32Array(from[size] ?? 0);
  const trusts = new Uint16Array(bearers.length);
  const owners = new Uint32Array(size);
  const lastOwner = new Int32Array(size).fill(-1);
  let bearer = 0;
  for (const part of parts)
    for (let own = 1; own < part.from.length; own++, bearer++) {
      const owner = ownerOf[bearer] ?? 0;
      for (let at = part.from[own - 1] ?? 0; at < (part.from[own] ?? 0); at++) {
        const sign = part.signs[at] ?? 0;
        const place = next[sign] ?? 0;
        next[sign] = place + 1;
        bearers[place] = bearer;
        trusts[place] = part.trusts[at] ?? 0;
        if (lastOwner[sign] === owner) continue;
        lastOwner[sign] = owner;
        owners[sign] = (owners[sign] ?? 0) + 1;
      }
    }
  return {
    find(key) {
      const sign = keys.find(key);
      return sign !== undefined && (owners[sign] ?? 0) > 0 ? sign : undefined;
    },
    ...{ from, bearers, trusts, owners },
  };
}
