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
import { yearWithoutHolidays } from '../schedule/holidays.ts';
import type { Services } from '../store/services.ts';
import { newReference, openBot, openServices } from './open.ts';
import type { Mode, Program } from './program.ts';

/** The process's HTTP server, where one is configured: pages for operators, and what platforms send. */
async function listen(
  { config: { web }, log }: Program,
  connections: readonly Connection[],
  { ping }: Services,
  metrics: Metrics | undefined,
) {
  if (!web) return undefined;
  const ready = createReadiness({
    connections: connections.map(({ messenger, ready }) => ({ platform: messenger.platform, ready })),
    ping,
    log,
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
