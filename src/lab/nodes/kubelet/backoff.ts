/** How long a kubelet waits before it tries again (client-go/util/flowcontrol/backoff.go): 10 s, doubled up to 300 s. */
const FIRST = 10_000;
const MOST = 300_000;

export interface Backoff {
  /** Milliseconds until the next try may be made after one that ended at `since`; 0 where it may be now. */
  left(since: number, now: number): number;
  /** The wait of now. */
  wait(): number;
  /** Another try is made after one that ended at `since`. What went well for twice the longest wait begins anew. */
  next(since: number, now: number): void;
}

export function createBackoff(tries = 0): Backoff {
  let wait = tries === 0 ? 0 : Math.min(MOST, FIRST * 2 ** (tries - 1));
  let last: number | undefined;
  const isOld = (since: number): boolean => last !== undefined && since - last > 2 * MOST;
  return {
    left: (since, now) => (isOld(since) ? 0 : Math.max(0, since + wait - now)),
    wait: () => wait,
    next(since, now) {
      wait = wait === 0 || isOld(since) ? FIRST : Math.min(MOST, wait * 2);
      last = now;
    },
  };
}
