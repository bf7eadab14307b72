import { getHeapStatistics, setFlagsFromString } from 'node:v8';

/** How much more than after the last time is worth a collection, which stops the process for a tenth of a second. */
const GROWN = 1.25;

/** Bytes of the heap after the last time. */
let rested = 0;

/**
 * Gives back what a start has left behind: V8 would keep that, a third of the process, for a rainy day. From then on it
 * collects once the heap has grown by two fifths, so that no older courses pile up; at a start that would be all the time.
 */
export async function tidyUp(): Promise<void> {
  if (getHeapStatistics().used_heap_size < rested * GROWN) return;
  setFlagsFromString('--heap-growing-percent=40');
  await globalThis.gc?.({ type: 'major', execution: 'async', flavor: 'last-resort' });
  rested = getHeapStatistics().used_heap_size;
}
