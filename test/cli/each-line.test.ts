import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { eachLine } from '../../src/cli/each-line.ts';

async function asked(input: string): Promise<unknown[]> {
  const heard: unknown[] = [];
  const answer = (text: string): object => ({ nth: heard.push(text) });
  await eachLine(Readable.from([input]), () => {}, answer);
  return heard;
}

test.each([
  ['a string of JSON, as the text it stands for', JSON.stringify('a:\n  "b"\t\u2028'), 'a:\n  "b"\t\u2028'],
  ['one with spaces around it', ' "a\\nb" ', 'a\nb'],
  ['an empty one', '""', ''],
  ['words', '파드가 뭐야?', '파드가 뭐야?'],
  ['a quote that does not end', '"파드', '"파드'],
  ['two strings', '"a" "b"', '"a" "b"'],
  ['JSON that is no string', '{"kind":"Pod"}', '{"kind":"Pod"}'],
  ['a number', '5', '5'],
])('a line is read: %s', async (_, line, text) => {
  expect(await asked(`${line}\n`)).toEqual([text]);
});

test('what is answered stays one line', async () => {
  const lines: string[] = [];
  await eachLine(
    Readable.from(['"a\\nb"\n']),
    (line) => void lines.push(line),
    (text) => ({ text }),
  );
  expect(lines).toEqual(['{"text":"a\\nb"}']);
});
