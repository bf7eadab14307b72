import type { SentFile } from '../../core/command/files.ts';
import { invocationOf } from '../../core/command/filled.ts';
import { completed } from '../../core/command/line.ts';
import type { CommandInput } from '../../core/command/route.ts';
import { joinTyped } from '../../core/reply/controls.ts';
import { WEB } from './limits.ts';
import { FIELDS } from './render/controls.ts';

/** What a form of the page has sent. */
export interface Sent {
  /** Undefined where nothing was said. */
  input: CommandInput | undefined;
  /** What the page shows as said by the visitor; empty where a button said it. */
  words: string;
}

const fileOf = (file: File): SentFile => ({
  name: file.name.slice(0, 200),
  read: async () => new Uint8Array(await file.arrayBuffer()),
});

/**
 * What a form has sent, by its fields; undefined where it is none, or has more than any of ours. Fields are counted before
 * they are read: a megabyte of them would hold the process for seconds.
 */
export async function readForm(request: Request): Promise<Fields | undefined> {
  const type = request.headers.get('content-type') ?? '';
  if (/^multipart\/form-data\b/i.test(type)) {
    const data = await request.formData().catch(() => undefined);
    return data && fieldsOf(data.entries());
  }
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return undefined;
  const body = await request.text();
  if (body.length > WEB.form || body.split('&', WEB.fields + 1).length > WEB.fields) return undefined;
  return fieldsOf(new URLSearchParams(body).entries());
}

type Value = string | File;
/** Values by the names of their fields, in the order in which they were sent. */
export type Fields = ReadonlyMap<string, readonly Value[]>;

function fieldsOf(entries: Iterable<readonly [string, Value]>): Fields | undefined {
  const fields = new Map<string, Value[]>();
  let count = 0;
  for (const [name, value] of entries) {
    if (++count > WEB.fields) return undefined;
    const own = fields.get(name);
    if (own) own.push(value);
    else fields.set(name, [value]);
  }
  return fields;
}

const textsIn = (fields: Fields, name: string): string[] =>
  (fields.get(name) ?? []).filter((one) => typeof one === 'string');

/** The last text of a field; empty where it has none. */
export const textIn = (fields: Fields, name: string): string => textsIn(fields, name).at(-1) ?? '';

/** The fields of a form -> what is asked of the bot. */
export function readSent(fields: Fields): Sent {
  const silent = (input: CommandInput | undefined): Sent => ({ input, words: '' });
  const instead = textIn(fields, 'instead');
  if (instead !== '') return silent(instead);
  const sends = textIn(fields, FIELDS.sends);
  if (sends !== '') {
    const names = Array.from(fields.keys()).filter((name) => name.startsWith(FIELDS.part));
    const filled = names.map((name) => [name.slice(FIELDS.part.length), textsIn(fields, name).join(',')]);
    return silent(invocationOf(sends, Object.fromEntries(filled)));
  }
  const line = textIn(fields, FIELDS.line);
  if (line !== '') {
    const typed = textsIn(fields, FIELDS.typed);
    const rest = typed.length > 0 ? joinTyped(typed) : textsIn(fields, FIELDS.pick).join('');
    return silent(rest === '' ? line : completed(line, rest));
  }
  const words = textIn(fields, FIELDS.said).replaceAll('\r\n', '\n').trim();
  const file = (fields.get(FIELDS.file) ?? []).find((one) => one instanceof File && one.size > 0);
  if (file instanceof File) return { input: { line: words, file: fileOf(file) }, words: words || file.name };
  return { input: words === '' ? undefined : words, words };
}
