import { expect, test } from 'vitest';
import { acting } from '../support/acting.ts';
import { says } from '../support/listening.ts';
import { blockOf, buttonsOf, excesses } from '../support/replies.ts';
import { botOf, student } from '../support/world.ts';

const { room, ran } = acting();
const open = { ...room, name: 'room', usedBy: 'everyone', examples: [] } as const;
const { bot, logged } = await botOf([], { more: [room, open] });

test.each([
  [
    'ko',
    '수업을 꾸려요 (선생님, 예 /class setup #일반 9시, /class show)',
    'setup: 채널과 시각을 정해요 · show: 지금 설정을 보여 줘요 · add: 선생님을 더해요',
  ],
  [
    'en',
    'Runs the class (instructors, e.g. /class setup #general 09:00, /class show)',
    'setup: Sets channel and hour · show: Shows the settings · add: Adds an instructor',
  ],
] as const)('help tells whose a command is and what each of its actions does (%s)', async (locale, told, each) => {
  const reply = await bot.dispatch('/dosirak', { ...student, locale });
  const { fields } = blockOf(reply, 'fields');
  expect(fields.filter(({ name }) => /^\/(class|room)/.test(name))).toEqual([
    { name: '/class <setup|show|add>', value: `${told} · ${each}` },
    { name: '/room <setup|show|add>', value: `${room.summary[locale]} · ${each}` },
  ]);
  expect(excesses(reply)).toEqual([]);
});

test('help has no button for what only instructors may do, and one for what everyone may', async () => {
  const lines = buttonsOf(await bot.dispatch('/dosirak', student)).map(({ line }) => line);
  expect(lines).toContain('room');
  expect(lines).not.toContain('class');
});

test('what an action shows can be shared', async () => {
  const { visibility, sharedBy, ...reply } = await bot.dispatch('share class show', student);
  expect([says({ visibility, ...reply }), visibility, sharedBy]).toEqual(['class show()', 'channel', student.id]);
  expect(ran.at(-1)?.caller).toEqual(student);
  expect((await bot.dispatch('share class shw', student)).accent).toBe('warning');
  expect(logged).toEqual([]);
});
