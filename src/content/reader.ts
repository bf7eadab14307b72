import type { Problem } from './model.ts';
import { keepLastGood, type Reading } from './reading.ts';
import type { ReadingThread } from './reading-thread.ts';

/** Reads the same folders over and over. */
export interface Reader {
  /** What is there now, see keepLastGood(); undefined where nothing has changed since the last time. */
  reread(): Promise<Reading | undefined>;
}

const inWords = (problems: readonly Problem[]): string[] =>
  problems.map(({ file, line, message }) => `${file}:${line} ${message.en}`);

/** Two readings of the same texts have the same. */
const fingerprint = ({ found, course, synonyms }: Reading): string =>
  JSON.stringify([
    found.map(({ file, hash, read }) => (hash === '' ? inWords(read.problems) : [file, hash])),
    course.text,
    inWords(course.problems),
    synonyms.synonyms,
    inWords(synonyms.problems),
  ]);

/** `first`: as the folders were read last. */
export function createReader(
  folders: readonly string[],
  first: Reading,
  { read }: Pick<ReadingThread, 'read'>,
): Reader {
  let last = first;
  let seen = fingerprint(first);
  return {
    async reread() {
      const now = await read(folders, last);
      const print = fingerprint(now);
      if (print === seen) return undefined;
      seen = print;
      last = keepLastGood(now, last);
      return last;
    },
  };
}
