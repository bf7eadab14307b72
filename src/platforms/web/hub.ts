import type { ServerResponse } from 'node:http';
import type { Log } from '../../core/log.ts';
import { type Room, sessionOfRoom } from '../../core/page.ts';
import type { PagePost, PageRecords } from '../../core/page-records.ts';
import type { Sessions } from '../../core/session.ts';
import { WEB } from './limits.ts';

type Outgoing = ServerResponse;

/** A page that waits for news. */
interface Listener {
  outgoing: Outgoing;
  person: string;
}

/** What a channel looks like to its pages. */
interface Shown {
  post: PagePost | undefined;
  room: Room | undefined;
  removed: ReadonlySet<string>;
}

interface Channel {
  listeners: Set<Listener>;
  shown: Shown | undefined;
}

interface Parts {
  pages: Pick<PageRecords, 'posts' | 'versions' | 'roomsOf'>;
  sessions: Pick<Sessions, 'removed'>;
  /** Epoch milliseconds. */
  now: () => number;
  /** Which version of the page this process serves. */
  version: string;
  log: Pick<Log, 'warn'>;
}

/** An event of a stream (HTML, Server-sent events): `id` is what a page shows by then. */
const eventOf = (name: string, data: object, id?: string): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

const postEvent = ({ key, version, html }: PagePost, now: number): string =>
  eventOf('post', { key, html, now }, `${key}.${version}`);

const roomEvent = ({ isPlain }: Room): string => eventOf('room', { isPlain });

/**
 * The pages that wait for news of a channel. Each is sent its newest post whole when it comes, and whenever that changes:
 * so a page that was away, or comes to another process, is where the others are. What other processes post is looked for
 * in the store.
 */
export function createHub({ pages, sessions, now, version, log }: Parts) {
  const channels = new Map<string, Channel>();
  const looking = new Set<string>();

  const write = ({ outgoing }: Listener, text: string | Buffer): void => {
    // It comes again, and gets what is shown by then.
    if (outgoing.writableLength > WEB.behind) outgoing.destroy();
    else outgoing.write(text);
  };
  const tellAll = ({ listeners }: Channel, text: string): void => {
    const bytes = Buffer.from(text);
    for (const one of listeners) write(one, bytes);
  };

  const load = async (name: string): Promise<Shown> => {
    const session = sessionOfRoom(name);
    const [posts, [room], removed] = await Promise.all([
      pages.posts(name),
      pages.roomsOf(session === undefined ? [] : [session]),
      session === undefined ? [] : sessions.removed(session),
    ]);
    return { post: posts.at(-1), room, removed: new Set(removed) };
  };

  /** Has the pages of a channel show what is there by now. */
  async function refresh(name: string): Promise<void> {
    const channel = channels.get(name);
    if (!channel || looking.has(name)) return;
    looking.add(name);
    try {
      const shown = await load(name);
      const before = channel.shown;
      channel.shown = shown;
      for (const one of channel.listeners)
        if (shown.removed.has(one.person)) {
          write(one, eventOf('removed', {}));
          one.outgoing.end();
        }
      const { post, room } = shown;
      if (post && (post.key !== before?.post?.key || post.version !== before.post.version))
        tellAll(channel, postEvent(post, now()));
      if (room && room.isPlain !== before?.room?.isPlain) tellAll(channel, roomEvent(room));
    } finally {
      looking.delete(name);
    }
  }

  /** Looks what has changed of all channels that pages wait for, in two queries. */
  async function look(): Promise<void> {
    const names = Array.from(channels.keys());
    if (names.length === 0) return;
    const inRooms = names.flatMap((name) => sessionOfRoom(name) ?? []);
    const [versions, rooms] = await Promise.all([pages.versions(names), pages.roomsOf(inRooms)]);
    const newest = new Map<string, Map<string, number>>();
    for (const { channel, key, version: at } of versions)
      newest.set(channel, (newest.get(channel) ?? new Map<string, number>()).set(key, at));
    const revisions = new Map(rooms.map(({ session, revision }) => [session, revision]));
    const changed = names.filter((name) => {
      const shown = channels.get(name)?.shown;
      const known = newest.get(name);
      const { post, room } = shown ?? {};
      if (room?.revision !== revisions.get(sessionOfRoom(name) ?? '')) return true;
      if (known === undefined) return false;
      return post === undefined || known.get(post.key) !== post.version || known.size !== counts.get(name);
    });
    for (const name of names) counts.set(name, newest.get(name)?.size ?? 0);
    await Promise.all(changed.map(refresh));
  }
  /** How many posts a channel had at the last look: a further one is newer than what is shown. */
  const counts = new Map<string, number>();

  let isLooking = false;
  const lookOnce = (): void => {
    if (isLooking) return;
    isLooking = true;
    void look()
      .catch((error: unknown) => log.warn({ err: error }, 'pages could not be told what is new'))
      .finally(() => {
        isLooking = false;
      });
  };
  const timers = [
    setInterval(lookOnce, WEB.look),
    setInterval(() => {
      for (const channel of channels.values()) tellAll(channel, ': \n\n');
    }, WEB.beat),
  ];
  for (const timer of timers) timer.unref();

  return {
    /** How many pages wait. */
    count: (): number => Array.from(channels.values()).reduce((sum, { listeners }) => sum + listeners.size, 0),
    /** How many channels they wait for. */
    channels: (): number => channels.size,
    /** Has what was posted here seen at once. A page that cannot be told now is told by the next look. */
    changed: (name: string): void =>
      void refresh(name).catch((error: unknown) => log.warn({ err: error }, 'pages could not be told what is new')),
    /**
     * Sends a page what its channel shows, and from then on what is new. `gone` is called once it no longer listens.
     * @throws where the store cannot be asked.
     */
    async listen(name: string, person: string, outgoing: Outgoing, gone: () => void): Promise<void> {
      const channel = channels.get(name) ?? { listeners: new Set(), shown: undefined };
      channels.set(name, channel);
      const one: Listener = { outgoing, person };
      outgoing.once('close', () => {
        channel.listeners.delete(one);
        if (channel.listeners.size === 0 && channels.get(name) === channel) {
          channels.delete(name);
          counts.delete(name);
        }
        gone();
      });
      channel.shown ??= await load(name);
      const { post, room, removed } = channel.shown;
      const begin = [
        eventOf('hello', { version, now: now() }),
        ...(room ? [roomEvent(room)] : []),
        ...(post ? [postEvent(post, now())] : []),
      ];
      outgoing.write(begin.join(''));
      if (removed.has(person)) {
        outgoing.end(eventOf('removed', {}));
        return;
      }
      channel.listeners.add(one);
    },
    /** Ends all of them: each comes again, to a process that is there by then. */
    stop(): void {
      for (const timer of timers) clearInterval(timer);
      for (const { listeners } of channels.values()) for (const { outgoing } of listeners) outgoing.end();
    },
  };
}

export type Hub = ReturnType<typeof createHub>;
