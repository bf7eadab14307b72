/** The real program, killed again and again around the hour of many classes; counts what their channels have got. */
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Term } from '../../src/content/model.ts';
import { teachingOrder } from '../../src/content/teaching-order.ts';
import type { Class } from '../../src/core/class.ts';
import { type Choices, NO_CHOICES, withChoices } from '../../src/daily/choices.ts';
import { LEASE } from '../../src/outbox/attempt.ts';
import type { DatabaseAddress } from '../../src/store/address.ts';
import { openStore } from '../../src/store/open.ts';
import { startDiscord } from '../fakes/discord/server.ts';
import type { LocalDiscord } from '../fakes/discord/types.ts';
import { startSlack } from '../fakes/slack/server.ts';
import type { LocalSlack } from '../fakes/slack/types.ts';
import { begin, type Running } from './running.ts';
import { COURSE, courseIn, folderOf } from './world.ts';

export type Env = Readonly<Record<string, string>>;

export interface Plan {
  address: DatabaseAddress;
  /** Classes a round, each with a channel on Discord and one on Slack. */
  classes: number;
  /** Each ends with a kill, while the cards of its classes are on their way. */
  rounds: number;
  /** That run at once; all are killed but for one that is stopped. */
  processes: number;
  /** Every so many rounds, one of the processes is stopped for longer than its lease instead, and then goes on. */
  stops?: number;
  random: () => number;
  finished: (end: () => Promise<void> | void) => void;
  /** More of the program's environment. */
  env?: Env;
}

export interface Counted {
  /** Cards that there should be. */
  expected: number;
  /** Messages that there are. */
  seen: number;
  /** Channels with more than one, with none, and with one of another concept than it should be. */
  twice: number;
  missing: number;
  wrong: number;
  /** Milliseconds after its hour, a card each, in order. */
  late: number[];
}

export interface Report {
  kills: number;
  stops: number;
  discord: Counted;
  slack: Counted;
}

/** Milliseconds from a process that is ready until its classes are due, and within which it is killed. */
const LEAD = 700;
const AROUND = { before: 300, after: 2200 };
/** Longer than a lease. */
const STOPPED = 25_000;
/** A lease, and what it takes to look. */
const LEFT = LEASE + 3000;
/** The longest wait for what was left behind: leases, and what is looked for. */
const REST = 90_000;

/** A zone in which it is about noon, so that nobody is woken. */
function noon(now: number): string {
  const ahead = 12 - new Date(now).getUTCHours();
  return ahead === 0 ? 'Etc/UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

export const discordTime = (id: string): number => Number(BigInt(id) >> 22n) + 1_420_070_400_000;

/** Three terms of the course, which refer to no other one. */
const FEW = Object.fromEntries(
  ['job', 'node', 'pod'].map((id) => [
    `${id}.md`,
    readFileSync(join(COURSE, `glossary/${id}.md`), 'utf8').replace(/^(?:section|related): .*\n/gm, ''),
  ]),
);

/** What instructors choose for a day, and the card that comes of it: nothing, a next card, one of that day, a veto. */
function chosenIn(folder: string): readonly ((day: string) => { choices: Choices; term: Term })[] {
  const order = teachingOrder(courseIn([folder]).content);
  const [first, second, other] = [order[0], order[1], order.at(-1)];
  if (!first || !second || !other) throw new Error('the course is too small');
  const wish = { term: other.id, after: '' };
  return [
    () => ({ choices: NO_CHOICES, term: first }),
    () => ({ choices: { ...NO_CHOICES, next: [wish] }, term: other }),
    (day) => ({ choices: { ...NO_CHOICES, dated: [{ ...wish, day }] }, term: other }),
    () => ({ choices: { ...NO_CHOICES, vetoed: [first.id] }, term: second }),
  ];
}

interface Card {
  /** What it should say, as an instructor has chosen. */
  concept: string;
  due: number;
  discord: string;
  slack: string;
  class: Class;
}

/** Runs what may be done twice until it is done. */
export async function insist<T>(run: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await run();
    } catch (error) {
      if (tried === 20) throw error;
      await sleep(1000);
    }
  }
}

/** A request that takes longer before, or after what it does. */
function slowDown(discord: LocalDiscord, slack: LocalSlack, random: () => number): () => void {
  const kind = random();
  if (kind < 0.3) return () => {};
  const fault =
    kind < 0.6 ? { delay: 400 * random() } : kind < 0.9 ? { late: 400 * random() } : { drop: 'after' as const };
  const times = kind < 0.9 ? Number.POSITIVE_INFINITY : 6;
  const ends = [
    discord.fault({ method: 'POST', path: /^\/channels\/\d+\/messages$/, times }, fault),
    slack.fault({ method: /^chat\.postMessage$/, times }, fault),
    discord.fault({ method: 'PATCH', path: /^\/channels\//, times }, fault),
    slack.fault({ method: /^chat\.update$/, times }, fault),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** Starts the real program, as often as wanted, each with more of its `own` environment; what it gives has connected. */
function starter(
  address: DatabaseAddress,
  discord: LocalDiscord,
  slack: LocalSlack,
  finished: Plan['finished'],
  more: Env,
): (own?: Env) => Promise<Running> {
  const env = {
    DATABASE_URL: address.engine === 'sqlite' ? address.file : address.url,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.url,
    LOG_LEVEL: 'warn',
    ...more,
  };
  /** One that is stopped may keep SQLite's lock: whoever starts meanwhile says so and ends, and is started again. */
  return (own = {}) =>
    insist(async () => {
      const bot = begin({ ...env, ...own }, finished);
      await bot.says('Slack');
      return bot;
    });
}

/** Milliseconds for an answer: posts are counted here, and how long a busy machine takes is measured elsewhere. */
const UNHURRIED = 60_000;

/** Both platforms' local servers, a store that a test looks into, and the real program between them. */
export async function staged(address: DatabaseAddress, finished: Plan['finished'], env: Env = {}) {
  const [discord, slack] = await Promise.all([
    startDiscord({ identifyEvery: 0, rateLimits: false, recordBodies: false, now: Date.now, answerWithin: UNHURRIED }),
    startSlack({ record: false, now: Date.now }),
  ]);
  finished(async () => void (await Promise.all([discord.close(), slack.close()])));
  const store = await openStore(address, { unique: randomUUID, log: { warn: () => {} } });
  finished(() => store.close());
  return { discord, slack, store, start: starter(address, discord, slack, finished, env) };
}

/** Runs the plan, lets what was left behind be finished, and counts. */
export async function killing(plan: Plan): Promise<Report> {
  const { address, classes, rounds, processes, stops = Number.POSITIVE_INFINITY, random, finished } = plan;
  const folder = plan.env?.CONTENT_DIR ?? folderOf(FEW, finished);
  const chosen = chosenIn(folder);
  const { discord, slack, store, start } = await staged(address, finished, { ...plan.env, CONTENT_DIR: folder });
  const [discordReader, slackReader] = [discord.user('민수'), slack.user('민수')];
  const cards: Card[] = [];
  const counts = { kills: 0, stops: 0 };
  const others: Promise<unknown>[] = [];

  const started = (): Promise<readonly Running[]> => Promise.all(Array.from({ length: processes }, () => start()));

  async function due(): Promise<number> {
    const at = Date.now() + LEAD;
    const zone = noon(at);
    const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    for (let i = 0; i < classes; i++) {
      const id = randomBytes(8).toString('hex');
      const [there, here] = [discord.channel(id), slack.channel(id)];
      const one: Class = {
        id,
        timetable: {
          zone,
          minute: local.hour * 60 + local.minute,
          weekdays: [1, 2, 3, 4, 5, 6, 7],
          holidays: false,
          skips: [],
        },
        locale: 'ko',
        channels: [
          { channel: `discord:${there}`, space: 'discord:1' },
          { channel: `slack:${here}`, space: 'slack:1' },
        ],
        instructors: [],
        paused: undefined,
        due: at,
        owner: '',
        code: id.toUpperCase(),
      };
      const picked = chosen[i % chosen.length]?.(local.toPlainDate().toString());
      if (!picked) throw new Error('nothing is chosen');
      const { title } = picked.term;
      cards.push({ due: at, discord: there, slack: here, class: withChoices(one, picked.choices), concept: title.ko });
    }
    await insist(async () => {
      for (const { class: one } of cards.slice(-classes)) await store.classes.save(one, at);
    });
    return at;
  }

  /** Somebody reads what there is, so that it is edited. */
  function read(): void {
    for (const card of cards.slice(-3 * classes, -classes)) {
      const [there] = discord.messages(card.discord);
      const [here] = slack.messages(card.slack);
      if (there && random() < 0.3) discord.press(discordReader, there, { label: '알아요' }).answered.catch(() => {});
      if (here && random() < 0.3) slack.press(slackReader, here, { label: '알아요' }).acknowledged.catch(() => {});
    }
  }

  async function stopFor(bot: Running): Promise<void> {
    counts.stops += 1;
    bot.signal('SIGSTOP');
    await sleep(STOPPED);
    bot.signal('SIGCONT');
    await sleep(3000);
    bot.signal('SIGKILL');
    await bot.ended();
  }

  let killed = 0;
  for (let round = 1; round <= rounds; round++) {
    const bots = await started();
    const at = await due();
    read();
    const end = slowDown(discord, slack, random);
    const moment = at - AROUND.before + random() * (AROUND.before + AROUND.after);
    await sleep(Math.max(0, moment - Date.now()));
    const [first, ...rest] = bots;
    const isStopped = round % stops === 0;
    if (isStopped && first) others.push(stopFor(first));
    for (const bot of isStopped ? rest : bots) {
      counts.kills += 1;
      bot.signal('SIGKILL');
      await bot.ended();
    }
    killed = Date.now();
    end();
  }

  const last = await started();
  const until = Date.now() + REST;
  const isThere = (card: Card): boolean =>
    discord.messages(card.discord).length > 0 && slack.messages(card.slack).length > 0;
  while (Date.now() < until && !cards.every(isThere)) await sleep(200);
  // What is there and not known to be is looked for when its lease is over: then a second one would be written.
  await sleep(Math.max(0, killed + LEFT - Date.now()));
  await Promise.all(others);
  for (const bot of last) {
    bot.signal('SIGTERM');
    await bot.ended();
  }
  const counted = (platform: 'discord' | 'slack'): Counted => {
    const times = (card: Card): number[] =>
      platform === 'discord'
        ? discord.messages(card.discord).map(({ id }) => discordTime(id))
        : slack.messages(card.slack).map(({ ts }) => Number(ts) * 1000);
    const isOf = ({ concept, ...card }: Card): boolean =>
      platform === 'discord'
        ? discord
            .messages(card.discord)
            .every((message) => JSON.stringify(message.components).includes(`**${concept}**`))
        : slack.messages(card.slack).every((message) => JSON.stringify(message.blocks).includes(concept));
    const all = cards.map((card) => ({ due: card.due, times: times(card), isOf: isOf(card) }));
    return {
      expected: all.length,
      seen: all.reduce((sum, { times }) => sum + times.length, 0),
      twice: all.filter(({ times }) => times.length > 1).length,
      missing: all.filter(({ times }) => times.length === 0).length,
      wrong: all.filter(({ isOf }) => !isOf).length,
      late: all.flatMap(({ due, times: [first] }) => (first === undefined ? [] : [first - due])).sort((a, b) => a - b),
    };
  };
  return { ...counts, discord: counted('discord'), slack: counted('slack') };
}
