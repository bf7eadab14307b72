import type { Program } from '../process/process.ts';
import { linesOf, wholeInput } from './lines.ts';
import { readOptions } from './options.ts';
import { compileRegex } from './regex.ts';

interface Script {
  pattern: string | undefined;
  sign: string | undefined;
  number: string | undefined;
  shown: string | undefined;
}

/** Reads `/pattern/ {print $1}` and `NR==2 {print $2, $NF}`. */
function parse(script: string): Script | undefined {
  const text = script.trim();
  const open = text.endsWith('}') ? text.indexOf('{') : -1;
  const head = (open < 0 ? text : text.slice(0, open)).trim();
  const body = open < 0 ? undefined : text.slice(open + 1, -1).trim();
  if (text === '' || (body !== undefined && body !== 'print' && !body.startsWith('print '))) return undefined;
  const shown = body?.slice('print'.length).replaceAll(';', '').trim();
  if (/[{}]/.test(shown ?? '')) return undefined;
  const isPattern = head.length > 1 && head.startsWith('/') && head.endsWith('/');
  if (isPattern) return { pattern: head.slice(1, -1), sign: undefined, number: undefined, shown };
  const line = /^NR([=!<>]=|[<>])(\d{1,9})$/.exec(head.replaceAll(' ', ''));
  if (head !== '' && !line) return undefined;
  return { pattern: undefined, sign: line?.[1], number: line?.[2], shown };
}

/** `awk`, only as far as choosing lines and printing fields: `/pattern/ {print $2, $NF}`. */
export const awk: Program = function* (proc, argv) {
  const { options, words } = readOptions(argv, 'F:v:f:');
  const [script = ''] = words;
  const found = script.length < 1000 ? parse(script) : undefined;
  if (!found) {
    proc.err(`awk: this lab's awk only knows '/pattern/ {print $1, $2}'\n`);
    return 2;
  }
  const { pattern, sign, number, shown } = found;
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
