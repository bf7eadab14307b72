import { describe, expect, test } from 'vitest';
import { readText, takesMentions } from '../../../src/platforms/slack/incoming.ts';
import { manifestOf } from '../../../src/platforms/slack/manifest.ts';
import { onSlack } from '../../fakes/slack/bot.ts';
import { titleOf } from '../../fakes/slack/seen.ts';
import { acting } from '../../support/acting.ts';
import { botOf } from '../../support/world.ts';

/** When everything arrives. */
const at = Date.now();

async function withRoom({ prefix = '', mode = 'socket' as 'socket' | 'http' } = {}) {
  const { room, ran } = acting();
  const { bot, logged: bugs } = await botOf([], { more: [room] });
  const { slack, logged } = await onSlack({ bot, prefix, mode, now: () => at });
  const [minsu, ann] = [slack.user('민수', { locale: 'ko-KR' }), slack.user('ann')];
  const args = () => ran.map((one) => [one.name, one.args]);
  return { slack, minsu, ann, ran, args, quiet: () => expect([bugs, logged]).toEqual([[], []]) };
}

test('Slack is asked to say who is meant for the commands that take people or channels, and no others', async () => {
  const { room } = acting();
  const { bot } = await botOf([], { more: [room] });
  const { features } = manifestOf(bot.commands, { prefix: '', url: undefined, subject: undefined, locale: 'ko' }) as {
    features: { slash_commands: { command: string; should_escape: boolean; usage_hint?: string }[] };
  };
  const escaping = features.slash_commands.filter((one) => one.should_escape);
  expect(escaping.map(({ command }) => command)).toEqual(['/live', '/progress', '/report', '/class']);
  expect(escaping.at(-1)?.usage_hint).toBe('<설정|show|추가>');
  expect(features.slash_commands.length).toBeGreaterThan(3);
  expect(bot.commands.filter(takesMentions).map(({ name }) => name)).toEqual(['live', 'progress', 'report', 'class']);
});

describe.each([
  ['socket', ''],
  ['http', 'ds-'],
] as const)('an action is run (%s, prefix %j)', (mode, prefix) => {
  test('by a slash command, with the ids of whom and what it names', async () => {
    const { slack, minsu, ann, args, quiet } = await withRoom({ mode, prefix });
    const channel = slack.channelId(minsu, 'class');
    const seen = await slack.command(minsu, 'class', `/${prefix}class setup #class 오후 2시 30분 3`).message();
    expect(titleOf(seen)).toBe(`class setup(count=3 channel=${channel} time=14:30)`);
    await slack.command(minsu, 'dm', `/${prefix}class add @ann 5 < 7 & https://a.example`).message();
    await slack.command(minsu, 'class', `/${prefix}class`).message();
    expect(args()).toEqual([
      ['class setup', { count: 3, channel, time: '14:30' }],
      ['class add', { who: ann.id, note: '5 < 7 & https://a.example' }],
      ['class', {}],
    ]);
    quiet();
  });

  test('by a mention and by a direct message', async () => {
    const { slack, minsu, ann, args, quiet } = await withRoom({ mode, prefix });
    const channel = slack.channelId(minsu, 'class');
    await slack.mention(minsu, 'class', 'class add @ann 담임').message();
    await slack.mention(minsu, 'class', `/${prefix}class 설정 #class`).message();
    await slack.direct(minsu, 'class add @ann @everyone').message();
    await slack.direct(minsu, '@dosirak class add @ann').message();
    expect(args()).toEqual([
      ['class add', { who: ann.id, note: '담임' }],
      ['class setup', { channel }],
      ['class add', { who: ann.id }],
      ['class add', { who: ann.id }],
    ]);
    quiet();
  });
});

test('the bot itself may be named, behind its own leading mention', async () => {
  const { slack, minsu, args } = await withRoom();
  await slack.mention(minsu, 'class', 'class add @dosirak').message();
  expect(args()).toEqual([['class add', { who: slack.botUserId }]]);
});

test('who is called stays no part of what other commands are asked', async () => {
  const { slack, minsu } = await withRoom();
  for (const act of [
    slack.mention(minsu, 'class', '@ann #class 파드'),
    slack.direct(minsu, '/k8s @ann 파드'),
    slack.command(minsu, 'class', '/k8s @everyone 파드'),
  ])
    expect(JSON.stringify((await act.message()).blocks)).not.toMatch(/<[@#!]/);
});

test.each([
  ['<@U1|민수 김> <#C1|수업 방> <#C2|> <@U2>', '<@U1> <#C1> <#C2> <@U2>', '수업 방'],
  ['<!here> <!subteam^S1|@a> <@U1>', '<@U1>', ''],
  ['<https://a.example|a> &lt;b&gt; <mailto:a@b.c|a@b.c> #x', 'a <b> a@b.c #x', 'a <b> a@b.c #x'],
])('%s is heard as %j where people matter, and as %j elsewhere', (text, kept, dropped) => {
  const tight = (line: string) => line.replace(/ +/g, ' ').trim();
  expect(tight(readText(text, 'kept'))).toBe(kept);
  expect(tight(readText(text))).toBe(dropped);
});

describe('a caller', () => {
  test('has the workspace and the channel, also in a thread; in direct messages no channel', async () => {
    const { slack, minsu, ran } = await withRoom();
    const channel = slack.channelId(minsu, 'class');
    await slack.command(minsu, 'class', '/class show').message();
    await slack.mention(minsu, 'thread', 'class show').message();
    await slack.direct(minsu, 'class show').message();
    const id = `slack:${slack.teamId}:${minsu.id}`;
    const alone = { id, space: `slack:${slack.teamId}`, locale: 'ko', at, name: '민수', manages: false, known: [id] };
    const inChannel = { ...alone, channel: `slack:${channel}` };
    expect(ran.map(({ caller }) => caller)).toEqual([inChannel, inChannel, alone]);
  });

  test.each([
    ['member', false],
    ['admin', true],
    ['owner', true],
    ['primary owner', true],
  ] as const)('manages the workspace or not, as Slack says: %s', async (rank, manages) => {
    const { slack, ran } = await withRoom();
    await slack.command(slack.user('선생님', { rank }), 'class', '/class show').message();
    expect(ran[0]?.caller.manages).toBe(manages);
  });

  test('presses a button as who they are', async () => {
    const { slack, ran } = await withRoom();
    const teacher = slack.user('선생님', { locale: 'ko-KR', rank: 'admin' });
    const seen = await slack.command(teacher, 'class', '/class show').message();
    await slack.press(teacher, seen, { label: '📢 채널에 공유' }).message();
    expect(ran).toHaveLength(2);
    expect(ran[1]).toEqual(ran[0]);
  });
});
