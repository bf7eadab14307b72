import type { Program } from '../process/process.ts';
import { createFileWriter } from '../process/streams.ts';
import { full, isGnu, reason, within } from './disk.ts';
import { readOptions } from './options.ts';

export const touch: Program = function* (proc, argv) {
  const { words } = readOptions(argv, 'camr:t:d:');
  const { files } = proc.box.machine;
  let code = 0;
  for (const word of words) {
    const path = full(proc, word);
    if (files.isFolder(path) || files.read(path) !== undefined || createFileWriter(proc.box, path, true)) continue;
    proc.err(`touch: ${isGnu(proc) ? `cannot touch '${word}'` : word}: ${reason(proc, path)}\n`);
    code = 1;
  }
  yield;
  return code;
};

export const chmod: Program = function* (proc, argv) {
  const { options, words } = readOptions(
    argv.filter((word, nth) => nth === 0 || word !== '-x'),
    'Rvf',
  );
  const [wanted = '', ...paths] = words;
  const { files } = proc.box.machine;
  let code = 0;
  for (const word of paths) {
    for (const path of options.has('R') ? within(proc, full(proc, word)) : [full(proc, word)]) {
      const before = files.mode(path);
      const mode = /^[0-7]{3,4}$/.test(wanted) ? Number.parseInt(wanted, 8) : changed(before ?? 0, wanted);
      if (before === undefined) proc.err(`chmod: ${word}: No such file or directory\n`);
      else if (mode === undefined) proc.err(`chmod: invalid mode '${wanted}'\n`);
      else if (!files.setMode(path, mode))
        proc.err(`chmod: ${word}: ${proc.user === 0 ? 'Read-only file system' : 'Operation not permitted'}\n`);
      else continue;
      code = 1;
    }
    yield;
  }
  return code;
};

function changed(mode: number, wanted: string): number | undefined {
  let after = mode;
  for (const clause of wanted.split(',')) {
    const found = /^([ugoa]{0,4})([-+=])([rwxX]{0,4})$/.exec(clause);
    if (!found) return undefined;
    const who = found[1] || 'a';
    const bits = [...(found[3] ?? '')].reduce((sum, letter) => sum | (letter === 'r' ? 4 : letter === 'w' ? 2 : 1), 0);
    for (const [letter, by] of [
      ['u', 6],
      ['g', 3],
      ['o', 0],
    ] as const) {
      if (!who.includes(letter) && !who.includes('a')) continue;
      if (found[2] === '=') after &= ~(7 << by);
      after = found[2] === '-' ? after & ~(bits << by) : after | (bits << by);
    }
  }
  return after;
}
