import { describe, expect, test } from 'vitest';
import type { Command } from '../../../src/core/command/command.ts';
import { declarationsOf, plainly, sameAs } from '../../../src/platforms/discord/declarations.ts';
import { callerOf, wishOf } from '../../../src/platforms/discord/incoming.ts';
import { onDiscord } from '../../fakes/discord/bot.ts';
import { both, look, puts, registrar } from '../../fakes/discord/registrar.ts';
import { commandsErrors } from '../../fakes/discord/rules/commands.ts';
import { reasons } from '../../fakes/discord/rules/reasons.ts';
import { acting } from '../../support/acting.ts';
import { titleOf } from '../../support/seen.ts';
import { botOf } from '../../support/world.ts';

const PLACES = ['global', 'guild'] as const;
const OFFERS = { global: 'everywhere', guild: 'guild' } as const;
const ADMINISTRATOR = '8';
const MANAGE_GUILD = '32';
/** When everything arrives. */
const at = Date.now();

async function withRoom(usedBy: Command['usedBy'] = 'instructors') {
  const { room, ran } = acting();
  const { bot, logged: bugs } = await botOf([], { more: [{ ...room, usedBy }] });
  const { discord, logged } = await onDiscord({ bot, now: () => at });
  return { discord, ran, quiet: () => expect([bugs, logged]).toEqual([[], []]) };
}

describe.each(PLACES)('a command with actions (%s)', (where) => {
  test('is declared with a subcommand for each, in both languages, and Discord takes it', () => {
    const declared = declarationsOf([acting().room], OFFERS[where]);
    expect(reasons(commandsErrors(declared, where))).toEqual([]);
    expect(reasons(commandsErrors(plainly(declared), where))).toEqual([]);
    expect(declared).toMatchObject([
      {
        name: 'class',
        options: [
          {
            type: 1,
            name: 'setup',
            name_localizations: { ko: '설정' },
            description: '채널과 시각을 정해요',
            description_localizations: { 'en-US': 'Sets channel and hour', 'en-GB': 'Sets channel and hour' },
            options: [
              { type: 7, name: 'channel', required: true, channel_types: [0, 5] },
              { type: 4, name: 'count' },
              { type: 3, name: 'time', autocomplete: true, name_localizations: { ko: '시각' } },
              { type: 3, name: 'days', autocomplete: false },
            ],
          },
          { type: 1, name: 'show', options: [] },
          {
            type: 1,
            name: 'add',
            options: [
              { type: 9, name: 'who' },
              { type: 3, name: 'note' },
            ],
          },
        ],
      },
    ]);
  });

  test('is registered again only when something of an action has changed', async () => {
    const { room } = acting();
    const { discord, put } = await registrar(where);
    expect(await put([room, look])).toBe('registered');
    expect(await put([look, room])).toBe('known');
    expect(puts(discord)).toEqual([200]);
    const known = discord.commands(where === 'guild' ? discord.guild.id : undefined);
    const { setup, show, add } = room.actions ?? {};
    if (!setup || !show || !add) throw new Error('no such actions');
    const { korean: _, ...nameless } = setup;
    const { time: __, ...fewer } = setup.options;
    const changed: readonly Command['actions'][] = [
      { setup, show },
      { show, setup, add },
      { setup, see: show, add },
      { setup: nameless, show, add },
      { setup: { ...setup, summary: both('채널을 정해요', 'Sets channel and hour') }, show, add },
      { setup: { ...setup, summary: both('채널과 시각을 정해요', 'Sets both') }, show, add },
      { setup: { ...setup, options: fewer }, show, add },
      {
        setup,
        show,
        add: { ...add, options: { ...add.options, who: { type: 'channel', summary: both('누구', 'who') } } },
      },
      undefined,
    ];
    for (const actions of changed) {
      const { actions: ___, ...bare } = room;
      expect(sameAs(known, declarationsOf([look, actions ? { ...room, actions } : bare], OFFERS[where]))).toBe(false);
    }
  });
});

test('other kinds of channels are as good a reason to register again', async () => {
  const { discord, put } = await registrar();
  const { room } = acting();
  await put([room]);
  const other = JSON.stringify(declarationsOf([room], 'everywhere')).replace('[0,5]', '[0]');
  expect(sameAs(discord.commands(), JSON.parse(other))).toBe(false);
});

test('a subcommand runs its action with what was typed', async () => {
  const { discord, ran, quiet } = await withRoom();
  const minsu = discord.user('민수', { locale: 'ko' });
  const { channelId } = discord.guild;
  const options = { channel: channelId, time: '오후 2시 30분', count: 3 };
  const seen = await discord.slash(minsu, 'guild', 'class setup', options).settled();
  expect(titleOf(seen)).toBe(`class setup(count=3 channel=${channelId} time=14:30)`);
  await discord.slash(minsu, 'thread', 'class show').settled();
  expect(ran.map(({ name, args }) => [name, args])).toEqual([
    ['class setup', { count: 3, channel: channelId, time: '14:30' }],
    ['class show', {}],
  ]);
  quiet();
});

test('a person is an id, a role one with &', async () => {
  const { discord, ran, quiet } = await withRoom();
  const [minsu, ann] = [discord.user('민수'), discord.user('Ann')];
  const teachers = discord.role('teachers');
  await discord.slash(minsu, 'guild', 'class add', { who: ann.id, note: '<@&5> #일반 who:7 "x"' }).settled();
  await discord.slash(minsu, 'guild', 'class add', { who: teachers.id }).settled();
  expect(ran.map(({ args }) => args)).toEqual([
    { who: ann.id, note: '<@&5> #일반 who:7 "x"' },
    { who: `&${teachers.id}` },
  ]);
  quiet();
});

test('a word in another form is told to whoever typed it', async () => {
  const { discord, ran, quiet } = await withRoom();
  const ann = discord.user('Ann', { locale: 'en-GB' });
  const given = { channel: discord.guild.channelId, time: 'soon' };
  const seen = await discord.slash(ann, 'guild', 'class setup', given).settled();
  expect(JSON.stringify(seen.components)).toContain('hour of the card: write it like this: 09:00');
  expect(ran).toEqual([]);
  quiet();
});

test('words of a form, and texts of an action, are completed', async () => {
  const { discord, quiet } = await withRoom();
  const minsu = discord.user('민수', { locale: 'ko' });
  const offers = async (name: string, option: string, typed: string, others = {}) =>
    (await discord.autocomplete(minsu, 'guild', name, option, typed, others)).map(({ value }) => value);
  expect(await offers('class setup', 'time', '9')).toEqual(['9시', '9시 30분']);
  expect(await offers('class setup', 'time', '', { channel: discord.guild.channelId, count: 2 })).toEqual(['09:00']);
  expect(await offers('class add', 'note', '새')).toEqual(['새 선생님']);
  quiet();
});

describe('a caller', () => {
  test('has the guild, the channel they write in, and their roles', async () => {
    const { discord, ran } = await withRoom();
    const roles = [discord.role('teachers'), discord.role('2반')];
    const minsu = discord.user('민수', { locale: 'ko', roles });
    await discord.slash(minsu, 'guild', 'class show').settled();
    const { id, channelId } = discord.guild;
    expect(ran[0]?.caller).toEqual({
      id: `discord:${minsu.id}`,
      space: `discord:${id}`,
      channel: `discord:${channelId}`,
      locale: 'ko',
      at,
      name: '민수',
      manages: false,
      known: [`discord:${minsu.id}`, ...roles.map((role) => `discord:&${role.id}`)],
    });
  });

  test('in a thread is in the channel that it belongs to', async () => {
    const { discord, ran } = await withRoom();
    await discord.slash(discord.user('민수'), 'thread', 'class show').settled();
    expect(ran[0]?.caller.channel).toBe(`discord:${discord.guild.channelId}`);
  });

  test('in a direct message is in a space of their own, in no channel, and manages nothing', async () => {
    const { discord, ran } = await withRoom('everyone');
    const minsu = discord.user('민수', { permissions: ADMINISTRATOR, roles: [discord.role('teachers')] });
    await discord.slash(minsu, 'dm', 'class show').settled();
    const id = `discord:${minsu.id}`;
    expect(ran[0]?.caller).toEqual({ id, space: id, locale: 'en', at, name: '민수', manages: false, known: [id] });
  });

  test.each([
    ['an administrator', ADMINISTRATOR, true],
    ['who may manage the guild', MANAGE_GUILD, true],
    ['who may do everything', String(2n ** 60n - 1n), true],
    ['who may do everything else', String((2n ** 60n - 1n) ^ 40n), false],
    ['who may do nothing', '0', false],
  ])('%s', async (_, permissions, manages) => {
    const { discord, ran } = await withRoom();
    await discord.slash(discord.user('민수', { permissions }), 'guild', 'class show').settled();
    expect(ran[0]?.caller.manages).toBe(manages);
  });

  test('who presses a button is the same as who types', async () => {
    const { discord, ran } = await withRoom();
    const minsu = discord.user('민수', { locale: 'ko', permissions: MANAGE_GUILD });
    const seen = await discord.slash(minsu, 'guild', 'class show').settled();
    await discord.press(minsu, seen, { label: '📢 채널에 공유' }).settled();
    expect(ran).toHaveLength(2);
    expect(ran[1]).toEqual(ran[0]);
  });
});

test('what other servers than Discord leave out makes nobody a manager and nothing fail', async () => {
  const { room, ran } = acting();
  const { bot } = await botOf([], { more: [room] });
  const sub = { name: 'show', type: 1 };
  const interaction = {
    type: 2,
    id: '1',
    guild_id: '5',
    channel_id: '6',
    member: { user: { id: '7' } },
    data: { name: 'class', type: 1, options: [sub] },
  };
  const caller = callerOf(interaction as never, 8);
  expect(caller).toEqual({
    id: 'discord:7',
    space: 'discord:5',
    channel: 'discord:6',
    locale: 'ko',
    at: 8,
    manages: false,
    known: ['discord:7'],
  });
  const wish = wishOf(interaction as never, () => undefined);
  if (!caller || wish?.kind !== 'called') throw new Error('no input');
  await bot.dispatch(wish.input, caller);
  expect(ran.map(({ name }) => name)).toEqual(['class show']);
  for (const permissions of ['', 'all', '-8', null])
    expect(callerOf({ ...interaction, member: { ...interaction.member, permissions } } as never, 8)?.manages).toBe(
      false,
    );
});
