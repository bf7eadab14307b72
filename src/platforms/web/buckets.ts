/** How often something may be done: `burst` times at once, and `perSecond` from then on. */
export interface Rate {
  burst: number;
  perSecond: number;
}

/** Keys that are kept track of; then those that are full again are dropped. */
const MOST = 50_000;
/** The share of them that is left then, so that it is not done for each new one. */
const ROOM = 0.9;

/** Counts what is done by keys, each at its own rate. `now`: milliseconds. */
export function createBuckets({ burst, perSecond }: Rate, now: () => number) {
  const levels = new Map<string, { left: number; at: number }>();
  const levelOf = (key: string): number => {
    const known = levels.get(key);
    return known === undefined ? burst : Math.min(burst, known.left + ((now() - known.at) / 1000) * perSecond);
  };
  const prune = (): void => {
    for (const key of levels.keys()) if (levelOf(key) >= burst) levels.delete(key);
    // All of them busy: the oldest go, so that memory ends somewhere.
    for (const key of levels.keys()) {
      if (levels.size < MOST * ROOM) return;
      levels.delete(key);
    }
  };
  return {
    /** May it be done once more? */
    hasRoom: (key: string): boolean => levelOf(key) >= 1,
    /** Was it done lately at all? */
    isTouched: (key: string): boolean => levelOf(key) < burst,
    /** Counts that it was done. */
    take(key: string): void {
      const left = Math.max(0, levelOf(key) - 1);
      if (levels.size >= MOST) prune();
      levels.set(key, { left, at: now() });
    },
  };
}
