import { expect, test } from 'vitest';
import { type CommandInput, route } from '../../../src/core/command/route.ts';
import { acting } from '../../support/acting.ts';
import { ask } from '../../support/listening.ts';

const { room } = acting();
const pressed = { ...ask, name: 'press', usedBy: 'buttons', answersQuestions: false } as const;
const commands = [ask, room, pressed];

const routed = (input: CommandInput) => {
  const { command, ...rest } = route(input, commands);
  const { action, ...given } = { action: undefined, ...rest };
  return [command?.name, action?.[0], ...Object.values(given)];
};

test.each<[CommandInput, unknown[]]>([
  ['/class 설정 #일반 9시', ['class', 'setup', '#일반 9시']],
  ['/class', ['class', undefined, '']],
  ['/class gone 9시', ['class', undefined, 'gone 9시']],
  ['CLASS  Setup', ['class', 'setup', '']],
  ['／ｃｌａｓｓ', ['class', undefined, '']],
  ['수업!', ['class', undefined, '']],
  ['class 리소스가 뭐야?', ['ask', undefined, 'class 리소스가 뭐야?']],
  ['press a b', ['press', undefined, 'a b']],
  ['/press a b', [undefined, undefined, 'press']],
  ['/Gone x', [undefined, undefined, 'Gone']],
  ['', ['ask', undefined, '']],
  [{ command: 'class', action: 'setup', options: { time: '9시' } }, ['class', 'setup', { time: '9시' }]],
  [{ command: 'class', action: 'gone', options: { time: '9시' } }, ['class', undefined, 'gone']],
  [{ command: 'class', options: {} }, ['class', undefined, {}]],
  [{ command: '수업', options: {} }, ['class', undefined, {}]],
  [{ command: 'press', options: { words: 'a' } }, [undefined, undefined, 'press']],
  [{ command: 'Look it up', options: {} }, [undefined, undefined, 'Look it up']],
])('%j goes to its command, its action and what is left', (input, goes) => {
  expect(routed(input)).toEqual(goes);
});

test('where no command answers questions, a line goes to the command that it begins with', () => {
  expect(route('class 리소스가 뭐야?', [room]).command).toBe(room);
  expect(route('파드', [room])).toEqual({ command: undefined, name: '파드' });
});
