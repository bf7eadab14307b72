import { expect, test } from 'vitest';
import { isTyped } from '../../../src/core/command/command.ts';
import { declarationsOf } from '../../../src/platforms/discord/declarations.ts';
import { refusals } from '../../../src/platforms/discord/register.ts';
import { onDiscord } from '../../fakes/discord/bot.ts';
import { errorBody, invalidForm } from '../../fakes/discord/errors.ts';
import { look, puts, registrar } from '../../fakes/discord/registrar.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot } = await botOf([COURSE]);

test.each(['global', 'guild'] as const)('only what differs is registered (%s)', async (where) => {
  const { discord, put } = await registrar(where);
  expect(await put(bot.commands)).toBe('registered');
  expect(await put(bot.commands)).toBe('known');
  expect(puts(discord)).toEqual([200]);
  expect(await put([look, ...bot.commands])).toBe('registered');
  expect(await put([look, ...bot.commands])).toBe('known');
  expect(puts(discord)).toEqual([200, 200]);
  const counts = [discord.commands().length, discord.commands(discord.guild.id).length];
  const all = 2 + bot.commands.filter(isTyped).length;
  expect(counts).toEqual(where === 'guild' ? [0, all] : [all, 0]);
});

test('a restart registers nothing, a changed command does', async () => {
  const { discord } = await onDiscord({ bot });
  await onDiscord({ bot, at: discord });
  expect(puts(discord)).toEqual([200]);
  await onDiscord({ bot: { ...bot, commands: [look, ...bot.commands] }, at: discord });
  expect(puts(discord)).toEqual([200, 200]);
  expect(discord.commands().map(({ name }) => name)).toContain('look');
});

const noCompletion = errorBody(
  invalidForm({ 0: { options: { 0: { autocomplete: { _errors: [{ code: 'X', message: 'Unknown field.' }] } } } } }),
);

test('a server that refuses completion has the commands without it, and is answered', async () => {
  const { discord } = await onDiscord({ bot: { ...bot, commands: [] } });
  discord.features.autocomplete = false;
  discord.fault({ method: 'PUT', path: /commands$/ }, { status: 400, body: noCompletion });
  const { logged } = await onDiscord({ bot, at: discord });
  expect(puts(discord)).toEqual([400, 200]);
  expect(JSON.stringify(discord.commands())).not.toMatch(/"autocomplete":true|Looks up/);
  expect(logged.filter(({ level }) => level === 'warn').map(({ fields }) => fields)).toMatchObject([
    { status: 400, code: 50035, reasons: ['k8s.options.0.autocomplete: Unknown field.'] },
  ]);
  const seen = await discord.slash(discord.user('민수', { locale: 'ko' }), 'guild', 'k8s', { term: '파드' }).settled();
  expect(JSON.stringify(seen.components)).toContain('가장 작은 배포 단위');
});

test('a server that knows no files and no message’s menu has the slash commands', async () => {
  const { discord } = await onDiscord({ bot: { ...bot, commands: [] } });
  discord.fault({ method: 'PUT', path: /commands$/, times: 2 }, { status: 400, body: noCompletion });
  await onDiscord({ bot, at: discord });
  expect(puts(discord)).toEqual([400, 400, 200]);
  expect(discord.commands().map(({ type }) => type)).not.toContain(3);
  const seen = await discord.slash(discord.user('민수', { locale: 'ko' }), 'guild', 'k8s', { term: '파드' }).settled();
  expect(JSON.stringify(seen.components)).toContain('가장 작은 배포 단위');
});

test('what Discord takes in no form is named, and says why', async () => {
  const { put } = await registrar();
  await expect(put([...bot.commands, { ...look, name: 'Look' }])).rejects.toThrow(
    'Discord refuses the commands (Look.name: Command name is invalid)',
  );
});

test('a guild that the bot may not register in is told as that', async () => {
  await expect(onDiscord({ guildId: '123456789012345678' })).rejects.toThrow(/^DISCORD_GUILD_ID: /);
});

test('a refusal names its command and what in it', () => {
  const names = declarationsOf(bot.commands, 'servers').map(({ name }) => name);
  const of = (message: string) => ({ _errors: [{ code: 'X', message }] });
  expect(
    refusals({ 1: { description: of('Too long.'), options: { 0: { name: of('Bad.') } } }, ...of('Many.') }, names),
  ).toEqual([`${names[1]}.description: Too long.`, `${names[1]}.options.0.name: Bad.`, 'commands: Many.']);
  expect(refusals(undefined, names)).toEqual([]);
});
