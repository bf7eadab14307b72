import { resolvePath } from '../process/paths.ts';
import type { Program, Work } from '../process/process.ts';
import { inputs } from './disk.ts';
import { linesOf } from './lines.ts';
import { readOptions } from './options.ts';
import { compileRegex, type Regex } from './regex.ts';

const LETTERS = 'ivcnlqowrREFhHsA:B:C:e:m:xP';
const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `grep`, `egrep`, `fgrep` (POSIX) on the lab's own regular expressions. */
export const grep: Program = function* (proc, argv) {
  const { options, words, wrong } = readOptions(argv, LETTERS, [
    'color',
    'color:',
    'include:',
    'ignore-case',
    'invert-match',
    'count',
    'quiet',
  ]);
  const has = (letter: string, long = letter): boolean => options.has(letter) || options.has(long);
  const given = options.get('e') ?? words.slice(0, 1);
  const files = options.has('e') ? words : words.slice(1);
  if (wrong !== undefined || given.length === 0) {
    proc.err(
      wrong === undefined
        ? 'Usage: grep [-HhnlLoqvsrRiwFE] [-m N] [-A|B|C N] { PATTERN | -e PATTERN... } [FILE]...\n'
        : `grep: unrecognized option: ${wrong}\n`,
    );
    return 2;
  }
  const isFixed = has('F') || argv[0] === 'fgrep';
  const isExtended = isFixed || has('E') || has('P') || argv[0] === 'egrep';
  const regexes: Regex[] = [];
  for (const pattern of given.flatMap((each) => each.split('\n')).slice(0, 20)) {
    const plain = isFixed ? quoted(pattern) : pattern;
    const whole = has('w')
      ? isExtended
        ? `\\b(${plain})\\b`
        : `\\b\\(${plain}\\)\\b`
      : has('x')
        ? isExtended
          ? `^(${plain})$`
          : `^\\(${plain}\\)$`
        : plain;
    const regex = compileRegex(whole, { isExtended, ignoreCase: has('i', 'ignore-case') });
    if (!regex) {
      proc.err(`grep: bad regex '${pattern}'\n`);
      return 2;
    }
    regexes.push(regex);
  }
  const [after, before] = ['A', 'B'].map(
    (letter) => Number(options.get(letter)?.[0] ?? options.get('C')?.[0] ?? 0) || 0,
  );
  const most = Number(options.get('m')?.[0] ?? Number.POSITIVE_INFINITY);
  const isDeep = has('r') || has('R');
  const all = isDeep ? deep(files.length > 0 ? files : ['.']) : files;
  const isNamed = (all.length > 1 || isDeep || has('H')) && !has('h');
  let found = 0;
  const counts = new Map<string, number>();
  let shownTo = 0;
  let number = 0;
  let partial = '';
  function deep(paths: readonly string[], depth = 0): string[] {
    const { files: disk } = proc.box.machine;
    return paths.flatMap((path) => {
      const full = resolvePath(proc.folder, path);
      if (!disk.isFolder(full) || depth > 16) return [path];
      const names = disk.list(full) ?? [];
      proc.owe(names.length);
      return deep(
        names.map((name) => `${path.replace(/\/$/, '')}/${name}`),
        depth + 1,
      );
    });
  }
  function* search(lines: readonly string[], file: string): Work<boolean> {
    const prefix = (nth: number, sign: string): string =>
      `${isNamed ? `${file === '-' ? '(standard input)' : file}${sign}` : ''}${has('n') ? `${nth + 1}${sign}` : ''}`;
    for (const [nth, line] of lines.entries()) {
      const place = number + nth;
      if (nth % 16 === 15) yield;
      let match: ReturnType<Regex['find']>;
      for (const regex of regexes) {
        proc.owe(regex.cost(line.length));
        match = regex.find(line);
        if (match) break;
      }
      if ((match !== undefined) === has('v', 'invert-match')) {
        if (place < shownTo && !has('q') && !has('c') && !has('l')) proc.out(`${prefix(place, '-')}${line}\n`);
        continue;
      }
      if ((counts.get(file) ?? 0) >= most) return true;
      found++;
      counts.set(file, (counts.get(file) ?? 0) + 1);
      if (has('q', 'quiet')) return true;
      if (has('l')) {
        proc.out(`${file}\n`);
        return true;
      }
      if (has('c', 'count')) continue;
      if (has('o')) {
        for (const regex of regexes)
          for (let from = 0; from <= line.length; ) {
            const [at] = regex.find(line, from) ?? [];
            proc.owe(regex.cost(line.length - from));
            if (!at) break;
            if (at[1] > at[0]) proc.out(`${prefix(place, ':')}${line.slice(at[0], at[1])}\n`);
            from = Math.max(at[1], at[0] + 1);
          }
        continue;
      }
      for (let back = Math.max(nth - (before ?? 0), shownTo - number, 0); back < nth; back++)
        proc.out(`${prefix(number + back, '-')}${lines[back]}\n`);
      proc.out(`${prefix(place, ':')}${line}\n`);
      shownTo = place + 1 + (after ?? 0);
    }
    return false;
  }
  let last = '';
  let isDone = false;
  const code = yield* inputs(proc, 'grep', all, function* (text, file) {
    yield;
    if (file !== last) {
      [number, shownTo, partial] = [0, 0, ''];
      last = file;
      isDone = false;
    }
    if (isDone) return;
    counts.set(file, counts.get(file) ?? 0);
    const joined = partial + text;
    const end = file === '-' ? joined.lastIndexOf('\n') + 1 : joined.length;
    partial = joined.slice(end);
    const lines = linesOf(joined.slice(0, end));
    isDone = yield* search(lines, file);
    number += lines.length;
  });
  if (partial !== '') yield* search([partial], last);
  if (has('c', 'count'))
    for (const [file, count] of counts.size > 0 ? counts : new Map([['-', 0]]))
      proc.out(`${isNamed ? `${file}:` : ''}${count}\n`);
  return found > 0 ? 0 : code !== 0 ? 2 : 1;
};
