import type { Regex } from './regex.ts';
import { compileRegex } from './regex.ts';

export interface Address {
  line?: number;
  isLast?: boolean;
  regex?: Regex;
}

export interface Command {
  from: Address | undefined;
  to: Address | undefined;
  isNegated: boolean;
  letter: string;
  regex?: Regex;
  text: string;
  isGlobal: boolean;
  isPrinted: boolean;
  nth: number;
  isActive: boolean;
}

/** What of a script could not be read. */
export class SedError extends Error {}

/** Reads up to a sign that is not escaped. */
function readTo(script: string, from: number, sign: string): { text: string; end: number } {
  const out: string[] = [];
  for (let i = from; i < script.length; i++) {
    const c = script[i] ?? '';
    if (c === '\\' && script[i + 1] === sign) out.push(sign);
    else if (c === '\\') out.push(c, script[i + 1] ?? '');
    if (c === '\\') i++;
    else if (c === sign) return { text: out.join(''), end: i + 1 };
    else out.push(c);
  }
  throw new SedError('unterminated s command');
}

export function parse(script: string, isExtended: boolean): Command[] {
  const commands: Command[] = [];
  let at = 0;
  const regexOf = (pattern: string, ignoreCase = false): Regex => {
    const regex = compileRegex(pattern, { isExtended, ignoreCase });
    if (!regex) throw new SedError(`bad regex '${pattern}'`);
    return regex;
  };
  function address(): Address | undefined {
    const number = /\d{1,9}/y;
    number.lastIndex = at;
    const digits = number.exec(script)?.[0];
    if (digits !== undefined) {
      at += digits.length;
      return { line: Number(digits) };
    }
    if (script[at] === '$') {
      at++;
      return { isLast: true };
    }
    if (script[at] !== '/') return undefined;
    const { text, end } = readTo(script, at + 1, '/');
    at = end;
    return { regex: regexOf(text) };
  }
  while (at < script.length && commands.length < 200) {
    if (/[\s;]/.test(script[at] ?? '')) {
      at++;
      continue;
    }
    const from = address();
    const to = from && script[at] === ',' && ++at ? address() : undefined;
    while (script[at] === ' ') at++;
    const isNegated = script[at] === '!' && ++at > 0;
    const letter = script[at++] ?? '';
    const command: Command = {
      from,
      to,
      isNegated,
      letter,
      text: '',
      isGlobal: false,
      isPrinted: false,
      nth: 1,
      isActive: false,
    };
    if (letter === 's') {
      const sign = script[at] ?? '/';
      const pattern = readTo(script, at + 1, sign);
      const replacement = readTo(script, pattern.end, sign);
      const flags = /[gpiI\d]*/y;
      flags.lastIndex = replacement.end;
      const flag = flags.exec(script)?.[0] ?? '';
      at = replacement.end + flag.length;
      command.regex = regexOf(pattern.text, /i/i.test(flag));
      command.text = replacement.text;
      command.isGlobal = flag.includes('g');
      command.isPrinted = flag.includes('p');
      command.nth = Number(/\d+/.exec(flag)?.[0] ?? 1);
    } else if (letter === 'a' || letter === 'i' || letter === 'c') {
      const end = script.indexOf('\n', at);
      command.text = script.slice(at, end < 0 ? undefined : end).replace(/^[\s\\]+/, '');
      at = end < 0 ? script.length : end;
    } else if (!['d', 'p', 'q', '=', '{', '}', '#', 'n'].includes(letter))
      throw new SedError(`unsupported command ${letter}`);
    commands.push(command);
  }
  return commands;
}
