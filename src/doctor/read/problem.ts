import type { Place } from '../node.ts';

/** What a text is refused for, or what is lost of it, by where that stands. */
export type Problem = Place &
  (
    | { kind: 'syntax'; code: string }
    /** A key that stands twice in its map: the last one counts. */
    | { kind: 'duplicate'; key: string }
    /** A key that is read as something else: yes is `true`, and a null is no key. */
    | { kind: 'key'; source: string; as: string | undefined }
    | { kind: 'alias'; name: string }
    | { kind: 'too-deep' }
    | { kind: 'too-many-aliases' }
  );

/** Problems of one kind that are kept: a text of nothing else is not told line by line. */
const MOST = 500;

/** Keeps a problem, where there are not too many. */
export function keep(problems: Problem[], problem: Problem): void {
  if (problems.length < MOST) problems.push(problem);
}
