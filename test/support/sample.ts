/**
 * How much is tried of what takes long: a sample in `npm test`, another one each time; all in `npm run test:exhaustive`.
 * A run says its TEST_SEED first thing, and with the same one the same is tried again.
 */
import { createHash } from 'node:crypto';

const { EXHAUSTIVE, TEST_SEED = '' } = process.env;
/** All is tried. */
export const isWhole = EXHAUSTIVE === '1';

/** How many times as often as usual a property is tried: so that all of `npm test` takes less than four minutes of two cores, and when all is. */
const TIMES = { sampled: 0.6, whole: 10 } as const;

/** At most so many of them, drawn by TEST_SEED, in the order in which they came; all in an exhaustive run. */
export function sample<T>(items: Iterable<T>, most: number): T[] {
  const all = Array.from(items);
  if (isWhole || all.length <= most) return all;
  // By their places, so that a course with other words has the same sample.
  const drawn = all.map((_, at) => ({
    at,
    by: createHash('sha1').update(`${TEST_SEED} ${all.length} ${at}`).digest('hex'),
  }));
  const chosen = new Set(
    drawn
      .toSorted((a, b) => (a.by < b.by ? -1 : 1))
      .slice(0, most)
      .map(({ at }) => at),
  );
  return all.filter((_, at) => chosen.has(at));
}

/** fast-check's `numRuns`, of those that are usual. */
export const runs = (usual: number): number => Math.ceil(usual * (isWhole ? TIMES.whole : TIMES.sampled));
