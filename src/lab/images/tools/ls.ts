import { bytesOfText } from '../../bytes.ts';
import { resolvePath } from '../process/paths.ts';
import type { Program } from '../process/process.ts';
import { formatDate } from './date.ts';
import { full, isGnu } from './disk.ts';
import { readOptions } from './options.ts';

const MODES = ['---', '--x', '-w-', '-wx', 'r--', 'r-x', 'rw-', 'rwx'];

const modeText = (mode: number, isFolder: boolean): string =>
  (isFolder ? 'd' : '-') + [6, 3, 0].map((by) => MODES[(mode >> by) & 7]).join('');

export const ls: Program = function* (proc, argv) {
  const { options, words } = readOptions(argv, 'laAh1RFtrSdin', ['all', 'color:', 'color']);
  const { files, now } = proc.box.machine;
  const isLong = options.has('l');
  let code = 0;
  const show = (path: string, name: string): string => {
    if (!isLong) return name;
    const isFolder = files.isFolder(path);
    const size = isFolder ? 4096 : bytesOfText(files.read(path) ?? '').length;
    return `${modeText(files.mode(path) ?? 0o644, isFolder)}    1 root     root     ${String(size).padStart(9)} ${formatDate('%b %e %H:%M', now())} ${name}`;
  };
  const given = words.length > 0 ? words : ['.'];
  for (const [nth, word] of given.entries()) {
    const path = full(proc, word);
    if (!files.isFolder(path) || options.has('d')) {
      if (files.mode(path) === undefined && files.read(path) === undefined) {
        const isOther = isGnu(proc);
        proc.err(`ls: ${isOther ? `cannot access '${word}'` : word}: No such file or directory\n`);
        code = isOther ? 2 : 1;
      } else proc.out(`${show(path, word)}\n`);
      continue;
    }
    const names = [...(files.list(path) ?? [])]
      .sort()
      .filter((name) => options.has('a') || options.has('A') || !name.startsWith('.'));
    const all = options.has('a') ? ['.', '..', ...names] : names;
    proc.owe(all.length / 8);
    if (given.length > 1) proc.out(`${nth > 0 ? '\n' : ''}${word}:\n`);
    if (isLong) proc.out(`total ${all.length * 4}\n`);
    const isWide = !isLong && !options.has('1') && proc.streams.get(1)?.isTty;
    if (isWide) proc.out(all.length > 0 ? `${all.join('  ')}\n` : '');
    else proc.out(all.map((name) => `${show(resolvePath(path, name), name)}\n`).join(''));
    yield;
  }
  return code;
};

/** `stat`, of whose formats what scripts ask: `%a %A %n %s %F %U %G %u %g %Y`; `-f` is of file systems, and is not there. */
export const stat: Program = function* (proc, argv) {
  const { options, words } = readOptions(argv, 'Lc:t', ['format:']);
  const { files, now } = proc.box.machine;
  const format = options.get('c')?.[0] ?? options.get('format')?.[0];
  let code = 0;
  for (const word of words) {
    const path = full(proc, word);
    const mode = files.mode(path);
    if (mode === undefined) {
      proc.err(`stat: ${isGnu(proc) ? `cannot statx '${word}'` : `can't stat '${word}'`}: No such file or directory\n`);
      code = 1;
      continue;
    }
    const isFolder = files.isFolder(path);
    const size = isFolder ? 4096 : bytesOfText(files.read(path) ?? '').length;
    const what = isFolder ? 'directory' : size === 0 ? 'regular empty file' : 'regular file';
    const letters: Readonly<Record<string, string>> = {
      ...{ a: mode.toString(8), A: modeText(mode, isFolder), n: word, s: `${size}`, F: what },
      ...{ U: 'root', G: 'root', u: '0', g: '0', Y: `${Math.floor(now() / 1000)}` },
    };
    proc.out(
      format === undefined
        ? `  File: ${word}\n  Size: ${size}\tBlocks: ${Math.ceil(size / 512)}\tIO Block: 4096   ${what}\nAccess: (${letters.a?.padStart(4, '0')}/${letters.A})  Uid: (    0/    root)   Gid: (    0/    root)\n`
        : `${format.replace(/%([a-zA-Z])/g, (whole, letter: string) => letters[letter] ?? whole)}\n`,
    );
    yield;
  }
  return code;
};
