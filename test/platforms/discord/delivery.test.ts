import { describe, expect, onTestFinished, type TestContext, test } from 'vitest';
import { TIMES } from '../../../src/platforms/discord/limits.ts';
import { onDiscord } from '../../fakes/discord/bot.ts';
import { curious } from '../../fakes/discord/bots.ts';
import type { Fault, FaultMatch, Interaction, LocalDiscord } from '../../fakes/discord/types.ts';
import { eventually } from '../../support/eventually.ts';
import type { Logged } from '../../support/logged.ts';
import { PATIENCE } from '../../support/patience.ts';
import { botOf, COURSE } from '../../support/world.ts';

const bot = curious((await botOf([COURSE])).bot);
const CALLBACK = /^\/interactions\/\d+\/[^/]+\/callback/;
const TYPED = '파드가 뭐야?';
const UNKNOWN = { status: 404, body: { message: 'Unknown interaction', code: 10062 } };
const ANSWERED = { status: 400, body: { message: 'Interaction has already been acknowledged.', code: 40060 } };
const CLOUDFLARE = { status: 502, body: '<html>Bad gateway</html>' };

const connected = (finished: TestContext['onTestFinished'] = onTestFinished) => onDiscord({ bot, finished });

const callbacks = (discord: LocalDiscord, { id }: Interaction) =>
  discord.requests.filter(({ path }) => path.startsWith(`/interactions/${id}/`));

function expectDiscreet(logged: readonly Logged[], discord: LocalDiscord, interactions: readonly Interaction[]): void {
  const log = JSON.stringify(logged);
  for (const secret of [discord.token, TYPED, '파드', ...interactions.map(({ token }) => token)])
    expect(log).not.toContain(secret);
}

/** What somebody does while the bot's answer to it meets a fault; then Discord's clock passes that. */
async function meeting<T>(discord: LocalDiscord, match: FaultMatch, what: Fault, act: () => T): Promise<T> {
  const fault = discord.fault(match, what);
  const acted = act();
  if ('delay' in what) {
    await eventually(() => expect(fault.struck()).toBe(1));
    discord.clock.advance(Math.min(what.delay, TIMES.hangs));
  }
  return acted;
}

const FAULTS: readonly [string, Fault, number][] = [
  ['a connection that is reset before the effect', { drop: 'before' }, 1],
  ['a connection that is reset after the effect', { drop: 'after' }, 1],
  ['six connections that are reset', { drop: 'before' }, 6],
  ['a connection that is closed before the effect', { drop: 'before', clean: true }, 1],
  ['a connection that is closed after the effect', { drop: 'after', clean: true }, 1],
  ['six connections that are closed', { drop: 'before', clean: true }, 6],
  ['a 500', { status: 500 }, 1],
  ['a 500 after the effect', { statusAfter: 500 }, 1],
  ['two 503s after the effect', { statusAfter: 503 }, 2],
  ['six 500s after the effect', { statusAfter: 500 }, 6],
  ['five 500s', { status: 500 }, 5],
  ['ten 500s', { status: 500 }, 10],
  ['five 502s that are no JSON', CLOUDFLARE, 5],
  ['a 429 with a second', { retryAfter: 1 }, 1],
  ['a slow answer', { delay: 600 }, 1],
  ['an answer that comes too late', { delay: 4000 }, 1],
];

test.concurrent('an outage that outlasts the three seconds is told in the log, and the bot lives on', async ({
  onTestFinished,
}) => {
  const { discord, connection, logged } = await connected(onTestFinished);
  const minsu = discord.user('민수', { locale: 'ko' });
  const troubles: Fault[] = [{ status: 500 }, { drop: 'before', clean: true }, { delay: 3500 }];
  const lost = troubles.map((trouble) => {
    const asked = discord.slash(minsu, 'guild', 'k8s', { term: TYPED });
    const path = new RegExp(`^/interactions/${asked.id}/`);
    return { asked, fault: discord.fault({ path, times: Number.POSITIVE_INFINITY }, trouble) };
  });
  await eventually(() => expect(lost.map(({ fault }) => fault.struck() > 0)).toEqual([true, true, true]));
  discord.clock.advance(TIMES.answer);
  for (const { asked } of lost) await expect(asked.answered).rejects.toThrow('three seconds');
  const next = discord.slash(minsu, 'guild', 'card');
  await next.settled();
  await connection.stop(PATIENCE);
  expect(discord.messages(discord.guild.channelId, minsu)).toEqual([next.message]);
  const told = logged.filter(({ fields, message }) => !('status' in fields) && /in time|no form/.test(message));
  expect(told.length).toBeGreaterThanOrEqual(lost.length);
  expect(told.filter(({ level }) => level === 'info')).toEqual([]);
  expectDiscreet(logged, discord, [...lost.map(({ asked }) => asked), next]);
});

describe.concurrent.each(FAULTS)('through %s', (_, fault, times) => {
  const match: FaultMatch = { path: CALLBACK, times };

  test('a command has exactly one answer', async ({ onTestFinished }) => {
    const { discord, connection, logged } = await connected(onTestFinished);
    const minsu = discord.user('민수', { locale: 'ko' });
    const asked = await meeting(discord, match, fault, () => discord.slash(minsu, 'guild', 'k8s', { term: TYPED }));
    const message = await asked.settled();
    // Ends once nothing is in flight any more.
    await connection.stop(PATIENCE);
    expect(discord.messages(discord.guild.channelId, minsu)).toEqual([message]);
    expect(message).toMatchObject({ ephemeral: true, edits: 0, loading: false });
    expect(JSON.stringify(message)).toContain('가장 작은 배포 단위');
    expect(asked.followUps).toEqual([]);
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
    expectDiscreet(logged, discord, [asked]);
  });

  test('a lookup is shared once, and a press in a quiz has exactly one effect', async ({ onTestFinished }) => {
    const { discord, connection, logged } = await connected(onTestFinished);
    const jisu = discord.user('지수', { locale: 'ko' });
    const seen = await discord.slash(jisu, 'thread', 'k8s', { term: TYPED }).settled();
    const sharing = await meeting(discord, match, fault, () => discord.press(jisu, seen, { label: '📢 채널에 공유' }));
    const shared = await sharing.settled();
    const quiz = await discord.slash(jisu, 'thread', 'quiz').settled();
    const giveUp = await meeting(discord, match, fault, () => discord.press(jisu, quiz, { label: '모르겠어요' }));
    const graded = await giveUp.settled();
    await connection.stop(PATIENCE);
    // Where the message could not be changed for long, the grade is a message of its own, but there is just one.
    const all = graded === quiz ? [seen, shared, quiz] : [seen, shared, quiz, graded];
    expect(discord.messages(discord.guild.threadId, jisu)).toEqual(all);
    expect(quiz.edits).toBe(graded === quiz ? 1 : 0);
    expect(JSON.stringify(graded)).toContain('다음 문제');
    expect(shared.ephemeral).toBe(false);
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
    expectDiscreet(logged, discord, [sharing, giveUp]);
  });
});

describe.concurrent.each(FAULTS.filter(([, , times]) => times === 1))('through %s', (_, fault) => {
  test('choices are offered, and a box opens and is answered', async ({ onTestFinished }) => {
    const { discord, connection, logged } = await connected(onTestFinished);
    const minsu = discord.user('민수', { locale: 'ko' });
    const meet = <T>(act: () => T): Promise<T> => meeting(discord, { path: CALLBACK }, fault, act);
    const choices = await meet(() => discord.autocomplete(minsu, 'dm', 'k8s', 'term', '파드'));
    expect(choices).toContainEqual(expect.objectContaining({ name: '파드' }));
    const question = await discord.slash(minsu, 'dm', 'dosirak').settled();
    const opening = await meet(() => discord.press(minsu, question, { label: '✎ 답 쓰기' }));
    const opened = await opening.answered;
    if (opened.kind !== 'modal') throw new Error(`no box but ${opened.kind}`);
    const sent = await meet(() => discord.submit(minsu, opened.modal, TYPED));
    expect(JSON.stringify(await sent.settled())).toContain('가장 작은 배포 단위');
    await connection.stop(PATIENCE);
    expect(discord.messages(discord.directChannelId(minsu), minsu)).toEqual([question, sent.message]);
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
    expectDiscreet(logged, discord, [opening, sent]);
  });
});

describe.each([
  ['unknown (10062)', UNKNOWN],
  ['answered before (40060)', ANSWERED],
])('an interaction that is %s', (_, fault) => {
  test('is noted, left alone and no error', async () => {
    const { discord, connection, logged } = await connected();
    const minsu = discord.user('민수', { locale: 'ko' });
    const lost = discord.slash(minsu, 'guild', 'k8s', { term: TYPED });
    // Either of the two may be drawn first.
    discord.fault({ path: new RegExp(`^/interactions/${lost.id}/`) }, fault);
    const next = discord.slash(minsu, 'guild', 'card');
    await next.settled();
    const noted = expect.objectContaining({ status: fault.status, code: fault.body.code });
    await expect.poll(() => logged).toEqual([{ level: 'info', fields: noted, message: expect.any(String) }]);
    await connection.stop(PATIENCE);
    expect(callbacks(discord, lost)).toHaveLength(1);
    expect(discord.messages(discord.guild.channelId, minsu)).toEqual([next.message]);
    expectDiscreet(logged, discord, [lost, next]);
  });
});
