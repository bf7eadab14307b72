import { expect, test } from 'vitest';
import { acting } from '../support/acting.ts';
import { says } from '../support/listening.ts';
import { buttonsOf, excesses } from '../support/replies.ts';
import { botOf, student } from '../support/world.ts';

const { room, ran } = acting();
const open = { ...room, name: 'room', usedBy: 'everyone', examples: [] } as const;
const { bot, logged } = await botOf([], { more: [room, open] });

test.each(['ko', 'en'] as const)(
  'help sets apart what instructors may do, and leaves the actions to the command (%s)',
  async (locale) => {
    const reply = await bot.dispatch('/dosirak', { ...student, locale });
    const [everyones, instructors] = reply.blocks.flatMap((block) =>
      block.type === 'fields' ? [block.fields.map(({ name, value }) => `${name}: ${value}`)] : [],
    );
    expect(everyones).toContain(`/room …: ${room.summary[locale]}`);
    const example =
      locale === 'ko'
        ? '(예: /class setup #일반 9시, /class show)'
        : ' (e.g. /class setup #general 09:00, /class show)';
    expect(instructors).toContain(`/class …: ${room.summary[locale]}${example}`);
    expect(excesses(reply)).toEqual([]);
  },
);

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
