import { isObject } from '../../../core/json.ts';

/** Columns after which a scalar is folded at its next space (go-yaml v2, best_width). */
const WIDTH = 80;

/** What go-yaml reads as something other than a text (resolve.go): those texts are put in double quotes. */
const WORDS = new Set(
  ['y', 'yes', 'on', 'n', 'no', 'off', 'true', 'false', 'null', 'inf'].flatMap((word) => [
    word,
    word.toUpperCase(),
    `${word[0]?.toUpperCase()}${word.slice(1)}`,
  ]),
);
const SPECIAL = /^(?:|~|<<|\.nan|\.NaN|\.NAN|[-+]?\.(?:inf|Inf|INF))$/;
const NUMBER =
  /^(?:[-+]?[\d_]+|[-+]?0b[01_]+|[-+]?0o?[0-7_]+|[-+]?0x[\da-fA-F_]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?)$/;
const TIME =
  /^\d{4}-\d{1,2}-\d{1,2}(?:(?:[Tt]|[ \t]+)\d{1,2}:\d{2}:\d{2}(?:\.\d+)?(?:[ \t]*(?:Z|[-+]\d{1,2}(?::\d{2})?))?)?$/;
/** Numbers of YAML 1.1 to the base of 60: `10:30`. */
const BASE60 = /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/;

const isMore = (text: string): boolean =>
  WORDS.has(text) ||
  SPECIAL.test(text) ||
  (/\d/.test(text) && NUMBER.test(text)) ||
  TIME.test(text) ||
  BASE60.test(text);

/** Can a text stand without quotes where nothing but its letters counts (yaml_emitter_analyze_scalar)? */
function isPlain(text: string): boolean {
  if (text === '' || text.startsWith('---') || text.startsWith('...')) return false;
  if (/^[\s]|[\s]$/.test(text)) return false;
  if (/^[#,[\]{}&*!|>'"%@`]/.test(text) || /^[-?:](?:\s|$)/.test(text)) return false;
  return !/:(?:\s|$)|\s#|\t/.test(text) && isPrintable(text);
}

const isPrintable = (text: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to be escaped.
  !/[\u0000-\u0009\u000b-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ud800-\udfff]/.test(
    text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ''),
  );

const indentOf = (depth: number): string => '  '.repeat(depth);

/** Breaks at the first space after the width, but not beside another one. */
function fold(text: string, column: number, indent: string): string {
  let folded = '';
  let at = column;
  for (let i = 0; i < text.length; i++) {
    const isBreak =
      text[i] === ' ' && at > WIDTH && text[i - 1] !== ' ' && text[i + 1] !== ' ' && i > 0 && i < text.length - 1;
    folded += isBreak ? `\n${indent}` : text[i];
    at = isBreak ? indent.length : at + 1;
  }
  return folded;
}

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '"': '\\"', '\\': '\\\\', '\r': '\\r' };

function doubleQuoted(text: string, column: number, indent: string): string {
  let out = '"';
  let at = column + 1;
  const letters = Array.from(text);
  for (const [i, letter] of letters.entries()) {
    const code = letter.codePointAt(0) ?? 0;
    if (letter === ' ' && at > WIDTH && i > 0 && i < letters.length - 1 && letters[i - 1] !== ' ') {
      out += `\n${indent}${letters[i + 1] === ' ' ? '\\' : ''}`;
      at = indent.length;
      continue;
    }
    const said =
      SHORT[letter] ??
      (isPrintable(letter)
        ? letter
        : code > 0xff
          ? `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`
          : `\\x${code.toString(16).toUpperCase().padStart(2, '0')}`);
    out += said;
    at += said.length;
  }
  return `${out}"`;
}

/** A text of several lines as it is, where its form allows that. */
function literal(text: string, indent: string): string | undefined {
  if (/^[ \n\t]| \n| $/.test(text) || !isPrintable(text)) return undefined;
  const end = text.endsWith('\n\n') ? '+' : text.endsWith('\n') ? '' : '-';
  const lines = text.replace(/\n$/, '').split('\n');
  return `|${end}\n${lines.map((line) => (line === '' ? '' : `${indent}${line}`)).join('\n')}`;
}

function textOf(text: string, column: number, depth: number, isKey: boolean): string {
  const indent = indentOf(depth);
  const folded = (written: string): string => (isKey ? written : fold(written, column, indent));
  if (text.includes('\n'))
    return (isKey ? undefined : literal(text, indent)) ?? doubleQuoted(text, isKey ? -1e9 : column, indent);
  if (isMore(text)) return doubleQuoted(text, isKey ? -1e9 : column, indent);
  if (isPlain(text)) return folded(text);
  if (!isPrintable(text)) return doubleQuoted(text, isKey ? -1e9 : column, indent);
  return folded(`'${text.replaceAll("'", "''")}'`);
}

function scalar(value: unknown, column: number, depth: number): string {
  if (typeof value === 'string') return textOf(value, column, depth, false);
  if (typeof value === 'number' && Math.abs(value) >= 1e21) return value.toExponential().replace('e+', 'e+');
  return value === undefined || value === null ? 'null' : String(value);
}

const isEmpty = (value: unknown): string | undefined =>
  Array.isArray(value) && value.length === 0
    ? '[]'
    : isObject(value) && Object.keys(value).length === 0
      ? '{}'
      : undefined;

/** The lines of a value, without what stands before its first. */
function linesOf(value: unknown, depth: number): string[] {
  const indent = indentOf(depth);
  if (Array.isArray(value))
    return value.flatMap((one) => {
      const empty = isEmpty(one);
      if (empty !== undefined || (!Array.isArray(one) && !isObject(one)))
        return [`${indent}- ${empty ?? scalar(one, indent.length + 2, depth + 1)}`];
      const [first = '', ...rest] = linesOf(one, depth + 1);
      return [`${indent}- ${first.slice(indent.length + 2)}`, ...rest];
    });
  if (!isObject(value)) return [`${indent}${scalar(value, indent.length, depth)}`];
  return Object.keys(value)
    .sort(byKey)
    .flatMap((key) => {
      const one = value[key];
      const name = `${indent}${textOf(key, 0, depth, true)}:`;
      const empty = isEmpty(one);
      if (empty !== undefined) return [`${name} ${empty}`];
      // A list stands as deep as its key.
      if (Array.isArray(one)) return [name, ...linesOf(one, depth)];
      if (isObject(one)) return [name, ...linesOf(one, depth + 1)];
      return [`${name} ${scalar(one, name.length + 1, depth + 1)}`];
    });
}

/** Numbers in keys by their value, letters before others: as go-yaml sorts (sorter.go). */
function byKey(one: string, other: string): number {
  const a = Array.from(one);
  const b = Array.from(other);
  for (let i = 0; i < a.length && i < b.length; i++) {
    const [x = '', y = ''] = [a[i], b[i]];
    if (x === y) continue;
    const [isX, isY] = [/\p{L}/u.test(x), /\p{L}/u.test(y)];
    if (isX && isY) return x < y ? -1 : 1;
    if (isX || isY) return isX ? 1 : -1;
    const [dx, dy] = [/^\d+/.exec(one.slice(i))?.[0], /^\d+/.exec(other.slice(i))?.[0]];
    if (dx !== undefined && dy !== undefined && Number(dx) !== Number(dy)) return Number(dx) - Number(dy);
    return x < y ? -1 : 1;
  }
  return a.length - b.length;
}

/** A value as kubectl prints it with `-o yaml`: keys in order, lists as deep as their key. */
export const toYaml = (value: unknown): string => `${isEmpty(value) ?? linesOf(value, 0).join('\n')}\n`;
