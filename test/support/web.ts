/** The class's page on a free port of this machine, behind the process's own HTTP server. */

import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { serveHttp } from '../../src/app/http/server.ts';
import type { Bot } from '../../src/core/command/dispatch.ts';
import { LOCALES } from '../../src/core/locale.ts';
import type { Page } from '../../src/core/page.ts';
import type { Draw } from '../../src/core/reply/drawable.ts';
import { systemTimers, type Timers } from '../../src/core/timers.ts';
import { shownNameIn } from '../../src/live/names.ts';
import { connect } from '../../src/platforms/web/adapter.ts';
import type { Services } from '../../src/store/services.ts';
import type { Logged } from './logged.ts';
import { createBrowser } from './web-browser.ts';
import { forgetful } from './world.ts';

type Finished = (end: () => Promise<void>) => void;

interface How {
  bot: Bot;
  /** Instead of a store of its own. */
  services?: Pick<Services, 'pages' | 'sessions'>;
  now?: () => number;
  random?: () => number;
  draw?: Draw;
  timers?: Timers;
  /** What people type, where it is not the address that is listened on. */
  publicUrl?: string;
  trustedProxies?: readonly string[];
  isRehearsal?: boolean;
  finished?: Finished;
}

/** A picture of which only its being there counts. */
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Both end with the test. */
export async function onWeb({
  bot,
  services,
  now = Date.now,
  random = Math.random,
  draw = async () => PNG,
  timers = systemTimers,
  publicUrl,
  trustedProxies = [],
  isRehearsal = false,
  finished = onTestFinished,
}: How) {
  const logged: Logged[] = [];
  const level = (level: Logged['level']) => (fields: object, message: string) =>
    void logged.push({ level, fields, message });
  const log = { error: level('error'), warn: level('warn'), info: level('info') };
  const { pages, sessions } = services ?? (await forgetful(now));
  let port = 0;
  const base = (): string => `http://127.0.0.1:${port}`;
  const connection = await connect(
    bot,
    { publicUrl, trustedProxies },
    {
      ...{ pages, sessions, now, random, draw, timers, isRehearsal, log },
      languages: () => LOCALES,
      newSecret: () => randomBytes(32).toString('base64url'),
      url: () => publicUrl ?? base(),
      space: 'web',
      shownName: (session, person) => shownNameIn(session, person, { sessions }),
    },
  );
  const guests = connection.guest ? [connection.guest] : [];
  const server = await serveHttp({ host: '127.0.0.1', port: 0 }, guests, { log, reference: () => 'bug-1' });
  ({ port } = server);
  finished(async () => {
    server.close();
    await connection.stop(0);
  });
  return {
    connection,
    base: base(),
    port,
    logged,
    pages,
    sessions,
    /** A browser of its own. */
    browser: (headers?: Readonly<Record<string, string>>) => createBrowser(base(), headers),
  };
}

export type Web = Awaited<ReturnType<typeof onWeb>>;

/** A page that a bot is told of before it is there. */
export function latePage(): { page: Page; is(page: Page): void } {
  let known: Page | undefined;
  const there = (): Page => {
    if (!known) throw new Error('no page is served yet');
    return known;
  };
  return {
    page: {
      get url() {
        return there().url;
      },
      roomOf: (session) => there().roomOf(session),
      linkFor: (caller, path) => there().linkFor(caller, path),
      changed: (session, isPlain) => there().changed(session, isPlain),
    },
    is(page) {
      known = page;
    },
  };
}
