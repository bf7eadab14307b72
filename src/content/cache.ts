import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson } from '../core/json.ts';
import { normalized, type TextFile } from './files.ts';
import { splitFrontMatter } from './front-matter.ts';
import { parseFile, type Read } from './parse-file.ts';

/** Folders of content whose files stay in the cache, those read last. */
const KEPT = 8;
/** What parses a file: a change in one of these rooms, or of a library, makes every entry worthless. */
const PARSERS = ['content', 'questions', 'markdown', 'language', 'core'] as const;

const hash = (...parts: readonly (string | Uint8Array)[]): string => {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part).update('\0');
  return sum.digest('base64url');
};

/** A name for the code that parses: another one whenever it may read a file in another way. `root`: the project's folder. */
export function parserVersion(root: string): string {
  const sources = PARSERS.flatMap((room) => {
    const folder = join(root, 'src', room);
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => readFileSync(join(folder, name)));
  });
  // The image has no lock: its packages never change.
  const packages = ['package.json', 'package-lock.json']
    .map((name) => join(root, name))
    .filter((one) => existsSync(one));
  return hash(...packages.map((one) => readFileSync(one)), ...sources);
}

/** A name for what a file says. */
export const hashOf = ({ file, path, text }: TextFile): string => hash(file, path, text);

/** What a file was read as, without functions; `owns`: its fields can be found again by lineOf(). */
export type Entry = Omit<Read, 'lineOf'> & { owns: boolean };

export const entryOf = ({ lineOf, ...read }: Read): Entry => ({ ...read, owns: lineOf !== undefined });

/** Where a field stands in a file as it is now; its first line where it cannot be read any more. */
function lineIn(file: string, at: readonly PropertyKey[]): number {
  try {
    return splitFrontMatter(normalized(readFileSync(file, 'utf8'))).lineOf(at);
  } catch {
    return 1;
  }
}

/**
 * The same as it was read. Its text is read again where a line is asked for: the texts of a course, kept for that, would
 * take as much memory as all that is taught.
 */
export const readOf = ({ owns, ...read }: Entry, file: string): Read =>
  owns ? { ...read, lineOf: (at) => lineIn(file, at) } : read;

/** Reads files as parseFile() does. */
export interface Parser {
  read(file: TextFile): Read;
}

/** Keeps what it has read between starts. */
export interface ContentCache extends Parser {
  /** Writes what was read since the cache was opened; a folder that cannot be written to is no error. */
  save(): void;
}

/** Without a folder for it, nothing is kept. */
export const noCache: Parser = { read: parseFile };

/** Entries that this version has written, by their files' hashes; none where the file is missing or damaged. */
function entriesIn(path: string): ReadonlyMap<string, Entry> {
  try {
    const stored = readFileSync(path, 'utf8');
    const end = stored.indexOf('\n');
    const json = stored.slice(end + 1);
    if (stored.slice(0, end) !== hash(json)) return new Map();
    // Safe: the hash tells that save() wrote it, and the file's name that this very version did.
    return new Map(parseJson(json) as [string, Entry][]);
  } catch {
    return new Map();
  }
}

/** Removes the entries of folders that were not read for longest, and of older versions. */
function prune(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => name.startsWith('content-'))
    .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }));
  for (const { path } of files.sort((a, b) => b.at - a.at).slice(KEPT)) rmSync(path, { force: true });
}

/**
 * The cache of these folders of content, in the cache's own `folder`. `version` is that of the parser; `unique` names a
 * file that no other process writes.
 */
export function openCache(
  folder: string,
  contentFolders: readonly string[],
  { version, unique }: { version: string; unique: () => string },
): ContentCache {
  const path = join(folder, `content-${hash(version, ...contentFolders)}.json`);
  const before = entriesIn(path);
  const now = new Map<string, Entry>();
  let isNew = false;
  return {
    read(file) {
      const key = hashOf(file);
      const known = before.get(key);
      if (known) {
        now.set(key, known);
        return readOf(known, file.file);
      }
      const entry = entryOf(parseFile(file));
      now.set(key, entry);
      isNew = true;
      return readOf(entry, file.file);
    },
    save() {
      if (!isNew && now.size === before.size) return;
      try {
        mkdirSync(folder, { recursive: true });
        const json = JSON.stringify(Array.from(now));
        const written = join(folder, `${unique()}.tmp`);
        writeFileSync(written, `${hash(json)}\n${json}`);
        // At once: another process that starts at this moment reads the old one or the new one.
        renameSync(written, path);
        prune(folder);
      } catch {
        // Read-only systems have none; the next start takes as long as this one.
      }
    },
  };
}
