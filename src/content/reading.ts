import { basename, sep } from 'node:path';
import { hashOf, type Parser } from './cache.ts';
import { type CourseFileRead, readCourseFile } from './course-file.ts';
import { readFolders } from './files.ts';
import { namesIn } from './lost.ts';
import type { Read } from './parse-file.ts';
import { readSynonyms, type SynonymsRead } from './synonyms.ts';

/** One file as it was read by itself, or a folder or file that could not be read. */
export interface Found {
  file: string;
  /** Of what it says, see hashOf(); empty where it could not be read. */
  hash: string;
  read: Read;
  /** It cannot be used as it is: `read` is what it said before. */
  kept?: true;
}

/** Everything below some folders, in order of path. */
export interface Reading {
  found: readonly Found[];
  course: CourseFileRead;
  synonyms: SynonymsRead;
}

/** Reads everything below the folders now. */
export function readAll(folders: readonly string[], { read }: Parser): Reading {
  const found = readFolders(folders).order.map(
    (one): Found =>
      'text' in one
        ? { file: one.file, hash: hashOf(one), read: read(one) }
        : {
            file: one.file,
            hash: '',
            read: { problems: [one], lost: namesIn({ file: one.file, path: basename(one.file), text: '' }) },
          },
  );
  return { found, course: readCourseFile(folders), synonyms: readSynonyms(folders) };
}

/** Is nothing to be taught of it? */
const isUseless = ({ term, chapter, set, questions, problems }: Read): boolean =>
  problems.length > 0 && !term && !chapter && !set && !questions;

/** How many files cannot be used as they are: nothing is taught of them, or what they said before. */
export const refusedFiles = ({ found, course, synonyms }: Reading): number =>
  found.filter(({ read, kept }) => kept === true || isUseless(read)).length +
  [course, synonyms].filter(({ isWhole }) => !isWhole).length;

/**
 * A reading in which what is refused now stands as it was `before`, with what is wrong with it now: a file that is half
 * written or has a mistake, all files of a folder that cannot be read or has lost every one of them. A file that is gone
 * from a folder is gone.
 */
export function keepLastGood(now: Reading, before: Reading): Reading {
  const known = new Map(before.found.map((one) => [one.file, one]));
  const there = new Set(now.found.map(({ file }) => file));
  const keep = (one: Found): Found[] => {
    const good = known.get(one.file);
    if (good && !isUseless(good.read))
      return [{ ...one, read: { ...good.read, problems: one.read.problems }, kept: true }];
    const below = before.found.filter(({ file }) => file.startsWith(one.file + sep) && !there.has(file));
    return [...below, one];
  };
  const whole = <T extends CourseFileRead | SynonymsRead>(is: T, was: T): T =>
    is.isWhole ? is : { ...was, problems: is.problems, isWhole: false };
  return {
    found: now.found.flatMap((one) => (isUseless(one.read) ? keep(one) : [one])),
    course: whole(now.course, before.course),
    synonyms: whole(now.synonyms, before.synonyms),
  };
}
