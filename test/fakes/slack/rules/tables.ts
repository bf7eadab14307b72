import { expect, it } from 'vitest';

/** A rule, an example it accepts, one it refuses, and what Slack says: `text/text: must be less than 151 characters`. */
export type Row = [rule: string, accepted: unknown, refused: unknown, ...problems: string[]];

/** The place before the problem, without the `start` that all share. */
export const placed = (problems: readonly string[], start: string): string[] =>
  problems.map((problem) => {
    const [, said = problem, place] = /^(.*) \[json-pointer:(.*)\]$/.exec(problem) ?? [];
    if (place === undefined) return said;
    const inner = place.startsWith(start) ? place.slice(start.length).replace(/^\//, '') : place;
    return inner === '' ? said : `${inner}: ${said}`;
  });

export const itRefuses = (rows: readonly Row[], problemsOf: (value: unknown) => string[], start = ''): void => {
  it.each(rows)('%s', (_rule, accepted, refused, ...expected) => {
    expect(placed(problemsOf(accepted), start)).toEqual([]);
    expect(placed(problemsOf(refused), start)).toEqual(expected);
  });
};
