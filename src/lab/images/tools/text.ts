import { createHash } from 'node:crypto';
import { bytesOfText, textOfBytes } from '../../bytes.ts';
import { resolvePath } from '../process/paths.ts';
import type { Program } from '../process/process.ts';
import { createFileWriter } from '../process/streams.ts';
import { readSome } from '../process/waits.ts';
import { inputs } from './disk.ts';
import { head, tail } from './head.ts';
import { linesOf, wholeInput } from './lines.ts';
import { readOptions } from './options.ts';
import { cut, sort, uniq, wc } from './sort.ts';
import { tr } from './tr.ts';

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
    proc.out(textOfBytes(Buffer.from(bare, 'base64')));
    return code;
  }
  const wrap = Number(options.get('w')?.[0] ?? options.get('wrap')?.[0] ?? 76);
  const encoded = bytesOfText(text).toString('base64');
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
      proc.out(`${createHash(algorithm).update(bytesOfText(text)).digest('hex')}  ${file}\n`);
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
