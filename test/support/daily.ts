/** A class with its channels on the local servers, the whole bot between them, and a clock that a test turns. */
import { onTestFinished } from 'vitest';
import { type Clock, createClock } from '../../src/app/clock.ts';
import type { Class } from '../../src/core/class.ts';
import type { Bot } from '../../src/core/command/dispatch.ts';
import type { Locale } from '../../src/core/locale.ts';
import type { Connection, Messenger } from '../../src/core/platform.ts';
import type { Course } from '../../src/course/course.ts';
import { withCache } from '../../src/pictures/cache.ts';
import { drawCard } from '../../src/pictures/card.ts';
import { onDiscord } from '../fakes/discord/bot.ts';
import { objects, text } from '../fakes/discord/json.ts';
import type { LocalDiscord } from '../fakes/discord/types.ts';
import { onSlack } from '../fakes/slack/bot.ts';
import * as slackSeen from '../fakes/slack/seen.ts';
import type { LocalSlack } from '../fakes/slack/types.ts';
import * as discordSeen from './seen.ts';
import { botOf, COURSE, type World } from './world.ts';

/** A message as it is read. */
interface Read {
  said: string;
  labels: readonly string[];
  /** Its picture is really there. */
  pictured: boolean;
  edits: number;
}

/** What a request does of which nobody hears the end. */
export type Trouble = 'reset' | 'closed' | 500 | 502 | 'error';

/** One of the platforms, as the people of a class have it. */
export interface Side {
  name: 'discord' | 'slack';
  /** A new channel, as the store has it. */
  channel(): string;
  space: string;
  /** What the bot has written in it, oldest first. */
  read(channel: string): readonly Read[];
  /** What somebody has been told alone. */
  told(owner: string): readonly Read[];
  /** A new person, as the store has them; presses a button of a channel's last message. */
  person(locale: Locale): { id: string; press(channel: string, label: string): Promise<Read & { alone: boolean }> };
  /** Posts are written, and their answers lost. */
  lose(what: Trouble, times: number): void;
  /** Posts are refused, as too fast or by a fault. */
  refuse(what: 429 | 503, times: number): void;
  /** Nothing is answered until what this gives is called. */
  away(): () => void;
  /** A moderator deletes what the bot has written last in a channel. */
  wipe(channel: string): void;
  /** The channel is gone, closed to the bot, or open again. */
  remove(channel: string): void;
  close(channel: string): void;
  open(channel: string): void;
  /** People write a lot. */
  chatter(channel: string, messages: number): void;
  /** Edits of messages so far. */
  edits(): number;
}

/** 25 November 2026 is a Wednesday; in Seoul it is 09:00. */
export const HOUR = Date.parse('2026-11-25T00:00:00Z');

/** A picture is drawn once for all tests of a file. */
const draw = withCache(drawCard, { bytes: 16_000_000 });

function discordSide(server: LocalDiscord): Daily['discord'] {
  const posts = { method: 'POST', path: /^\/channels\/\d+\/messages$/ };
  const id = (address: string): string => address.replace(/^discord:@?/, '');
  const read = (message: ReturnType<LocalDiscord['messages']>[number]): Read => {
    const attached = JSON.stringify(message.components);
    return {
      said: [discordSeen.said(message), message.content, ...message.embeds.map((one) => text(one.description))].join(
        '\n',
      ),
      labels: discordSeen.labelsSeen(message),
      pictured: message.attachments.some(({ url, data }) => attached.includes(`"${url}"`) && data.length > 1000),
      edits: message.edits,
    };
  };
  const written = (channel: string) => server.messages(channel).filter(({ author }) => author.id === server.botId);
  const people = new Map<string, ReturnType<LocalDiscord['user']>>();
  return {
    server,
    name: 'discord',
    refuseDirect: (person) => {
      const user = people.get(person);
      if (user) server.refuseDirect(user);
    },
    channel: () => `discord:${server.channel('class')}`,
    space: `discord:${server.guild.id}`,
    read: (channel) => written(id(channel)).map(read),
    told: (owner) => {
      const user = people.get(owner);
      return user ? written(server.directChannelId(user)).map(read) : [];
    },
    person: (locale) => {
      const user = server.user('민수', { locale: locale === 'ko' ? 'ko' : 'en-GB' });
      people.set(`discord:${user.id}`, user);
      return {
        id: `discord:${user.id}`,
        async press(channel, label) {
          const message = written(id(channel)).at(-1);
          if (!message) throw new Error('there is no card');
          const answer = await server.press(user, message, { label }).settled();
          return { ...read(answer), alone: answer.ephemeral };
        },
      };
    },
    lose(what, times) {
      const fault =
        typeof what === 'number' ? { statusAfter: what } : ({ drop: 'after', clean: what === 'closed' } as const);
      server.fault({ ...posts, times }, fault);
    },
    refuse: (what, times) =>
      void server.fault({ ...posts, times }, what === 429 ? { retryAfter: 2.5 } : { status: 503 }),
    away: () => server.fault({ path: /^\/(?:channels|users)/, times: Number.POSITIVE_INFINITY }, { drop: 'before' }),
    wipe(channel) {
      const message = written(id(channel)).at(-1);
      if (message) server.deleteMessage(message);
    },
    remove: (channel) => server.deleteChannel(id(channel)),
    close: (channel) => server.allow(id(channel), 'no writing'),
    open: (channel) => server.allow(id(channel), 'all'),
    chatter(channel, messages) {
      const user = server.user('지수');
      for (let i = 0; i < messages; i++) server.say(user, id(channel), `말 ${i}`);
    },
    edits: () =>
      server.requests.filter(({ method, path }) => method === 'PATCH' && path.startsWith('/channels/')).length,
  };
}

function slackSide(server: LocalSlack): Daily['slack'] {
  const posts = { method: /^chat\.postMessage$/ };
  const id = (address: string): string => address.replace(/^slack:@?/, '');
  const read = (message: ReturnType<LocalSlack['messages']>[number]): Read => ({
    said: slackSeen.said(message),
    labels: slackSeen.labelsSeen(message),
    pictured: message.files.length > 0 && objects(message.blocks).some(({ slack_file: file }) => file !== undefined),
    edits: message.edits,
  });
  const written = (channel: string) => server.messages(channel).filter(({ author }) => author === server.botUserId);
  const people = new Map<string, ReturnType<LocalSlack['user']>>();
  return {
    server,
    name: 'slack',
    channel: () => `slack:${server.channel('class')}`,
    space: `slack:${server.teamId}`,
    read: (channel) => written(id(channel)).map(read),
    told: (owner) => {
      const user = people.get(owner);
      return user ? written(server.channelId(user, 'dm')).map(read) : [];
    },
    person: (locale) => {
      const user = server.user('민수', { locale: locale === 'ko' ? 'ko-KR' : 'en-GB' });
      people.set(`slack:${server.teamId}:${user.id}`, user);
      return {
        id: `slack:${server.teamId}:${user.id}`,
        async press(channel, label) {
          const message = written(id(channel)).at(-1);
          if (!message) throw new Error('there is no card');
          const answer = await server.press(user, message, { label }).message();
          return { ...read(answer), alone: answer.ephemeralFor === user.id };
        },
      };
    },
    lose(what, times) {
      if (what === 'error') server.fault({ ...posts, times }, { errorAfter: 'internal_error' });
      else if (typeof what === 'number') server.fault({ ...posts, times }, { statusAfter: what });
      else server.fault({ ...posts, times }, { drop: 'after', clean: what === 'closed' });
    },
    refuse: (what, times) =>
      void server.fault({ ...posts, times }, what === 429 ? { retryAfter: 30 } : { status: 503 }),
    away: () =>
      server.fault({ method: /^(?:chat|conversations|files)\./, times: Number.POSITIVE_INFINITY }, { drop: 'before' }),
    wipe(channel) {
      const message = written(id(channel)).at(-1);
      if (message) server.deleteMessage(message);
    },
    remove: (channel) => server.archive(id(channel)),
    close: (channel) => server.removeFrom(id(channel)),
    open: (channel) => server.inviteTo(id(channel)),
    chatter(channel, messages) {
      const user = server.user('지수');
      for (let i = 0; i < messages; i++) server.say(user, { channel: id(channel) }, `말 ${i}`);
    },
    edits: () => server.requests.filter(({ method }) => method === 'chat.update').length,
  };
}

export interface Daily {
  discord: Side & { server: LocalDiscord; refuseDirect(person: string): void };
  slack: Side & { server: LocalSlack };
  world: World;
  bot: Bot;
  /** Swaps the course. */
  teach: (next: Course) => void;
  now(): number;
  /** Lets time pass, and looks at what is due as often as told. */
  pass(ms: number, every?: number): Promise<void>;
  /** A new process: nothing is left but what was stored. */
  restart(): void;
  /** A class with a card at 09:00 in Seoul on weekdays. */
  begin(channels: readonly string[], how?: Partial<Class>): Promise<Class>;
  /** What the clock counted. */
  counted: string[];
}

/** Concurrent tests have to bring their own `onTestFinished`. */
export async function openDaily(finished: (end: () => Promise<void>) => void = onTestFinished): Promise<Daily> {
  let at = HOUR - 60_000;
  const now = (): number => at;
  const messengers: Messenger[] = [];
  const { bot, world, teach } = await botOf([COURSE], { now, messengers });
  const on = { bot, draw, now, finished };
  const [{ discord, connection: first }, { slack, connection: second }] = await Promise.all([
    onDiscord({ ...on, rateLimits: false }),
    onSlack(on),
  ]);
  messengers.push(...[first, second].map(({ messenger }: Connection) => messenger));
  const counted: string[] = [];
  const log = { info: () => {}, warn: () => {}, error: (fields: object) => void counted.push(JSON.stringify(fields)) };
  const start = (): Clock =>
    createClock({ ...world, messengers, now }, { post: (what) => void counted.push(what) }, log);
  let clock = start();
  let ids = 0;
  return {
    discord: discordSide(discord),
    slack: slackSide(slack),
    ...{ world, bot, teach },
    now,
    counted,
    async pass(ms, every = ms) {
      for (let passed = 0; passed < ms; passed += every) {
        at += every;
        await clock.tick();
      }
    },
    restart() {
      clock = start();
    },
    async begin(channels, how = {}) {
      const one: Class = {
        id: `class${++ids}`,
        timetable: { zone: 'Asia/Seoul', minute: 540, weekdays: [1, 2, 3, 4, 5], holidays: true, skips: [] },
        locale: 'ko',
        channels: channels.map((channel) => ({ channel, space: channel.split(':')[0] ?? '' })),
        instructors: [],
        paused: undefined,
        due: HOUR,
        owner: '',
        code: `CODE000${ids}`,
        ...how,
      };
      await world.classes.save(one, at);
      return one;
    },
  };
}
