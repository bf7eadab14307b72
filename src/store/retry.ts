import { setTimeout } from 'node:timers/promises';

/** Milliseconds before each further try. */
const PAUSES = [50, 250, 1000];

/** Runs it again after errors that may be gone in a moment. It must be safe to run twice. */
export async function retry<T>(run: () => Promise<T>, isTransient: (error: unknown) => boolean): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await run();
    } catch (error) {
      if (!isTransient(error)) throw error;
    }
    await setTimeout(pause);
  }
  return run();
}
