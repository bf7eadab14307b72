import { randomBytes } from 'node:crypto';
import type { Bot } from '../core/command/dispatch.ts';
import type { Log } from '../core/log.ts';
import type { Meter } from '../core/meter.ts';
import { systemTimers } from '../core/timers.ts';
import type { Context } from '../course/context.ts';
import { shownNameIn } from '../live/names.ts';
import type { WebConfig } from '../platforms/web/config.ts';
import type { Services } from '../store/services.ts';
import { createDraw } from './connect.ts';

interface PageParts {
  services: Pick<Services, 'pages' | 'sessions'>;
  meter: Pick<Meter, 'picture' | 'page' | 'pageEvents'>;
  courses: Context['courses'];
  /** What people type; known once the server listens. */
  url: () => string;
  /** See WebContext. */
  space: string;
  isRehearsal: boolean;
  now: () => number;
  random: () => number;
  log: Log;
}

/** 43 letters that no attacker guesses: 256 bits. */
const newSecret = (): string => randomBytes(32).toString('base64url');

/** The class's page in browsers. Loaded only where it is served. */
export async function connectPage(bot: Bot, config: WebConfig, { services, meter, courses, ...parts }: PageParts) {
  const { connect } = await import('../platforms/web/adapter.ts');
  const connection = await connect(bot, config, {
    ...parts,
    pages: services.pages,
    sessions: services.sessions,
    draw: createDraw(meter),
    timers: systemTimers,
    newSecret,
    onEvents: meter.pageEvents,
    shownName: (session, person) => shownNameIn(session, person, services),
    languages: () => Array.from(new Set(courses().flatMap(({ content }) => content.settings.languages))),
  });
  const { hub } = connection;
  meter.page(() => ({ connections: hub.count(), rooms: hub.rooms() }));
  return connection;
}
