import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { openChat, piped } from '../../support/chat.ts';

const ESCAPE = '\u001b';
const COLOUR = new RegExp(`${ESCAPE}\\[\\d+m`);
const boxes = (text: string): string[] => text.split('\n').filter((line) => /[╭╰]─/.test(line));

describe('lines through a pipe', () => {
  test('each is answered in plain words, without prompt, box or escape codes, even when colour is wished for', async () => {
    const text = await piped('파드\n/k8s 노드\n', { colour: true });
    expect(text).toMatch(/^파드 · Pod\n\n/);
    expect(text).toContain('\n\n노드 · Node\n\n');
    expect(text).not.toContain(ESCAPE);
    expect(text).not.toMatch(/[│╭]|도시락>|환영/);
  });

  test('a whole practice is played by numbers, words and Enter', async () => {
    const lines = ['/quiz pod 4', ...Array.from({ length: 4 }, () => '1\n')];
    const text = await piped(`${lines.join('\n')}\n`);
    expect(text).toContain('문제 1 / 4');
    expect(text).toContain('문제 4 / 4');
    expect(text).toMatch(/4문제 가운데 \d문제를 맞혔어요/);
  });

  test('the last line needs no line end; Windows line ends are fine; empty lines and no lines say nothing', async () => {
    expect(await piped('파드')).toBe(await piped('파드\r\n'));
    expect(await piped('\n\n  \n')).toBe('');
    expect(await piped('')).toBe('');
  });

  test('the caller is answered in their own language', async () => {
    const text = await piped('pod\n7\n9\n/nope\n', { locale: 'en' });
    expect(text).toMatch(/^Pod · 파드\n/);
    expect(text).toContain('Type a number from 1 to 6.');
    expect(text).toContain('There is no command `/nope`');
  });

  test('what comes in too fast is answered in order', async () => {
    const text = await piped('파드\n노드\n'.repeat(200));
    const headings = text.split('\n').filter((line) => line === '파드 · Pod' || line === '노드 · Node');
    expect(headings).toEqual(Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? '파드 · Pod' : '노드 · Node')));
  });
});

describe('a terminal', () => {
  test.each([
    ['ko', '환영해요', '도시락> ', '다음에 또 만나요'],
    ['en', 'Welcome to Dosirak', 'dosirak> ', 'See you next time'],
  ] as const)('welcomes, prompts and says goodbye at Ctrl-D (%s)', async (locale, welcome, prompt, goodbye) => {
    const chat = openChat({ tty: true, locale });
    await chat.until(prompt);
    expect(chat.shown()).toContain(welcome);
    chat.type('\u0004');
    await chat.ended;
    expect(chat.shown()).toContain(goodbye);
  });

  test('Ctrl-C ends it, too, whatever stands on the line', async () => {
    const chat = openChat({ tty: true });
    chat.type('파드가');
    chat.type('\u0003');
    await chat.ended;
    expect(chat.shown()).toContain('다음에 또 만나요');
  });

  test.each([
    [40, 40],
    [80, 80],
    [500, 88],
    [10, 32],
    [0, 32],
  ])('of %i columns draws boxes %i wide', async (columns, width) => {
    const text = await piped('파드\r', { tty: true, columns });
    expect(boxes(text).map((line) => stringWidth(line))).toEqual([width, width]);
  });

  test('that was made narrower draws the next box narrower', async () => {
    const chat = openChat({ tty: true });
    chat.type('파드\r');
    await chat.until('╯');
    chat.output.columns = 50;
    chat.type('노드\r');
    await chat.until('노드 · Node');
    expect(boxes(await chat.end()).map((line) => stringWidth(line))).toEqual([80, 80, 50, 50]);
  });

  test('has colour, and none where none is wanted', async () => {
    expect(await piped('파드\r', { tty: true, colour: true })).toMatch(COLOUR);
    expect(await piped('파드\r/quiz\r', { tty: true, colour: false })).not.toMatch(COLOUR);
  });

  test.each([
    ['/qu', 'iz '],
    ['자가 복', '구'],
    ['/quiz 레플리카', '셋'],
    ['statefuls', '도시락> StatefulSet'],
    ['ㅋㅂㄴㅌㅅ', '도시락> 쿠버네티스'],
    ['/card ㅔㅐㅇ', '도시락> /card 파드'],
  ])('completes %j at Tab', async (typed, completed) => {
    const chat = openChat({ tty: true });
    await chat.until('도시락> ');
    chat.type(typed);
    await chat.until(typed, chat.shown().lastIndexOf('도시락> '));
    const from = chat.shown().length;
    chat.type('\t');
    await chat.until(completed, from);
    await chat.end();
  });

  test('shows every command at the second Tab after a slash, and none that only buttons use', async () => {
    const chat = openChat({ tty: true });
    await chat.until('도시락> ');
    const from = chat.shown().length;
    for (const key of ['/', '\t', '\t']) chat.type(key);
    for (const name of ['k8s', 'quiz', 'card', 'dosirak']) await chat.until(`/${name} `, from);
    expect(await chat.end()).not.toContain('/drill');
  });

  test('that is closed while an answer is made ends without an error', async () => {
    const chat = openChat({ tty: true });
    chat.type('파드\r노드');
    expect(await chat.end()).toContain('파드 · Pod');
  });

  test('plays by numbers and Enter', async () => {
    const chat = openChat({ tty: true });
    chat.type('/quiz cluster 2\r');
    await chat.until('문제 1 / 2');
    chat.type('1\r');
    await chat.until('다음 문제');
    chat.type('\r');
    await chat.until('문제 2 / 2');
    await chat.end();
  });
});
