import { expect, onTestFinished, test } from 'vitest';
import { createClaims } from '../../../src/core/claims.ts';
import { systemTimers } from '../../../src/core/timers.ts';
import { connect } from '../../../src/platforms/discord/adapter.ts';
import { DiscordError } from '../../../src/platforms/discord/errors.ts';
import { startDiscord } from '../../fakes/discord/server.ts';
import type { Fault, LocalDiscord } from '../../fakes/discord/types.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot } = await botOf([COURSE]);
const log = { error: () => {}, warn: () => {}, info: () => {} };
const ALWAYS = Number.POSITIVE_INFINITY;

/** Why it does not connect. */
async function problemOf(discord: LocalDiscord, guildId: string | undefined): Promise<string> {
  const config = { token: discord.token, apiUrl: discord.url, guildId, publicAnswers: false, oneOfSeveral: false };
  const error: unknown = await connect(bot, config, {
    draw: () => Promise.reject(new Error('no pictures')),
    claims: createClaims(),
    now: Date.now,
    timers: systemTimers,
    log,
  }).then(
    ({ stop }) => stop(1000),
    (error: unknown) => error,
  );
  if (!(error instanceof DiscordError)) throw new Error(`no DiscordError but ${error}`);
  expect(error.message).not.toContain('\n');
  expect(error.message).not.toContain(discord.token);
  // It is not left half connected.
  await expect.poll(() => discord.gateway.connections).toEqual([]);
  return error.message;
}

const errors = (tree: object): Fault => ({
  status: 400,
  body: { code: 50035, message: 'Invalid Form Body', errors: tree },
});
const wrong = (message: string) => ({ _errors: [{ code: 'X', message }] });

const AT_REGISTRATION: readonly [string, Fault, RegExp, RegExp][] = [
  [
    '403',
    { status: 403, body: { code: 50001, message: 'Missing Access' } },
    /^DISCORD_GUILD_ID: .*invite/,
    /Missing Access/,
  ],
  ['404 of a guild', { status: 404, body: { code: 10004, message: 'Unknown Guild' } }, /^DISCORD_GUILD_ID: /, /./],
  ['401', { status: 401, body: { code: 0, message: '401: Unauthorized' } }, /^DISCORD_TOKEN: /, /^DISCORD_TOKEN: /],
  ['503', { status: 503 }, /cannot be reached.*\(status 503\)/, /cannot be reached.*\(status 503\)/],
  ['a closed connection', { drop: 'before', clean: true }, /cannot be reached/, /cannot be reached/],
  [
    'a name',
    errors({ 0: { name: wrong('A'), options: { 0: { name: wrong('B') } } } }),
    /\(\w+\.name: A; \w+\.options\.0\.name: B\)/,
    /: A; /,
  ],
  ['a list', errors(wrong('Too many')), /\(commands: Too many\)/, /\(commands: Too many\)/],
  [
    'nothing that is named',
    { status: 400, body: { code: 0, message: 'Bad' } },
    /refuses the commands \(Bad\)/,
    /\(Bad\)/,
  ],
];

test.each(AT_REGISTRATION)(
  '%s at the registration ends the start in one line',
  async (_, fault, inGuild, everywhere) => {
    const discord = await startDiscord({ identifyEvery: 0 });
    onTestFinished(() => discord.close());
    discord.fault({ method: 'PUT', path: /^\/applications\/.*\/commands/, times: ALWAYS }, fault);
    expect(await problemOf(discord, discord.guild.id)).toMatch(inGuild);
    expect(await problemOf(discord, undefined)).toMatch(everywhere);
  },
);

test('a guild that is not there is told by its variable', async () => {
  const discord = await startDiscord({ identifyEvery: 0 });
  onTestFinished(() => discord.close());
  expect(await problemOf(discord, '123456789012345678')).toMatch(/^DISCORD_GUILD_ID: /);
});

test('a Discord that is out of order, or not there, is told as such', async () => {
  const discord = await startDiscord({ identifyEvery: 0 });
  onTestFinished(() => discord.close());
  discord.fault({ path: /^\/gateway/, times: ALWAYS }, { status: 500 });
  expect(await problemOf(discord, undefined)).toMatch(/cannot be reached.*\(status 500\)$/);
  await discord.close();
  expect(await problemOf(discord, undefined)).toMatch(/DISCORD_API_URL \(ECONNREFUSED\)$/);
});
