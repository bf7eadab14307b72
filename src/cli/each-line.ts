import type { Readable } from 'node:stream';
import { parseJson } from '../core/json.ts';

/** Lines of an input, ended by \n or \r\n; readline would end them at U+2028 and a lone \r, too. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  let text = '';
  for await (const chunk of input.setEncoding('utf8')) {
    const [first = '', ...others] = String(chunk).split('\n');
    text += first;
    for (const next of others) {
      yield text.replace(/\r$/, '');
      text = next;
    }
  }
  if (text !== '') yield text.replace(/\r$/, '');
}

/** What a line says: text of several lines comes as a string of JSON, `"a\nb"`. */
function textOf(line: string): string {
  const said = /^\s*"/.test(line) ? parseJson(line) : undefined;
  return typeof said === 'string' ? said : line;
}

/** Answers each line of the input with a line of JSON, one line for every reader. */
export async function eachLine(
  input: Readable,
  write: (line: string) => void,
  answer: (text: string) => unknown,
): Promise<void> {
  for await (const line of linesOf(input)) {
    const json = JSON.stringify(await answer(textOf(line)));
    write(json.replace(/[\u007f-\u009f\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`));
  }
}
