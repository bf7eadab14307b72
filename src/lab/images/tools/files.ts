import { baseName, folderOf } from '../process/paths.ts';
import type { Program } from '../process/process.ts';
import { matchesPattern } from '../shell/pattern.ts';
import { chmod, touch } from './chmod.ts';
import { cp, mkdir, rm } from './copy.ts';
import { full, inputs, within } from './disk.ts';
import { ls, stat } from './ls.ts';
import { readOptions } from './options.ts';

const cat: Program = function* (proc, argv) {
  const { options, words } = readOptions(argv, 'nbsAETvetu');
  let line = 1;
  return yield* inputs(proc, 'cat', words, function* (text) {
    if (!options.has('n')) proc.out(text);
    else {
      const lines = text.replace(/\n$/, '').split('\n');
      proc.out(lines.map((each) => `${String(line++).padStart(6)}\t${each}\n`).join(''));
    }
    yield;
  });
};

const find: Program = function* (proc, argv) {
  const at = argv.findIndex((word, nth) => nth > 0 && word.startsWith('-'));
  const paths = argv.slice(1, at < 0 ? undefined : at);
  const rest = at < 0 ? [] : argv.slice(at);
  const value = (name: string): string | undefined => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : undefined);
  const [name, type] = [value('-name'), value('-type')];
  const { files } = proc.box.machine;
  for (const word of paths.length > 0 ? paths : ['.'])
    for (const path of within(proc, full(proc, word)).reverse()) {
      if (name !== undefined && !matchesPattern(name, baseName(path))) continue;
      if (type === 'f' && files.isFolder(path)) continue;
      if (type === 'd' && !files.isFolder(path)) continue;
      proc.out(`${word.replace(/\/$/, '')}${path.slice(full(proc, word).replace(/\/$/, '').length)}\n`);
      yield;
    }
  return 0;
};

/** Programs about files. */
export const FILES = {
  cat,
  ls,
  stat,
  mkdir,
  rm,
  cp,
  mv: cp,
  touch,
  chmod,
  find,
  *rmdir(proc, argv) {
    let code = 0;
    for (const word of argv.slice(1)) {
      const path = full(proc, word);
      if ((proc.box.machine.files.list(path)?.length ?? 0) === 0 && proc.box.machine.files.remove(path)) continue;
      proc.err(`rmdir: '${word}': Directory not empty\n`);
      code = 1;
    }
    yield;
    return code;
  },
  *chown() {
    yield;
    return 0;
  },
  *pwd(proc) {
    yield;
    proc.out(`${proc.folder}\n`);
    return 0;
  },
  *basename(proc, argv) {
    yield;
    const name = baseName(argv[1] ?? '');
    proc.out(`${argv[2] && name.endsWith(argv[2]) && name !== argv[2] ? name.slice(0, -argv[2].length) : name}\n`);
    return 0;
  },
  *dirname(proc, argv) {
    yield;
    proc.out(`${folderOf(argv[1] ?? '')}\n`);
    return 0;
  },
  *readlink(proc, argv) {
    yield;
    proc.out(`${full(proc, argv.at(-1) ?? '')}\n`);
    return 0;
  },
  *realpath(proc, argv) {
    yield;
    proc.out(`${full(proc, argv.at(-1) ?? '')}\n`);
    return 0;
  },
  *ln() {
    yield;
    return 0;
  },
  *which(proc, argv) {
    yield;
    let code = 0;
    for (const word of argv.slice(1))
      if (typeof proc.box.find(word, proc.folder, proc.env.get('PATH')) === 'function')
        proc.out(`${word.includes('/') ? word : `/usr/bin/${word}`}\n`);
      else code = 1;
    return code;
  },
  *mktemp(proc, argv) {
    const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const path = `/tmp/tmp.${Array.from({ length: 6 }, () => letters[Math.floor(proc.box.machine.random() * letters.length)]).join('')}`;
    const { files } = proc.box.machine;
    if (argv.includes('-d')) files.makeFolder(path);
    else files.write(path, '');
    proc.out(`${path}\n`);
    return 0;
  },
} satisfies Record<string, Program>;
