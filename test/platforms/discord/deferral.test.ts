import { describe, expect, type TestContext, test } from 'vitest';
import type { CommandInput } from '../../../src/core/command/route.ts';
import { TIMES } from '../../../src/platforms/discord/limits.ts';
import { onDiscord } from '../../fakes/discord/bot.ts';
import { slow } from '../../fakes/discord/bots.ts';
import type { Fault, FaultMatch, Interaction } from '../../fakes/discord/types.ts';
import { eventually } from '../../support/eventually.ts';
import { PATIENCE } from '../../support/patience.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot } = await botOf([COURSE]);
const isShare = (input: CommandInput): boolean => typeof input === 'string' && input.startsWith('share');
const CALLBACK: FaultMatch = { path: /^\/interactions\// };
const EDIT: FaultMatch = { method: 'PATCH', path: /^\/webhooks\/\d+\/[^/]+\/messages\/(?:@|%40)original/ };

async function slowly(
  finished: TestContext['onTestFinished'],
  exempt?: (input: CommandInput) => boolean,
): Promise<Awaited<ReturnType<typeof onDiscord>> & { release(): void; passes(lines?: number): Promise<void> }> {
  const { bot: waiting, release, takesLong } = slow(bot, exempt);
  // Nothing may wait for ever, not even where a test fails.
  finished(async () => release());
  const all = await onDiscord({ bot: waiting, finished });
  return { ...all, release, passes: (lines) => takesLong(all.discord.clock, lines) };
}

/** What it was deferred with, once it was. */
async function deferred({ answered }: Interaction) {
  const answer = await answered;
  if (answer.kind !== 'deferred') throw new Error(`not deferred but ${answer.kind}`);
  return answer.message;
}

describe.concurrent('what takes long', () => {
  test('is deferred in time for the caller alone, and filled in', async ({ onTestFinished }) => {
    const { discord, connection, logged, release, passes } = await slowly(onTestFinished);
    const minsu = discord.user('민수', { locale: 'ko' });
    const seen = discord.slash(minsu, 'guild', 'k8s', { term: '파드' });
    await passes();
    const waiting = await deferred(seen);
    expect(waiting).toMatchObject({ ephemeral: true, loading: true });
    release();
    const message = await seen.settled();
    await connection.stop(PATIENCE);
    expect(message).toBe(waiting);
    expect(message).toMatchObject({ ephemeral: true, loading: false });
    expect(JSON.stringify(message)).toContain('가장 작은 배포 단위');
    expect(discord.messages(discord.guild.channelId, minsu)).toEqual([message]);
    expect(logged.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  test('is deferred for everyone where it is shared', async ({ onTestFinished }) => {
    const { discord, release, passes } = await slowly(onTestFinished, (input) => !isShare(input));
    const minsu = discord.user('민수', { locale: 'ko' });
    const seen = await discord.slash(minsu, 'guild', 'k8s', { term: '파드' }).settled();
    const sharing = discord.press(minsu, seen, { label: '📢 채널에 공유' });
    await passes();
    expect(await deferred(sharing)).toMatchObject({ ephemeral: false, loading: true });
    release();
    const shared = await sharing.settled();
    expect(shared).toMatchObject({ ephemeral: false, loading: false });
    expect(shared.pings).toEqual({ everyone: false, users: [], roles: [] });
    expect(JSON.stringify(shared)).toContain('가장 작은 배포 단위');
  });

  const EDITS: readonly [string, Fault, number][] = [
    ['a connection that is reset', { drop: 'before' }, 5],
    ['a connection that is reset after the effect', { drop: 'after' }, 1],
    ['connections that are closed', { drop: 'before', clean: true }, 5],
    ['a connection that is closed after the effect', { drop: 'after', clean: true }, 1],
    ['five 500s', { status: 500 }, 5],
    ['a 500 after the effect', { statusAfter: 500 }, 1],
    ['a 429', { retryAfter: 1 }, 1],
  ];
  test('is filled in once, whatever happens to the first try', async ({ onTestFinished }) => {
    const tries = EDITS.map(async ([name, fault, times]) => {
      const { discord, connection, logged, release, passes } = await slowly(onTestFinished);
      const minsu = discord.user('민수', { locale: 'ko' });
      discord.fault({ ...EDIT, times }, fault);
      const seen = discord.slash(minsu, 'dm', 'k8s', { term: '파드' });
      await passes();
      await deferred(seen);
      release();
      const message = await seen.settled();
      await connection.stop(PATIENCE);
      expect(discord.messages(discord.directChannelId(minsu), minsu), name).toEqual([message]);
      expect(message, name).toMatchObject({ loading: false, ephemeral: true });
      expect(JSON.stringify(message), name).toContain('가장 작은 배포 단위');
      const edits = discord.requests.filter(({ method, path }) => method === 'PATCH' && EDIT.path.test(path));
      expect(edits.length, name).toBeGreaterThan(times);
      expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
      expect(JSON.stringify(logged)).not.toContain(seen.token);
    });
    await Promise.all(tries);
  });

  const DEFERRALS: readonly [string, Fault, number][] = [
    ['a connection that is reset', { drop: 'before' }, 5],
    ['a connection that is closed after the effect', { drop: 'after', clean: true }, 1],
    ['five 500s', { status: 500 }, 5],
    ['a 500 after the effect', { statusAfter: 500 }, 1],
    ['a 429', { retryAfter: 1 }, 1],
  ];
  test('is deferred, whatever happens to the first try', async ({ onTestFinished }) => {
    const tries = DEFERRALS.map(async ([name, fault, times]) => {
      const { discord, connection, logged, release, passes } = await slowly(onTestFinished);
      const minsu = discord.user('민수', { locale: 'ko' });
      discord.fault({ ...CALLBACK, times }, fault);
      const seen = discord.slash(minsu, 'thread', 'k8s', { term: '파드' });
      await passes();
      expect(await deferred(seen), name).toMatchObject({ ephemeral: true, loading: true });
      release();
      const message = await seen.settled();
      await connection.stop(PATIENCE);
      expect(discord.messages(discord.guild.threadId, minsu), name).toEqual([message]);
      expect(JSON.stringify(message), name).toContain('가장 작은 배포 단위');
      expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
    });
    await Promise.all(tries);
  });

  test('is filled in where Discord took the deferral and its word of that never came', async ({ onTestFinished }) => {
    const { discord, connection, release, passes } = await slowly(onTestFinished);
    const minsu = discord.user('민수', { locale: 'ko' });
    discord.fault({ ...CALLBACK, times: Number.POSITIVE_INFINITY }, { drop: 'after' });
    const seen = discord.slash(minsu, 'guild', 'k8s', { term: '파드' });
    await passes();
    expect(await deferred(seen)).toMatchObject({ ephemeral: true, loading: true });
    // No more tries.
    discord.clock.advance(TIMES.answer);
    release();
    const message = await seen.settled();
    await connection.stop(PATIENCE);
    expect(message).toMatchObject({ ephemeral: true, loading: false });
    expect(JSON.stringify(message)).toContain('가장 작은 배포 단위');
  });

  test('is given up with one try where the deferral never got there', async ({ onTestFinished }) => {
    const { discord, connection, logged, release, passes } = await slowly(onTestFinished);
    const minsu = discord.user('민수', { locale: 'ko' });
    const drops = discord.fault({ ...CALLBACK, times: Number.POSITIVE_INFINITY }, { drop: 'before' });
    const seen = discord.slash(minsu, 'guild', 'k8s', { term: '파드' });
    await passes();
    await eventually(() => expect(drops.struck()).toBeGreaterThan(2));
    discord.clock.advance(TIMES.answer);
    await expect(seen.answered).rejects.toThrow('three seconds');
    release();
    await connection.stop(PATIENCE);
    expect(discord.requests.filter(({ path }) => path.startsWith('/webhooks/'))).toHaveLength(1);
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('does not wait for others: answers are no part of what a bot may ask for in a second', async ({
    onTestFinished,
  }) => {
    const { discord, connection, logged, release, passes } = await slowly(onTestFinished);
    const all = Array.from({ length: 120 }, (_, i) =>
      discord.slash(discord.user(`s${i}`, { locale: 'ko' }), 'guild', 'k8s', { term: '파드' }),
    );
    await passes(all.length);
    await Promise.all(all.map(deferred));
    release();
    const messages = await Promise.all(all.map((seen) => seen.settled()));
    await connection.stop(PATIENCE);
    expect(messages.every(({ loading }) => !loading)).toBe(true);
    expect(logged.filter(({ message }) => message.includes('rate limit'))).toEqual([]);
  });

  test('for an interaction that is over is noted, and not filled in', async ({ onTestFinished }) => {
    const { discord, connection, logged, release, passes } = await slowly(onTestFinished);
    const minsu = discord.user('민수', { locale: 'ko' });
    discord.fault(CALLBACK, { status: 404, body: { message: 'Unknown interaction', code: 10062 } });
    discord.slash(minsu, 'guild', 'k8s', { term: '파드' });
    await passes();
    await eventually(() => expect(logged).toHaveLength(1));
    release();
    await connection.stop(PATIENCE);
    expect(discord.requests.filter(({ path }) => path.startsWith('/webhooks/'))).toEqual([]);
    expect(discord.messages(discord.guild.channelId, minsu)).toEqual([]);
    expect(logged[0]).toEqual({
      level: 'info',
      fields: expect.objectContaining({ code: 10062 }),
      message: expect.any(String),
    });
  });
});
