/** A class that plays on Discord and in browsers at once, and a clock that a test turns. */
import { onTestFinished } from 'vitest';
import { createClock } from '../../src/app/clock.ts';
import type { Class } from '../../src/core/class.ts';
import type { Caller } from '../../src/core/command/command.ts';
import type { Messenger } from '../../src/core/platform.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { onDiscord } from '../fakes/discord/bot.ts';
import type { Message, User } from '../fakes/discord/types.ts';
import * as discordSeen from './seen.ts';
import { stateIn } from './sessions.ts';
import { latePage, onWeb, type Web } from './web.ts';
import { type Browser, createBrowser, type Response } from './web-browser.ts';
import { buttonsIn, type Filled, formOf, labelIn, named, parsed, sendingOf } from './web-html.ts';
import { openStream, type Stream } from './web-stream.ts';
import { botOf, COURSE } from './world.ts';

/** 25 November 2026 is a Wednesday; in Seoul it is 10:00. */
const START = Date.parse('2026-11-25T01:00:00Z');

export async function openWebClass({
  folders = [COURSE],
  random = Math.random,
  isAlone = false,
}: {
  folders?: readonly string[];
  random?: () => number;
  /** It has no Discord: its channel is none that can be reached. */
  isAlone?: boolean;
} = {}) {
  let at = START;
  const now = (): number => at;
  const messengers: Messenger[] = [];
  const late = latePage();
  const { bot, world, logged: bugs } = await botOf(folders, { now, messengers, page: late.page });
  const discord = isAlone
    ? undefined
    : await onDiscord({ bot, now, rateLimits: false, finished: onTestFinished, draw: async () => new Uint8Array() });
  const web = await onWeb({ bot, services: world, now, random });
  late.is(web.connection.page);
  messengers.push(...[discord?.connection, web.connection].flatMap((one) => one?.messenger ?? []));
  const failures: unknown[] = [];
  const log = { info: () => {}, warn: () => {}, error: (fields: object) => void failures.push(fields) };
  const clock = createClock({ ...world, messengers, now }, { post: () => {} }, log);
  const channel = discord ? `discord:${discord.discord.channel('class')}` : 'discord:100000000000000003';
  const space = discord ? `discord:${discord.discord.guild.id}` : 'discord:100000000000000002';
  const one: Class = {
    id: 'class1',
    timetable: { zone: 'Asia/Seoul', minute: 540, weekdays: [1], holidays: true, skips: [] },
    locale: 'ko',
    channels: [{ channel, space }],
    instructors: ['discord:9'],
    paused: undefined,
    due: undefined,
    owner: '',
    code: 'CODE0001',
  };
  await world.classes.save(one, at);
  const teacher: Caller = {
    ...{ id: 'discord:9', space, channel, name: '김선생', locale: 'ko', manages: false, known: ['discord:9'] },
  };
  const type = (line: string, caller = teacher): Promise<Reply> => bot.dispatch(line, caller);
  const pass = async (ms: number, every = ms): Promise<void> => {
    for (let passed = 0; passed < ms; passed += every) {
      at += every;
      await clock.tick();
    }
  };
  /** The live quiz, and the question that is asked. */
  const session = async () => {
    const [newest] = await world.sessions.history(one.id, 'live', 1);
    if (!newest) throw new Error('there is none');
    return newest;
  };
  const question = async () => {
    const { live } = stateIn(await session());
    const found = world.course().questionNamed(live.plan.questions['at' in live.step ? live.step.at : 0] ?? '');
    if (!found) throw new Error('nothing is asked');
    return found;
  };
  const messages = (): Message[] =>
    discord
      ? discord.discord
          .messages(channel.replace('discord:', ''))
          .filter(({ author }) => author.id === discord.discord.botId)
      : [];
  const room = async () => {
    const found = await web.connection.page.roomOf((await session()).id);
    if (!found) throw new Error('there is no room');
    return found;
  };
  /** Lets time pass until a page shows some words. */
  const until = async (stream: Stream, words: string): Promise<string> => {
    for (let turn = 0; turn < 400; turn++) {
      const shown = await world.pages.newest(`web:${(await session()).id}`);
      if (shown?.html.includes(words)) return stream.showing((html) => html.includes(words));
      await pass(500);
    }
    throw new Error(`no page shows ${words}`);
  };
  return {
    ...{ bot, world, web, one, teacher, type, pass, session, question, room, until, now, bugs, failures, channel },
    discord: discord?.discord,
    messages,
    read: () => messages().map((message) => discordSeen.said(message)),
    press: (user: User, label: string) => {
      const message = messages().at(-1);
      if (!discord || !message) throw new Error('nothing is shown on Discord');
      return discord.discord.press(user, message, { label }).settled();
    },
    /** A browser that joins by the code. */
    join: (name: string) => joins(web, room, name),
    /** A browser that is signed in as a person. */
    signedIn: (caller: Caller, path = '/') => signsIn(web, caller, path),
  };
}

export type WebClass = Awaited<ReturnType<typeof openWebClass>>;

/** Opens a link of the chat and presses its button. */
export async function signsIn({ connection, base }: Web, caller: Caller, path: string): Promise<Browser> {
  const link = await connection.page.linkFor(caller, path);
  const browser = createBrowser(base);
  await browser.open(link.replace(connection.page.url, ''));
  const [button] = buttonsIn(browser.body());
  if (!button) throw new Error(`no button in ${browser.readAll()}`);
  await browser.submit(formOf(button), button);
  return browser;
}

/** Enters a name where a page asks for one. */
export async function enters(browser: Browser, name: string): Promise<void> {
  const field = named(browser.body(), 'input').find((one) => one.attribs.name === 'name');
  if (!field) throw new Error(`no name is asked for: ${browser.readAll()}`);
  await browser.press('참여하기', new Map([[field, name]]), browser.body());
}

async function joins({ browser: open }: Web, room: () => Promise<{ code: string }>, name: string) {
  const browser = open();
  const { code } = await room();
  await browser.open(`/j/${code}`);
  await enters(browser, name);
  const path = browser.path();
  if (!/^\/room\/[\w-]+$/.test(path)) throw new Error(`not in the room but at ${path}: ${browser.readAll()}`);
  const stream = await openStream(browser, `${path}/stream`);
  return { browser, stream, path };
}

/** Presses a button of what a stream has shown, as the page's scripts do it: with the token of their own page. */
export async function pressShown(browser: Browser, html: string, label: string, filled?: Filled): Promise<Response> {
  const all = parsed(html).children.flatMap(buttonsIn);
  const button = all.find((one) => labelIn(one) === label);
  if (!button) throw new Error(`no «${label}» among ${all.map(labelIn)}`);
  const { action, fields } = sendingOf(formOf(button), button, filled ?? new Map());
  return browser.send(action, {
    method: 'POST',
    body: new URLSearchParams(fields.map(([name, value]) => [name, String(value)])).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-fragment': '1',
      'x-token': browser.token(),
      origin: browser.base,
      'sec-fetch-site': 'same-origin',
    },
  });
}
