import type { Program } from '../process/process.ts';
import { readOptions } from './options.ts';
import { compileRegex } from './regex.ts';
import { linesOf, wholeInput } from './text.ts';

const SIMPLE = /^\s*(?:\/((?:[^/\\]|\\.)*)\/|NR\s*([=!<>]=?|==)\s*(\d{1,9}))?\s*(?:\{\s*print\s*([^{}]*?);?\s*\})?\s*$/;

/** `awk`, only as far as choosing lines and printing fields: `/pattern/ {print $2, $NF}`. */
export const awk: Program = function* (proc, argv) {
  const { options, words } = readOptions(argv, 'F:v:f:');
  const [script = ''] = words;
  const found = script.length < 1000 ? SIMPLE.exec(script) : null;
  if (!found || script.trim() === '') {
    proc.err(`awk: this lab's awk only knows '/pattern/ {print $1, $2}'\n`);
    return 2;
  }
  const [, pattern, sign, number, shown] = found;
  const regex = pattern === undefined ? undefined : compileRegex(pattern, { isExtended: true });
  const by = options.get('F')?.[0];
  const { text, code } = yield* wholeInput(proc, 'awk', words.slice(1));
  const isMeant = (line: string, nth: number): boolean => {
    if (pattern !== undefined) {
      proc.owe(regex?.cost(line.length) ?? 1);
      return regex?.find(line) !== undefined;
    }
    const wanted = Number(number);
    switch (sign) {
      case '==':
        return nth === wanted;
      case '!=':
        return nth !== wanted;
      case '>':
        return nth > wanted;
      case '>=':
        return nth >= wanted;
      case '<':
        return nth < wanted;
      case '<=':
        return nth <= wanted;
      default:
        return true;
    }
  };
  for (const [nth, line] of linesOf(text).entries()) {
    if (!isMeant(line, nth + 1)) continue;
    const fields = by === undefined ? line.trim().split(/\s+/) : line.split(by);
    const value = (word: string): string => {
      if (word === '$0') return line;
      if (word === '$NF') return fields.at(-1) ?? '';
      if (word === 'NR') return String(nth + 1);
      if (word === 'NF') return String(fields.length);
      if (/^\$\d{1,4}$/.test(word)) return fields[Number(word.slice(1)) - 1] ?? '';
      if (/^\$\(NF-\d{1,4}\)$/.test(word)) return fields[fields.length - 1 - Number(/\d+/.exec(word)?.[0])] ?? '';
      return word.replace(/^"|"$/g, '').replace(/\\n/g, '\n').replace(/\\t/g, '\t');
    };
    const groups = (shown ?? '').trim() === '' ? ['$0'] : (shown ?? '').split(',');
    proc.out(
      `${groups.map((group) => (group.match(/"(?:[^"\\]|\\.)*"|\$\([^)]*\)|[^\s"]+/g) ?? []).map(value).join('')).join(' ')}\n`,
    );
    if (nth % 16 === 15) yield;
  }
  return code;
};
