import type { Proc, Work } from '../process/process.ts';

/** Goes on as another program. */
export function* instead(proc: Proc, words: readonly string[], caller: string): Work {
  const name = words[0] ?? '';
  const program = proc.box.find(name, proc.folder, proc.env.get('PATH'));
  if (typeof program === 'function') {
    proc.argv = words;
    return yield* program(proc, words);
  }
  proc.err(
    `${caller}: ${caller === 'env' ? '' : "can't execute "}'${name}': ${program === 'denied' ? 'Permission denied' : 'No such file or directory'}\n`,
  );
  return program === 'denied' ? 126 : 127;
}
