import { type Readable, Transform } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { stripVTControlCharacters } from 'node:util';

/** What a terminal puts around what is pasted, once it is asked to (xterm, Control Sequences: bracketed paste mode). */
const START = '\u001b[200~';
const END = '\u001b[201~';
export const BRACKETED = { on: '\u001b[?2004h', off: '\u001b[?2004l' } as const;

/** Ctrl-C alone: the way out of a paste whose end was lost. */
const INTERRUPT = '\u0003';

/** UTF-16 units of a line that is shown as it is; what is longer is drawn anew with each key. */
const SHOWN = 300;
/** Pastes that lines may still name: the history brings them back. */
const KEPT = 50;

/** Units at the end of a text that may be the beginning of a mark. */
function begunAt(text: string, mark: string): number {
  for (let length = Math.min(mark.length - 1, text.length); length > 0; length--)
    if (text.endsWith(mark.slice(0, length))) return length;
  return 0;
}

/** What was pasted, without what a terminal would take for orders. */
const readPaste = (text: string): string =>
  stripVTControlCharacters(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '');

export interface Keys extends Readable {
  isTTY?: boolean;
  setRawMode?(on: boolean): unknown;
}

/**
 * The keys of a terminal, in which each paste is a name for it: a line takes no line breaks, and Tab completes. `nameOf`
 * gives a paste its name.
 */
export function withPastes(input: Keys, nameOf: (text: string) => string): Keys {
  const decoder = new StringDecoder('utf8');
  /** What was pasted so far, while a paste is on its way. */
  let pasted: string | undefined;
  let held = '';

  /** What is to be passed on of a text, and keeps what needs more. */
  function pass(text: string): string {
    let rest = held + text;
    held = '';
    let keys = '';
    while (rest !== '') {
      if (pasted !== undefined) {
        const from = Math.max(0, pasted.length - END.length);
        const all: string = pasted + rest;
        const end = all.indexOf(END, from);
        if (end < 0 && rest !== INTERRUPT) {
          pasted = all;
          return keys;
        }
        if (end >= 0) keys += nameOf(readPaste(all.slice(0, end)));
        rest = end < 0 ? rest : all.slice(end + END.length);
        pasted = undefined;
        continue;
      }
      const start = rest.indexOf(START);
      if (start >= 0) {
        keys += rest.slice(0, start);
        rest = rest.slice(start + START.length);
        pasted = '';
        continue;
      }
      const begun = begunAt(rest, START);
      held = rest.slice(rest.length - begun);
      return keys + rest.slice(0, rest.length - begun);
    }
    return keys;
  }

  const keys = new Transform({
    decodeStrings: false,
    transform(chunk: string | Buffer, _encoding, done) {
      done(null, pass(typeof chunk === 'string' ? chunk : decoder.write(chunk)));
    },
    flush(done) {
      done(null, pass(decoder.end()) + held);
    },
  });
  input.pipe(keys);
  return Object.assign(keys, { isTTY: true, setRawMode: (on: boolean) => input.setRawMode?.(on) });
}

/** Names pastes, and puts them back into a line in lines of their own. */
export function createPastes(nameOf: (number: number, lines: number) => string) {
  const texts = new Map<string, string>();
  let count = 0;
  return {
    /** A short line is its own name. */
    name(text: string): string {
      const lines = text.split('\n').length;
      if (lines === 1 && text.length <= SHOWN && !text.includes('\t')) return text;
      count += 1;
      const name = nameOf(count, lines);
      texts.set(name, text);
      const [oldest] = texts.keys();
      if (texts.size > KEPT && oldest !== undefined) texts.delete(oldest);
      return name;
    },
    expand(line: string): string {
      let expanded = line;
      for (const [name, text] of texts)
        if (expanded.includes(name))
          expanded = expanded
            .split(name)
            .map((part) => part.trim())
            .join(`\n${text}\n`);
      return expanded;
    },
  };
}
