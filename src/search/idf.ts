/** How much knowing a word tells among `all` documents when `having` of them have it; most for one that none has. */
export const idfAmong =
  (all: number) =>
  (having: number): number =>
    Math.log(1 + all / Math.max(1, having + 0.5));
