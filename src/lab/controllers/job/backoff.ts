/** How long a Job waits with the next Pod after one has failed (kubernetes/pkg/controller/job/backoff_utils.go). */

const FIRST = 10_000;
const MOST = 600_000;

/** Milliseconds from so many failures in a row to the next try. */
export const delay = (failures: number): number => Math.min(MOST, FIRST * 2 ** (failures - 1));

interface Failures {
  count: number;
  last: number;
}

/** Remembers failures since the last success, by a Job's uid; a restart forgets them, as that of the real controller does. */
export function createBackoff() {
  const known = new Map<string, Failures>();
  return {
    failed(uid: string, count: number, at: number): void {
      known.set(uid, { count: (known.get(uid)?.count ?? 0) + count, last: at });
    },
    forget: (uid: string): void => void known.delete(uid),
    /** Milliseconds to wait yet. */
    wait(uid: string, now: number): number {
      const failures = known.get(uid);
      if (failures === undefined) return 0;
      return Math.max(0, failures.last + delay(failures.count) - now);
    },
  };
}
