import { type Clock, createClock } from '../app/clock.ts';
import { connectPlatforms, runUntil } from '../app/connect.ts';
import type { LoadedCourse } from '../app/course.ts';
import { labGuest, openLabs } from '../app/labs.ts';
import type { Metrics } from '../app/metrics.ts';
import { createReadiness } from '../app/ready.ts';
import { reloadOnChange, toTellOf } from '../app/reload.ts';
import { warmUp } from '../app/warm-up.ts';
import { type ToTell, tellOfProblems } from '../classes/files/problems.ts';
import type { Bot } from '../core/command/dispatch.ts';
import type { Labs } from '../core/lab.ts';
import type { Log } from '../core/log.ts';
import { type Meter, unmetered } from '../core/meter.ts';
import type { Page } from '../core/page.ts';
import type { Connection, Messenger } from '../core/platform.ts';
import { finish } from '../core/steps.ts';
import { systemTimers } from '../core/timers.ts';
import { withTimeout } from '../core/with-timeout.ts';
import type { Context } from '../course/context.ts';
import { yearWithoutHolidays } from '../schedule/holidays.ts';
import type { Services } from '../store/services.ts';
import { logProblems } from './content.ts';
import { newReference, openBot, openServices } from './open.ts';
import type { Mode, Program } from './program.ts';

/** The process's HTTP server, where one is configured: pages for operators, and what platforms send. */
async function listen(
  { config: { web }, log }: Program,
  connections: readonly Connection[],
  { ping }: Services,
  metrics: Metrics | undefined,
  labs: Labs | undefined,
) {
  if (!web) return undefined;
  // A bot that listens nowhere needs neither Node's server nor hono.
  const [{ pagesOf }, { serveHttp }] = await Promise.all([
    import('../app/http/pages.ts'),
    import('../app/http/server.ts'),
  ]);
  const ready = createReadiness({
    connections: connections.map(({ messenger, ready }) => ({ platform: messenger.platform, ready })),
    ping,
    log,
  });
  const pages = pagesOf({ ready, metrics, token: web.metricsToken });
  const guests = connections.flatMap(({ guest }) => guest ?? []);
  const ofLabs = labs ? [await labGuest(labs)] : [];
  return serveHttp(web, [...pages, ...guests, ...ofLabs], { log, reference: newReference });
}

/** The class's page, where an address of it is published. The processes of several shards would all serve it. */
async function connectPublicPage(
  { config, now, random, log }: Program,
  bot: Bot,
  of: Pick<Context, 'courses'> & { services: Services; meter: Meter },
) {
  const publicUrl = config.page?.publicUrl;
  if (!config.page || publicUrl === undefined || config.discord?.oneOfSeveral) return undefined;
  const { connectPage } = await import('../app/page.ts');
  const parts = { ...of, now, random, log, url: () => publicUrl, space: 'web', isRehearsal: false };
  return connectPage(bot, config.page, parts);
}

function warnOfHolidays({ now }: Context, log: Log): void {
  const year = yearWithoutHolidays(now());
  if (year === undefined) return;
  log.warn(
    { year },
    'public holidays of that year are not known, and would have cards: update @hyunbinseo/holidays-kr',
  );
}

/** Teaches what is saved of the course from now on. What is wrong with it is told to operators and to instructors. */
function keepFresh(
  program: Program,
  {
    loaded,
    since,
    ...parts
  }: { loaded: readonly LoadedCourse[]; since: number; context: Context; services: Services; meter: Meter },
): { stop(): Promise<void> } {
  const { log } = program;
  const { context, services, meter } = parts;
  const tell = (): Promise<void> =>
    tellOfProblems(loaded.map(toTellOf), { ...context, toldProblems: services.toldProblems }).catch((error: unknown) =>
      log.warn({ err: error }, 'instructors could not be told what is wrong with the content'),
    );
  void tell();
  const replaced = ({ problems, later }: ToTell): void => {
    logProblems([...problems, ...later], program);
    void tell();
  };
  const { close } = reloadOnChange(loaded, { replaced, since, log, meter, timers: systemTimers });
  return { stop: close };
}

/**
 * Serves the platforms that are configured until the process is asked to end; then what is in flight is finished first.
 * @throws StartError where a platform cannot be connected, or is closed for good.
 */
export const run: Mode = async (program) => {
  const { config, log, print, now } = program;
  const since = now();
  const asked = program.ended();
  const metrics = config.web && (await import('../app/metrics.ts')).createMetrics();
  const meter = metrics?.meter ?? unmetered;
  const services = await openServices(config.database, program, meter);
  // A library's own mistake over one message must not end the class.
  program.onUnhandled((error) =>
    log.error({ stack: error instanceof Error ? error.stack : String(error) }, 'something failed unseen'),
  );
  const messengers: Messenger[] = [];
  let page: Page | undefined;
  let labs: ReturnType<typeof openLabs>;
  let clock: Clock | undefined;
  const { bot, context, loaded } = await openBot(program, {
    meter,
    services,
    messengers,
    page: () => page,
    labs: () => labs,
    hurry: () => clock?.hurry(),
  });
  const { courses } = context;
  // Of several shards none has an HTTP server.
  const url = async (): Promise<string | undefined> => (config.web ? config.page?.publicUrl : undefined);
  labs = openLabs({ services, courses, meter, url, now, log });
  const connecting = connectPlatforms(config, bot, { services, meter, now, log });
  const paging = connectPublicPage(program, bot, { services, meter, courses });
  // Made while the platforms answer, before they send anything: it keeps the process busy for half a second.
  finish(context.course().prepare());
  const connected = await Promise.race([connecting, asked]);
  if (!connected) return;
  const web = await paging;
  page = web?.page;
  const connections = web ? [...connected, web] : connected;
  messengers.push(...connections.map(({ messenger }) => messenger));
  clock = createClock({ ...context, messengers, now }, meter, log);
  clock.start();
  warnOfHolidays(context, log);
  const content = keepFresh(program, { loaded, since, context, services, meter });
  const server = await listen(program, connections, services, metrics, labs);
  // The shards' manager says it once for all of its processes.
  if (!config.discord?.oneOfSeveral) for (const { greeting } of connections) print(greeting[config.locale]);
  void warmUp(context, connections).catch((error: unknown) => log.error({ err: error }, 'not all could be prepared'));
  const stop = async (within: number): Promise<void> => {
    server?.close();
    await Promise.all([content, clock, labs, ...connections].map((one) => one?.stop(within)));
    await withTimeout(services.close(), within);
  };
  return runUntil(asked, { closed: Promise.race(connections.map(({ closed }) => closed)), stop });
};
