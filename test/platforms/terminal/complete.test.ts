import { expect, test } from 'vitest';
import { isTyped } from '../../../src/core/command/command.ts';
import { createCompleter } from '../../../src/platforms/terminal/complete.ts';
import { acting } from '../../support/acting.ts';
import { openChat } from '../../support/chat.ts';
import { ENGLISH, KOREAN } from '../../support/listening.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { room, ran } = acting();
const { bot } = await botOf([COURSE], { more: [room] });
const complete = createCompleter(bot.commands, KOREAN);

test.each([
  ['/cl', ['/class '], '/cl'],
  ['/x', bot.commands.filter(isTyped).map(({ name }) => `/${name} `), '/x'],
  ['/class ', ['setup ', 'show ', 'add '], ''],
  ['/class s', ['setup ', 'show '], 's'],
  ['/class 설', ['설정 '], '설'],
  ['/class x', ['setup ', 'show ', 'add '], 'x'],
  ['/class setup ', [], ''],
  ['/class setup #일반 9', ['9시', '9시 30분'], '9'],
  ['/class 설정 #일반 오', ['09:00'], '오'],
  ['/class show 9', [], '9'],
  ['/class add @민수 새로 오신', ['@민수 새로 오신 선생님'], '@민수 새로 오신'],
  ['/class shw 9', [], '9'],
])('%j is completed', async (line, offered, typed) => {
  expect(await complete(line)).toEqual([offered, typed]);
});

test('concepts are completed as before, with and without a command, in the language of the reader', async () => {
  expect(await complete('파ㄷ')).toEqual([['파드'], '파ㄷ']);
  expect((await complete('/k8s 자가 복'))[0]).toContain('자가 복구');
  expect(await createCompleter(bot.commands, ENGLISH)('statefu')).toEqual([['StatefulSet'], 'statefu']);
});

test('an action is typed as a line, by whoever sits at the terminal', async () => {
  const chat = openChat({ bot, locale: 'ko' });
  for (const line of ['/class setup #일반 9시', '/class 추가 @민수', '/class', '/class 파드']) chat.type(`${line}\n`);
  const shown = await chat.end();
  expect(ran.map(({ name, args }) => [name, args])).toEqual([
    ['class setup', { channel: '일반', time: '09:00' }],
    ['class add', { who: '민수' }],
    ['class', {}],
  ]);
  expect(shown).toContain('`/class 설정` 채널과 시각을 정해요');
});
