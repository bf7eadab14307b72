import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { TIMES } from '../../../src/platforms/discord/limits.ts';
import { onDiscord } from '../../fakes/discord/bot.ts';
import type { LocalDiscord, Message } from '../../fakes/discord/types.ts';
import { onSlack } from '../../fakes/slack/bot.ts';
import * as slackSeen from '../../fakes/slack/seen.ts';
import { openChat } from '../../support/chat.ts';
import { eventually } from '../../support/eventually.ts';
import * as discordSeen from '../../support/seen.ts';
import { openTour } from './support.ts';

const AGAIN = '🔄 새로 보기';
const DO = '▶ 실행하기';

/** What its pictures say; a file and where it stands may both tell it. */
const imagesOf = (shown: unknown): string[] => [
  ...new Set(
    Array.from(JSON.stringify(shown).matchAll(/"(?:description|alt_text)":"([^"]+)"/g), ([, alt = '']) => alt),
  ),
];

test('on Discord one message shows the lab, and each press shows it anew in the same', async () => {
  const { bot, pass, bugs } = await openTour();
  await pass(1);
  const { discord, logged } = await onDiscord({ bot });
  const user = discord.user('민수', { locale: 'ko' });
  const shown = await discord.slash(user, 'guild', 'lab open').settled();
  expect(imagesOf(shown)[0]).toContain('노드 3개 중 3개가 켜져 있어요.');
  await discordSeen.pressed(discord, user, shown, '🔌 노드 끄고 켜기');
  const off = await discordSeen.pressed(discord, user, shown, '🔴 node-2 끄기');
  expect(off.id).toBe(shown.id);
  expect(imagesOf(off)).toEqual([expect.stringContaining('node-2를 껐어요. 쿠버네티스는 아직 몰라요')]);
  expect(discordSeen.labelsSeen(await discordSeen.pressed(discord, user, off, '🔌 노드 끄고 켜기'))).toContain(
    '🟢 node-2 켜기',
  );
  await discordSeen.pressed(discord, user, off, '← 돌아가기');
  await pass(60);
  const down = await discordSeen.pressed(discord, user, off, AGAIN);
  expect(down.id).toBe(shown.id);
  expect(imagesOf(down)).toEqual([expect.stringContaining('node-2가 꺼졌어요')]);
  expect(down.attachments).toHaveLength(1);
  expect([...bugs, ...logged]).toEqual([]);
});

/** Discord's time goes on until a message is as expected. */
const looked = (discord: LocalDiscord, expected: () => void): Promise<void> =>
  eventually(() => {
    discord.clock.advance(TIMES.follow / 8);
    expected();
  }, 50);

describe('on Discord a message shows by itself what changes in the lab', () => {
  async function open() {
    const { bot, pass, bugs, client } = await openTour();
    await pass(1);
    const { discord, connection, logged } = await onDiscord({ bot });
    const user = discord.user('민수', { locale: 'ko' });
    const now = (message: Message): Message =>
      discord.messages(message.channelId, user).find(({ id }) => id === message.id) ?? message;
    return { discord, connection, user, now, pass, client, all: () => [...bugs, ...logged] };
  }

  test('in its place, and what is pressed goes on from there', async () => {
    const { discord, user, now, pass, client, all } = await open();
    const shown = await discord.slash(user, 'guild', 'lab open').settled();
    await client.power('node-2', 'off');
    await pass(60);
    await looked(discord, () => expect(imagesOf(now(shown))).toEqual([expect.stringContaining('node-2가 꺼졌어요')]));
    expect(now(shown).attachments).toHaveLength(1);
    // It is the one message.
    expect(discord.messages(shown.channelId, user)).toHaveLength(1);
    const nodes = await discordSeen.pressed(discord, user, now(shown), '🔌 노드 끄고 켜기');
    await client.power('node-2', 'on');
    await pass(60);
    await looked(discord, () => expect(imagesOf(now(shown))[0]).toContain('3개가 켜져'));
    expect(discordSeen.labelsSeen(now(nodes))).toContain('🔴 node-2 끄기');
    expect(all()).toEqual([]);
  });

  test('until the bot leaves: then it looks no more', async () => {
    const { discord, connection, user, now, pass, client } = await open();
    const shown = await discord.slash(user, 'guild', 'lab open').settled();
    const before = imagesOf(now(shown));
    await connection.stop(0);
    await client.power('node-2', 'off');
    await pass(60);
    for (let looks = 0; looks < 5; looks++) {
      discord.clock.advance(TIMES.follow);
      await sleep(50);
    }
    expect(imagesOf(now(shown))).toEqual(before);
  });

  test('a step of a tour is done without a press', async () => {
    const { discord, user, now, pass, all } = await open();
    const shown = await discord.slash(user, 'guild', 'lab tour', { tour: '롤아웃' }).settled();
    const begun = await discordSeen.pressed(discord, user, shown, DO);
    await pass(20);
    await looked(discord, () => expect(imagesOf(now(begun))).toEqual([expect.stringContaining('파드 3개가 모두')]));
    expect(discordSeen.labelsSeen(now(begun))).not.toContain(AGAIN);
    expect(all()).toEqual([]);
  });
});

test('on Slack a direct message shows each frame as a picture, and other places tell it in words', async () => {
  const { bot, pass, bugs } = await openTour();
  await pass(1);
  const { slack, logged } = await onSlack({ bot });
  const user = slack.user('민수', { locale: 'ko-KR' });
  const direct = await slack.direct(user, 'lab tour 롤아웃').message();
  expect(imagesOf(direct)[0]).toContain('노드 3개가 비어 있어요');
  const begun = await slackSeen.pressed(slack, user, direct, DO);
  await pass(20);
  const done = await slackSeen.pressed(slack, user, begun, AGAIN);
  expect(done.ts).toBe(direct.ts);
  expect(imagesOf(done)).toEqual([expect.stringContaining('파드 3개가 모두 준비됐어요')]);
  const words = await slack.command(user, 'class', '/lab').message();
  expect(imagesOf(words)).toEqual([]);
  expect(slackSeen.said(words)).toContain('node-1 · Ready');
  expect([...bugs, ...logged]).toEqual([]);
});

test('at a terminal it is told in words, once', async () => {
  const { bot, pass } = await openTour();
  await pass(1);
  const chat = openChat({ bot, columns: 100 });
  onTestFinished(async () => void (await chat.end()));
  chat.type('/lab\n');
  await chat.until('kubectl', 0);
  expect(chat.shown().match(/노드 3개가 비어 있어요/g)).toHaveLength(1);
  expect(chat.shown()).toContain('node-3 · Ready');
});
