import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { rehearse } from '../../src/cli/chat.ts';
import type { Caller } from '../../src/core/command/command.ts';
import type { Messenger } from '../../src/core/platform.ts';
import { button, buttons } from '../../src/core/reply/builders.ts';
import { readSpeaker } from '../../src/platforms/terminal/players.ts';
import { termFile } from '../support/content.ts';
import { eventually } from '../support/eventually.ts';
import { hear, start } from '../support/process.ts';
import { botOf, COURSE, folderOf } from '../support/world.ts';

const teacher: Caller = {
  id: 'terminal',
  space: 'terminal',
  channel: 'terminal:class',
  locale: 'ko',
  manages: true,
  known: ['terminal'],
};

test('a line may be somebody else’s, who steers nothing', () => {
  for (const line of ['민수> 2', '--as 민수 2', '  민수>  2'])
    expect(readSpeaker(line, teacher)).toMatchObject({
      caller: {
        id: 'terminal:민수',
        name: '민수',
        manages: false,
        known: ['terminal:민수'],
        channel: 'terminal:class',
      },
      text: '2',
    });
  // What they press is shown as they have to type it.
  expect(readSpeaker('  민수>  2', teacher).before).toBe('민수> ');
  expect(readSpeaker('--as 이:민수 2', teacher).before).toBe('--as 이:민수 ');
  for (const line of [
    '2',
    '/live next',
    '파드와 노드의 차이',
    'pod>node',
    'kubectl get pods > pods.txt',
    'a: b',
    '/k8s > x',
  ])
    expect(readSpeaker(line, teacher)).toEqual({ caller: teacher, text: line });
});

test('an instructor rehearses a live quiz with the players that the lines name', async () => {
  let at = Date.parse('2026-11-25T00:00:00Z');
  const messengers: Messenger[] = [];
  const { bot, world } = await botOf([COURSE], { now: () => at, messengers });
  const input = new PassThrough();
  const output = new PassThrough();
  let said = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const log = { info() {}, warn() {}, error() {} };
  const ended = rehearse(bot, world, {
    terminal: { input, output, colour: false, caller: teacher, example: '파드' },
    messengers,
    log,
  });
  /** Types, and lets time pass until it is answered. */
  const type = async (line: string, words: string): Promise<void> => {
    const before = said.length;
    input.write(`${line}\n`);
    await eventually(() => {
      at += 50;
      expect(said.slice(before)).toContain(words);
    });
  };
  await type('/class setup 9시', '수업을 시작할 준비가 됐어요');
  await type('/live start 파드 1개 60초 끝까지', '[a] 참여하기');
  await type('민수> a', '이름으로 참여했어요');
  // The numbers on the screen are those of the instructor's own buttons, whatever the channel shows.
  await type('1', '문제 1 / 1');
  expect(said.slice(said.lastIndexOf('문제 1 / 1'))).not.toContain('[1]');
  await type('민수> 모르겠어요', '답을 받았어요');
  await type('민수> 모르겠어요', '이미 답했어요');
  await type('지수> 모르겠어요', '2명이 답했어요');
  await type('민수> /live stop', '선생님만');
  await type('/live next', '이번에는 맞힌 사람이 없어요');
  await type('/live next', '라이브 퀴즈가 끝났어요');
  await type('민수> a', '이번에는 맞힌 문제가 없어요');
  await type('지수> 1', '이번에는 맞힌 문제가 없어요');
  input.end();
  await ended;
});

test('a message to a student alone is theirs to press, and one to the person at the terminal is theirs', async () => {
  const { bot, world } = await botOf([COURSE]);
  const input = new PassThrough();
  const output = new PassThrough();
  let said = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const messengers: Messenger[] = [];
  const ended = rehearse(bot, world, {
    terminal: { input, output, colour: false, caller: teacher, example: '파드' },
    messengers,
    log: { info() {}, warn() {}, error() {} },
  });
  const post = (channel: string, line: string) =>
    messengers[0]?.post(
      channel,
      {
        reply: { visibility: 'caller', accent: 'info', blocks: [buttons(button('보기', line))] },
        locale: 'ko',
        idempotencyKey: line,
      },
      Number.POSITIVE_INFINITY,
    );
  const shows = (words: string) => eventually(() => expect(said).toContain(words));
  await post('terminal:@민수', 'ask pod');
  await shows('[민수> 1] 보기');
  await post('terminal:@', 'ask node');
  await shows('\n[1] 보기');
  input.write('1\n');
  await shows('노드 · Node');
  expect(said).not.toContain('파드 · Pod');
  input.write('민수> 1\n');
  await shows('파드 · Pod');
  input.end();
  await ended;
});

test('what its author saves is taught in the chat that is open, and mistakes are told at once', async () => {
  const folder = folderOf({ 'a.md': termFile('a') });
  const child = start(['chat'], { env: { CONTENT_DIR: folder, DOSIRAK_LOCALE: 'ko' } });
  onTestFinished(() => void child.kill('SIGKILL'));
  const heard = hear(child);
  let from = 0;
  const says = (words: string) => eventually(() => expect(heard.stdout.slice(from)).toContain(words));
  const type = (line: string): void => {
    from = heard.stdout.length;
    child.stdin.write(`${line}\n`);
  };
  type('개념 a');
  await says('뜻이에요.');
  from = heard.stdout.length;
  writeFileSync(join(folder, 'a.md'), termFile('a').replace('뜻이에요.', '새 뜻이에요.'));
  await says('새로 읽었어요');
  type('개념 a');
  await says('새 뜻이에요.');
  from = heard.stdout.length;
  writeFileSync(join(folder, 'a.md'), termFile('a', 'related: [b\n'));
  await says('a.md:6');
  type('개념 a');
  await says('새 뜻이에요.');
  // Nothing of the watching keeps the process.
  child.stdin.end();
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(heard.stderr).toBe('');
});

test('an answer is called by the letter that it has in the channel, and what nobody answered has no own answers', async () => {
  let at = Date.parse('2026-11-25T00:00:00Z');
  const messengers: Messenger[] = [];
  const { bot, world } = await botOf([COURSE], { now: () => at, messengers });
  const input = new PassThrough();
  const output = new PassThrough();
  let said = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const log = { info() {}, warn() {}, error() {} };
  const ended = rehearse(bot, world, {
    terminal: { input, output, colour: false, caller: teacher, example: '파드' },
    messengers,
    log,
  });
  const type = async (line: string, words: string): Promise<string> => {
    const before = said.length;
    input.write(`${line}\n`);
    await eventually(() => {
      at += 50;
      expect(said.slice(before)).toContain(words);
    });
    return said.slice(before);
  };
  await type('/class setup 9시', '수업을 시작할 준비가 됐어요');
  await type('/live start 파드 2개 60초 끝까지', '[a] 참여하기');
  await type('1', '문제 1 / 2');
  const question = said.slice(said.lastIndexOf('문제 1 / 2'));
  const [, label = ''] = /\[b\] (.+)/.exec(question) ?? [];
  const taken = await type('민수> b', '답을 받았어요');
  expect(taken).toContain(`b. ${label.trim().split('  ')[0]}`);
  await type('/live next', '문제 1 정답');
  const told = said.slice(said.lastIndexOf('문제 1 정답'));
  expect(told).toContain('내 답 보기');
  expect(told).toMatch(/· b\. /);
  // The buttons of a student's private answer say whose they are, in the words that press them; a bare number is the teacher's.
  const own = await type('민수> a', '문제가 이상해요');
  expect(own).toContain('── 민수 ──');
  expect(own).toContain('[민수> 1] 문제가 이상해요');
  expect(own).not.toMatch(/\[\d/);
  await type('민수> 1', '[민수> 2] 보기가 이상해요');
  await type('/live next', '문제 2 / 2');
  await type('/live next', '답한 사람이 없어요');
  expect(said.slice(said.lastIndexOf('문제 2 정답'))).not.toContain('내 답 보기');
  input.end();
  await ended;
});
