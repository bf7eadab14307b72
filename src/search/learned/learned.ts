import { endianness } from 'node:os';
import { z } from 'zod';
import { parseJson } from '../../core/json.ts';
import type { ReadFeatures } from '../features.ts';
import { BUCKETS, bucketsOf } from './buckets.ts';

/** What a course has learned from questions that people asked, as it stands in its file. */
export interface Weights {
  /** What it tells apart: ids of documents, and NONE for questions about something else. */
  labels: readonly string[];
  /** How much each bucket tells, in steps of 1 / RARITY. */
  rarities: Uint8Array;
  /** Where the weights of each bucket end; those of label `of[i]` are `weights[i]` / WEIGHT. */
  ends: Uint32Array;
  of: Uint16Array;
  weights: Int8Array;
  /** What each label has of itself. */
  bias: Float32Array;
}

/** The label of questions that are about none of a course's documents. */
export const NONE_OF_OURS = '';
/** The labels of questions that ask for a way to do something, and of those that tell of a trouble. */
export const WANTS = { way: '#way', mend: '#mend' } as const;

/** Steps in which what is learned is written: fine enough that nothing is answered otherwise. */
export const RARITY = 20;
export const WEIGHT = 40;

const HEADER = z.object({
  version: z.literal(1),
  labels: z.array(z.string()),
  weights: z.number().int().nonnegative(),
});

/** Bytes of a file's parts, after its header; arrays of larger numbers stand first, so that each is aligned. */
const sizesOf = (labels: number, weights: number): number[] => [BUCKETS * 4, labels * 4, weights * 2, BUCKETS, weights];

/** As a file: a line of JSON, filled with spaces to a multiple of four bytes, then numbers, the lowest byte first. */
export function writeLearned({ labels, rarities, ends, of, weights, bias }: Weights): Uint8Array {
  const header = JSON.stringify({ version: 1, labels, weights: weights.length });
  const bytes = Buffer.from(header);
  const filled = Buffer.concat([bytes, Buffer.alloc(3 - (bytes.length % 4), ' '), Buffer.from('\n')]);
  const parts = [ends, bias, of, rarities, weights];
  return Buffer.concat([filled, ...parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))]);
}

/** The same, read; `undefined` where the bytes are no such file, or one of another version. */
export function readLearned(bytes: Uint8Array): Weights | undefined {
  const start = bytes.indexOf(10) + 1;
  const header = HEADER.safeParse(parseJson(Buffer.from(bytes.subarray(0, start)).toString()));
  if (!header.success || start % 4 !== 0 || endianness() !== 'LE') return undefined;
  const { labels, weights } = header.data;
  const sizes = sizesOf(labels.length, weights);
  if (bytes.length !== start + sizes.reduce((sum, size) => sum + size, 0)) return undefined;
  // Of its own, from the first byte on: numbers of several bytes may begin at every fourth one only.
  const { buffer } = new Uint8Array(bytes.subarray(start));
  const at = sizes.map((_, i) => sizes.slice(0, i).reduce((sum, size) => sum + size, 0));
  const [ends = 0, bias = 0, of = 0, rarities = 0, last = 0] = at;
  const read = {
    labels,
    ends: new Uint32Array(buffer, ends, BUCKETS),
    bias: new Float32Array(buffer, bias, labels.length),
    of: new Uint16Array(buffer, of, weights),
    rarities: new Uint8Array(buffer, rarities, BUCKETS),
    weights: new Int8Array(buffer, last, weights),
  };
  return isSound(read) ? read : undefined;
}

/** Does each bucket end where the next begins, within the weights, and is each weight some label's? */
const isSound = ({ labels, ends, of, weights, bias }: Weights): boolean =>
  ends.every((end, bucket) => end >= (ends[bucket - 1] ?? 0)) &&
  ends.at(-1) === weights.length &&
  of.every((label) => label < labels.length) &&
  bias.every(Number.isFinite);

/** A question's buckets, and how much each weighs in it; all of them together have the length 1. */
export function vectorOf(
  words: readonly string[],
  read: ReadFeatures,
  rarities: Uint8Array,
): { buckets: number[]; values: number[] } {
  const counts = bucketsOf(words, read);
  const buckets = Array.from(counts.keys());
  const values = Array.from(counts, ([bucket, count]) => (1 + Math.log(count)) * ((rarities[bucket] ?? 0) / RARITY));
  const length = Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0)) || 1;
  return { buckets, values: values.map((value) => value / length) };
}

/** What was learned of some words: of each label, how much speaks for it; about -1 where nothing does, above 0 where it is meant. */
export function scoresOf(words: readonly string[], read: ReadFeatures, learned: Weights): Float64Array {
  const { rarities, ends, of, weights, bias } = learned;
  const scores = Float64Array.from(bias);
  const { buckets, values } = vectorOf(words, read, rarities);
  for (const [i, bucket] of buckets.entries()) {
    const value = (values[i] ?? 0) / WEIGHT;
    const end = ends[bucket] ?? 0;
    for (let at = bucket === 0 ? 0 : (ends[bucket - 1] ?? 0); at < end; at++) {
      const label = of[at] ?? 0;
      scores[label] = (scores[label] ?? 0) + value * (weights[at] ?? 0);
    }
  }
  return scores;
}
