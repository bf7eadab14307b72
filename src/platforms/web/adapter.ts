import type { Bot } from '../../core/command/dispatch.ts';
import { StartError } from '../../core/errors.ts';
import { inEvery, type Locale } from '../../core/locale.ts';
import { type Page, type Room, roomChannel } from '../../core/page.ts';
import type { PageRecords } from '../../core/page-records.ts';
import type { Connection, PlatformContext } from '../../core/platform.ts';
import type { Sessions } from '../../core/session.ts';
import { readAssets } from './assets.ts';
import type { WebConfig } from './config.ts';
import { createHub, type Hub } from './hub.ts';
import { WEB } from './limits.ts';
import { createMessenger } from './messenger.ts';
import { createPictures } from './pictures.ts';
import { DOOR } from './routes/desk.ts';
import { routesOf } from './routes.ts';
import { createSigner, hashOf } from './secrets.ts';
import { createStreams } from './streams.ts';
import { text } from './text.ts';
import { createVisitors } from './visitors.ts';

/** What the page has from the rest of the program, beside what every platform has. */
export interface WebContext extends Omit<PlatformContext, 'claims'> {
  pages: PageRecords;
  sessions: Pick<Sessions, 'byId' | 'join' | 'player' | 'removed'>;
  /** 43 letters that no attacker guesses. */
  newSecret: () => string;
  random: () => number;
  /** What people type; known once the server listens. */
  url: () => string;
  /** What those who are not signed in belong to: see Caller.space. */
  space: string;
  /** Everything is forgotten when the program ends. */
  isRehearsal: boolean;
  /** So many pages were sent an event. */
  onEvents?: (sent: number) => void;
  /** How the others in a session read a player's name; undefined for one without a name. */
  shownName(session: string, person: string): Promise<string | undefined>;
  /** Those that are taught in, at this moment. */
  languages(): readonly Locale[];
}

/** Draws of a code before giving up: of 900,000 codes hardly any is in use. */
const DRAWS = 20;

/** The class's page: a platform like the others, whose clients are browsers. */
export async function connect(
  bot: Bot,
  { publicUrl, trustedProxies }: WebConfig,
  context: WebContext,
): Promise<Connection & { page: Page; hub: Pick<Hub, 'count' | 'channels' | 'rooms'> }> {
  const { pages, sessions, draw, now, random, newSecret, url, log } = context;
  const signer = createSigner(await pages.secret(newSecret()));
  const pictures = createPictures(signer);
  const assets = readAssets();
  const hub = createHub({ pages, sessions, now, version: assets.version, onEvents: context.onEvents, log });
  const isSecure = publicUrl?.startsWith('https:') ?? false;
  const streams = createStreams({ now, log });
  const visitors = createVisitors({
    ...{ pages, signer, newSecret, now, space: context.space, isSecure },
    languages: context.languages,
  });

  async function roomOf(session: string): Promise<Room | undefined> {
    const stored = await sessions.byId(session);
    if (stored?.wakes === undefined) return undefined;
    // Each edit of a lobby asks, and only the first one opens it.
    const [known] = await pages.roomsOf([session]);
    if (known) return known;
    for (let draws = 0; draws < DRAWS; draws++) {
      const code = String(Math.floor(100_000 + random() * 900_000));
      const room = await pages.openRoom(session, code, now());
      if (room) return room;
    }
    throw new StartError('no code is free for a room');
  }

  const doorOf = ({ code, session }: Room): string => `${url()}/j/${code}?k=${signer.sign(DOOR, session)}`;

  const routes = routesOf({
    ...{
      bot,
      pages,
      sessions,
      hub,
      streams,
      assets,
      pictures,
      draw,
      visitors,
      signer,
      now,
      timers: context.timers,
      random,
      log,
    },
    ...{ url, publicUrl, isSecure, trustedProxies, roomOf, doorOf },
    ...{ isRehearsal: context.isRehearsal, shownName: context.shownName, languages: context.languages },
  });
  return {
    greeting: inEvery((locale) => text(locale).served(url())),
    closed: new Promise(() => {}),
    ready: () => true,
    prepare: () => {},
    messenger: createMessenger({ pages, hub, pictureUrl: pictures.url, now, log }),
    guest: { prefix: '/', routes, bodyLimit: WEB.body, timeout: WEB.timeout },
    async stop() {
      hub.stop();
      streams.stop();
    },
    page: {
      get url() {
        return url();
      },
      roomOf,
      async linkFor({ id, space, channel, name, manages, known, rankedAt = now() }, path) {
        const secret = newSecret();
        const person = {
          ...{ id, space, manages, known, since: rankedAt },
          ...(channel === undefined ? {} : { channel }),
          ...(name === undefined ? {} : { name }),
        };
        await pages.link(hashOf(secret), person, now());
        return `${url()}/in/${secret}?to=${path}`;
      },
      async changed(session, look) {
        await pages.changeRoom(session, look);
        hub.changed(roomChannel(session));
      },
    },
    hub,
  };
}
