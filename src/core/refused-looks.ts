/** Milliseconds for which it is remembered what a server refuses: it may be of a newer version by then. */
const REMEMBERED = 3_600_000;

/** Which of several looks, the best first, a server takes: those that it has refused are not tried again for an hour. */
export interface RefusedLooks {
  /** The looks that are worth a try. */
  left<T>(looks: readonly T[]): readonly T[];
  /** The first `count` of those that were left are refused. */
  refused(count: number): void;
}

export function createRefusedLooks(now: () => number): RefusedLooks {
  let skipped = 0;
  let until = 0;
  return {
    left(looks) {
      if (now() >= until) skipped = 0;
      return looks.slice(skipped);
    },
    refused(count) {
      if (count === 0) return;
      skipped += count;
      until = now() + REMEMBERED;
    },
  };
}
