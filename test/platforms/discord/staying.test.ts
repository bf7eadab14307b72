import { describe, expect, type TestContext, test } from 'vitest';
import { DiscordError } from '../../../src/platforms/discord/errors.ts';
import { onDiscord } from '../../fakes/discord/bot.ts';
import type { LocalDiscord, Options, User, Where } from '../../fakes/discord/types.ts';
import { eventually } from '../../support/eventually.ts';
import { PATIENCE } from '../../support/patience.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot } = await botOf([COURSE]);
const WHERE: readonly Where[] = ['guild', 'thread', 'dm'];

const connected = (finished: TestContext['onTestFinished'], options: Options = {}) =>
  onDiscord({ bot, finished, ...options });

/** Asks everywhere, and waits for the answers. */
const askEverywhere = (discord: LocalDiscord, user: User) =>
  Promise.all(WHERE.map((where) => discord.slash(user, where, 'k8s', { term: '파드' }).settled()));

const everything = (discord: LocalDiscord, user: User) =>
  WHERE.flatMap((where) => discord.messages(discord.channelId(user, where), user));

/** The bot is identified on every shard again. */
const back = ({ gateway }: LocalDiscord, identifies: number, shards = 1) =>
  eventually(() => expect([gateway.identifies, gateway.connections.length]).toEqual([identifies, shards]));

const AWAY: readonly [string, (discord: LocalDiscord) => void][] = [
  ['a connection that broke', ({ gateway }) => gateway.drop()],
  ['close code 4000', ({ gateway }) => gateway.drop(4000)],
  ['close code 4001', ({ gateway }) => gateway.drop(4001)],
  ['a request to reconnect', ({ gateway }) => gateway.reconnect()],
  ['an invalid session that can be resumed', ({ gateway }) => gateway.invalidate(true)],
];

// discord.js waits for 5 seconds between two identifications.
const ANEW: readonly [string, (discord: LocalDiscord) => void][] = [
  ['an invalid session', ({ gateway }) => gateway.invalidate(false)],
  ['a session that timed out (4009)', ({ gateway }) => gateway.drop(4009)],
  ['a sequence that Discord does not know (4007)', ({ gateway }) => gateway.drop(4007)],
  [
    'a resume that is refused',
    ({ gateway }) => {
      gateway.refuseResume();
      gateway.drop();
    },
  ],
];

describe.concurrent('a new session', () => {
  for (const [name, leave] of ANEW)
    test(`is begun after ${name}, and commands are registered once`, async ({ onTestFinished }) => {
      const { discord, connection, logged } = await connected(onTestFinished);
      const minsu = discord.user('민수', { locale: 'ko' });
      leave(discord);
      await back(discord, 2);
      await askEverywhere(discord, minsu);
      expect(discord.gateway.resumes).toBe(0);
      await connection.stop(PATIENCE);
      expect(everything(discord, minsu)).toHaveLength(WHERE.length);
      expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
      expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
    });

  test('is not begun where Discord closes for good: whoever runs the bot is told why', async ({ onTestFinished }) => {
    const reasons = { 4004: 'DISCORD_TOKEN', 4010: 'shards', 4011: 'shards', 4013: 'intents', 4014: 'intents' };
    const told = Object.entries(reasons).map(async ([code, reason]) => {
      const { discord, connection, logged } = await connected(onTestFinished, { shards: 2 });
      discord.gateway.drop(Number(code));
      const problem = await connection.closed;
      expect(problem).toBeInstanceOf(DiscordError);
      expect(problem.message).toContain(reason);
      expect(problem.message).toContain(code);
      expect(problem.message).not.toContain(discord.token);
      expect(problem.message).not.toContain('\n');
      // Nor does the log say the same again.
      expect(logged.filter(({ level }) => level !== 'info')).toEqual([]);
    });
    await Promise.all(told);
  });
});

describe.concurrent.each([1, 2])('with %i shards', (shards) => {
  for (const [name, leave] of AWAY)
    test(`resumes after ${name}, and answers once what was asked meanwhile`, async ({ onTestFinished }) => {
      const { discord, connection, logged } = await connected(onTestFinished, { shards });
      const minsu = discord.user('민수', { locale: 'ko' });
      leave(discord);
      const missed = await askEverywhere(discord, minsu);
      const next = await askEverywhere(discord, minsu);
      expect(discord.gateway).toMatchObject({ identifies: shards, resumes: shards });
      await connection.stop(PATIENCE);
      expect(everything(discord, minsu)).toHaveLength(missed.length + next.length);
      expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
    });

  test('answers in servers, threads and direct messages', async ({ onTestFinished }) => {
    const { discord, connection } = await connected(onTestFinished, { shards });
    expect(connection.greeting.en).toMatch(
      new RegExp(`^Connected to Discord as \\S+: 1 server, ${shards} shards?\\.$`),
    );
    expect(discord.gateway.connections.map(({ shard }) => shard).sort()).toEqual(
      Array.from({ length: shards }, (_, id) => [id, shards]),
    );
    expect(discord.gateway.connections.map(({ intents }) => intents)).toEqual(Array(shards).fill(0));
    const minsu = discord.user('민수', { locale: 'ko' });
    const seen = await askEverywhere(discord, minsu);
    for (const message of seen) expect(message.ephemeral).toBe(true);
  });

  test('answers once what is dispatched twice', async ({ onTestFinished }) => {
    const { discord, connection, logged } = await connected(onTestFinished, { shards });
    discord.gateway.duplicate(2);
    const minsu = discord.user('민수', { locale: 'ko' });
    const [seen] = await askEverywhere(discord, minsu);
    if (!seen) throw new Error('nothing was seen');
    await discord.press(minsu, seen, { label: '📢 채널에 공유' }).settled();
    await connection.stop(PATIENCE);
    expect(everything(discord, minsu)).toHaveLength(WHERE.length + 1);
    const callbacks = discord.requests.filter(({ path }) => path.startsWith('/interactions/'));
    expect(callbacks).toHaveLength(WHERE.length + 1);
    expect(logged.filter(({ level }) => level !== 'info')).toEqual([]);
  });
});

test.concurrent('a gateway that no longer answers heartbeats is left for another', async ({ onTestFinished }) => {
  const { discord } = await connected(onTestFinished, { heartbeatInterval: 200 });
  discord.gateway.silence();
  await eventually(() => expect(discord.gateway.resumes).toBeGreaterThan(0));
  const minsu = discord.user('민수', { locale: 'ko' });
  await askEverywhere(discord, minsu);
  expect(discord.gateway.identifies).toBe(1);
});
