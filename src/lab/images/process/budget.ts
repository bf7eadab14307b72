/** Steps that processes may take: so many a simulated second, and some more after a rest. */
export interface Budget {
  /** Takes up to `wanted`; how many there were. */
  take(now: number, wanted: number): number;
  /** Gives back what was not needed. */
  giveBack(steps: number): void;
}

export function createBudget(perSecond: number, most: number): Budget {
  let left = most;
  let at: number | undefined;
  return {
    take(now, wanted) {
      left = Math.min(most, left + ((now - (at ?? now)) / 1000) * perSecond);
      at = now;
      const taken = Math.max(0, Math.min(wanted, Math.floor(left)));
      left -= taken;
      return taken;
    },
    giveBack(steps) {
      left = Math.min(most, left + steps);
    },
  };
}
