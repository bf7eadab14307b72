/** What deadlines go by: each is a moment of these milliseconds, or is called back. */
export interface Timers {
  /** Milliseconds since some moment; never goes back. */
  now(): number;
  /** Calls back once after `ms`; what it returns cancels that. */
  after(ms: number, call: () => void): () => void;
}

/** The machine's own. */
export const systemTimers: Timers = {
  now: () => performance.now(),
  after(ms, call) {
    const timer = setTimeout(call, Math.max(0, ms));
    return () => clearTimeout(timer);
  },
};
