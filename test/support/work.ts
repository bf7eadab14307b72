import { Session } from 'node:inspector/promises';
import { countBuiltins } from './builtins.ts';

/** How often the blocks of each function ran, by where it stands, and what the engine's own went through. */
export type Work = ReadonlyMap<string, number>;

/**
 * Counts what work does, not how long it takes: how often each block of code runs, that of libraries included (V8's
 * precise coverage), and through how much the engine's own methods go. Only code that is loaded after the start is
 * counted block by block.
 */
export async function startCounting(): Promise<(work: () => Promise<void>) => Promise<Work>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const builtins = countBuiltins();
  return async (work) => {
    // Counts begin anew each time they are taken.
    await session.post('Profiler.takePreciseCoverage');
    builtins.clear();
    await work();
    const engine = Array.from(builtins);
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const code = result.flatMap(({ url, functions }) =>
      functions.map(({ functionName, ranges }): [string, number] => [
        `${functionName || 'a function'} at ${ranges[0]?.startOffset} of ${url}`,
        ranges.reduce((sum, { count }) => sum + count, 0),
      ]),
    );
    return new Map([...code, ...engine]);
  };
}
