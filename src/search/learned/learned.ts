import { endianness } from 'node:os';
import { z } from 'zod';
import { parseJson } from '../../core/json.ts';
import type { ReadFeatures } from '../features.ts';
import { BUCKETS, bucketsOf } from './buckets.ts';

/** What tells labels apart by the buckets of a question. */
export interface Separation {
  labels: readonly string[];
  /** Where the weights of each bucket end; those of label `of[i]` are `weights[i]` / WEIGHT. */
  ends: Uint32Array;
  of: Uint16Array;
  weights: Int8Array;
  /** What each label has of itself. */
  bias: Float32Array;
}

/** What a course has learned from questions that people asked, as it stands in its file. */
export interface Weights {
  /** How much each bucket tells, in steps of 1 / RARITY. */
  rarities: Uint8Array;
  /** Of ids of documents, NONE_OF_OURS, and WANTS. */
  documents: Separation;
  /** Of the tasks that each document is asked for, among one another, by taskLabel(). */
  tasks: Separation;
  /** What each bucket of words around a name says of it, in steps of 1 / SAYING; see names-asked.ts. */
  sayings: Int8Array;
}

/** The label of questions that are about none of a course's documents. */
export const NONE_OF_OURS = '';
/** The labels of questions that ask for a way to do something, that tell of a trouble, that set things side by side. */
export const WANTS = { way: '#way', mend: '#mend', compare: '#compare' } as const;

/** Steps in which what is learned is written: fine enough that nothing is answered otherwise. */
export const RARITY = 20;
export const WEIGHT = 40;

/** Of the file; what another one learned is not read. */
const VERSION = 4;

/**
 * A task that a document is asked for, by its title, the first way to say it: that stays while other tasks come and go. It
 * may be another document's task.
 */
export const taskLabel = (id: string, [title = '']: readonly string[]): string => `${id}\n${title}`;

/** The id and the title of such a label. */
export function readTaskLabel(label: string): [id: string, title: string] {
  const end = label.indexOf('\n');
  return [label.slice(0, end), label.slice(end + 1)];
}

const PART = z.object({ labels: z.array(z.string()), weights: z.number().int().nonnegative() });
const HEADER = z.object({ version: z.literal(VERSION), documents: PART, tasks: PART });
type Part = z.infer<typeof PART>;

/** The numbers of a file in their order. */
const arraysOf = ({ rarities, sayings, documents, tasks }: Weights) => [
  ...[documents.ends, documents.bias, tasks.ends, tasks.bias],
  ...[documents.of, tasks.of],
  ...[rarities, sayings, documents.weights, tasks.weights],
];

/** Bytes of what every file has, and of a part's labels and weights. */
const FIXED = BUCKETS * 10;
const sizeOf = ({ labels, weights }: Part): number => labels.length * 4 + weights * 3;

/** As a file: a line of JSON, filled with spaces to a multiple of four bytes, then numbers, the lowest byte first. */
export function writeLearned(learned: Weights): Uint8Array {
  const partOf = ({ labels, weights }: Separation): Part => ({ labels: [...labels], weights: weights.length });
  const header = { version: VERSION, documents: partOf(learned.documents), tasks: partOf(learned.tasks) };
  const bytes = Buffer.from(JSON.stringify(header));
  const filled = Buffer.concat([bytes, Buffer.alloc(3 - (bytes.length % 4), ' '), Buffer.from('\n')]);
  const numbers = arraysOf(learned).map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength));
  return Buffer.concat([filled, ...numbers]);
}

/** The same, read; `undefined` where the bytes are no such file, or one of another version. */
export function readLearned(bytes: Uint8Array): Weights | undefined {
  const start = bytes.indexOf(10) + 1;
  const header = HEADER.safeParse(parseJson(Buffer.from(bytes.subarray(0, start)).toString()));
  if (!header.success || start % 4 !== 0 || endianness() !== 'LE') return undefined;
  const parts = [header.data.documents, header.data.tasks];
  // Before anything is made of that size: the header of a damaged file may say anything.
  if (bytes.length !== start + FIXED + parts.reduce((sum, part) => sum + sizeOf(part), 0)) return undefined;
  const empty = ({ labels, weights }: Part): Separation => ({
    ...{ labels, ends: new Uint32Array(BUCKETS), bias: new Float32Array(labels.length) },
    ...{ of: new Uint16Array(weights), weights: new Int8Array(weights) },
  });
  const read: Weights = {
    ...{ rarities: new Uint8Array(BUCKETS), sayings: new Int8Array(BUCKETS) },
    ...{ documents: empty(header.data.documents), tasks: empty(header.data.tasks) },
  };
  let at = start;
  for (const { buffer, byteLength } of arraysOf(read)) {
    new Uint8Array(buffer).set(bytes.subarray(at, at + byteLength));
    at += byteLength;
  }
  return [read.documents, read.tasks].every(isSound) ? read : undefined;
}

/** Does each bucket end where the next begins, within the weights, and is each weight some label's? */
function isSound({ labels, ends, of, weights, bias }: Separation): boolean {
  // A million numbers, at each start: V8 counts through them five times as fast as it calls a function for each.
  for (let i = 0; i < of.length; i++) if ((of[i] ?? 0) >= labels.length) return false;
  return (
    ends.every((end, bucket) => end >= (ends[bucket - 1] ?? 0)) &&
    ends.at(-1) === weights.length &&
    bias.every(Number.isFinite)
  );
}

/** What a question says, by its buckets. */
export interface Vector {
  buckets: readonly number[];
  values: readonly number[];
}

/** A question's buckets, and how much each weighs in it; all of them together have the length 1. */
export function vectorOf(words: readonly string[], read: ReadFeatures, rarities: Uint8Array): Vector {
  const counts = bucketsOf(words, read);
  const buckets = Array.from(counts.keys());
  const values = Array.from(counts, ([bucket, count]) => (1 + Math.log(count)) * ((rarities[bucket] ?? 0) / RARITY));
  const length = Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0)) || 1;
  return { buckets, values: values.map((value) => value / length) };
}

/** What was learned of a question's buckets: of each label, how much speaks for it; about -1 where nothing does, above 0 where it is meant. */
export function scoresOf({ buckets, values }: Vector, { ends, of, weights, bias }: Separation): Float64Array {
  const scores = Float64Array.from(bias);
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
