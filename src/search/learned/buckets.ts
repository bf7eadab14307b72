import { hash } from '../../core/hash.ts';
import { isFunctionWord } from '../../language/function-words.ts';
import type { ReadFeatures } from '../features.ts';

/** As many buckets as there are; what a text says falls into them by its hash, so that no list of words has to be kept. */
export const BUCKETS = 1 << 16;

const bucketOf = (text: string): number => hash(text) & (BUCKETS - 1);

/**
 * What some words say, each as a bucket, and how often they say it: the signs of each word (features.ts), which two
 * telling words follow one another, and pairs of letters, which hold where a word is misspelt or runs into another.
 */
export function bucketsOf(words: readonly string[], read: ReadFeatures): Map<number, number> {
  const counts = new Map<number, number>();
  const count = (text: string): void => {
    const bucket = bucketOf(text);
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  };
  let before: string | undefined;
  for (const word of words) {
    const signs = read(word);
    for (const { key } of signs) count(key);
    const bounded = `^${word}$`;
    for (let i = 0; i + 2 <= bounded.length; i++) count(`:${bounded.slice(i, i + 2)}`);
    if (isFunctionWord(word)) continue;
    // The noun without its particle, or what it means.
    const noun = signs.findLast(({ key }) => !key.endsWith('…'))?.key ?? word;
    if (before !== undefined) count(`${before}_${noun}`);
    before = noun;
  }
  return counts;
}
