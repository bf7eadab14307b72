import { expect, test } from 'vitest';
import { acting } from '../support/acting.ts';
import { says } from '../support/listening.ts';
import { buttonsOf, excesses, textsOf } from '../support/replies.ts';
import { botOf, student } from '../support/world.ts';

const { room, ran } = acting();
const open = { ...room, name: 'room', usedBy: 'everyone', examples: [] } as const;
const { bot, logged } = await botOf([], { more: [room, open] });

test.each(['ko', 'en'] as const)(
  'help has a page for what instructors may do, with an example and the names of all actions (%s)',
  async (locale) => {
    const reply = await bot.dispatch('/dosirak', { ...student, locale });
    const said = textsOf(reply).join('\n');
    expect(said).toContain(`\`/room\`: ${room.summary[locale]}`);
    expect(said).not.toContain('/class');
    const page = textsOf(await bot.dispatch('/dosirak instructors', { ...student, locale })).join('\n');
    const [example, name] =
      locale === 'ko' ? ['/class setup #일반 9시', '설정'] : ['/class setup #general 09:00', 'setup'];
    expect(page).toContain(`- \`${example}\`: ${room.actions?.setup?.summary[locale]}`);
    expect(page).toContain(`- \`/class\`: ${name} · show`);
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
