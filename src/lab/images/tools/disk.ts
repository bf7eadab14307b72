import { resolvePath } from '../process/paths.ts';
import type { Proc, Work } from '../process/process.ts';
import { readSome } from '../process/waits.ts';

export const full = (proc: Proc, path: string): string => resolvePath(proc.folder, path);

/** Has the image GNU's programs, which word errors otherwise than busybox? */
export const isGnu = (proc: Proc): boolean => proc.box.find('busybox', '/', undefined) === 'missing';

/** Why a path cannot be written, once it could not. */
export const reason = (proc: Proc, path: string): string => {
  const { files } = proc.box.machine;
  if (!files.isFolder(resolvePath(path, '..'))) return 'No such file or directory';
  return proc.user === 0 ? 'Read-only file system' : 'Permission denied';
};

/** The files that words name, each with its text; standard input where there is none, or `-`. */
export function* inputs(
  proc: Proc,
  name: string,
  words: readonly string[],
  each: (text: string, file: string) => Work<void>,
): Work {
  let code = 0;
  for (const word of words.length > 0 ? words : ['-']) {
    if (word === '-' || word === '/dev/stdin') {
      for (let text = yield* readSome(proc); text !== undefined; text = yield* readSome(proc)) {
        proc.owe(text.length / 256);
        yield* each(text, '-');
        yield;
      }
      continue;
    }
    const path = full(proc, word);
    const { files } = proc.box.machine;
    const text = path === '/dev/null' ? '' : files.read(path);
    if (text === undefined) {
      const why = files.isFolder(path) ? 'Is a directory' : 'No such file or directory';
      const busybox = files.isFolder(path) ? `read error: ${why}` : `can't open '${word}': ${why}`;
      proc.err(`${name}: ${isGnu(proc) ? `${word}: ${why}` : busybox}\n`);
      code = 1;
    } else {
      proc.owe(text.length / 256);
      yield* each(text, word);
      yield;
    }
  }
  return code;
}

/** All paths in a folder, what is deepest first. */
export function within(proc: Proc, path: string, depth = 0): string[] {
  const { files } = proc.box.machine;
  if (!files.isFolder(path) || depth > 32) return [path];
  const names = files.list(path) ?? [];
  proc.owe(names.length / 4);
  return [...names.flatMap((name) => within(proc, resolvePath(path, name), depth + 1)), path];
}
