/** One suite for the daily card on every platform: through the real adapters, by a clock that is turned. */
import { describe, expect, type TestContext, test } from 'vitest';
import type { Caller } from '../../src/core/command/command.ts';
import { comingCards } from '../../src/daily/coming.ts';
import { loadOutlook } from '../../src/daily/plan.ts';
import { type Daily, HOUR, openDaily, type Side, type Trouble } from '../support/daily.ts';
import { eventually } from '../support/eventually.ts';
import { student } from '../support/world.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const CARD = ['알아요', '다시 볼래요', '퀴즈 풀기', '자세히'];
const CARD_EN = ['I know it', 'Show me again', 'Quiz me', 'More'];

/** Until the hour, and a little more. */
const toTheHour = ({ pass }: Daily): Promise<void> => pass(MINUTE);
/** Long enough for whatever is tried again. */
const on = ({ pass }: Daily): Promise<void> => pass(10 * MINUTE, 20 * SECOND);

const SIDES = ['discord', 'slack'] as const;

describe.each(SIDES)('%s', (name) => {
  const opened = async ({ onTestFinished }: TestContext): Promise<{ daily: Daily; side: Side }> => {
    const daily = await openDaily(onTestFinished);
    return { daily, side: daily[name] };
  };

  test.concurrent('a card comes at its hour, once a day, with picture, words and buttons', async (context) => {
    const { daily, side } = await opened(context);
    const channel = side.channel();
    await daily.begin([channel]);
    await daily.pass(59 * SECOND);
    expect(side.read(channel)).toEqual([]);
    await daily.pass(5 * SECOND, SECOND);
    daily.restart();
    await daily.pass(60 * MINUTE, 10 * MINUTE);
    const [card, ...others] = side.read(channel);
    expect(others).toEqual([]);
    expect(card).toMatchObject({ labels: CARD, pictured: true, edits: 0 });
    expect(card?.said).toContain('오늘의 카드 · 11월 25일 수요일');
    expect(daily.counted).toEqual(['due', 'sent']);
    await daily.pass(23 * 60 * MINUTE, 60 * MINUTE);
    expect(side.read(channel)).toHaveLength(2);
    expect(side.read(channel)[1]?.said).toContain('11월 26일 목요일');
  });

  test.concurrent('what an instructor chose comes on its day and what they vetoed never, over restarts and lost answers', async (context) => {
    const { daily, side } = await opened(context);
    const channel = side.channel();
    const day = 24 * 60 * MINUTE;
    const one = await daily.begin([channel]);
    const [first, second] = comingCards(await loadOutlook(one, daily.now(), daily.world), [
      '2026-11-25',
      '2026-11-26',
    ]).map(({ term }) => term);
    const teacher: Caller = {
      ...student,
      id: `${name}:9`,
      space: one.channels[0]?.space ?? '',
      channel,
      manages: true,
    };
    for (const line of [`class cards ${first?.id} remove`, 'class cards 헬름 11월 27일', `class cards 잡 다음`])
      expect((await daily.bot.dispatch(line, teacher)).accent).toBe('success');
    daily.restart();
    side.lose('reset', 1);
    await toTheHour(daily);
    daily.restart();
    await on(daily);
    for (let days = 0; days < 2; days++) {
      daily.restart();
      await daily.pass(day, 60 * MINUTE);
    }
    const concepts = side.read(channel).map(({ said }) => /오늘의 개념은 \**([^.*!]+)/.exec(said)?.[1]);
    expect(concepts).toEqual(['잡', second?.title.ko, '헬름']);
  });

  test.concurrent('presses are answered to whoever presses, and counted once a person, at most every 5 seconds', async (context) => {
    const { daily, side } = await opened(context);
    const channel = side.channel();
    await daily.begin([channel]);
    await toTheHour(daily);
    const people = Array.from({ length: 6 }, () => side.person('ko'));
    for (const { press } of people) expect(await press(channel, '알아요')).toMatchObject({ alone: true });
    await people[0]?.press(channel, '다시 볼래요');
    // What was pressed is written before anybody asks for it.
    await daily.world.records.evidence(people[0]?.id ?? '');
    await daily.pass(SECOND);
    const [card] = side.read(channel);
    expect(card?.said).toContain('👀 6명이 읽었어요');
    expect(card).toMatchObject({ labels: CARD, pictured: true });
    expect(side.edits()).toBe(1);
    for (let second = 0; second < 12; second++) {
      await side.person('ko').press(channel, '알아요');
      await daily.world.records.evidence('nobody');
      await daily.pass(SECOND);
    }
    expect(side.edits()).toBe(3);
    await daily.pass(10 * SECOND);
    expect(side.read(channel)[0]).toMatchObject({ said: expect.stringContaining('18명이'), pictured: true });
    await on(daily);
    expect(side.edits()).toBe(4);
  });

  test.concurrent.for([
    ['ko', CARD, ['좋아요! 잊을 때쯤', '괜찮아요. 내일']],
    ['en', CARD_EN, ['Good! I will ask', 'No worries.']],
  ] as const)(
    'every button answers in the language of whoever presses it (%s)',
    async ([locale, labels, said], context) => {
      const { daily, side } = await opened(context);
      const channel = side.channel();
      await daily.begin([channel], { locale });
      await toTheHour(daily);
      expect(side.read(channel)[0]?.labels).toEqual(labels);
      const { press } = side.person(locale);
      const [knew = '', again = '', quiz = '', more = ''] = labels;
      expect(await press(channel, knew)).toMatchObject({ alone: true, said: expect.stringContaining(said[0]) });
      expect(await press(channel, again)).toMatchObject({ alone: true, said: expect.stringContaining(said[1]) });
      const asked = await press(channel, quiz);
      expect(asked).toMatchObject({ alone: true });
      expect(asked.labels.length).toBeGreaterThan(1);
      const told = await press(channel, more);
      expect(told).toMatchObject({ alone: true });
      expect(told.said.length).toBeGreaterThan(asked.said.length);
      // The card is everybody's, and stays as it is.
      expect(side.read(channel)).toHaveLength(1);
      expect(side.read(channel)[0]).toMatchObject({ labels, pictured: true });
    },
  );

  const troubles: Trouble[] = ['reset', 'closed', 500, 502, ...(name === 'slack' ? ['error' as const] : [])];
  test.concurrent.for(troubles)(
    'a card that was written, of which nobody heard (%s), is found',
    async (what, context) => {
      const { daily, side } = await opened(context);
      const channels = Array.from({ length: 3 }, () => side.channel());
      await Promise.all(channels.map((channel) => daily.begin([channel])));
      side.lose(what, 12);
      await toTheHour(daily);
      daily.restart();
      for (const channel of channels) side.chatter(channel, 120);
      await on(daily);
      for (const channel of channels) expect(side.read(channel)).toHaveLength(1);
      expect(side.read(channels[0] ?? '')[0]).toMatchObject({ labels: CARD, pictured: true });
      expect(daily.counted.filter((what) => what === 'sent' || what === 'repeated')).toHaveLength(3);
    },
  );

  test.concurrent.for([429, 503] as const)(
    'a card that is not taken for a while (%s) comes later, once',
    async (what, context) => {
      const { daily, side } = await opened(context);
      const channel = side.channel();
      await daily.begin([channel]);
      side.refuse(what, 2);
      await toTheHour(daily);
      if (what === 429) expect(side.read(channel)).toEqual([]);
      // What keeps to Discord's pauses goes by its own clock.
      await eventually(async () => {
        await daily.pass(MINUTE, 20 * SECOND);
        expect(side.read(channel)).toHaveLength(1);
      }, 500);
      await on(daily);
      expect(side.read(channel)).toHaveLength(1);
      expect(side.read(channel)[0]).toMatchObject({ pictured: true });
    },
  );

  test.concurrent('a platform that is away at the hour has its cards when it is back, one in every channel', async (context) => {
    const { daily, side } = await opened(context);
    const channels = Array.from({ length: 3 }, () => side.channel());
    await Promise.all(channels.map((channel) => daily.begin([channel])));
    const back = side.away();
    await toTheHour(daily);
    await daily.pass(10 * MINUTE, MINUTE);
    back();
    await daily.pass(MINUTE, 10 * SECOND);
    for (const channel of channels) {
      expect(side.read(channel)).toHaveLength(1);
      expect(side.read(channel)[0]).toMatchObject({ pictured: true });
    }
    expect(daily.counted).toContain('late');
  });

  test.concurrent.for([
    ['gone', '없어졌거나 보관되어서'],
    ['forbidden', '글을 쓸 수 없어서'],
  ] as const)(
    'a channel that is %s pauses its class, whose people hear of it once; others go on',
    async ([why, said], context) => {
      const { daily, side } = await opened(context);
      const [lost, fine] = [side.channel(), side.channel()];
      const owner = side.person('ko');
      const { id } = await daily.begin([lost], { owner: owner.id });
      await daily.begin([fine]);
      if (why === 'gone') side.remove(lost);
      else side.close(lost);
      await toTheHour(daily);
      daily.restart();
      await on(daily);
      expect(side.read(fine)).toHaveLength(1);
      expect(side.told(owner.id)).toHaveLength(1);
      expect(side.told(owner.id)[0]?.said).toContain(said);
      expect(await daily.world.classes.byId(id)).toMatchObject({ paused: { why, channel: lost }, due: undefined });
      await daily.pass(24 * 60 * MINUTE, 60 * MINUTE);
      expect(side.told(owner.id)).toHaveLength(1);
    },
  );

  test.concurrent('a class that goes on the same day has its card that day, once', async (context) => {
    const { daily, side } = await opened(context);
    const channel = side.channel();
    const { id } = await daily.begin([channel]);
    side.close(channel);
    await toTheHour(daily);
    await on(daily);
    side.open(channel);
    const one = await daily.world.classes.byId(id);
    if (one) await daily.world.classes.save({ ...one, paused: undefined, due: HOUR + 24 * 60 * MINUTE }, daily.now());
    await on(daily);
    expect(side.read(channel)).toHaveLength(1);
    await daily.pass(24 * 60 * MINUTE, 10 * MINUTE);
    expect(side.read(channel)).toHaveLength(2);
  });
});

test.concurrent('a class on both platforms has one card in each, of the same concept', async ({ onTestFinished }) => {
  const daily = await openDaily(onTestFinished);
  const channels = [daily.discord.channel(), daily.slack.channel()] as const;
  await daily.begin(channels);
  daily.slack.close(channels[1]);
  await toTheHour(daily);
  await on(daily);
  expect(daily.discord.read(channels[0])).toHaveLength(1);
  daily.slack.open(channels[1]);
  const one = await daily.world.classes.byId('class1');
  if (one) await daily.world.classes.save({ ...one, paused: undefined }, daily.now());
  await on(daily);
  const [there, here] = [daily.discord.read(channels[0]), daily.slack.read(channels[1])];
  expect([there.length, here.length]).toEqual([1, 1]);
  const concept = (said = ''): string => /오늘의 개념은 \**([^.*!]+)/.exec(said)?.[1] ?? '';
  expect(concept(here[0]?.said)).toBe(concept(there[0]?.said));
  expect(concept(here[0]?.said)).not.toBe('');
});

test.concurrent('a Discord that knows no components v2 has an older form, which is found and counted as well', async ({
  onTestFinished,
}) => {
  const daily = await openDaily(onTestFinished);
  const { discord } = daily;
  discord.server.features.componentsV2 = false;
  const channel = discord.channel();
  await daily.begin([channel]);
  discord.lose('reset', 9);
  await toTheHour(daily);
  await on(daily);
  expect(discord.read(channel)).toHaveLength(1);
  expect(discord.read(channel)[0]?.labels).toEqual(CARD);
  await discord.person('ko').press(channel, '알아요');
  await daily.world.records.evidence('nobody');
  await daily.pass(10 * SECOND);
  expect(discord.read(channel)[0]?.said).toContain('1명이 읽었어요');
});

test.concurrent('where the bot may not read what was written, a card that may be there is not written again', async ({
  onTestFinished,
}) => {
  const daily = await openDaily(onTestFinished);
  const { discord } = daily;
  const [silent, busy] = [discord.channel(), discord.channel()];
  for (const channel of [silent, busy]) {
    await daily.begin([channel]);
    discord.server.allow(channel.slice('discord:'.length), 'no history');
  }
  // Nothing was written there since, so that it cannot be ours.
  discord.refuse(503, 3);
  discord.lose(500, 3);
  await toTheHour(daily);
  await daily.pass(12 * 60 * MINUTE, 60 * MINUTE);
  expect([discord.read(silent).length, discord.read(busy).length]).toEqual([1, 1]);
});

test.concurrent('where the bot may not send files, the card comes in words', async ({ onTestFinished }) => {
  const daily = await openDaily(onTestFinished);
  const { discord } = daily;
  const channel = discord.channel();
  await daily.begin([channel]);
  discord.server.allow(channel.slice('discord:'.length), 'no files');
  await toTheHour(daily);
  expect(discord.read(channel)).toMatchObject([{ labels: CARD, pictured: false }]);
  await discord.person('ko').press(channel, '알아요');
  await daily.world.records.evidence('nobody');
  await daily.pass(10 * SECOND);
  expect(discord.read(channel)).toMatchObject([{ said: expect.stringContaining('1명이 읽었어요'), pictured: false }]);
});

test.concurrent('whoever takes no direct messages from the bot keeps nobody from hearing of a lost channel', async ({
  onTestFinished,
}) => {
  const daily = await openDaily(onTestFinished);
  const { discord } = daily;
  const channel = discord.channel();
  const [deaf, other] = [discord.person('ko'), discord.person('ko')];
  await daily.begin([channel], { owner: deaf.id, instructors: [other.id, 'discord:&7'] });
  discord.refuseDirect(deaf.id);
  discord.remove(channel);
  await toTheHour(daily);
  await on(daily);
  expect(discord.told(deaf.id)).toEqual([]);
  expect(discord.told(other.id)).toHaveLength(1);
});

test.concurrent('a picture that Slack still works on is waited for', async ({ onTestFinished }) => {
  const daily = await openDaily(onTestFinished);
  const { slack } = daily;
  const channel = slack.channel();
  await daily.begin([channel]);
  slack.server.fault({ method: /^chat\.postMessage$/, times: 1 }, { error: 'invalid_blocks' });
  await toTheHour(daily);
  expect(slack.read(channel)).toHaveLength(1);
  expect(slack.read(channel)[0]).toMatchObject({ pictured: true });
});
