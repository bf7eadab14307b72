/** Questions in parts and estimates, practised on every platform and played together on Discord and Slack. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { initialLive, LIVE_TIMES } from '../../src/live/machine.ts';
import { beginSession } from '../../src/live/sessions.ts';
import { solutionInWords } from '../../src/questions/types.ts';
import { onDiscord } from '../fakes/discord/bot.ts';
import type { Message as DiscordMessage, User as DiscordUser } from '../fakes/discord/types.ts';
import * as slackPlay from '../fakes/slack/playing.ts';
import * as slackSeen from '../fakes/slack/seen.ts';
import { PLATFORMS } from '../support/chats.ts';
import { openDaily } from '../support/daily.ts';
import * as discordPlay from '../support/playing.ts';
import { typedInBlanks, wantedInMenus, wrongNumber } from '../support/practice.ts';
import { courseOf, NEW_TYPES } from '../support/question-types.ts';
import * as discordSeen from '../support/seen.ts';
import { botOf, courseIn, folderOf } from '../support/world.ts';

const GRADE = {
  ko: { right: '맞았어요', wrong: '아쉬워요', parts: /\d개 중 \d개가 맞았어요|아직 맞은 것이 없어요/ },
  en: { right: 'Right!', wrong: 'Not quite', parts: /\d of \d right|None of them right yet/ },
} as const;

describe.each(PLATFORMS)('on %s', (_, open) => {
  test.each(
    NEW_TYPES.flatMap((id) =>
      (['ko', 'en'] as const).flatMap((locale) => [true, false].map((knows) => [id, locale, knows] as const)),
    ),
  )('%s is practised in %s by one who knows: %s', async (id, locale, knows) => {
    const { bot, world, logged } = await botOf([folderOf(courseOf([id]))]);
    const [question] = world.course().questions.values();
    if (!question) throw new Error('no question');
    const chat = await open(bot, locale, onTestFinished);
    await chat.say('/quiz a');
    expect(chat.shown()).toContain(question.ask[locale].replace(/`/g, ''));
    await chat.answer(question, knows);
    expect(chat.shown()).toContain(GRADE[locale][knows ? 'right' : 'wrong']);
    expect(chat.shown()).toContain(question.why[locale]);
    const isInParts = id !== 'estimate';
    if (isInParts) {
      // Each part by itself, and what is right in all of them.
      for (const part of solutionInWords(question, locale).split(', ')) {
        const words = part.split(' ').at(-1) ?? '';
        expect(chat.shown()).toContain(words);
      }
      expect(GRADE[locale].parts.test(chat.shown())).toBe(!knows);
    }
    expect(logged).toEqual([]);
  });
});

/** A class on both platforms that is asked one of these questions just now. */
async function openClass(id: (typeof NEW_TYPES)[number], mode: 'speed' | 'calm' | 'team') {
  const daily = await openDaily();
  const { discord, slack, world } = daily;
  daily.teach(courseIn([folderOf(courseOf([id]))]));
  const channels = { discord: discord.channel(), slack: slack.channel() };
  const one = await daily.begin(Object.values(channels), { instructors: ['discord:9'], due: undefined });
  const [question] = world.course().questions.values();
  if (!question) throw new Error('no question');
  const plan = { questions: [question], mode, open: 20_000, ...(mode === 'team' ? { teams: 2 } : {}) };
  const begun = await beginSession(one, plan, undefined, world.now().epochMilliseconds, world, undefined, initialLive);
  if (!begun) throw new Error('there is one already');
  const { id: session } = begun;
  await daily.pass(LIVE_TIMES.countdown + 1000, 500);
  const said = (side: 'discord' | 'slack') => daily[side].read(channels[side]).at(-1)?.said ?? '';
  const discordMessage = (): DiscordMessage => {
    const found = discord.server.messages(channels.discord.replace('discord:', '')).at(-1);
    if (!found) throw new Error('nothing is asked');
    return found;
  };
  const slackMessage = () => {
    const found = slack.server.messages(channels.slack.replace('slack:', '')).at(-1);
    if (!found) throw new Error('nothing is asked');
    return found;
  };
  return { daily, question, session, said, discordMessage, slackMessage };
}

type Room = Awaited<ReturnType<typeof openClass>>;

/** A student on Discord answers what the channel asks; gives what they alone are told. */
async function onDiscordAnswer({ daily, question, discordMessage }: Room, user: DiscordUser, knows: boolean) {
  const discord = daily.discord.server;
  const message = discordMessage();
  const how = { discord, user, locale: 'ko' } as const;
  const typed = typedInBlanks(question, knows);
  if (question.type === 'estimate' || typed.length > 0) {
    const box = await discordPlay.openBox(discord, user, message, 'ko');
    const words = question.type === 'estimate' ? [knows ? String(question.answer) : wrongNumber(question)] : typed;
    const given = Object.fromEntries(box.fields.map(({ customId }, i) => [customId, words[i] ?? '']));
    return discord.submit(user, box, given).settled();
  }
  const before = JSON.stringify(message.components);
  const own = await discordSeen.pressed(discord, user, message, '✎ 답 고르기');
  expect(own.ephemeral).toBe(true);
  const told = await discordPlay.chooseEach(how, own, wantedInMenus(question, knows, 'ko'));
  // In one message of the student's own; the class's is as it was.
  expect(told.id).toBe(own.id);
  expect(JSON.stringify(message.components)).toBe(before);
  return told;
}

describe.each(NEW_TYPES)('%s, played together', (id) => {
  test.each(['speed', 'calm', 'team'] as const)(
    'is answered once on each platform, and told with how it was answered (%s)',
    async (mode) => {
      const room = await openClass(id, mode);
      const { daily, question, session } = room;
      for (const side of ['discord', 'slack'] as const) expect(room.said(side)).toContain(question.ask.ko.slice(0, 10));
      const [knowing, guessing] = ['민수', '지수'].map((name) => daily.discord.server.user(name, { locale: 'ko' }));
      const onSlack = daily.slack.server.user('하준', { locale: 'ko-KR' });
      if (!knowing || !guessing) throw new Error('nobody is there');
      expect(discordSeen.said(await onDiscordAnswer(room, knowing, true))).toContain('답을 받았어요');
      expect(discordSeen.said(await onDiscordAnswer(room, guessing, false))).toContain('답을 받았어요');
      const told = await slackPlay.answerIt(
        { slack: daily.slack.server, user: onSlack, locale: 'ko' },
        room.slackMessage(),
        question,
        true,
      );
      expect(slackSeen.said(told)).toContain('답을 받았어요');
      expect(told).toHaveProperty('ephemeralFor', onSlack.id);
      // One answer each, whatever is pressed again.
      const again = discordSeen.labelsSeen(room.discordMessage()).find((label) => label.startsWith('✎ 답 고르기'));
      if (again) {
        const refused = await discordSeen.pressed(daily.discord.server, knowing, room.discordMessage(), again);
        expect(discordSeen.said(refused)).toContain('이미 답했어요');
      }
      const answers = await daily.world.sessions.answers(session);
      expect(answers.map(({ right }) => right)).toEqual([true, false, true]);
      await daily.pass(mode === 'calm' ? 2000 : 45_000, 500);
      if (mode === 'calm') {
        const { world, bot } = daily;
        const teacher = {
          id: 'discord:9',
          space: daily.discord.space,
          locale: 'ko',
          manages: false,
          known: ['discord:9'],
        } as const;
        await bot.dispatch('live next', {
          ...teacher,
          channel: (await world.classes.byId('class1'))?.channels[0]?.channel ?? '',
        });
        await daily.pass(2000, 500);
      }
      for (const side of ['discord', 'slack'] as const) {
        const shown = daily[side].read(
          side === 'discord' ? `discord:${room.discordMessage().channelId}` : `slack:${room.slackMessage().channel}`,
        );
        const reveal = shown.findLast(({ said }) => said.includes('문제 1 정답'))?.said ?? '';
        expect(reveal).toContain('3명 중 2명이 맞혔어요');
        expect(reveal).toContain('2명 · 정답');
        expect(reveal).toContain(question.why.ko);
      }
      expect(daily.counted.filter((one) => one.startsWith('{'))).toEqual([]);
    },
  );
});

test('on Discord what was picked of a pair outlives a restart, in the same message', async () => {
  const { bot, world } = await botOf([folderOf(courseOf(['match']))]);
  const { discord, connection } = await onDiscord({ bot });
  const user = discord.user('민수', { locale: 'ko' });
  const message = await discord.slash(user, 'guild', 'quiz', { topic: 'a' }).settled();
  const [question] = world.course().questions.values();
  if (!question) throw new Error('no question');
  const wanted = wantedInMenus(question, true, 'ko');
  const [first = ''] = discordPlay.listed(message);
  await discord.select(user, message, wanted.get(first) ?? '', 0).settled();
  await connection.stop(2000);
  await onDiscord({ at: discord, bot });
  expect(discordSeen.said(message)).toContain(`→ ${wanted.get(first)}`);
  await discordPlay.chooseEach({ discord, user, locale: 'ko' }, message, wanted);
  expect(discordSeen.titleOf(message)).toBe('⭕ 맞았어요!');
});
