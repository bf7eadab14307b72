import type { Machine } from '../machine.ts';
import { baseName, resolvePath } from '../process/paths.ts';
import type { Program } from '../process/process.ts';

type Programs = Readonly<Record<string, Program | undefined>>;

const FOLDERS = new Set(['/bin', '/usr/bin', '/sbin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin', '/']);

/**
 * Finds programs of an image by name or path, as `execvp` does: a file of its own that may be run is read for its first
 * line; the shell reads what has none.
 */
export function createFind(machine: Machine, programs: Programs) {
  return function find(name: string, folder: string, path: string | undefined): Program | 'missing' | 'denied' {
    if (!name.includes('/')) {
      const known = programs[name];
      if (known) return known;
      for (const place of (path ?? '/usr/bin:/bin').slice(0, 1000).split(':')) {
        const file = script(resolvePath(place, name));
        if (typeof file === 'function') return file;
      }
      return 'missing';
    }
    const full = resolvePath(folder, name);
    const file = script(full);
    if (file !== 'missing') return file;
    const known = programs[full] ?? (FOLDERS.has(resolvePath(full, '..')) ? programs[baseName(full)] : undefined);
    return known ?? 'missing';
  };

  function script(full: string): Program | 'missing' | 'denied' {
    const { files } = machine;
    if (files.isFolder(full)) return 'denied';
    const text = files.read(full);
    if (text === undefined) return 'missing';
    if (((files.mode(full) ?? 0) & 0o111) === 0) return 'denied';
    const [interpreter = '/bin/sh', ...words] =
      /^#![ \t]*([^\n]*)/.exec(text.slice(0, 256))?.[1]?.trim().split(/\s+/) ?? [];
    const isEnv = baseName(interpreter) === 'env';
    const called = isEnv ? (words[0] ?? 'sh') : interpreter;
    const program = programs[baseName(called)];
    if (!program) return 'missing';
    return (proc, argv) =>
      program(proc, [baseName(called), ...(isEnv ? words.slice(1) : words), full, ...argv.slice(1)]);
  }
}
