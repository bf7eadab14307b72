import { expect, it } from 'vitest';
import type { ApiError } from '../errors.ts';
import { reasons } from './reasons.ts';

/** A rule, an example it accepts, one it refuses, and Discord's reasons. */
export type Row = [rule: string, accepted: unknown, refused: unknown, ...reasons: string[]];

export const itRefuses = (rows: readonly Row[], errorOf: (body: unknown) => ApiError | undefined): void => {
  it.each(rows)('%s', (_rule, accepted, refused, ...expected) => {
    expect(reasons(errorOf(accepted))).toEqual([]);
    expect(reasons(errorOf(refused))).toEqual(expected);
  });
};
