import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { command } from '../../../src/core/command/command.ts';
import { createDispatch, createReportBug } from '../../../src/core/command/dispatch.ts';
import { route } from '../../../src/core/command/route.ts';
import { acting, whichOf } from '../../support/acting.ts';
import { anyText } from '../../support/any.ts';
import { ask, KOREAN, listening, says } from '../../support/listening.ts';
import { blockOf, buttonsOf, excesses } from '../../support/replies.ts';

const { room } = acting();
/** Knows names, and questions that end in a question mark. */
const knowing = {
  ...ask,
  knows: (question: string) =>
    ['파드', 'cron', 'etcd'].includes(question) ? 'name' : question.endsWith('?') ? 'answer' : undefined,
} as const;
const about = { ko: '요약', en: 'summary' };
const quiz = command({
  name: 'quiz',
  summary: about,
  usedBy: 'everyone',
  spoken: ['퀴즈', '오늘의 문제'],
  examples: [],
  options: { topic: { type: 'text', summary: about } },
  run: () => ({ visibility: 'caller', accent: 'info', blocks: [] }),
});
const card = { ...quiz, name: 'card', spoken: ['카드'] };
const pressed = { ...ask, name: 'press', usedBy: 'buttons', answersQuestions: false } as const;
const commands = [knowing, room, quiz, card, pressed];

/** What an input runs, as one would type it; with `?` in front where it is only offered. */
function routed(line: string): string | undefined {
  const found = route(line, commands);
  if (found.command === undefined) return found.guess === undefined ? undefined : `?${found.guess.en}`;
  return [found.command.name, found.action?.[0], found.given]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}

describe('a command that is typed wrong', () => {
  test.each([
    ['/qiuz', '?quiz'],
    ['/quzi 파드', '?quiz 파드'],
    ['/QUIS', '?quiz'],
    ['/퀴츠', '?quiz'],
    ['/ㅋㅈ', '?quiz'],
    ['/벼ㅑㅈ', '?quiz'],
    ['/카드놀이', '?card 놀이'],
    ['/quiz3', '?quiz 3'],
    ['/퀴즈노드', '?quiz 노드'],
    ['/calss setpu #일반 9시', '?class setup #일반 9시'],
    ['/class설정', '?class 설정'],
    ['/ quiz 파드', '?quiz 파드'],
    ['//quiz', '?quiz'],
  ])('is offered, and not run: %s', (line, meant) => {
    expect(routed(line)).toBe(meant);
  });

  test.each(['/김치', '/', '//', '/xyz', '/press a b', '/pres', '/q', '/__proto__', '/🍱', '/class gone'])(
    'is not guessed at where nothing is near: %s',
    (line) => {
      expect(routed(line)?.startsWith('?') ?? false).toBe(false);
    },
  );
});

describe('what is surely meant is run', () => {
  test.each([
    ['/오늘의 문제', 'quiz'],
    ['/오늘의문제', 'quiz'],
    ['/znlwm', 'quiz'],
    ['/ask파드', 'ask 파드'],
    ['/ask파드가 뭐야', 'ask 파드가 뭐야'],
  ])('%s', (line, runs) => {
    expect(routed(line)).toBe(runs);
  });
});

describe('a question with a slash in front', () => {
  test.each([
    ['/파드', 'ask 파드'],
    ['/cron', 'ask cron'],
    ['/파드 뭐야', 'ask 파드 뭐야'],
    ['/어떻게 해요?', 'ask 어떻게 해요?'],
    ['/etc/kubernetes', 'ask /etc/kubernetes'],
    ['/bin/sh: 1: nginx: not found', 'ask /bin/sh: 1: nginx: not found'],
    ['/entrypoint.sh: line 1\nexit 1', 'ask /entrypoint.sh: line 1\nexit 1'],
  ])('is answered as one: %s', (line, runs) => {
    expect(routed(line)).toBe(runs);
  });

  test('is a command that there is not, where nobody has an answer', () => {
    expect(routed('/김치찌개')).toBeUndefined();
    expect(route('/파드', [ask, quiz]).command).toBeUndefined();
  });
});

test('the button runs the guess, cut to its command where the rest is too long', async () => {
  const { dispatch } = listening();
  const reply = await dispatch('/qiuz 파드 3', KOREAN);
  expect(reply).toMatchObject({ visibility: 'caller', accent: 'warning' });
  expect(blockOf(reply, 'text').markdown).toMatch(/^`\/qiuz` 명령은 없어요\. 혹시/);
  expect(buttonsOf(reply)).toEqual([{ label: '/quiz 파드 3', line: 'quiz 파드 3' }]);
  expect(says(await dispatch(buttonsOf(reply)[0]?.line ?? '', KOREAN))).toBe('quiz(topic=파드 count=3)');
  const long = await dispatch(`/qiuz ${'파드 '.repeat(100)}`, KOREAN);
  expect(buttonsOf(long)).toEqual([{ label: '/quiz', line: 'quiz' }]);
});

test.each([
  ['/class setpu #일반 9시', 'class 설정 #일반 9시'],
  ['/class 설졍', 'class 설정'],
  ['/수업 shwo', 'class show'],
])('an action that is typed wrong is offered below all there are: %s', async (line, meant) => {
  const log = { error: () => {} };
  const dispatch = createDispatch([room], { reportBug: createReportBug({ log, reference: () => 'bug-1' }) });
  const reply = await dispatch(line, KOREAN);
  expect(blockOf(reply, 'text').markdown).toMatch(whichOf('ko'));
  expect(buttonsOf(reply)).toEqual([{ label: `/${meant}`, line: meant }]);
});

test('whatever follows a slash is routed, and what is offered fits every platform', async () => {
  const { dispatch } = listening();
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      expect(excesses(await dispatch(`/qiuz ${text}`, KOREAN))).toEqual([]);
      route(`/${text}`, commands);
    }),
  );
});
