import type { Work } from '../../process/process.ts';
import { complain, type Shell } from '../shell.ts';

const SIGNS: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  e: '\x1b',
  '\\': '\\',
};

/** Replaces `\n` and its like; `isEnded`: a `\c` ends all output. */
function unescaped(text: string): { text: string; isEnded: boolean } {
  const end = /(?:^|[^\\])(?:\\\\)*\\c/.exec(text);
  const whole = end ? text.slice(0, end.index + end[0].length - 2) : text;
  return {
    text: whole.replace(/\\(?:([ntrabfve\\])|0?([0-7]{1,3})|x([0-9a-fA-F]{1,2}))/g, (_, sign, octal, hex) =>
      sign
        ? (SIGNS[sign] ?? '')
        : String.fromCharCode(octal ? Number.parseInt(octal, 8) & 255 : Number.parseInt(hex, 16)),
    ),
    isEnded: end !== null,
  };
}

export function* echo(shell: Shell, argv: readonly string[]): Work {
  yield;
  let [isLine, isEscaped] = [true, shell.flavour === 'dash'];
  let first = 1;
  for (; first < argv.length; first++) {
    const word = argv[first] ?? '';
    if (!(shell.flavour === 'dash' ? /^-n$/ : /^-[neE]+$/).test(word)) break;
    if (word.includes('n')) isLine = false;
    if (word.includes('e')) isEscaped = true;
    if (word.includes('E')) isEscaped = false;
  }
  const text = argv.slice(first).join(' ');
  const { text: said, isEnded } = isEscaped ? unescaped(text) : { text, isEnded: false };
  shell.proc.out(isLine && !isEnded ? `${said}\n` : said);
  return 0;
}

const DIRECTIVE = /%(?:%|([-+ 0#]*)(\*|\d{1,4})?(?:\.(\*|\d{1,4}))?([sdiuxXoceEfgGbq]))/g;

/** POSIX, `printf`: the format is used again while there are words. */
function format(pattern: string, words: readonly string[]): { text: string; wrong: string | undefined } {
  let at = 0;
  let wrong: string | undefined;
  const out: string[] = [];
  const number = (word: string): number => {
    if (/^['"]/.test(word)) return word.codePointAt(1) ?? 0;
    const value = Number(word.trim() || 0);
    if (Number.isNaN(value)) wrong = word;
    return Number.isNaN(value) ? Number.parseInt(word, 10) || 0 : value;
  };
  const { text, isEnded } = unescaped(pattern);
  do {
    const before = at;
    out.push(
      text.replace(DIRECTIVE, (whole, flags = '', width, precision, kind) => {
        if (whole === '%%') return '%';
        const wide = width === '*' ? number(words[at++] ?? '') : Number(width ?? 0);
        const exact =
          precision === '*' ? number(words[at++] ?? '') : precision === undefined ? undefined : Number(precision);
        const word = words[at++];
        const value = one(kind, word ?? '', exact, number);
        const signed = flags.includes('+') && 'dif'.includes(kind) && !value.startsWith('-') ? `+${value}` : value;
        const room = Math.min(Math.abs(wide), 4096);
        if (flags.includes('-') || wide < 0) return signed.padEnd(room);
        return flags.includes('0') && kind !== 's' ? signed.padStart(room, '0') : signed.padStart(room);
      }),
    );
    if (at === before) break;
  } while (at < words.length && !isEnded && out.length < 20_000);
  return { text: out.join(''), wrong };
}

function one(kind: string, word: string, exact: number | undefined, number: (word: string) => number): string {
  switch (kind) {
    case 's':
      return exact === undefined ? word : word.slice(0, exact);
    case 'b':
      return unescaped(word).text;
    case 'q':
      return /^[\w./-]+$/.test(word) ? word : `'${word}'`;
    case 'c':
      return word.slice(0, 1);
    case 'x':
      return Math.trunc(number(word)).toString(16);
    case 'X':
      return Math.trunc(number(word)).toString(16).toUpperCase();
    case 'o':
      return Math.trunc(number(word)).toString(8);
    case 'f':
      return number(word).toFixed(Math.min(exact ?? 6, 20));
    case 'e':
    case 'E':
      return number(word).toExponential(Math.min(exact ?? 6, 20));
    case 'g':
    case 'G':
      return String(Number(number(word).toPrecision(Math.min(Math.max(exact ?? 6, 1), 20))));
    default:
      return String(Math.trunc(number(word))).padStart(Math.min(exact ?? 0, 100), '0');
  }
}

export function* printf(shell: Shell, argv: readonly string[]): Work {
  yield;
  const words = argv[1] === '--' ? argv.slice(2) : argv.slice(1);
  const [pattern] = words;
  if (pattern === undefined) {
    complain(shell, 'usage: printf format [arguments ...]');
    return 2;
  }
  const { text, wrong } = format(pattern, words.slice(1));
  shell.proc.out(text);
  if (wrong === undefined) return 0;
  complain(shell, shell.flavour === 'bash' ? `printf: ${wrong}: invalid number` : `invalid number '${wrong}'`);
  return 1;
}
