import type { Socket } from 'node:net';
import type { Log } from '../../core/log.ts';
import { type Room, sessionOfRoom } from '../../core/page.ts';
import type { PagePost, PageRecords } from '../../core/page-records.ts';
import type { Sessions } from '../../core/session.ts';
import { eventOf, type Listener, looksAlike, postEvent, roomEvent, sendOut, tellAll, write } from './events.ts';
import { WEB } from './limits.ts';

/** What a channel looks like to its pages. */
interface Shown {
  post: PagePost | undefined;
  room: Room | undefined;
  removed: ReadonlySet<string>;
}

interface Channel {
  name: string;
  /** The session whose room it is; undefined for what is said to one person. */
  session: string | undefined;
  listeners: Set<Listener>;
  shown: Shown | undefined;
  /** What the last look at the store saw of it; undefined where it is to be read again in any case. */
  mark: string | undefined;
  /** While it is read. */
  reading: Promise<void> | undefined;
  /** Something has changed since the reading began: one more follows it. */
  isStale: boolean;
}

interface Parts {
  pages: Pick<PageRecords, 'newest' | 'versions' | 'roomsOf'>;
  sessions: Pick<Sessions, 'removed'>;
  /** Epoch milliseconds. */
  now: () => number;
  /** Which version of the page this process serves. */
  version: string;
  /** So many pages were sent an event. */
  onEvents?: ((sent: number) => void) | undefined;
  log: Pick<Log, 'warn'>;
}

/** A person's own channel has none out: ten thousand of them share it. */
const NONE_OUT: ReadonlySet<string> = new Set();

/**
 * The pages that wait for news of a channel. Each is sent its newest post whole when it comes, and whenever that changes:
 * so a page that was away, or comes to another process, is where the others are. What other processes post is looked for
 * in the store.
 */
export function createHub({ pages, sessions, now, version, onEvents = () => {}, log }: Parts) {
  const channels = new Map<string, Channel>();
  let listening = 0;

  function channelOf(name: string): Channel {
    const known = channels.get(name);
    if (known) return known;
    const rest = { shown: undefined, mark: undefined, reading: undefined, isStale: false };
    const channel: Channel = { name, session: sessionOfRoom(name), listeners: new Set(), ...rest };
    channels.set(name, channel);
    return channel;
  }

  async function load({ name, session }: Channel): Promise<Shown> {
    const [post, [room], removed] = await Promise.all([
      pages.newest(name),
      session === undefined ? [] : pages.roomsOf([session]),
      session === undefined ? [] : sessions.removed(session),
    ]);
    return { post, room, removed: removed.length === 0 ? NONE_OUT : new Set(removed) };
  }

  async function readOnce(channel: Channel): Promise<void> {
    const before = channel.shown;
    const shown = await load(channel);
    channel.shown = shown;
    for (const one of channel.listeners) if (shown.removed.has(one.person)) onEvents(sendOut(channel.listeners, one));
    const { post, room } = shown;
    if (post && (post.key !== before?.post?.key || post.version !== before.post.version))
      onEvents(tellAll(channel.listeners, postEvent(post, now())));
    if (room && !looksAlike(room, before?.room)) onEvents(tellAll(channel.listeners, roomEvent(room)));
  }

  /** One reading at a time, so that none shows what is older than what another has shown; no change is left out. */
  function read(channel: Channel): Promise<void> {
    channel.isStale = true;
    channel.reading ??= (async () => {
      try {
        while (channel.isStale) {
          channel.isStale = false;
          await readOnce(channel);
        }
      } catch (error) {
        channel.mark = undefined;
        throw error;
      } finally {
        channel.reading = undefined;
      }
    })();
    return channel.reading;
  }

  /** Looks which of these channels have changed, in two queries, and has their pages show it. */
  async function look(all: readonly Channel[]): Promise<void> {
    if (all.length === 0) return;
    const [posted, rooms] = await Promise.all([
      pages.versions(all.map(({ name }) => name)),
      pages.roomsOf(all.flatMap(({ session }) => session ?? [])),
    ]);
    const versions = new Map(posted.map(({ channel, posts, edits }) => [channel, `${posts} ${edits}`]));
    const revisions = new Map(rooms.map(({ session, revision }) => [session, revision]));
    await Promise.all(
      all.map(async (channel) => {
        const mark = `${versions.get(channel.name)} ${revisions.get(channel.session ?? '')}`;
        if (mark === channel.mark) return;
        channel.mark = mark;
        await read(channel);
      }),
    );
  }

  const warn = (error: unknown): void => log.warn({ err: error }, 'pages could not be told what is new');

  /** Looks again and again, each time after the last is done. */
  function every(pause: number, which: (channel: Channel) => boolean): NodeJS.Timeout {
    let isLooking = false;
    return setInterval(() => {
      if (isLooking) return;
      isLooking = true;
      void look(Array.from(channels.values()).filter(which))
        .catch(warn)
        .finally(() => {
          isLooking = false;
        });
    }, pause);
  }
  const isRoom = ({ session }: Channel): boolean => session !== undefined;
  const timers = [
    every(WEB.look.rooms, isRoom),
    every(WEB.look.people, (channel) => !isRoom(channel)),
    setInterval(() => {
      for (const channel of channels.values()) tellAll(channel.listeners, ': \n\n');
    }, WEB.beat),
  ];
  for (const timer of timers) timer.unref();

  return {
    /** How many pages wait. */
    count: (): number => listening,
    /** How many channels they wait for. */
    channels: (): number => channels.size,
    /** How many of these are rooms. */
    rooms: (): number => Array.from(channels.values()).filter(isRoom).length,
    /** Has what was posted here seen at once. A page that cannot be told now is told by the next look. */
    changed(name: string): void {
      const channel = channels.get(name);
      if (channel) read(channel).catch(warn);
    },
    /**
     * Sends a page what its channel shows, and from then on what is new, until its connection ends.
     * @throws where the store cannot be asked.
     */
    async listen(name: string, person: string, outgoing: Socket): Promise<void> {
      const channel = channelOf(name);
      const one: Listener = { outgoing, person, isTold: false };
      channel.listeners.add(one);
      listening++;
      outgoing.once('close', () => {
        listening--;
        channel.listeners.delete(one);
        if (channel.listeners.size === 0 && channels.get(name) === channel) channels.delete(name);
      });
      if (channel.shown === undefined) await (channel.reading ?? read(channel));
      const { post, room, removed } = channel.shown ?? (await load(channel));
      const begin = [
        eventOf('hello', { version, now: now() }),
        ...(room ? [roomEvent(room)] : []),
        ...(post ? [postEvent(post, now())] : []),
      ];
      if (write(outgoing, begin.join(''))) onEvents(begin.length);
      if (removed.has(person)) onEvents(sendOut(channel.listeners, one));
      one.isTold = true;
    },
    /** Looks no more. */
    stop(): void {
      for (const timer of timers) clearInterval(timer);
    },
  };
}

export type Hub = ReturnType<typeof createHub>;
