import type { Meter } from '../core/meter.ts';

/** The same operations; the meter counts how long each takes and whether it fails, under `group` and its name. */
export function timed<T extends Record<keyof T, (...args: never[]) => Promise<unknown>>>(
  operations: T,
  meter: Pick<Meter, 'store'>,
  group = '',
): T {
  const timedOne =
    (name: string, run: (...args: never[]) => Promise<unknown>): typeof run =>
    async (...args) => {
      const begun = performance.now();
      try {
        const result = await run(...args);
        meter.store(name, 'done', performance.now() - begun);
        return result;
      } catch (error) {
        meter.store(name, 'failed', performance.now() - begun);
        throw error;
      }
    };
  const all = Object.entries<(...args: never[]) => Promise<unknown>>(operations);
  // Safe: each name has a function of the same type as before.
  return Object.fromEntries(all.map(([name, run]) => [name, timedOne(`${group}${name}`, run)])) as T;
}
