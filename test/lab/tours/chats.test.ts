import { expect, onTestFinished, test } from 'vitest';
import { onDiscord } from '../../fakes/discord/bot.ts';
import { onSlack } from '../../fakes/slack/bot.ts';
import * as slackSeen from '../../fakes/slack/seen.ts';
import { openChat } from '../../support/chat.ts';
import * as discordSeen from '../../support/seen.ts';
import { openTour } from './support.ts';

const AGAIN = '🔄 새로 보기';
const DO = '▶ 해 보기';

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
  await pass(60);
  const down = await discordSeen.pressed(discord, user, off, AGAIN);
  expect(down.id).toBe(shown.id);
  expect(imagesOf(down)).toEqual([expect.stringContaining('node-2가 꺼졌어요')]);
  expect(down.attachments).toHaveLength(1);
  expect([...bugs, ...logged]).toEqual([]);
});

test('on Slack a direct message shows each frame as a picture, and other places tell it in words', async () => {
  const { bot, pass, bugs } = await openTour();
  await pass(1);
  const { slack, logged } = await onSlack({ bot });
  const user = slack.user('민수', { locale: 'ko-KR' });
  const direct = await slack.direct(user, 'lab 여행 롤아웃').message();
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
