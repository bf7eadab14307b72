import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { openChat, piped } from '../../support/chat.ts';
import { botOf, folderOf } from '../../support/world.ts';

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
    // A typed question takes 1 for its answer; what is wrong comes back.
    const lines = ['/quiz pod 4', ...Array.from({ length: 8 }, () => '1\n')];
    const text = await piped(`${lines.join('\n')}\n`);
    expect(text).toContain('문제 1 / 4');
    expect(text).toContain('문제 4 / 4');
    expect(text).toMatch(/4문제 중 \d문제를 맞혔어요/);
  });

  test('the last line needs no line end; Windows line ends are fine; empty lines and no lines say nothing', async () => {
    expect(await piped('파드')).toBe(await piped('파드\r\n'));
    expect(await piped('\n\n  \n')).toBe('');
    expect(await piped('')).toBe('');
  });

  test('the caller is answered in their own language', async () => {
    const text = await piped('pod\n8\n9\n/nope\n', { locale: 'en' });
    expect(text).toMatch(/^Pod · 파드\n/);
    expect(text).toContain('Type a number from 1 to 7.');
    expect(text).toContain('There is no command `/nope`');
  });

  test('a command that is typed wrong is offered by a number, and a concept after a slash is answered', async () => {
    const text = await piped('/qiuz pod 3\n1\n/node\n', { locale: 'en' });
    expect(text).toMatch(/^There is no command `\/qiuz`\. Did you mean this one\?/);
    expect(text).toContain('[1] /quiz pod 3');
    expect(text).toContain('Question 1 of 3');
    expect(text).toContain('Node · 노드');
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

  test('Ctrl-C ends it on an empty line', async () => {
    const chat = openChat({ tty: true });
    chat.type('\u0003');
    await chat.ended;
    expect(chat.shown()).toContain('다음에 또 만나요');
  });

  test('Ctrl-C takes back a line that was begun, wherever one stands in it, and the chat goes on', async () => {
    const chat = openChat({ tty: true });
    chat.type('서비스 없는 말\u001b[D\u001b[D');
    chat.type('\u0003');
    chat.type('노드\r');
    await chat.until('노드 · Node');
    expect(chat.shown()).not.toContain('또 만나요');
    chat.type('\u0003');
    await chat.ended;
    expect(chat.shown()).toContain('다음에 또 만나요');
  });

  test.each([
    [40, 40],
    [80, 80],
    [500, 88],
    [32, 32],
  ])('of %i columns draws boxes %i wide', async (columns, width) => {
    const text = await piped('파드\r', { tty: true, columns });
    expect(boxes(text).map((line) => stringWidth(line))).toEqual([width, width]);
  });

  test.each([
    [31, 31],
    [20, 20],
    [10, 16],
    [0, 16],
  ])('of %i columns draws no box, and wraps text at %i', async (columns, width) => {
    const text = await piped('/k8s 컨테이너\r', { tty: true, columns });
    const lines = text.slice(text.indexOf('컨테이너 ·')).split('\n');
    const reply = lines.slice(
      0,
      lines.findIndex((line) => line.includes('도시락>')),
    );
    expect(text).not.toMatch(/[╭╰│]/);
    expect(reply.length).toBeGreaterThan(10);
    const widths = reply.map((line) => stringWidth(line));
    expect(Math.max(...widths)).toBeLessThanOrEqual(width);
    expect(Math.max(...widths)).toBeGreaterThan(width - 4);
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

  test('completes nothing that hides an order or turns words around', async () => {
    const title = '"돌아\\e[31m\\x9b1m\\u202e가는 개념"';
    const { bot } = await botOf([
      folderOf({ 'glossary/a.md': `---\nid: a\ntitle: ${title}\ndefinition: 뜻\n---\n글\n` }),
    ]);
    const chat = openChat({ tty: true, bot });
    await chat.until('도시락> ');
    chat.type('돌아');
    await chat.until('돌아', chat.shown().lastIndexOf('도시락> '));
    const from = chat.shown().length;
    chat.type('\t');
    await chat.until('개념', from);
    const drawn = stripVTControlCharacters((await chat.end()).slice(from).split('개념')[0] ?? '');
    expect(drawn).not.toMatch(/[\u0080-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(chat.shown()).not.toContain('\u001b[31m');
  });

  test('goes back at 0 to what was shown before, and says so', async () => {
    const chat = openChat({ tty: true });
    chat.type('파드\r노드\r');
    await chat.until('[0] 앞 화면으로');
    const from = chat.shown().length;
    chat.type('0\r');
    await chat.until('파드 · Pod', from);
    expect((await chat.end()).slice(from)).not.toContain('[0]');
  });

  test('that is closed while an answer is made ends without an error', async () => {
    const chat = openChat({ tty: true });
    chat.type('파드\r노드');
    expect(await chat.end()).toContain('파드 · Pod');
  });

  test('plays by numbers and Enter', async () => {
    const chat = openChat({ tty: true });
    chat.type('/k8s cluster\r');
    await chat.until('이걸로 퀴즈 풀기');
    chat.type('1\r');
    await chat.until('문제 1 / ');
    chat.type('모르겠어요\r');
    await chat.until('다음 문제');
    chat.type('\r');
    await chat.until('문제 2 / ');
    await chat.end();
  });

  test('goes back to the reply before with 0, and leaves at a word', async () => {
    const chat = openChat({ tty: true });
    chat.type('/quiz cluster 2\r');
    await chat.until('문제 1 / 2');
    chat.type('/k8s pod\r');
    await chat.until('[0] 앞 화면으로');
    const from = chat.shown().length;
    chat.type('0\r');
    await chat.until('문제 1 / 2', from);
    chat.type('종료\r');
    await chat.ended;
    expect(chat.shown().slice(from)).toContain('다음에 또 만나요');
  });
});
