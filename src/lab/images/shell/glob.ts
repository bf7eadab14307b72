import type { Files } from '../machine.ts';
import type { Proc } from '../process/process.ts';
import { matchesPattern, unquotePattern } from './pattern.ts';

/** Most names that a pattern of paths becomes. */
const MOST = 2000;

/** The paths that a pattern names, in order. */
export function glob(files: Files, folder: string, pattern: string, proc: Proc): string[] {
  const isAbsolute = pattern.startsWith('/');
  let found = [isAbsolute ? '/' : ''];
  for (const [nth, part] of pattern.split('/').entries()) {
    if (part === '') {
      if (nth > 0) found = found.map((path) => (path.endsWith('/') ? path : `${path}/`));
      continue;
    }
    const next: string[] = [];
    for (const path of found) {
      const names = files.list(path.startsWith('/') ? path : `${folder}/${path}`.replaceAll('//', '/')) ?? [];
      proc.owe(names.length / 8);
      const prefix = path === '' || path.endsWith('/') ? path : `${path}/`;
      for (const name of [...names].sort()) {
        if (name.startsWith('.') && !part.startsWith('.')) continue;
        if (matchesPattern(part, name) && next.length < MOST) next.push(prefix + name);
      }
      if (names.length === 0 && unquotePattern(part) === part && (part === '.' || part === '..'))
        next.push(prefix + part);
    }
    found = next;
  }
  return found;
}
