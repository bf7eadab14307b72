import { oneLine } from '../../language/normalize.ts';
import type { Form, Reply } from '../reply/blocks.ts';
import { LIMITS } from '../reply/limits.ts';
import { type Caller, type Command, command } from './command.ts';
import type { Invocation, Values } from './route.ts';
import { text } from './text.ts';

/** What a form is for, as its id on a platform: `class setup from=123`. */
export const writeSends = ({ sends, fixed }: Pick<Form, 'sends' | 'fixed'>): string =>
  [sends, ...Object.entries(fixed).map(([name, value]) => `${name}=${value}`)].join(' ');

/** The invocation that sending a form is; empty parts are left out. */
export function invocationOf(sends: string, filled: Values<never>): Invocation {
  const [command = '', ...others] = sends.split(' ');
  const [action] = others.filter((word) => !word.includes('='));
  const fixed = others.flatMap((word): [string, string][] => {
    const at = word.indexOf('=');
    return at > 0 ? [[word.slice(0, at), word.slice(at + 1)]] : [];
  });
  const given = Object.entries(filled).filter(([, value]) => value !== '');
  return {
    command,
    ...(action === undefined ? {} : { action }),
    options: Object.fromEntries([...fixed, ...given]),
    filled: true,
  };
}

/** What was entered, at the end of the line that opens the form again; what does not fit is left out. */
export function writeEntered(line: string, values: Values): string {
  let written = line;
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'object') continue;
    const one = `${name}=${oneLine(String(value)).replace(/[;=]/g, ' ')}`;
    const longer = `${written}${written === line ? ' ' : ';'}${one}`;
    if (Array.from(longer).length <= LIMITS.line) written = longer;
  }
  return written;
}

/** The same, read again: the values by their names. */
export const readEntered = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split(';').flatMap((one): [string, string][] => {
      const at = one.indexOf('=');
      return at > 0 ? [[one.slice(0, at).trim(), one.slice(at + 1).trim()]] : [];
    }),
  );

/** What a part of a form holds, as it was typed. */
const FILLED = { type: 'text', asTyped: true, summary: text.both((words) => words.button) } as const;

/** Declares a command that only a form of ours sends; `run` gets what was filled in, by the names of its parts. */
export const filledCommand = <const Name extends string>(
  name: string,
  parts: readonly Name[],
  run: (filled: Readonly<Partial<Record<Name, string>>>, caller: Caller) => Reply | Promise<Reply>,
): Command =>
  command({
    name,
    summary: text.both((words) => words.button),
    usedBy: 'buttons',
    examples: [],
    options: Object.fromEntries(parts.map((part) => [part, FILLED])),
    run: (given, caller) => {
      const filled = Object.entries(given).filter(([, value]) => value !== undefined);
      // Safe: the options are the parts, and each is a text.
      return run(Object.fromEntries(filled) as Partial<Record<Name, string>>, caller);
    },
  });
