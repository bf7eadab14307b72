import type { SentFile } from '../../core/command/files.ts';
import { invocationOf } from '../../core/command/filled.ts';
import { completed } from '../../core/command/line.ts';
import type { CommandInput } from '../../core/command/route.ts';
import { joinTyped } from '../../core/reply/controls.ts';
import { FIELDS } from './render/controls.ts';

/** What a form of the page has sent. */
export interface Sent {
  token: string;
  /** Undefined where nothing was said. */
  input: CommandInput | undefined;
  /** What the page shows as said by the visitor; empty where a button said it. */
  words: string;
}

const fileOf = (file: File): SentFile => ({
  name: file.name.slice(0, 200),
  read: async () => new Uint8Array(await file.arrayBuffer()),
});

/** The fields of a form -> what is asked of the bot. */
export function readSent(data: FormData): Sent {
  const texts = (name: string): string[] => data.getAll(name).filter((one) => typeof one === 'string');
  const one = (name: string): string => texts(name).at(-1) ?? '';
  const token = one(FIELDS.token);
  const silent = (input: CommandInput | undefined): Sent => ({ token, input, words: '' });
  const instead = one('instead');
  if (instead !== '') return silent(instead);
  const sends = one(FIELDS.sends);
  if (sends !== '') {
    const names = new Set(Array.from(data.keys()).filter((name) => name.startsWith(FIELDS.part)));
    const filled = Array.from(names, (name) => [name.slice(FIELDS.part.length), texts(name).join(',')]);
    return silent(invocationOf(sends, Object.fromEntries(filled)));
  }
  const line = one(FIELDS.line);
  if (line !== '') {
    const picked = texts(FIELDS.pick).join('');
    const typed = texts(FIELDS.typed);
    const rest = typed.length > 0 ? joinTyped(typed) : picked;
    return silent(rest === '' ? line : completed(line, rest));
  }
  const words = one(FIELDS.said).replaceAll('\r\n', '\n').trim();
  const file = data.getAll(FIELDS.file).find((one) => one instanceof File && one.size > 0);
  if (file instanceof File) return { token, input: { line: words, file: fileOf(file) }, words: words || file.name };
  return { token, input: words === '' ? undefined : words, words };
}
