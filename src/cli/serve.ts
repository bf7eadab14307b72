import { createClock } from '../app/clock.ts';
import { connectPlatforms, runUntil } from '../app/connect.ts';
import { pagesOf } from '../app/http/pages.ts';
import { serveHttp } from '../app/http/server.ts';
import type { Metrics } from '../app/metrics.ts';
import { createReadiness } from '../app/ready.ts';
import { warmUp } from '../app/warm-up.ts';
import type { Log } from '../core/log.ts';
import { unmetered } from '../core/meter.ts';
import type { Connection, Messenger } from '../core/platform.ts';
import { withTimeout } from '../core/with-timeout.ts';
import type { Context } from '../course/context.ts';
import { replyOf } from '../lookup/reply.ts';
import { withCache } from '../pictures/cache.ts';
import { yearWithoutHolidays } from '../schedule/holidays.ts';
import type { Services } from '../store/services.ts';
import { newReference, openBot, openServices } from './open.ts';
import type { Mode, Program } from './program.ts';

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
  const pages = pagesOf({ ready, metrics, token: web.metricsToken });
  const guests = connections.flatMap(({ guest }) => guest ?? []);
  return serveHttp(web, [...pages, ...guests], { log, reference: newReference });
}

function warnOfHolidays({ now }: Context, log: Log): void {
  const year = yearWithoutHolidays(now());
  if (year === undefined) return;
  log.warn(
    { year },
    'public holidays of that year are not known, and would have cards: update @hyunbinseo/holidays-kr',
  );
}

/**
 * Serves the platforms that are configured until the process is asked to end; then what is in flight is finished first.
 * @throws StartError where a platform cannot be connected, or is closed for good.
 */
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
  const connecting = connectPlatforms(config, bot, { services, meter, now, log });
  // Made while the platforms answer, before they send anything: it keeps the process busy for half a second.
  context.course().search.prepare();
  const connections = await Promise.race([connecting, asked]);
  if (!connections) return;
  messengers.push(...connections.map(({ messenger }) => messenger));
  const clock = createClock({ ...context, messengers, now }, meter, log);
  clock.start();
  warnOfHolidays(context, log);
  const server = await listen(program, connections, services, metrics);
  // The shards' manager says it once for all of its processes.
  if (!config.discord?.oneOfSeveral) for (const { greeting } of connections) print(greeting[config.locale]);
  void warmUp(context, connections).catch((error: unknown) => log.error({ err: error }, 'not all could be prepared'));
  const stop = async (within: number): Promise<void> => {
    server?.close();
    await Promise.all([clock, ...connections].map((one) => one.stop(within)));
    await withTimeout(services.close(), within);
  };
  return runUntil(asked, { closed: Promise.race(connections.map(({ closed }) => closed)), stop });
};
