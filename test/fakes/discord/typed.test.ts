import { expect, test } from 'vitest';
import { acting } from '../../support/acting.ts';
import { registrar } from './registrar.ts';

/** A local Discord that has `/class`. */
async function withRoom() {
  const { discord, put } = await registrar();
  await put([acting().room]);
  return { discord, minsu: discord.user('민수') };
}

test('a command with subcommands has no bare form, and no others than were registered', async () => {
  const { discord, minsu } = await withRoom();
  expect(() => discord.slash(minsu, 'guild', 'class')).toThrow('/class needs a subcommand');
  expect(() => discord.slash(minsu, 'guild', 'class close')).toThrow('there is no subcommand close');
  expect(() => discord.slash(minsu, 'guild', 'class show', { time: '9시' })).toThrow('has no option time');
  expect(() => discord.slash(minsu, 'guild', 'class setup')).toThrow('needs the option channel');
});

test('channels are of the kinds that the option names; people and roles are those that there are', async () => {
  const { discord, minsu } = await withRoom();
  const setup = (channel: string) => () => discord.slash(minsu, 'guild', 'class setup', { channel });
  expect(setup(discord.guild.threadId)).toThrow('is no such channel');
  expect(setup(discord.directChannelId(minsu))).toThrow('is no channel');
  expect(setup(minsu.id)).toThrow('is no channel');
  expect(setup(discord.guild.channelId)).not.toThrow();
  const add = (who: string) => () => discord.slash(minsu, 'guild', 'class add', { who });
  expect(add(discord.guild.channelId)).toThrow('is neither a person nor a role');
  for (const who of [minsu.id, discord.role('teachers').id]) expect(add(who)).not.toThrow();
});

test('the kinds of channels that were registered are kept', async () => {
  const { discord } = await withRoom();
  expect(discord.commands()[0]).toMatchObject({
    name: 'class',
    options: ['setup', 'show', 'add'].map((name) => ({ type: 1, name })),
  });
  expect(JSON.stringify(discord.commands())).toContain('"channel_types":[0,5]');
});
