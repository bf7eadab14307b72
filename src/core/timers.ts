/** The clock of deadlines. */
export interface Timers {
  /** Milliseconds since a fixed moment; never goes back. */
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

/** Resolves after `ms`. */
export const pause = (ms: number, timers: Timers): Promise<void> =>
  new Promise((resolve) => void timers.after(ms, resolve));

/** Runs `work`, and aborts its signal after `ms`. */
export async function runWithin<T>(ms: number, timers: Timers, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const late = new AbortController();
  const cancel = timers.after(ms, () => late.abort(new DOMException('It took too long', 'TimeoutError')));
  try {
    return await work(late.signal);
  } finally {
    cancel();
  }
}
