import { setTimeout as sleep } from 'node:timers/promises';
import { createClock } from '../app/clock.ts';
import type { Config } from '../app/config.ts';
import { pagesOf } from '../app/http/pages.ts';
import { serveHttp } from '../app/http/server.ts';
import type { Metrics } from '../app/metrics.ts';
import { createReadiness } from '../app/ready.ts';
import type { Bot } from '../core/command/dispatch.ts';
import { StartError } from '../core/errors.ts';
import type { Localized } from '../core/locale.ts';
import type { Log } from '../core/log.ts';
import { unmetered } from '../core/meter.ts';
import type { Connection, Messenger } from '../core/platform.ts';
import type { Draw } from '../core/reply/drawable.ts';
import { systemTimers } from '../core/timers.ts';
import { withTimeout } from '../core/with-timeout.ts';
import type { Context } from '../course/context.ts';
import { replyOf } from '../lookup/reply.ts';
import { withCache } from '../pictures/cache.ts';
import { yearWithoutHolidays } from '../schedule/holidays.ts';
import type { Services } from '../store/services.ts';
import { newReference, openBot, openServices } from './open.ts';
import type { Mode } from './program.ts';

export interface Service {
  bot: Bot;
  context: Context;
  /** Filled with where the bot can write, once it is connected. */
  messengers: Messenger[];
  services: Services;
  /** Epoch milliseconds. */
  now: () => number;
  log: Log;
  /** A short name for a bug, which both the log and the caller get. */
  reference: () => string;
  /** Undefined where nobody can ask for them. */
  metrics: Metrics | undefined;
  /** Resolves when the service is to end. */
  asked: Promise<void>;
  /** Says a line to whoever has started it. */
  tell(words: Localized): void;
}

/** How long a platform has to finish what it has begun, in milliseconds. */
const FINISH = 4000;
/** The longest that an end takes, in milliseconds: the platforms' part, then the store's. */
export const LEAVING = 2 * FINISH;

/** Runs until it is `asked` to end, or `closed` says that it makes no sense to go on. @throws what closed it. */
export async function until(
  { closed, stop }: Pick<Connection, 'closed' | 'stop'>,
  asked: Promise<void>,
): Promise<void> {
  const problem = await Promise.race([asked, closed]);
  await stop(FINISH);
  if (problem) throw problem;
}

/** All of them, or none: where one cannot be had, the others are left again. */
async function connectAll(connecting: readonly Promise<Connection>[]): Promise<readonly Connection[]> {
  const all = await Promise.allSettled(connecting);
  const there = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = all.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  if (failed.length === 0) return there;
  await Promise.all(there.map(({ stop }) => stop(FINISH)));
  throw failed.length > 1 && failed.every((one) => one instanceof StartError)
    ? new StartError(failed.map(({ message }) => message).join('\n'))
    : failed[0];
}

/** Milliseconds between two things that are prepared: whoever asks meanwhile is not held up. */
const BREATH = 5;

/** Whoever is first to ask for something waits no longer than those after them: it was shown to nobody before. */
async function prepare(context: Context, connections: readonly Connection[]): Promise<void> {
  const course = context.course();
  const { terms, sections, search } = course;
  for (const id of [...terms.keys(), ...sections.keys()]) {
    for (const locale of ['ko', 'en'] as const) {
      const reply = replyOf(id, course, locale);
      if (reply) for (const connection of connections) connection.prepare(reply, locale);
    }
    for (const ask of terms.get(id)?.asks.slice(0, 1) ?? []) search(ask);
    await sleep(BREATH, undefined, { ref: false });
  }
  // V8 would keep what the start and this have left behind, a third of the process, for a rainy day.
  await globalThis.gc?.({ type: 'major', execution: 'async', flavor: 'last-resort' });
}

/** Bytes of pictures that are kept: some 400 cards, more than a course has in one language. */
const PICTURES = 16_000_000;

/** Every platform that is configured, connected. */
async function connectTo({ discord, slack }: Config, { bot, services, now, log, metrics }: Service) {
  // Loaded with the first card: it brings a font.
  const load: Draw = async (picture, theme) => (await import('../pictures/card.ts')).drawCard(picture, theme);
  const draw = withCache(load, {
    bytes: PICTURES,
    onAsk: (found) => metrics?.meter.picture(found === 'hit' ? 'cached' : 'drawn'),
  });
  const around = { draw, claims: services.claims, now, timers: systemTimers, log };
  const connecting: Promise<Connection>[] = [];
  if (discord) {
    const { connect } = await import('../platforms/discord/adapter.ts');
    connecting.push(connect(bot, discord, around));
  }
  // Of the processes of Discord's shards none serves Slack: all of them would.
  if (slack && !discord?.oneOfSeveral) {
    const { connect } = await import('../platforms/slack/adapter.ts');
    connecting.push(connect(bot, slack, { ...around, managers: services.managers }));
  }
  return connectAll(connecting);
}

/**
 * Serves the platforms that are configured until it is asked to end; then what is in flight is finished first.
 * @throws StartError where one cannot be connected, or is closed for good.
 */
export async function serve(config: Config, service: Service): Promise<void> {
  const { context, messengers, services, now, log, reference, metrics, asked, tell } = service;
  const connecting = connectTo(config, service);
  // Made while the platforms answer, before they send anything: it keeps the process busy for half a second.
  void context.course().search;
  const connections = await Promise.race([connecting, asked]);
  if (!connections) return;
  messengers.push(...connections.map(({ messenger }) => messenger));
  const clock = createClock({ ...context, messengers, now }, metrics?.meter ?? unmetered, log);
  clock.start();
  const year = yearWithoutHolidays(context.now());
  if (year !== undefined)
    log.warn(
      { year },
      'public holidays of that year are not known, and would have cards: update @hyunbinseo/holidays-kr',
    );
  const ready = createReadiness({
    connections: connections.map(({ messenger, ready }) => ({ platform: messenger.platform, ready })),
    ping: services.ping,
    log,
  });
  const { web, discord } = config;
  const guests = connections.flatMap(({ guest }) => guest ?? []);
  const pages = web ? pagesOf({ ready, metrics, token: web.metricsToken }) : [];
  const server = web && (await serveHttp(web, [...pages, ...guests], { log, reference }));
  // One of several leaves it to the manager to say so.
  if (!discord?.oneOfSeveral) for (const { greeting } of connections) tell(greeting);
  void prepare(context, connections).catch((error: unknown) => log.error({ err: error }, 'not all could be prepared'));
  const stop = async (within: number): Promise<void> => {
    server?.close();
    await Promise.all([clock, ...connections].map((one) => one.stop(within)));
    await withTimeout(services.close(), within);
  };
  return until({ closed: Promise.race(connections.map(({ closed }) => closed)), stop }, asked);
}

/** Serves the platforms that are configured. */
export const run: Mode = async (program) => {
  const { config, log, print, now } = program;
  const asked = program.ended();
  const metrics = config.web && (await import('../app/metrics.ts')).createMetrics();
  const meter = metrics?.meter ?? unmetered;
  const services = await openServices(config.database, program, meter);
  // A library's own mistake over one message must not end the class.
  program.onUnhandled((error) =>
    log.error({ stack: error instanceof Error ? error.stack : String(error) }, 'something failed unseen'),
  );
  const messengers: Messenger[] = [];
  const { bot, context } = await openBot(program, { meter, services, messengers });
  const tell = (words: Localized): void => print(words[config.locale]);
  await serve(config, {
    ...{ bot, context, messengers, services, now, log, metrics, asked, tell },
    reference: newReference,
  });
};
