import { resolvePath } from '../process/paths.ts';
import type { Program } from '../process/process.ts';
import { readSome, sleep } from '../process/waits.ts';
import { inputs } from './disk.ts';
import { linesOf, wholeInput } from './lines.ts';
import { readOptions } from './options.ts';

const countOf = (argv: readonly string[], letter: string): { count: string; words: readonly string[] } => {
  const old = argv.slice(1).find((word) => /^-\d{1,9}$/.test(word));
  if (old !== undefined)
    return { count: old.slice(1), words: argv.slice(1).filter((word) => word !== old && word !== '-f') };
  const { options, words } = readOptions(argv, 'n:c:fFqvs:', ['follow', 'lines:']);
  return { count: options.get(letter)?.[0] ?? options.get('lines')?.[0] ?? '10', words };
};

export const head: Program = function* (proc, argv) {
  const { options } = readOptions(argv, 'n:c:qv');
  const bytes = options.get('c')?.[0];
  const { count, words } = countOf(argv, 'n');
  let left = Number(bytes ?? count) || 0;
  if (left < 0) {
    const { text, code } = yield* wholeInput(proc, 'head', words);
    proc.out(
      linesOf(text)
        .slice(0, left)
        .map((line) => `${line}\n`)
        .join(''),
    );
    return code;
  }
  if (words.length > 0)
    return yield* inputs(proc, 'head', words, function* (text, file) {
      yield;
      if (words.length > 1) proc.out(`==> ${file} <==\n`);
      proc.out(bytes === undefined ? firstLines(text, left) : text.slice(0, left));
    });
  while (left > 0) {
    const text = yield* readSome(proc);
    if (text === undefined) break;
    const part = bytes === undefined ? firstLines(text, left) : text.slice(0, left);
    left -= bytes === undefined ? part.split('\n').length - 1 : part.length;
    proc.out(part);
    if (part.length < text.length) proc.streams.get(0)?.putBack(text.slice(part.length));
    yield;
  }
  return 0;
};

function firstLines(text: string, count: number): string {
  let at = 0;
  for (let nth = 0; nth < count; nth++) {
    const end = text.indexOf('\n', at);
    if (end < 0) return text;
    at = end + 1;
  }
  return text.slice(0, at);
}

/** Milliseconds between two looks of `tail -f`. */
const LOOK = 1000;

export const tail: Program = function* (proc, argv) {
  const { options } = readOptions(argv, 'n:c:fFqvs:', ['follow', 'lines:']);
  const { count, words } = countOf(argv, 'n');
  const bytes = options.get('c')?.[0];
  const follows = argv.includes('-f') || argv.includes('-F') || options.has('f') || options.has('F');
  const last = (text: string): string => {
    if (bytes !== undefined) return bytes.startsWith('+') ? text.slice(Number(bytes) - 1) : text.slice(-Number(bytes));
    const lines = linesOf(text);
    const shown = count.startsWith('+')
      ? lines.slice(Math.max(0, Number(count) - 1))
      : lines.slice(Math.max(0, lines.length - (Number(count) || 0)));
    return shown.map((line) => `${line}\n`).join('');
  };
  const [word] = words;
  const path = word === undefined ? undefined : resolvePath(proc.folder, word);
  if (path === '/dev/null' && follows) {
    yield* sleep(proc, Number.POSITIVE_INFINITY);
    return 0;
  }
  const { text, code } = yield* wholeInput(proc, 'tail', words);
  proc.out(last(text));
  if (!follows || path === undefined) return code;
  const { files } = proc.box.machine;
  for (let length = files.read(path)?.length ?? 0; ; ) {
    yield* sleep(proc, LOOK);
    const now = files.read(path) ?? '';
    if (now.length !== length) proc.out(now.length > length ? now.slice(length) : now);
    length = now.length;
  }
};
