import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPastes, withPastes } from '../../../src/platforms/terminal/paste.ts';
import { openChat } from '../../support/chat.ts';
import { eventually } from '../../support/eventually.ts';
import { MANIFEST, pasting } from '../../support/pasting.ts';

const paste = (text: string): string => `\u001b[200~${text}\u001b[201~`;
/** As terminals send line ends. */
const sent = (text: string): string => paste(text.replaceAll('\n', '\r'));

/** What readline is given of keys that come in these pieces, with pastes in brackets. */
async function keysOf(pieces: readonly (string | Buffer)[]): Promise<string> {
  const input = new PassThrough();
  const keys = withPastes(input, (text) => `⟦${text}⟧`);
  for (const piece of pieces) input.write(piece);
  input.end();
  return text(keys);
}

describe('a paste', () => {
  const typed = `a${paste('1\n\t2\r\n3\r')}\u001b[Ab${paste('가')}\r`;

  test('is told from keys, however it is cut', async () => {
    const bytes = Buffer.from(typed);
    for (let size = 1; size <= bytes.length; size++) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      );
      expect(await keysOf(pieces)).toBe('a⟦1\n\t2\n3\n⟧\u001b[Ab⟦가⟧\r');
    }
  });

  test('gives the terminal no orders', async () => {
    expect(await keysOf([paste('\u001b[31mError\u001b[0m: \u0003\u0007x\u001b]0;t\u0007')])).toBe('⟦Error: x⟧');
  });

  test('whose end was lost is left with Ctrl-C', async () => {
    expect(await keysOf(['\u001b[200~a\rb', '\u0003', 'c\r'])).toBe('\u0003c\r');
  });

  test('keys that only look like one are keys', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('\u001b', '[', '2', '0', '~', 'a')), async (keys) => {
        const typed = keys.join('');
        fc.pre(!typed.includes('\u001b[200~'));
        expect(await keysOf(keys)).toBe(typed);
      }),
    );
  });
});

describe('the name of a paste', () => {
  const pastes = () => createPastes((number, lines) => `[${number}: ${lines}]`);

  test('is its words where they are short', () => {
    const { name, expand } = pastes();
    expect([name('파드가 뭐야?'), name('a'.repeat(300)), expand('파드')]).toEqual([
      '파드가 뭐야?',
      'a'.repeat(300),
      '파드',
    ]);
  });

  test('gives way to what was pasted, in lines of its own', () => {
    const { name, expand } = pastes();
    const [first, second] = [name('  a: 1\n  b: 2'), name('\tc')];
    expect([first, second]).toEqual(['[1: 2]', '[2: 1]']);
    expect(expand(`/k8s ${first}`)).toBe('/k8s\n  a: 1\n  b: 2\n');
    expect(expand(`이거 ${first} 랑 ${second}`)).toBe('이거\n  a: 1\n  b: 2\n랑\n\tc\n');
    expect(expand(first)).toBe('\n  a: 1\n  b: 2\n');
  });
});

describe('at a terminal', () => {
  async function opened() {
    const { bot, received } = pasting();
    const chat = openChat({ tty: true, bot });
    await chat.until('도시락> ');
    return { ...chat, received };
  }

  test('the terminal is asked to tell pastes, until the chat is over', async () => {
    const { shown, end } = await opened();
    expect(shown()).toContain('\u001b[?2004h');
    expect(await end()).toContain('\u001b[?2004l');
  });

  test('several lines are one question, as they were, with what is typed around them', async () => {
    const { type, end, received } = await opened();
    type(`${sent(`${MANIFEST}\n`)}\r`);
    type(`/k8s ${sent(MANIFEST)}\r`);
    type(`왜 안 돼? ${sent(MANIFEST)}\r`);
    await eventually(() => expect(received).toHaveLength(3));
    await end();
    expect(received.map(({ term }) => term)).toEqual([MANIFEST, MANIFEST, `왜 안 돼?\n${MANIFEST}`]);
  });

  test('a line that was brought back has its paste again', async () => {
    const { type, end, received } = await opened();
    type(`${sent(MANIFEST)}\r`);
    await eventually(() => expect(received).toHaveLength(1));
    type('\u001b[A\r');
    await eventually(() => expect(received).toHaveLength(2));
    await end();
    expect(received.map(({ term }) => term)).toEqual([MANIFEST, MANIFEST]);
  });

  test('nothing is asked before Enter, and what is too long is told as that', async () => {
    const { type, end, received, until, shown } = await opened();
    type(sent('a\n'.repeat(4000)));
    await until('[붙여 넣은 글 1: 4001줄]');
    expect(received).toEqual([]);
    const from = shown().length;
    type('\r');
    await until('너무 길어서', from);
    await end();
    expect(received).toEqual([]);
  });
});
