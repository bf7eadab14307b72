// Slack's undici before discord.js: the worst order, see test/support/setup.ts.
import 'undici';
import { once } from 'node:events';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type ClientOptions,
  ComponentType,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  Routes,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, expect, onTestFailed, test } from 'vitest';
import { clientOf } from './clients.ts';
import { startDiscord } from './server.ts';
import type { Answer, LocalDiscord, Message, Modal, Options } from './types.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function discordWith(options?: Options): Promise<LocalDiscord> {
  const discord = await startDiscord(options);
  closing.push(discord.close);
  return discord;
}

type Handler = (interaction: Interaction) => unknown;

const commands = [
  new SlashCommandBuilder()
    .setName('ask')
    .setDescription('Asks.')
    .addStringOption((option) => option.setName('what').setDescription('What.').setRequired(true).setAutocomplete(true))
    .addIntegerOption((option) => option.setName('times').setDescription('Times.').setMinValue(1)),
].map((command) => command.toJSON());

/** The real client, logged in and with commands registered; its handlers' failures are kept, and told on a failure. */
async function login(discord: LocalDiscord, handler: Handler, options: Partial<ClientOptions> = {}) {
  const client = clientOf(discord, options);
  const errors: unknown[] = [];
  onTestFailed(() => console.error('Failures of handlers:', errors));
  client.on(Events.Error, (error) => errors.push(error));
  client.on(Events.InteractionCreate, (interaction) => {
    Promise.resolve(handler(interaction)).catch((error: unknown) => errors.push(error));
  });
  closing.push(() => client.destroy());
  const ready = once(client, Events.ClientReady);
  await client.login(discord.token);
  await ready;
  await client.application?.commands.set(commands);
  return { client, errors };
}

const messageOf = (answer: Answer): Message => {
  if (!('message' in answer)) throw new Error(`Answered with ${answer.kind}`);
  return answer.message;
};
const modalOf = (answer: Answer): Modal => {
  if (answer.kind !== 'modal') throw new Error(`Answered with ${answer.kind}`);
  return answer.modal;
};

const reply =
  (content: string): Handler =>
  (interaction) =>
    interaction.isRepliable() ? interaction.reply(content) : undefined;

test('logs in and answers a slash command in the guild, a thread and a direct message', async () => {
  const discord = await discordWith();
  const { client } = await login(discord, (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    return interaction.reply(
      `${interaction.options.getString('what')} ${interaction.options.getInteger('times')} ${interaction.locale} ${interaction.guildLocale}`,
    );
  });
  expect(client.user?.id).toBe(discord.botId);
  const user = discord.user('민지', { locale: 'ko' });
  for (const where of ['guild', 'thread', 'dm'] as const) {
    const answer = await discord.slash(user, where, 'ask', { what: 'a pod', times: 3 }).answered;
    expect(answer.kind).toBe('message');
    expect(messageOf(answer).content).toBe(`a pod 3 ko ${where === 'dm' ? 'null' : 'ko'}`);
    expect(discord.messages(discord.channelId(user, where))).toHaveLength(1);
  }
  expect(discord.requests.filter(({ status }) => status >= 400)).toEqual([]);
});

test('defers and edits; the deferral decides who sees it', async () => {
  const discord = await discordWith();
  await login(discord, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply('thought');
    await interaction.editReply('thought again');
    await interaction.followUp('more');
  });
  const user = discord.user('a');
  const acted = discord.slash(user, 'guild', 'ask', { what: 'x' });
  expect((await acted.answered).kind).toBe('deferred');
  const message = await acted.settled();
  expect(message.ephemeral).toBe(true);
  await expect.poll(() => acted.followUps.length).toBe(1);
  expect([message.content, message.edits]).toEqual(['thought again', 1]);
  expect(discord.messages(discord.guild.channelId).map(({ content }) => content)).toEqual(['more']);
  expect(discord.messages(discord.guild.channelId, user)).toHaveLength(2);
  expect(discord.messages(discord.guild.channelId, discord.user('b'))).toHaveLength(1);
});

test('autocompletes', async () => {
  const discord = await discordWith();
  await login(discord, (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const typed = interaction.options.getFocused();
    return interaction.respond([{ name: `${typed}!`, value: typed }]);
  });
  const user = discord.user('a');
  expect(await discord.autocomplete(user, 'dm', 'ask', 'what', 'po')).toEqual([{ name: 'po!', value: 'po' }]);
  await expect(discord.autocomplete(user, 'dm', 'ask', 'times', '1')).rejects.toThrow('no autocomplete');
});

const button = (id: string, label: string) =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(ButtonStyle.Primary),
  );

test('buttons update their message, open modals and get the submission', async () => {
  const discord = await discordWith();
  await login(discord, (interaction) => {
    if (interaction.isChatInputCommand())
      return interaction.reply({ content: 'first', components: [button('next', 'Next')] });
    if (interaction.isButton() && interaction.customId === 'next')
      return interaction.update({ content: 'second', components: [button('write', 'Write')] });
    if (interaction.isButton()) {
      const input = new TextInputBuilder().setCustomId('essay').setLabel('Essay').setStyle(TextInputStyle.Paragraph);
      const row = new ActionRowBuilder<TextInputBuilder>().addComponents(input);
      return interaction.showModal(new ModalBuilder().setCustomId('modal').setTitle('Write').addComponents(row));
    }
    if (interaction.isModalSubmit() && interaction.isFromMessage())
      return interaction.update({ content: interaction.fields.getTextInputValue('essay'), components: [] });
    return undefined;
  });
  const user = discord.user('a');
  const message = messageOf(await discord.slash(user, 'guild', 'ask', { what: 'x' }).answered);
  expect(() => discord.press(user, message, { label: 'Write' })).toThrow('there are: Next');
  const updated = await discord.press(user, message, { label: 'Next' }).answered;
  expect(updated.kind).toBe('update');
  expect([message.content, message.edits]).toEqual(['second', 1]);
  const modal = modalOf(await discord.press(user, message, { customId: 'write' }).answered);
  expect([modal.title, modal.fields[0]?.label]).toEqual(['Write', 'Essay']);
  expect(() => discord.submit(user, modal, '')).toThrow('required');
  await discord.submit(user, modal, 'my text').answered;
  expect([message.content, message.components.length]).toEqual(['my text', 0]);
});

const codeOf = (error: unknown): unknown => (error instanceof DiscordAPIError ? error.code : error);

/** discord.js without its own wait between identifies. */
const impatient: Partial<ClientOptions> = {
  ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => undefined }) },
};

test('an interaction during a broken connection is replayed on resume', async () => {
  const discord = await discordWith();
  const { client } = await login(discord, reply('here'));
  for (const code of [undefined, 4000]) {
    const resumed = once(client, Events.ShardResume);
    discord.gateway.drop(code);
    expect(discord.gateway.connections).toEqual([]);
    const acted = discord.slash(discord.user('a'), 'guild', 'ask', { what: 'x' });
    expect(messageOf(await acted.answered).content).toBe('here');
    await resumed;
  }
  expect([discord.gateway.identifies, discord.gateway.resumes]).toEqual([1, 2]);
  const again = once(client, Events.ShardResume);
  discord.gateway.reconnect();
  await again;
  expect([discord.gateway.identifies, discord.gateway.resumes]).toEqual([1, 3]);
});

test('an invalid session leads to a new one, or to a resume when it says so', async () => {
  const discord = await discordWith({ identifyEvery: 0 });
  const { client } = await login(discord, reply('here'), impatient);
  const resumed = once(client, Events.ShardResume);
  discord.gateway.invalidate(true);
  await resumed;
  expect([discord.gateway.identifies, discord.gateway.resumes]).toEqual([1, 1]);
  const ready = once(client, Events.ShardReady);
  discord.gateway.invalidate(false);
  await ready;
  expect(discord.gateway.identifies).toBe(2);
  const renewed = once(client, Events.ShardReady);
  discord.gateway.refuseResume();
  discord.gateway.drop();
  await renewed;
  expect([discord.gateway.identifies, discord.gateway.resumes]).toEqual([3, 1]);
  const acted = discord.slash(discord.user('a'), 'dm', 'ask', { what: 'x' });
  expect(messageOf(await acted.answered).content).toBe('here');
});

test('identifies too soon after one another get an invalid session', async () => {
  const discord = await discordWith();
  await login(discord, reply('here'));
  const second = clientOf(discord, impatient);
  closing.push(() => second.destroy());
  const said: string[] = [];
  second.on(Events.Debug, (line) => said.push(line));
  second.login(discord.token).catch(() => undefined);
  await expect.poll(() => said.join()).toContain('Invalid session; will attempt to resume: false');
  expect(discord.gateway.identifies).toBe(1);
  discord.clock.advance(5000);
  await expect.poll(() => discord.gateway.identifies).toBe(2);
});

test('a client ends while it waits to be greeted', async () => {
  const discord = await discordWith();
  const client = clientOf(discord);
  const waiting = new Promise<void>((resolve) => {
    // Before the greeting can have come: at the end of this turn.
    client.on(Events.Debug, (line) => {
      if (line.includes('Waiting for event ready')) setImmediate(resolve);
    });
  });
  client.login(discord.token).catch(() => undefined);
  await waiting;
  await client.destroy();
  await discord.close();
});

test('a client whose heartbeats are not acknowledged resumes', async () => {
  const discord = await discordWith({ heartbeatInterval: 250 });
  const { client } = await login(discord, reply('here'));
  await expect.poll(() => discord.gateway.heartbeats).toBeGreaterThan(0);
  const before = discord.gateway.heartbeats;
  discord.gateway.requestHeartbeat();
  await expect.poll(() => discord.gateway.heartbeats).toBeGreaterThan(before);
  const resumed = once(client, Events.ShardResume);
  discord.gateway.silence();
  await resumed;
  expect(discord.gateway.resumes).toBeGreaterThan(0);
});

test('a client that is not heard of any more is closed, and its session is good for three minutes', async () => {
  const discord = await discordWith();
  const { client } = await login(discord, reply('here'));
  const resumed = once(client, Events.ShardResume);
  discord.clock.advance(2 * discord.gateway.heartbeatInterval + 5000);
  await resumed;
  const ready = once(client, Events.ShardReady);
  discord.gateway.drop();
  discord.clock.advance(180_001);
  await ready;
  expect([discord.gateway.identifies, discord.gateway.resumes]).toEqual([2, 1]);
});

test('rate limits: five messages to a channel in five seconds', async () => {
  const discord = await discordWith();
  const send = () =>
    fetch(`${discord.url}/v10/channels/${discord.guild.channelId}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: 'x' }),
    });
  const statuses: number[] = [];
  for (let times = 0; times < 6; times++) statuses.push((await send()).status);
  discord.clock.advance(4999);
  const limited = await send();
  expect([limited.status, await limited.json()]).toMatchObject([429, { retry_after: 0.001, global: false }]);
  discord.clock.advance(1);
  expect([...statuses, (await send()).status]).toEqual([200, 200, 200, 200, 200, 429, 200]);
});

test('a wrong token, intents that are not granted and a wrong shard are refused', async () => {
  const discord = await discordWith({ identifyEvery: 0 });
  const client = clientOf(discord);
  await expect(client.login('not.the.token')).rejects.toThrow('An invalid token was provided.');
  const curious = clientOf(discord, { intents: [GatewayIntentBits.GuildMembers] });
  await expect(curious.login(discord.token)).rejects.toThrow('disallowed intents');
  const lost = clientOf(discord, { shards: [3], shardCount: 2 });
  await expect(lost.login(discord.token)).rejects.toThrow('Invalid shard');
  expect(discord.gateway.identifies).toBe(0);
});

test('two shards: the guild goes to its own, direct messages to the first', async () => {
  const discord = await discordWith({ shards: 2 });
  const seen: unknown[] = [];
  const { client } = await login(discord, reply('here'), {
    intents: [GatewayIntentBits.Guilds],
    shards: 'auto',
  });
  client.on(Events.Raw, (packet: { t: unknown }, shard: number) => seen.push([packet.t, shard]));
  expect(discord.gateway.connections.map(({ shard }) => shard[0]).sort()).toEqual([0, 1]);
  expect(client.guilds.cache.get(discord.guild.id)?.shardId).toBe(1);
  expect(client.channels.cache.get(discord.guild.threadId)?.isThread()).toBe(true);
  const user = discord.user('a');
  for (const where of ['guild', 'dm'] as const) await discord.slash(user, where, 'ask', { what: 'x' }).answered;
  expect(seen).toEqual([
    ['INTERACTION_CREATE', 1],
    ['INTERACTION_CREATE', 0],
  ]);
});

test('a client without the intents is told nothing of guilds and messages', async () => {
  const discord = await discordWith();
  const { client } = await login(discord, reply('here'));
  const names: unknown[] = [];
  client.on(Events.Raw, (packet: { t: unknown }) => names.push(packet.t));
  await discord.slash(discord.user('a'), 'guild', 'ask', { what: 'x' }).answered;
  expect(client.guilds.cache.get(discord.guild.id)?.available).toBe(false);
  expect(names).toEqual(['INTERACTION_CREATE']);
});

test('duplicated dispatches: the second answer is refused', async () => {
  const discord = await discordWith();
  const { errors } = await login(discord, reply('here'));
  discord.gateway.duplicate(2);
  await discord.slash(discord.user('a'), 'dm', 'ask', { what: 'x' }).answered;
  await expect.poll(() => errors.map(codeOf)).toEqual([40060]);
});

test('answers come within three seconds, follow-ups within fifteen minutes and not before the answer', async () => {
  let now = Date.now();
  const discord = await discordWith({ now: () => now });
  const acts: Handler[] = [];
  const { client, errors } = await login(discord, (interaction) => acts.shift()?.(interaction));
  const user = discord.user('a');
  acts.push((interaction) => {
    now += 3000;
    return reply('late')(interaction);
  });
  const late = discord.slash(user, 'dm', 'ask', { what: 'x' });
  await expect(late.answered).rejects.toThrow('three seconds');
  await expect.poll(() => errors.map(codeOf)).toEqual([10062]);
  const route = Routes.webhook(discord.applicationId, late.token);
  await expect(client.rest.post(route, { auth: false, body: { content: 'x' } })).rejects.toMatchObject({ code: 10015 });
  acts.push(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await reply('in time')(interaction);
    now += 15 * 60_000 - 1;
    await interaction.followUp('still');
    now += 1;
    await interaction.followUp('too late');
  });
  const acted = discord.slash(user, 'dm', 'ask', { what: 'x' });
  await expect.poll(() => errors.map(codeOf)).toEqual([10062, 50027]);
  expect(acted.followUps.map(({ content }) => content)).toEqual(['still']);
  expect(acted.acknowledgedAfter).toBe(0);
});

test('faults: lost answers, server errors after the effect, and 429 are met by the client as usual', async () => {
  const discord = await discordWith();
  const { errors } = await login(discord, reply('here'));
  const user = discord.user('a');
  const callback = /^\/interactions\//;
  discord.fault({ path: callback }, { drop: 'before' });
  expect((await discord.slash(user, 'dm', 'ask', { what: 'x' }).answered).kind).toBe('message');
  discord.fault({ path: callback }, { drop: 'after' });
  expect((await discord.slash(user, 'dm', 'ask', { what: 'x' }).answered).kind).toBe('message');
  await expect.poll(() => errors.map(codeOf)).toEqual([40060]);
  discord.fault({ path: callback }, { statusAfter: 502 });
  await discord.slash(user, 'dm', 'ask', { what: 'x' }).answered;
  await expect.poll(() => errors.map(codeOf)).toEqual([40060, 40060]);
  discord.fault({ path: callback }, { retryAfter: 0.2 });
  const waits = discord.fault({ path: callback }, { delay: 2999 });
  const late = discord.slash(user, 'dm', 'ask', { what: 'x' });
  await expect.poll(() => waits.struck()).toBe(1);
  discord.clock.advance(2999);
  expect((await late.answered).kind).toBe('message');
  discord.fault({ path: callback }, { drop: 'before', clean: true });
  const lost = discord.slash(user, 'dm', 'ask', { what: 'x' });
  await expect.poll(() => errors.length).toBe(3);
  expect(lost.message).toBeUndefined();
  expect(discord.messages(discord.directChannelId(user))).toHaveLength(4);
});

test('channel messages: an enforced nonce, pings, edits and deletion', async () => {
  const discord = await discordWith();
  const { client } = await login(discord, reply('here'));
  const user = discord.user('a');
  const channel = await client.users.createDM(user.id);
  const first = await channel.send({ content: `@everyone <@${user.id}>`, nonce: '1', enforceNonce: true });
  const second = await channel.send({ content: 'other', nonce: '1', enforceNonce: true });
  expect(second.id).toBe(first.id);
  await channel.send({ content: `@everyone <@${user.id}>`, allowedMentions: { parse: [] } });
  await first.edit(`only \`@everyone\` as code`);
  const seen = discord.messages(discord.directChannelId(user));
  expect(seen.map(({ pings, edits }) => [pings.everyone, pings.users, edits])).toEqual([
    [false, [], 1],
    [false, [], 0],
  ]);
  expect((await channel.messages.fetch()).size).toBe(2);
  await first.delete();
  expect(discord.messages(discord.directChannelId(user))).toHaveLength(1);
});

test('files come with their bytes, and go when an edit does not list them', async () => {
  const discord = await discordWith();
  await login(discord, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply({ content: 'x', files: [{ attachment: Buffer.from('안녕'), name: 'a.txt' }] });
    await interaction.editReply({ attachments: [], content: 'gone' });
  });
  const acted = discord.slash(discord.user('a'), 'dm', 'ask', { what: 'x' });
  const [file] = messageOf(await acted.answered).attachments;
  expect([file?.filename, Buffer.from(file?.data ?? []).toString()]).toEqual(['a.txt', '안녕']);
  await expect.poll(() => acted.message?.attachments).toEqual([]);
});

test('the sixth edit of a reply in two seconds is too much', async () => {
  const discord = await discordWith();
  await login(discord, reply('x'));
  const acted = discord.slash(discord.user('a'), 'dm', 'ask', { what: 'x' });
  await acted.answered;
  const url = `${discord.url}/v10/webhooks/${discord.applicationId}/${acted.token}/messages/@original`;
  const edit = { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: '{"content":"y"}' };
  const answers: Response[] = [];
  for (let time = 0; time < 6; time++) answers.push(await fetch(url, edit));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
  expect(await answers[5]?.json()).toMatchObject({ global: false, retry_after: expect.any(Number) });
});

test('selects choose by label, and people are held to what they could do', async () => {
  const discord = await discordWith();
  await login(discord, (interaction) => {
    if (interaction.isStringSelectMenu()) return interaction.reply(interaction.values.join());
    if (!interaction.isChatInputCommand()) return;
    const select = new StringSelectMenuBuilder().setCustomId('s').setMaxValues(2);
    select.addOptions(['A', 'B', 'C'].map((label) => ({ label, value: label.toLowerCase() })));
    const row = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select);
    return interaction.reply({ content: 'x', components: [row], flags: MessageFlags.Ephemeral });
  });
  const user = discord.user('a');
  const message = messageOf(await discord.slash(user, 'guild', 'ask', { what: 'x' }).answered);
  expect(messageOf(await discord.select(user, message, ['A', 'C']).answered).content).toBe('a,c');
  expect(() => discord.select(user, message, ['A', 'B', 'C'])).toThrow('Too many');
  expect(() => discord.select(user, message, 'D')).toThrow('there are: A, B, C');
  expect(() => discord.select(discord.user('b'), message, 'A')).toThrow('cannot see');
  expect(() => discord.slash(user, 'guild', 'unknown')).toThrow('No command');
  expect(() => discord.slash(user, 'guild', 'ask')).toThrow('needs the option what');
  expect(() => discord.slash(user, 'guild', 'ask', { what: 'x', times: 0 })).toThrow('too small');
});

test('commands are kept in full form, with their ids, and without localizations unless asked', async () => {
  const discord = await discordWith();
  const { client } = await login(discord, reply('x'));
  const route = Routes.applicationCommands(discord.applicationId);
  const [before] = discord.commands();
  expect(before).toMatchObject({ type: 1, dm_permission: true, contexts: null, nsfw: false, name_localizations: null });
  await client.rest.put(route, { body: commands });
  expect(discord.commands()).toEqual([before]);
  const named = { ...commands[0], name_localizations: { ko: '질문' } };
  await client.rest.put(route, { body: [named] });
  expect(discord.commands()[0]).toMatchObject({ id: before?.id, name_localizations: { ko: '질문' } });
  expect(discord.commands()[0]?.version).not.toBe(before?.version);
  expect(JSON.stringify(await client.rest.get(route))).not.toContain('localizations');
  const asked = new URLSearchParams({ with_localizations: 'true' });
  expect(JSON.stringify(await client.rest.get(route, { query: asked }))).toContain('질문');
  const inGuild = Routes.applicationGuildCommands(discord.applicationId, discord.guild.id);
  await client.rest.post(inGuild, { body: { name: 'only-here', description: 'x' } });
  expect(discord.commands(discord.guild.id)).toHaveLength(1);
  expect(() => discord.slash(discord.user('a'), 'dm', 'only-here')).toThrow('No command');
});

test('a server that knows less refuses what it does not know', async () => {
  const discord = await discordWith();
  const { errors } = await login(discord, (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const input = new TextInputBuilder().setCustomId('i').setLabel('I').setStyle(TextInputStyle.Short);
    const row = new ActionRowBuilder<TextInputBuilder>().addComponents(input);
    const what = interaction.options.getString('what');
    if (what === 'modal')
      return interaction.showModal(new ModalBuilder().setCustomId('m').setTitle('M').addComponents(row));
    if (what === 'ephemeral') return interaction.reply({ content: 'x', flags: MessageFlags.Ephemeral });
    return interaction.reply({ components: [{ type: 10, content: 'x' }], flags: MessageFlags.IsComponentsV2 });
  });
  const user = discord.user('a');
  for (const what of ['modal', 'ephemeral', 'v2']) await discord.slash(user, 'guild', 'ask', { what }).answered;
  Object.assign(discord.features, { modals: false, ephemeral: false, componentsV2: false });
  for (const what of ['modal', 'ephemeral', 'v2']) discord.slash(user, 'guild', 'ask', { what });
  await expect.poll(() => errors.map(codeOf)).toEqual([50035, 50035, 50035]);
});

test('an unknown route is not found, and shows in the record', async () => {
  const discord = await discordWith();
  const { client } = await login(discord, reply('x'));
  await expect(client.rest.get('/voice/regions')).rejects.toMatchObject({ status: 404, code: 0 });
  expect(discord.requests.at(-1)).toMatchObject({ method: 'GET', path: '/voice/regions', status: 404 });
});

test('a follow-up right after a deferral fills it in; a deferred update edits what was pressed', async () => {
  const discord = await discordWith();
  const { client } = await login(discord, async (interaction) => {
    if (interaction.isButton()) {
      await interaction.deferUpdate();
      await interaction.editReply({ content: 'changed', components: [] });
    }
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.followUp({ content: 'filled', components: [button('b', 'B')] });
  });
  const user = discord.user('a');
  const acted = discord.slash(user, 'guild', 'ask', { what: 'x' });
  const message = await acted.settled();
  expect([message.content, message.ephemeral, message.edits]).toEqual(['filled', true, 0]);
  expect(acted.followUps).toEqual([]);
  const route = Routes.channelMessage(message.channelId, message.id);
  await expect(client.rest.get(route)).rejects.toMatchObject({ code: 10008 });
  const pressed = discord.press(user, message, { label: 'B' });
  expect((await pressed.answered).kind).toBe('deferredUpdate');
  expect((await pressed.settled()).content).toBe('changed');
  expect(() => discord.press(user, message, { label: 'B' })).toThrow('there are: none');
  expect((await discord.press(user, message, { customId: 'b', forge: true }).answered).kind).toBe('deferredUpdate');
});

test('components v2: ids are given, files are found, modals have labels', async () => {
  const discord = await discordWith();
  await login(discord, (interaction) => {
    if (interaction.isModalSubmit()) return interaction.reply(`got ${interaction.fields.getTextInputValue('essay')}`);
    if (interaction.isButton()) {
      const input = new TextInputBuilder().setCustomId('essay').setStyle(TextInputStyle.Short).setValue('as before');
      const label = new LabelBuilder().setLabel('Essay').setTextInputComponent(input);
      return interaction.showModal(new ModalBuilder().setCustomId('m').setTitle('M').addLabelComponents(label));
    }
    if (!interaction.isChatInputCommand()) return;
    return interaction.reply({
      flags: MessageFlags.IsComponentsV2,
      components: [
        { type: ComponentType.TextDisplay, content: '<@100000000000000001>' },
        { type: ComponentType.File, file: { url: 'attachment://a.txt' } },
        button('b', 'B'),
      ],
      files: [{ attachment: Buffer.from('x'), name: 'a.txt' }],
      allowedMentions: { parse: [] },
    });
  });
  const user = discord.user('a');
  const message = messageOf(await discord.slash(user, 'thread', 'ask', { what: 'x' }).answered);
  expect(message.components.map(({ id }) => id)).toEqual([1, 2, 3]);
  expect(message.pings.users).toEqual([]);
  expect(JSON.stringify(message.components[1])).toContain(message.attachments[0]?.url);
  expect(await (await fetch(message.attachments[0]?.url ?? '')).text()).toBe('x');
  const modal = modalOf(await discord.press(user, message, { label: 'B' }).answered);
  expect(modal.fields.map(({ label }) => label)).toEqual(['Essay']);
  expect(messageOf(await discord.submit(user, modal, {}).answered).content).toBe('got as before');
  expect(messageOf(await discord.submit(user, modal, 'new').answered).content).toBe('got new');
  expect(() => discord.submit(user, modal, { other: 'x' })).toThrow('no field other');
  expect(() => discord.submit(discord.user('b'), modal, 'x')).toThrow('was not shown');
});

test('message events reach a client with their intents', async () => {
  const discord = await discordWith();
  const { client } = await login(
    discord,
    async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply('x');
      await interaction.editReply('y');
      await interaction.deleteReply();
    },
    { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages] },
  );
  const names: unknown[] = [];
  client.on(Events.Raw, (packet: { t: unknown }) => names.push(packet.t));
  discord.slash(discord.user('a'), 'guild', 'ask', { what: 'x' });
  await expect.poll(() => names).toEqual(['INTERACTION_CREATE', 'MESSAGE_CREATE', 'MESSAGE_UPDATE', 'MESSAGE_DELETE']);
});

test('single commands are fetched, changed and deleted', async () => {
  const discord = await discordWith();
  const { client } = await login(discord, reply('x'));
  const [command] = discord.commands();
  const route = Routes.applicationCommand(discord.applicationId, String(command?.id));
  expect(await client.rest.get(route)).toMatchObject({ name: 'ask' });
  expect(await client.rest.patch(route, { body: { description: 'Other.' } })).toMatchObject({ id: command?.id });
  expect(discord.commands()[0]).toMatchObject({ description: 'Other.', options: command?.options });
  await expect(client.rest.patch(route, { body: { description: '' } })).rejects.toMatchObject({ code: 50035 });
  await client.rest.delete(route);
  await expect(client.rest.get(route)).rejects.toMatchObject({ code: 10063 });
  const wrong = { headers: { authorization: 'Bot wrong' } };
  expect((await fetch(`${discord.url}/v10${Routes.applicationCommands(discord.applicationId)}`, wrong)).status).toBe(
    401,
  );
});
