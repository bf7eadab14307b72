import { DiscordAPIError, HTTPError, REST, Routes } from 'discord.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { StartError } from '../../../src/core/errors.ts';
import { DiscordError, failureOf, fatalClose, logFields, startProblem } from '../../../src/platforms/discord/errors.ts';
import { startDiscord } from '../../fakes/discord/server.ts';
import type { Fault, LocalDiscord } from '../../fakes/discord/types.ts';

const SECRET = 'aW50ZXJhY3Rpb246secret';
const CONTENT = '민수의 답';

async function local(options: Partial<{ timeout: number }> = {}): Promise<{ discord: LocalDiscord; rest: REST }> {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  return { discord, rest: new REST({ api: discord.url, retries: 0, ...options }).setToken(discord.token) };
}

const thrown = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => expect.unreachable('nothing was thrown'),
    (error: unknown) => error,
  );

/** What is thrown where the answer to an interaction meets a fault. */
async function failed(fault?: Fault, options?: { timeout: number }): Promise<unknown> {
  const { discord, rest } = await local(options);
  if (fault) discord.fault({ path: /callback/ }, fault);
  const body = { type: 4, data: { content: CONTENT.repeat(1000) } };
  return thrown(rest.post(Routes.interactionCallback('123456789012345678', SECRET), { body, auth: false }));
}

const api = (status: number, code: number): Fault => ({ status, body: { code, message: 'No' } });

describe('what becomes of an answer', () => {
  test.each<[string, string, Fault | undefined]>([
    ['an interaction that is over', 'late', undefined],
    ['one that nobody has acknowledged', 'late', api(404, 10015)],
    ['one whose fifteen minutes are over', 'late', api(401, 50027)],
    ['one that was answered', 'answered', api(400, 40060)],
    ['a form that Discord does not take', 'refused', api(400, 50035)],
    ['a server that has a fault', 'failed', { status: 503 }],
    ['a message that is too heavy', 'failed', { statusAfter: 500 }],
    ['a connection that is reset', 'lost', { drop: 'before' }],
    ['a connection that is closed', 'lost', { drop: 'after', clean: true }],
  ])('%s: %s', async (_, failure, fault) => {
    expect(failureOf(await failed(fault))).toBe(failure);
  });

  test('a time-out and a server that is not there: lost', async () => {
    expect(failureOf(await failed({ delay: 500 }, { timeout: 20 }))).toBe('lost');
    const { discord, rest } = await local();
    await discord.close();
    expect(failureOf(await thrown(rest.get(Routes.gateway())))).toBe('lost');
  });

  test.each([
    new TypeError('ours'),
    new Error('ours'),
    Object.assign(new Error('ours'), { code: 'ERR_INVALID_ARG' }),
    'ours',
  ])('a mistake of ours is thrown on (%s)', (error) => {
    let again: unknown;
    try {
      failureOf(error);
    } catch (caught) {
      again = caught;
    }
    expect(again).toBe(error);
  });
});

test('a log has neither the address nor the token nor the content of a request', async () => {
  const tooLong = await (async () => {
    const { discord, rest } = await local();
    const body = { content: CONTENT.repeat(1000) };
    return thrown(rest.post(Routes.channelMessages(discord.guild.channelId), { body }));
  })();
  expect(logFields(tooLong)).toMatchObject({
    status: 400,
    code: 50035,
    method: 'POST',
    reason: expect.stringContaining('BASE_TYPE'),
  });
  const errors = [tooLong, await failed(), await failed({ status: 502 }), await failed({ drop: 'before' })];
  errors.push(
    await failed({ delay: 500 }, { timeout: 20 }),
    Object.assign(new Error(`${SECRET} ${CONTENT}`), { code: 'X' }),
  );
  expect(errors.slice(0, 3).map((error) => error instanceof DiscordAPIError)).toEqual([true, true, false]);
  expect(errors[2]).toBeInstanceOf(HTTPError);
  for (const error of errors) {
    const line = JSON.stringify(logFields(error));
    expect(line).not.toMatch(new RegExp(`${SECRET}|민수|127\\.0\\.0\\.1|http|/interactions|/channels`));
    expect(line.length).toBeGreaterThan(10);
  }
  expect(logFields('민수')).toEqual({ reason: 'string', code: undefined });
});

describe('why the bot cannot start', () => {
  const commands = async (fault?: Fault, guildId?: string, token?: string): Promise<DiscordError> => {
    const { discord, rest } = await local();
    if (token !== undefined) rest.setToken(token);
    if (fault) discord.fault({ path: /commands/ }, fault);
    const route = guildId
      ? Routes.applicationGuildCommands(discord.applicationId, guildId)
      : Routes.applicationCommands(discord.applicationId);
    return startProblem(await thrown(rest.get(route)), guildId);
  };
  const GUILD = '123456789012345678';

  test.each<[string, RegExp, Fault | undefined, string | undefined, string | undefined]>([
    ['a wrong token', /^DISCORD_TOKEN: /, undefined, undefined, 'wrong.token'],
    ['a wrong token with a guild', /^DISCORD_TOKEN: /, undefined, GUILD, 'wrong.token'],
    ['a guild where it may not', /^DISCORD_GUILD_ID: the bot may not.*Missing Access/, undefined, GUILD, undefined],
    ['a guild that is none', /^DISCORD_GUILD_ID: there is no such/, api(404, 10004), GUILD, undefined],
    ['a refusal without a guild', /^Discord answers with an error \(No\)/, api(403, 50001), undefined, undefined],
    ['an application that is none', /^Discord answers with an error \(404 No\)/, api(404, 10002), undefined, undefined],
    ['a fault of Discord’s', /^Discord cannot be reached.*status 503/, { status: 503 }, undefined, undefined],
    ['no connection', /^Discord cannot be reached.*DISCORD_API_URL/, { drop: 'before' }, undefined, undefined],
  ])('%s is one line', async (_, line, fault, guildId, token) => {
    const problem = await commands(fault, guildId, token);
    expect(problem).toBeInstanceOf(StartError);
    expect(problem.message).toMatch(line);
    expect(problem.message).not.toMatch(/\n|wrong\.token|127\.0\.0\.1/);
  });

  test('what is a line already stays one, and what nobody foresaw becomes one', () => {
    const known = new DiscordError('intents');
    expect(startProblem(known)).toBe(known);
    expect(startProblem(Object.assign(new Error('x'), { code: 'TokenInvalid' })).message).toMatch(/^DISCORD_TOKEN: /);
    expect(startProblem(new Error('odd')).message).toBe('Discord answers with an error (odd)');
  });
});

test('the gateway’s last words are a line; from other closings it comes back', () => {
  const fatal = [4004, 4010, 4011, 4012, 4013, 4014].map((code) => fatalClose(code)?.message ?? '');
  expect(fatal).toEqual([
    expect.stringMatching(/^DISCORD_TOKEN: .*4004/),
    ...[4010, 4011].map((code) => expect.stringMatching(new RegExp(`number of shards.*${code}`))),
    expect.stringContaining('4012'),
    ...[4013, 4014].map((code) => expect.stringMatching(new RegExp(`intents.*${code}`))),
  ]);
  for (const code of [1000, 1001, 1006, 4000, 4007, 4008, 4009]) expect(fatalClose(code)).toBeUndefined();
});
