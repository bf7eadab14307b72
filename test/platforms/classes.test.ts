/** Classes through the real clients of both platforms: who somebody is, and which channel is meant, is what the platform says. */
import { describe, expect, test } from 'vitest';
import type { Messenger } from '../../src/core/platform.ts';
import { onDiscord } from '../fakes/discord/bot.ts';
import { onSlack } from '../fakes/slack/bot.ts';
import { forged, said } from '../fakes/slack/seen.ts';
import { smallBot } from '../support/classes.ts';
import * as discordSeen from '../support/seen.ts';

describe('on Discord', () => {
  async function open() {
    const messengers: Messenger[] = [];
    const { bot, world, logged: bugs } = await smallBot({ messengers });
    const { discord, connection, logged } = await onDiscord({ bot });
    messengers.push(connection.messenger);
    const boss = discord.user('김선생', { locale: 'ko', permissions: '32' });
    const minsu = discord.user('민수', { locale: 'ko' });
    const here = `discord:${discord.guild.channelId}`;
    const klass = async () => world.classes.of(here);
    return { discord, world, boss, minsu, here, klass, quiet: () => expect([bugs, logged]).toEqual([[], []]) };
  }

  test('a class is of the channel that is chosen, also from a thread; the bot has looked whether it can be there', async () => {
    const { discord, boss, here, world, klass, quiet } = await open();
    await discord.slash(boss, 'thread', 'class setup', { time: '9시 반' }).settled();
    expect((await klass())?.channels).toEqual([{ channel: here, space: `discord:${discord.guild.id}` }]);
    expect(discord.requests.map(({ path }) => path)).toContain(`/channels/${discord.guild.channelId}/messages?limit=1`);
    await discord.slash(boss, 'guild', 'class setup', { channel: discord.guild.channelId, days: '화목' }).settled();
    expect(await world.classes.within(`discord:${discord.guild.id}`)).toHaveLength(1);
    expect((await klass())?.timetable).toMatchObject({ minute: 570, weekdays: [2, 4] });
    quiet();
  });

  test.each([
    [{ status: 403, body: { code: 50001, message: 'Missing Access' } }, '‘채널 보기’'],
    [{ status: 404, body: { code: 10003, message: 'Unknown Channel' } }, '‘채널 보기’'],
    [{ status: 200, body: { id: '1', type: 0, guild_id: '999999999999999999' } }, '‘채널 보기’'],
  ])('a channel that Discord says is not ours has no class: %j', async (fault, told) => {
    const { discord, boss, klass } = await open();
    discord.fault({ method: 'GET', path: /^\/channels\/\d+$/ }, fault);
    const seen = await discord.slash(boss, 'guild', 'class setup', { channel: discord.guild.channelId }).settled();
    expect(discordSeen.said(seen)).toContain(told);
    expect(await klass()).toBeUndefined();
  });

  test('a named person and whoever has a named role steer it, until they are named no more', async () => {
    const { discord, boss, klass, quiet } = await open();
    const role = discord.role('선생님');
    const ann = discord.user('Ann', { locale: 'en-GB' });
    const jun = discord.user('준', { locale: 'ko', roles: [role] });
    await discord.slash(boss, 'guild', 'class setup').settled();
    expect(discordSeen.said(await discord.slash(ann, 'guild', 'class pause').settled())).toContain('Only instructors');
    await discord.slash(boss, 'guild', 'class instructors', { who: ann.id }).settled();
    const named = await discord.slash(boss, 'guild', 'class instructors', { who: role.id }).settled();
    expect(discordSeen.said(named)).toContain(`<@&${role.id}> <@${ann.id}>`);
    expect(named.pings).toEqual(discordSeen.NOBODY);
    await discord.slash(ann, 'guild', 'class pause').settled();
    expect((await klass())?.paused).toEqual({ why: 'asked' });
    await discord.slash(jun, 'thread', 'class resume').settled();
    expect((await klass())?.paused).toBeUndefined();
    // Instructors' commands are for servers with the bot.
    expect(() => discord.slash(jun, 'dm', 'class pause')).toThrow('not for dm');
    await discord.slash(boss, 'guild', 'class instructors', { who: role.id, how: 'remove' }).settled();
    await discord.slash(jun, 'guild', 'class pause').settled();
    expect((await klass())?.paused).toBeUndefined();
    quiet();
  });

  test('a press changes the same message; a student who forges one is refused, and the message stays', async () => {
    const { discord, boss, minsu, klass, quiet } = await open();
    const seen = await discord.slash(boss, 'guild', 'class setup').settled();
    const paused = await discordSeen.pressed(discord, boss, seen, '잠시 쉬기');
    expect([paused.id, discordSeen.titleOf(paused)]).toEqual([seen.id, '카드를 잠시 쉴게요']);
    const own = await discord.slash(minsu, 'guild', 'k8s', { term: '파드' }).settled();
    const before = await klass();
    for (const line of ['class resume', 'class leave sure', 'class setup 10시', ' CLASS resume', '/class post'])
      expect(discordSeen.said(await discordSeen.forged(discord, minsu, own, line))).toMatch(/선생님만/);
    for (const code of [before?.code, 'AAAAAAAA'])
      expect(discordSeen.said(await discordSeen.forged(discord, minsu, own, `class join ${code} move`))).toMatch(
        /선생님만/,
      );
    expect(await klass()).toEqual(before);
    expect(discordSeen.inChannel(discord).length).toBe(0);
    quiet();
  });

  test('zones, hours and days are offered in the language of whoever types', async () => {
    const { discord, boss, quiet } = await open();
    const offer = async (option: string, typed: string) =>
      (await discord.autocomplete(boss, 'guild', 'class setup', option, typed)).map(({ value }) => value);
    expect(await offer('zone', '뉴')).toEqual(['뉴욕 시간']);
    expect(await offer('zone', '')).toHaveLength(25);
    expect(await offer('time', '9')).toContain('오전 9시 30분');
    expect(await offer('days', '')).toContain('월수금');
    const seen = await discord
      .slash(boss, 'guild', 'class setup', { zone: '뉴욕 시간', time: '오전 9시 30분' })
      .settled();
    expect(discordSeen.said(seen)).toContain('평일 09:30(뉴욕 시간)');
    quiet();
  });
});

describe('on Slack', () => {
  async function open(prefix = '') {
    const messengers: Messenger[] = [];
    const { bot, world, logged: bugs } = await smallBot({ messengers });
    const { slack, connection, logged } = await onSlack({ bot, prefix });
    messengers.push(connection.messenger);
    const boss = slack.user('박선생', { locale: 'ko-KR', rank: 'admin' });
    const minsu = slack.user('minsu', { locale: 'ko-KR' });
    const channel = slack.channelId(boss, 'class');
    const klass = async () => world.classes.of(`slack:${channel}`);
    return { slack, boss, minsu, channel, klass, quiet: () => expect([bugs, logged]).toEqual([[], []]) };
  }

  test.each(['', 'ds-'])(
    'a class is of the channel that is named or written in, also in a thread (prefix %j)',
    async (prefix) => {
      const { slack, boss, channel, klass, quiet } = await open(prefix);
      const seen = await slack.command(boss, 'dm', `/${prefix}class setup #class 9시 반 월수금`).message();
      expect(said(seen)).toContain('월·수·금 09:30');
      expect(said(seen)).toContain(`/${prefix}class 나가기`);
      expect(JSON.stringify(seen.blocks)).toContain(`<#${channel}>`);
      expect((await klass())?.channels).toEqual([{ channel: `slack:${channel}`, space: `slack:${slack.teamId}` }]);
      await slack.mention(boss, 'thread', 'class pause').message();
      expect((await klass())?.paused).toEqual({ why: 'asked' });
      quiet();
    },
  );

  test('a channel that the bot is not in, or that is none, is said to be so', async () => {
    const { slack, boss, klass } = await open();
    expect(said(await slack.command(boss, 'class', '/class setup #none').message())).toContain('채널을 찾지 못했어요');
    slack.revoke('channel');
    expect(said(await slack.command(boss, 'class', '/class setup').message())).toContain('/invite @도시락');
    expect(await klass()).toBeUndefined();
  });

  test('a named person steers it; a student who forges a press is refused', async () => {
    const { slack, boss, minsu, klass, quiet } = await open();
    const lee = slack.user('lee', { locale: 'en-US' });
    await slack.command(boss, 'class', '/class setup').message();
    const named = await slack.command(boss, 'class', '/class instructors @lee').message();
    expect(JSON.stringify(named.blocks)).toContain(`<@${lee.id}>`);
    expect(named.text).not.toContain(lee.id);
    const seen = await slack.command(lee, 'class', '/class').message();
    const paused = await slack.press(lee, seen, { label: 'Pause' }).message();
    expect(said(paused)).toContain('The class is paused');
    const own = await slack.command(minsu, 'class', '/k8s 파드').message();
    const before = await klass();
    for (const value of ['class resume', 'class leave sure', 'class setup 10시', `class join ${before?.code} move`]) {
      expect(said(await forged(slack, minsu, own, value).message())).toMatch(/선생님만/);
    }
    expect(await klass()).toEqual(before);
    quiet();
  });
});
