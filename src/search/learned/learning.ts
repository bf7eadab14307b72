import { hash } from '../../core/hash.ts';
import { within } from '../../core/within.ts';
import { endsOf } from '../ends.ts';
import type { ReadFeatures } from '../features.ts';
import { BUCKETS, bucketsOf } from './buckets.ts';
import { RARITY, type Separation, vectorOf, WANTS, WEIGHT, type Weights } from './learned.ts';
import { learnNames, type NamesExample } from './learning-names.ts';

/** Something that people say, and all that it is about: the places of labels, the nearest first. */
export interface Example {
  words: readonly string[];
  about: readonly number[];
  /** The place of the label for what it wants. */
  wants?: number | undefined;
  /** How much it is to be learned from: 1 for a phrase, more for a whole question. */
  weight: number;
  /** The place of a label of which it is not known whether it has it. */
  unknown?: number | undefined;
}

/** How closely the examples are followed, and those of tasks, which are few; how near to the best the weights have to be; how often all are looked at. */
const SOLVING = { closely: 0.3, tasks: 0.6, near: 0.1, rounds: 40 } as const;
/** A label that a question is about as well is followed less closely than its first. */
const ALSO = 0.5;
/** Weights smaller than this say nothing; those of tasks are larger, as few examples tell each apart. */
const LEAST = { documents: 0.07, tasks: 0.15 } as const;
/** No larger one can be written. */
const MOST = 127 / WEIGHT;

interface Vectors {
  /** Where each example's buckets end. */
  ends: Uint32Array;
  buckets: Uint16Array;
  values: Float32Array;
}

function raritiesOf(examples: readonly Example[], read: ReadFeatures): Uint8Array {
  const having = new Uint32Array(BUCKETS);
  for (const { words } of examples)
    for (const bucket of bucketsOf(words, read).keys()) having[bucket] = (having[bucket] ?? 0) + 1;
  return Uint8Array.from(having, (count) =>
    Math.min(255, Math.round(RARITY * (1 + Math.log((1 + examples.length) / (1 + count))))),
  );
}

function vectorsOf(examples: readonly Pick<Example, 'words'>[], read: ReadFeatures, rarities: Uint8Array): Vectors {
  const all = examples.map(({ words }) => vectorOf(words, read, rarities));
  return {
    ends: endsOf(all.map(({ buckets }) => buckets)),
    buckets: Uint16Array.from(all.flatMap(({ buckets }) => buckets)),
    values: Float32Array.from(all.flatMap(({ values }) => values)),
  };
}

/**
 * The weights that tell one label's examples from all others: a linear support vector machine with squared loss, solved
 * by dual coordinate descent (Hsieh et al. 2008, algorithm 3 with its shrinking). `follow`: how closely each example is
 * followed, below 0 where it is not the label's, 0 where that is not known. The last weight is what the label has of itself.
 */
function separate({ ends, buckets, values }: Vectors, follow: Float64Array, random: () => number): Float64Array {
  const weights = new Float64Array(BUCKETS + 1);
  const pulls = new Float64Array(follow.length);
  const order = Uint32Array.from(follow.keys()).filter((example) => follow[example] !== 0);
  let active = order.length;
  let most = Number.POSITIVE_INFINITY;
  for (let round = 0; round < SOLVING.rounds; round++) {
    let highest = Number.NEGATIVE_INFINITY;
    let lowest = Number.POSITIVE_INFINITY;
    for (let at = 0; at < active; at++) {
      const other = at + Math.floor(random() * (active - at));
      const swapped = order[at] ?? 0;
      order[at] = order[other] ?? 0;
      order[other] = swapped;
    }
    for (let at = 0; at < active; at++) {
      const example = order[at] ?? 0;
      const closely = follow[example] ?? 0;
      const side = closely > 0 ? 1 : -1;
      const slack = 0.5 / Math.abs(closely);
      const pull = pulls[example] ?? 0;
      const from = example === 0 ? 0 : (ends[example - 1] ?? 0);
      const end = ends[example] ?? 0;
      let sum = weights[BUCKETS] ?? 0;
      for (let i = from; i < end; i++) sum += (weights[buckets[i] ?? 0] ?? 0) * (values[i] ?? 0);
      const slope = side * sum - 1 + pull * slack;
      if (pull === 0 && slope > most) {
        // Nothing will come of it any more: it waits until the others are settled.
        active--;
        order[at] = order[active] ?? 0;
        order[active] = example;
        at--;
        continue;
      }
      const step = pull === 0 ? Math.min(slope, 0) : slope;
      highest = Math.max(highest, step);
      lowest = Math.min(lowest, step);
      if (Math.abs(step) < 1e-12) continue;
      // A vector has the length 1, and what the label has of itself is one more of the value 1.
      const next = Math.max(0, pull - slope / (2 + slack));
      const by = (next - pull) * side;
      pulls[example] = next;
      for (let i = from; i < end; i++) {
        const bucket = buckets[i] ?? 0;
        weights[bucket] = (weights[bucket] ?? 0) + by * (values[i] ?? 0);
      }
      weights[BUCKETS] = (weights[BUCKETS] ?? 0) + by;
    }
    if (highest - lowest <= SOLVING.near) {
      if (active === order.length) break;
      active = order.length;
      most = Number.POSITIVE_INFINITY;
      continue;
    }
    most = highest > 0 ? highest : Number.POSITIVE_INFINITY;
  }
  return weights;
}

/** A label, and how closely each of some examples is followed for it; see separate(). */
interface Followed {
  label: string;
  vectors: Vectors;
  follow: Float64Array;
}

/** The weights of all these labels, by buckets, but for those below `least`. */
function separateAll(all: readonly Followed[], least: number, random: () => number): Separation {
  const byBucket: { label: number; weight: number }[][] = Array.from({ length: BUCKETS }, () => []);
  const bias = new Float32Array(all.length);
  for (const [label, { vectors, follow }] of all.entries()) {
    const weights = separate(vectors, follow, random);
    bias[label] = weights[BUCKETS] ?? 0;
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      const weight = weights[bucket] ?? 0;
      if (Math.abs(weight) < least) continue;
      byBucket[bucket]?.push({ label, weight: Math.round(WEIGHT * within(weight, MOST)) });
    }
  }
  const list = byBucket.flat();
  return {
    labels: all.map(({ label }) => label),
    bias,
    ends: endsOf(byBucket),
    of: Uint16Array.from(list, ({ label }) => label),
    weights: Int8Array.from(list, ({ weight }) => weight),
  };
}

/** What is learned from. */
export interface Lessons {
  /** What documents and questions say, and the labels that they are about by their places. */
  examples: readonly Example[];
  labels: readonly string[];
  /** Questions with names. */
  names: readonly NamesExample[];
  /** Of each document's tasks, which are told apart among one another, what says them. */
  tasks: readonly TasksExample[];
}

/** How the tasks of one document are said; `of`: the place of its task's label, -1 for none of them. */
export interface TasksExample {
  labels: readonly string[];
  said: readonly { words: readonly string[]; of: number }[];
}

/**
 * Learns from examples to tell labels apart, which takes about a twentieth of a second a label. It also learns which of
 * several names a question asks about. The order in which examples are looked at is drawn from a count, so that the same is
 * learned of the same.
 */
export function learn({ examples, labels, names, tasks }: Lessons, read: ReadFeatures): Weights {
  let drawn = 0;
  const random = (): number => hash(`${drawn++}`) / 2 ** 32;
  const rarities = raritiesOf(examples, read);
  const vectors = vectorsOf(examples, read, rarities);
  // What is set side by side is asked for alike.
  const compare = labels.indexOf(WANTS.compare);
  const followOf = (label: number): Float64Array =>
    Float64Array.from(examples, ({ about, wants, weight, unknown }) => {
      if (unknown === label) return 0;
      const place = wants === label ? 0 : about.indexOf(label);
      return (
        SOLVING.closely *
        weight *
        (place < 0 ? -1 : place === 0 || (wants !== undefined && wants === compare) ? 1 : ALSO)
      );
    });
  const ofTasks = tasks.flatMap((one) => {
    const own = vectorsOf(one.said, read, rarities);
    return one.labels.map((label, at) => ({
      label,
      vectors: own,
      follow: Float64Array.from(one.said, ({ of }) => SOLVING.tasks * (of === at ? 1 : -1)),
    }));
  });
  return {
    rarities,
    documents: separateAll(
      labels.map((label, at) => ({ label, vectors, follow: followOf(at) })),
      LEAST.documents,
      random,
    ),
    tasks: separateAll(ofTasks, LEAST.tasks, random),
    sayings: learnNames(names),
  };
}
