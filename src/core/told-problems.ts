import type { Draft } from './outbox.ts';

/** Milliseconds that a problem must have been gone to be news again: another process may see what was saved later. */
export const FORGIVEN = 60_000;

/** Which problems of a course's files classes were told of, over all processes and restarts. A problem is any text. */
export interface ToldProblems {
  /** Notes that no class has any other problem than `left`: what comes back is told again. */
  mendedBut(left: readonly string[], at: number): Promise<void>;
  /**
   * Adds the notices that `draft` makes of those problems that the class was not told of, or that have come back: all or
   * nothing, and each problem once, however many processes see it.
   */
  tell(
    classId: string,
    problems: readonly string[],
    draft: (fresh: readonly string[]) => readonly Draft[],
    at: number,
  ): Promise<void>;
}
