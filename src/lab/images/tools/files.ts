import { baseName, folderOf, resolvePath } from '../process/paths.ts';
import type { Proc, Program, Work } from '../process/process.ts';
import { createFileWriter } from '../process/streams.ts';
import { readSome } from '../process/waits.ts';
import { matchesPattern } from '../shell/pattern.ts';
import { formatDate } from './date.ts';
import { readOptions } from './options.ts';

const full = (proc: Proc, path: string): string => resolvePath(proc.folder, path);

/** Why a path cannot be written, once it could not. */
const reason = (proc: Proc, path: string): string => {
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
      proc.err(files.isFolder(path) ? `${name}: read error: ${why}\n` : `${name}: can't open '${word}': ${why}\n`);
      code = 1;
    } else {
      proc.owe(text.length / 256);
      yield* each(text, word);
      yield;
    }
  }
  return code;
}

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

const MODES = ['---', '--x', '-w-', '-wx', 'r--', 'r-x', 'rw-', 'rwx'];
const modeText = (mode: number, isFolder: boolean): string =>
  (isFolder ? 'd' : '-') + [6, 3, 0].map((by) => MODES[(mode >> by) & 7]).join('');

const ls: Program = function* (proc, argv) {
  const { options, words } = readOptions(argv, 'laAh1RFtrSdin', ['all', 'color:', 'color']);
  const { files, now } = proc.box.machine;
  const isLong = options.has('l');
  let code = 0;
  const show = (path: string, name: string): string => {
    if (!isLong) return name;
    const isFolder = files.isFolder(path);
    const size = isFolder ? 4096 : Buffer.byteLength(files.read(path) ?? '');
    return `${modeText(files.mode(path) ?? 0o644, isFolder)}    1 root     root     ${String(size).padStart(9)} ${formatDate('%b %e %H:%M', now())} ${name}`;
  };
  const given = words.length > 0 ? words : ['.'];
  for (const [nth, word] of given.entries()) {
    const path = full(proc, word);
    if (!files.isFolder(path) || options.has('d')) {
      if (files.mode(path) === undefined && files.read(path) === undefined) {
        proc.err(`ls: ${word}: No such file or directory\n`);
        code = 1;
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

const mkdir: Program = function* (proc, argv) {
  const { options, words } = readOptions(argv, 'pm:v');
  const { files } = proc.box.machine;
  let code = 0;
  for (const word of words) {
    const path = full(proc, word);
    const parts = path.split('/').slice(1);
    const wanted = options.has('p')
      ? parts.slice(0, 64).map((_, nth) => `/${parts.slice(0, nth + 1).join('/')}`)
      : [path];
    if (!options.has('p') && (files.isFolder(path) || files.read(path) !== undefined)) {
      proc.err(`mkdir: can't create directory '${word}': File exists\n`);
      code = 1;
      continue;
    }
    for (const each of wanted) {
      if (files.isFolder(each)) continue;
      if (files.makeFolder(each)) continue;
      proc.err(`mkdir: can't create directory '${word}': ${reason(proc, each)}\n`);
      code = 1;
      break;
    }
    proc.owe(wanted.length);
    yield;
  }
  return code;
};

/** All paths in a folder, what is deepest first. */
function within(proc: Proc, path: string, depth = 0): string[] {
  const { files } = proc.box.machine;
  if (!files.isFolder(path) || depth > 32) return [path];
  const names = files.list(path) ?? [];
  proc.owe(names.length / 4);
  return [...names.flatMap((name) => within(proc, resolvePath(path, name), depth + 1)), path];
}

const rm: Program = function* (proc, argv) {
  const { options, words } = readOptions(argv, 'rRfiv');
  const { files } = proc.box.machine;
  const isDeep = options.has('r') || options.has('R');
  let code = 0;
  for (const word of words) {
    const path = full(proc, word);
    const isFolder = files.isFolder(path);
    if (!isFolder && files.read(path) === undefined) {
      if (options.has('f')) continue;
      proc.err(`rm: can't remove '${word}': No such file or directory\n`);
      code = 1;
    } else if (isFolder && !isDeep) {
      proc.err(`rm: '${word}' is a directory\n`);
      code = 1;
    } else
      for (const each of isFolder ? within(proc, path) : [path]) {
        if (each === '/' || files.remove(each)) continue;
        proc.err(`rm: can't remove '${each === path ? word : each}': ${reason(proc, each)}\n`);
        code = 1;
        break;
      }
    yield;
  }
  return code;
};

const cp: Program = function* (proc, argv) {
  const { options, words } = readOptions(argv, 'rRafpvfLdT', ['recursive']);
  const { files } = proc.box.machine;
  const isMove = argv[0]?.endsWith('mv') ?? false;
  const name = isMove ? 'mv' : 'cp';
  const target = words.at(-1);
  if (target === undefined || words.length < 2) {
    proc.err(`${name}: missing file operand\n`);
    return 1;
  }
  const to = full(proc, target);
  let code = 0;
  const fail = (message: string): void => {
    proc.err(`${name}: ${message}\n`);
    code = 1;
  };
  for (const word of words.slice(0, -1)) {
    const from = full(proc, word);
    const isFolder = files.isFolder(from);
    if (!isFolder && files.read(from) === undefined) {
      fail(
        isMove
          ? `can't rename '${word}': No such file or directory`
          : `can't stat '${word}': No such file or directory`,
      );
      continue;
    }
    if (isFolder && !isMove && !options.has('r') && !options.has('R') && !options.has('a')) {
      fail(`omitting directory '${word}'`);
      continue;
    }
    const base = files.isFolder(to) ? resolvePath(to, baseName(word === '.' || word.endsWith('/.') ? '.' : from)) : to;
    for (const path of isFolder ? within(proc, from).reverse() : [from]) {
      const goal = base + path.slice(from.length);
      const text = files.read(path);
      const isDone =
        text === undefined
          ? files.isFolder(goal) || files.makeFolder(goal)
          : proc.box.keep(goal, text.length) && files.write(goal, text);
      if (!isDone) {
        fail(`can't create '${goal}': ${reason(proc, goal)}`);
        break;
      }
      if (text !== undefined) files.setMode(goal, files.mode(path) ?? 0o644);
      proc.owe(1 + (text?.length ?? 0) / 1024);
    }
    if (isMove && code === 0) for (const path of isFolder ? within(proc, from) : [from]) files.remove(path);
    yield;
  }
  return code;
};

const touch: Program = function* (proc, argv) {
  const { words } = readOptions(argv, 'camr:t:d:');
  const { files } = proc.box.machine;
  let code = 0;
  for (const word of words) {
    const path = full(proc, word);
    if (files.isFolder(path) || files.read(path) !== undefined || createFileWriter(proc.box, path, true)) continue;
    proc.err(`touch: ${word}: ${reason(proc, path)}\n`);
    code = 1;
  }
  yield;
  return code;
};

const chmod: Program = function* (proc, argv) {
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
