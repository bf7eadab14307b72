const AT_ONCE = 8;

/** Does the work for each, a few at a time: all at once, a slow machine would take longer than an answer may. */
export async function fewAtOnce<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  // Each of them takes what none has taken yet.
  const left = Iterator.from(items);
  const worker = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
