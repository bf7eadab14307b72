import type { Program } from '../process/process.ts';
import { readSome } from '../process/waits.ts';
import { readOptions } from './options.ts';

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

export const tr: Program = function* (proc, argv) {
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
