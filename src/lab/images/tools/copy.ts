import { baseName, resolvePath } from '../process/paths.ts';
import type { Proc, Program } from '../process/process.ts';
import { full, isGnu, reason, within } from './disk.ts';
import { readOptions } from './options.ts';

const cannot = (proc: Proc): string => (isGnu(proc) ? 'cannot' : "can't");

export const mkdir: Program = function* (proc, argv) {
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
      proc.err(`mkdir: ${cannot(proc)} create directory '${word}': File exists\n`);
      code = 1;
      continue;
    }
    for (const each of wanted) {
      if (files.isFolder(each)) continue;
      if (files.makeFolder(each)) continue;
      proc.err(`mkdir: ${cannot(proc)} create directory '${word}': ${reason(proc, each)}\n`);
      code = 1;
      break;
    }
    proc.owe(wanted.length);
    yield;
  }
  return code;
};

export const rm: Program = function* (proc, argv) {
  const { options, words } = readOptions(argv, 'rRfiv');
  const { files } = proc.box.machine;
  const isDeep = options.has('r') || options.has('R');
  let code = 0;
  for (const word of words) {
    const path = full(proc, word);
    const isFolder = files.isFolder(path);
    if (!isFolder && files.read(path) === undefined) {
      if (options.has('f')) continue;
      proc.err(`rm: ${cannot(proc)} remove '${word}': No such file or directory\n`);
      code = 1;
    } else if (isFolder && !isDeep) {
      proc.err(isGnu(proc) ? `rm: cannot remove '${word}': Is a directory\n` : `rm: '${word}' is a directory\n`);
      code = 1;
    } else
      for (const each of isFolder ? within(proc, path) : [path]) {
        if (each === '/' || files.remove(each)) continue;
        proc.err(`rm: ${cannot(proc)} remove '${each === path ? word : each}': ${reason(proc, each)}\n`);
        code = 1;
        break;
      }
    yield;
  }
  return code;
};

export const cp: Program = function* (proc, argv) {
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
    proc.err(`${name}: ${message.replace(/^can't/, cannot(proc))}\n`);
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
