import { createHash } from 'node:crypto';
import { resolvePath } from '../process/paths.ts';
import type { Proc, Program, Work } from '../process/process.ts';
import { createFileWriter } from '../process/streams.ts';
import { LONGEST, readSome, sleep } from '../process/waits.ts';
import { inputs } from './files.ts';
import { readOptions } from './options.ts';

/** Lines of a text, without their ends. */
export const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** All that words name, as one text. */
export function* wholeInput(proc: Proc, name: string, words: readonly string[]): Work<{ text: string; code: number }> {
  let all = '';
  const code = yield* inputs(proc, name, words, function* (text) {
    yield;
    if (all.length < LONGEST) all += text;
  });
  return { text: all, code };
}

const countOf = (argv: readonly string[], letter: string): { count: string; words: readonly string[] } => {
  const old = argv.slice(1).find((word) => /^-\d{1,9}$/.test(word));
  if (old !== undefined)
    return { count: old.slice(1), words: argv.slice(1).filter((word) => word !== old && word !== '-f') };
  const { options, words } = readOptions(argv, 'n:c:fFqvs:', ['follow', 'lines:']);
  return { count: options.get(letter)?.[0] ?? options.get('lines')?.[0] ?? '10', words };
};

const head: Program = function* (proc, argv) {
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

const tail: Program = function* (proc, argv) {
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

const cut: Program = function* (proc, argv) {
  const { options, words } = readOptions(argv, 'd:f:c:b:s');
  const by = options.get('d')?.[0] ?? '\t';
  const list = options.get('f')?.[0] ?? options.get('c')?.[0] ?? options.get('b')?.[0] ?? '';
  const ranges = list
    .split(',')
    .slice(0, 100)
    .map((range) => {
      const [from = '', to] = range.split('-', 2);
      return {
        from: Number(from) || 1,
        to: to === undefined ? Number(from) : to === '' ? Number.POSITIVE_INFINITY : Number(to),
      };
    });
  const isChosen = (nth: number): boolean => ranges.some(({ from, to }) => nth >= from && nth <= to);
  const { text, code } = yield* wholeInput(proc, 'cut', words);
  proc.owe(text.length / 64);
  for (const line of linesOf(text)) {
    const pieces = options.has('f') ? line.split(by) : [...line];
    if (options.has('f') && pieces.length === 1) proc.out(options.has('s') ? '' : `${line}\n`);
    else proc.out(`${pieces.filter((_, nth) => isChosen(nth + 1)).join(options.has('f') ? by : '')}\n`);
  }
  return code;
};

const sort: Program = function* (proc, argv) {
  const { options, words } = readOptions(argv, 'nrufk:t:hVbo:');
  const { text, code } = yield* wholeInput(proc, 'sort', words);
  const key = Number.parseInt(options.get('k')?.[0] ?? '', 10);
  const by = options.get('t')?.[0];
  const keyOf = (line: string): string =>
    key > 0 ? ((by === undefined ? line.trim().split(/\s+/) : line.split(by))[key - 1] ?? '') : line;
  const isNumeric = options.has('n') || options.has('h') || /n/.test(options.get('k')?.[0] ?? '');
  const keyed = linesOf(text).map((line) => ({ line, key: keyOf(line), number: Number.parseFloat(keyOf(line)) || 0 }));
  proc.owe((text.length + keyed.length * 16) / 64);
  yield;
  const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
  keyed.sort(
    (one, other) => (isNumeric ? one.number - other.number : order(one.key, other.key)) || order(one.line, other.line),
  );
  if (options.has('r')) keyed.reverse();
  const sorted = keyed.map(({ line }) => line);
  const shown = options.has('u') ? [...new Set(sorted)] : sorted;
  proc.out(shown.map((line) => `${line}\n`).join(''));
  return code;
};

const uniq: Program = function* (proc, argv) {
  const { options, words } = readOptions(argv, 'cdui');
  const { text, code } = yield* wholeInput(proc, 'uniq', words);
  const runs: { line: string; count: number }[] = [];
  for (const line of linesOf(text)) {
    const last = runs.at(-1);
    if (last?.line === line) last.count++;
    else runs.push({ line, count: 1 });
  }
  const shown = runs.filter(({ count }) => (options.has('d') ? count > 1 : options.has('u') ? count === 1 : true));
  proc.out(
    shown
      .map(({ line, count }) => (options.has('c') ? `${String(count).padStart(7)} ${line}\n` : `${line}\n`))
      .join(''),
  );
  return code;
};

const wc: Program = function* (proc, argv) {
  const { options, words } = readOptions(argv, 'lwcmL');
  const total = [0, 0, 0];
  const sizes = new Map<string, [number, number, number]>();
  const code = yield* inputs(proc, 'wc', words, function* (text, file) {
    yield;
    const counted = [
      text.split('\n').length - 1,
      text.split(/\s+/).filter(Boolean).length,
      Buffer.byteLength(text),
    ] as const;
    const before = sizes.get(file) ?? [0, 0, 0];
    sizes.set(file, [before[0] + counted[0], before[1] + counted[1], before[2] + counted[2]]);
    for (const [nth, count] of counted.entries()) total[nth] = (total[nth] ?? 0) + count;
  });
  const chosen = ['l', 'w', 'c'].map((letter) => options.has(letter) || (letter === 'c' && options.has('m')));
  const isAll = !chosen.includes(true);
  const show = (counted: readonly number[], file: string): string => {
    const shown = counted.filter((_, nth) => isAll || chosen[nth]);
    const numbers =
      shown.length === 1 && file === '' ? String(shown[0]) : shown.map((count) => String(count).padStart(9)).join(' ');
    return `${numbers}${file === '' ? '' : ` ${file}`}\n`;
  };
  for (const [file, counted] of sizes) proc.out(show(counted, file === '-' ? '' : file));
  if (sizes.size === 0 && code === 0) proc.out(show(total, ''));
  if (words.length > 1) proc.out(show(total, 'total'));
  return code;
};

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\' };
const SETS: Readonly<Record<string, string>> = {
  lower: 'a-z',
  upper: 'A-Z',
  digit: '0-9',
  alpha: 'A-Za-z',
  alnum: 'A-Za-z0-9',
  space: ' \t\n\r\f\v',
  punct: '!-/:-@[-`{-~',
  blank: ' \t',
};

function lettersOf(set: string): string[] {
  const plain = set
    .slice(0, 1000)
    .replace(/\[:(\w{1,10}):\]/g, (_, name) => SETS[name] ?? '')
    .replace(/\\([ntr\\])/g, (_, letter) => ESCAPES[letter] ?? '');
  const letters: string[] = [];
  for (let i = 0; i < plain.length; i++) {
    const [from = '', to = ''] = [plain[i], plain[i + 2]];
    if (plain[i + 1] === '-' && to >= from && to !== '' && to.charCodeAt(0) - from.charCodeAt(0) < 256) {
      for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code++) letters.push(String.fromCharCode(code));
      i += 2;
    } else letters.push(from);
  }
  return letters;
}

const tr: Program = function* (proc, argv) {
  const { options, words } = readOptions(argv, 'dscC');
  const from = lettersOf(words[0] ?? '');
  const to = lettersOf(words[1] ?? '');
  const isIn = new Set(from);
  const map = new Map(from.map((letter, nth) => [letter, to[nth] ?? to.at(-1) ?? letter]));
  const isOther = options.has('c') || options.has('C');
  const squeezed = new Set(to.length > 0 ? to : from);
  let last = '';
  for (let text = yield* readSome(proc); text !== undefined; text = yield* readSome(proc)) {
    proc.owe(text.length / 32);
    const out: string[] = [];
    for (const c of text) {
      const isHit = isIn.has(c) !== isOther;
      if (isHit && options.has('d')) continue;
      const next = !isHit || options.has('d') ? c : isOther ? (to.at(-1) ?? c) : (map.get(c) ?? c);
      if (options.has('s') && next === last && squeezed.has(next)) continue;
      out.push(next);
      last = next;
    }
    proc.out(out.join(''));
    yield;
  }
  return 0;
};

const tee: Program = function* (proc, argv) {
  const { options, words } = readOptions(argv, 'ai');
  const streams = words.map((word) => createFileWriter(proc.box, resolvePath(proc.folder, word), options.has('a')));
  for (const [nth, stream] of streams.entries())
    if (!stream) proc.err(`tee: ${words[nth]}: No such file or directory\n`);
  for (let text = yield* readSome(proc); text !== undefined; text = yield* readSome(proc)) {
    proc.out(text);
    for (const stream of streams) stream?.write(text);
    yield;
  }
  return streams.includes(undefined) ? 1 : 0;
};

const base64: Program = function* (proc, argv) {
  const { options, words } = readOptions(argv, 'dDw:i', ['decode', 'wrap:']);
  const { text, code } = yield* wholeInput(proc, 'base64', words);
  if (options.has('d') || options.has('D') || options.has('decode')) {
    const bare = text.replace(/\s/g, '');
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(bare)) {
      proc.err('base64: truncated input\n');
      return 1;
    }
    proc.out(Buffer.from(bare, 'base64').toString('utf8'));
    return code;
  }
  const wrap = Number(options.get('w')?.[0] ?? options.get('wrap')?.[0] ?? 76);
  const encoded = Buffer.from(text, 'utf8').toString('base64');
  if (!(wrap > 0)) proc.out(encoded);
  else {
    const count = Math.ceil(encoded.length / wrap);
    proc.out(Array.from({ length: count }, (_, nth) => `${encoded.slice(nth * wrap, (nth + 1) * wrap)}\n`).join(''));
  }
  return code;
};

const sum = (algorithm: 'md5' | 'sha1' | 'sha256' | 'sha512'): Program =>
  function* (proc, argv) {
    const { words } = readOptions(argv, 'bcts');
    return yield* inputs(proc, `${algorithm}sum`, words, function* (text, file) {
      yield;
      proc.out(`${createHash(algorithm).update(text).digest('hex')}  ${file}\n`);
    });
  };

const seq: Program = function* (proc, argv) {
  const { options, words } = readOptions(
    argv.map((word, nth) => (nth > 0 && /^-\d/.test(word) ? `\u0000${word}` : word)),
    's:w',
  );
  const [first = 1, second, third] = words.map((word) => Number(word.replace('\u0000', '')));
  const [from, step, to] =
    third !== undefined ? [first, second ?? 1, third] : second !== undefined ? [first, 1, second] : [1, 1, first];
  if (words.length === 0 || [from, step, to].some(Number.isNaN) || step === 0) {
    proc.err(
      words.length === 0
        ? 'seq: missing operand\n'
        : `seq: invalid number '${words.find((word) => Number.isNaN(Number(word)))}'\n`,
    );
    return 1;
  }
  const by = options.get('s')?.[0];
  const wide = options.has('w') ? Math.max(String(from).length, String(to).length) : 0;
  let line: string[] = [];
  for (let nth = 0; step > 0 ? from + nth * step <= to : from + nth * step >= to; nth++) {
    line.push(String(Number((from + nth * step).toFixed(10))).padStart(wide, '0'));
    if (line.length < 64) continue;
    proc.out(by === undefined ? `${line.join('\n')}\n` : `${line.join(by)}${by}`);
    line = [];
    yield;
  }
  proc.out(line.length > 0 ? `${line.join(by ?? '\n')}\n` : '');
  return 0;
};

/** Programs about text that need no patterns. */
export const TEXT = {
  head,
  tail,
  cut,
  sort,
  uniq,
  wc,
  tr,
  tee,
  base64,
  seq,
  md5sum: sum('md5'),
  sha1sum: sum('sha1'),
  sha256sum: sum('sha256'),
  sha512sum: sum('sha512'),
  *rev(proc, argv) {
    const { text, code } = yield* wholeInput(proc, 'rev', argv.slice(1));
    proc.out(
      linesOf(text)
        .map((line) => `${[...line].reverse().join('')}\n`)
        .join(''),
    );
    return code;
  },
  *tac(proc, argv) {
    const { text, code } = yield* wholeInput(proc, 'tac', argv.slice(1));
    proc.out(
      linesOf(text)
        .reverse()
        .map((line) => `${line}\n`)
        .join(''),
    );
    return code;
  },
  *envsubst(proc) {
    const { text } = yield* wholeInput(proc, 'envsubst', []);
    proc.out(text.replace(/\$\{?([A-Za-z_]\w{0,100})\}?/g, (_, name) => proc.env.get(name) ?? ''));
    return 0;
  },
} satisfies Record<string, Program>;
