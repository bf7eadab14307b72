import { bytesOfText } from '../../bytes.ts';
import type { Program } from '../process/process.ts';
import { inputs } from './disk.ts';
import { linesOf, wholeInput } from './lines.ts';
import { readOptions } from './options.ts';

export const cut: Program = function* (proc, argv) {
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

export const sort: Program = function* (proc, argv) {
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

export const uniq: Program = function* (proc, argv) {
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

export const wc: Program = function* (proc, argv) {
  const { options, words } = readOptions(argv, 'lwcmL');
  const total = [0, 0, 0];
  const sizes = new Map<string, [number, number, number]>();
  const code = yield* inputs(proc, 'wc', words, function* (text, file) {
    yield;
    const counted = [
      text.split('\n').length - 1,
      text.split(/\s+/).filter(Boolean).length,
      bytesOfText(text).length,
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
