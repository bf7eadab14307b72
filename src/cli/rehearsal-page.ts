import { networkInterfaces } from 'node:os';
import { renderUnicodeCompact } from 'uqr';
import { serveHttp } from '../app/http/server.ts';
import { labGuest } from '../app/labs.ts';
import { connectPage } from '../app/page.ts';
import type { Bot } from '../core/command/dispatch.ts';
import { unmetered } from '../core/meter.ts';
import type { Page } from '../core/page.ts';
import type { Messenger } from '../core/platform.ts';
import type { Context } from '../course/context.ts';
import type { WebConfig } from '../platforms/web/config.ts';
import type { Services } from '../store/services.ts';
import { newReference } from './open.ts';
import { type Program, terminalCaller } from './program.ts';
import { text } from './text.ts';

/** Listens on every address of the machine. */
const EVERYWHERE = new Set(['0.0.0.0', '::']);

/** An address of this machine that phones in the same Wi-Fi reach; undefined where it is in none. */
const addressInWifi = (): string | undefined =>
  Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

export interface RehearsalPage {
  page: Page;
  messenger: Messenger;
  /** What to tell the person at the terminal. */
  notes: readonly string[];
  stop(): Promise<void>;
}

/**
 * The page beside a chat at the terminal, for people on this machine, or, where the operator wants it so, in the same
 * network.
 * @throws StartError where it cannot listen.
 */
export async function serveRehearsalPage(
  program: Program,
  web: WebConfig,
  { bot, context, services }: { bot: Bot; context: Context; services: Services },
): Promise<RehearsalPage> {
  const { config, log, now, random } = program;
  const { rehearsal } = config;
  let url = '';
  const connection = await connectPage(bot, web, {
    ...{ services, meter: unmetered, courses: context.courses, now, random, log },
    url: () => url,
    // Who comes by the page is of the class at the terminal.
    space: terminalCaller(program).space,
    isRehearsal: true,
  });
  const { host, port: asked } = rehearsal;
  const labs = context.labs();
  const guests = [...(connection.guest ? [connection.guest] : []), ...(labs ? [await labGuest(labs)] : [])];
  const server = await serveHttp(rehearsal, guests, { log, reference: newReference });
  const isOpen = EVERYWHERE.has(host);
  const own = isOpen ? (addressInWifi() ?? '127.0.0.1') : host.includes(':') ? `[${host}]` : host;
  url = web.publicUrl ?? `http://${own}:${server.port}`;
  const words = text(config.locale);
  const { page, messenger } = connection;
  const link = await page.linkFor(terminalCaller(program), '/teach');
  return {
    page,
    messenger,
    notes: [
      words.page(url),
      ...(asked === 0 || server.port === asked ? [] : [words.portTaken(asked, server.port)]),
      words.instructorLink(link),
      ...(isOpen ? [words.anybody, renderUnicodeCompact(url, { border: 2 })] : []),
    ],
    async stop() {
      server.close();
      await connection.stop(0);
    },
  };
}
