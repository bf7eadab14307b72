import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import type { PagePost } from '../../../src/core/page-records.ts';
import { createHub } from '../../../src/platforms/web/hub.ts';
import { WEB } from '../../../src/platforms/web/limits.ts';
import { createStreams } from '../../../src/platforms/web/streams.ts';
import { eventually } from '../../support/eventually.ts';
import { createEvents, type Heard } from '../../support/page-phone.ts';

const ROOM = 'web:quiz1';
const postOf = (key: string, html = key): PagePost => ({ key, html, version: 0, at: 0 });

/** A hub behind a server, and what stands in its store; `gate`: what a reading waits for before it gives what it has read. */
async function room() {
  const stored = { post: postOf('lobby'), removed: [] as string[], reads: 0 };
  let gate: Promise<void> = Promise.resolve();
  const log: object[] = [];
  const hub = createHub({
    pages: {
      async newest() {
        const { post } = stored;
        stored.reads++;
        await gate;
        return post;
      },
      versions: async () => [],
      roomsOf: async () => [],
    },
    sessions: { removed: async () => stored.removed },
    now: () => 0,
    version: 'v1',
    log: { warn: (fields) => void log.push(fields) },
  });
  const streams = createStreams({ now: () => 0, log: { warn: (fields) => void log.push(fields) } });
  const server = createServer(({ url: person = '' }, outgoing) => {
    const who = { address: person, browser: person, as: 'player' } as const;
    streams.open(who, outgoing, (socket) => hub.listen(ROOM, person, socket));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    hub.stop();
    streams.stop();
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const { port } = address;
  /** A page of a person, and what it has heard; `reads`: does it take what it is sent? */
  function open(person: string, reads = true) {
    const heard: string[] = [];
    const page = { heard, isOver: false, leave: () => void asking.destroy() };
    const take = createEvents(({ name, id }: Heard) => void heard.push(id === '' ? name : `${name} ${id}`));
    const asking = request({ port, path: person }, (response) => {
      response.on('close', () => {
        page.isOver = true;
      });
      response.on('error', () => {});
      if (reads) response.setEncoding('utf8').on('data', take);
    });
    asking.on('error', () => {});
    asking.end();
    return page;
  }
  return {
    hub,
    stored,
    log,
    open,
    /** Readings wait from now on; gives what ends that. */
    hold(): () => void {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return resolve;
    },
    post(post: PagePost): void {
      stored.post = post;
      hub.changed(ROOM);
    },
  };
}

test('what is posted while the room is read is read once more, in its order', async () => {
  const { open, post, hold, stored } = await room();
  const page = open('/one');
  await eventually(() => expect(page.heard).toEqual(['hello', 'post lobby.0']));
  const release = hold();
  // A look at what other processes post may read as well, whenever the machine lets it.
  const before = stored.reads;
  post(postOf('ask'));
  await eventually(() => expect(stored.reads).toBeGreaterThan(before));
  post(postOf('tell'));
  release();
  await eventually(() => expect(page.heard).toEqual(['hello', 'post lobby.0', 'post ask.0', 'post tell.0']));
});

test('a page that leaves while it is looked up takes no news from those who come', async () => {
  const { open, post, hold, hub, stored } = await room();
  const release = hold();
  const hasty = open('/hasty');
  await eventually(() => expect(stored.reads).toBeGreaterThan(0));
  hasty.leave();
  await eventually(() => expect(hub.count()).toBe(0));
  const page = open('/one');
  release();
  await eventually(() => expect(page.heard).toEqual(['hello', 'post lobby.0']));
  post(postOf('ask'));
  await eventually(() => expect(page.heard).toEqual(['hello', 'post lobby.0', 'post ask.0']));
  expect([hub.count(), hub.channels()]).toEqual([1, 1]);
});

test('pages that come at once are one reading', async () => {
  const { open, hub, stored, hold } = await room();
  const release = hold();
  const pages = Array.from({ length: 50 }, (_, nth) => open(`/${nth}`));
  await eventually(() => expect(hub.count()).toBe(50));
  release();
  await eventually(() => expect(pages.every(({ heard }) => heard.length === 2)).toBe(true));
  expect(stored.reads).toBeLessThan(5);
});

test('who is removed is told so, and hears no more', async () => {
  const { open, post, stored, hub, log } = await room();
  const [one, other] = [open('/one'), open('/other')];
  await eventually(() => expect([one.heard.length, other.heard.length]).toEqual([2, 2]));
  stored.removed = ['/one'];
  post(postOf('ask'));
  post(postOf('tell'));
  await eventually(() => expect(other.heard.at(-1)).toBe('post tell.0'));
  await eventually(() => expect(one.isOver).toBe(true));
  expect(one.heard).toEqual(['hello', 'post lobby.0', 'removed']);
  expect([hub.count(), log.length]).toEqual([1, 0]);
});

test('a page that takes nothing of what it is sent is cut off, and the others go on', async () => {
  const { open, post, hub } = await room();
  const [slow, page] = [open('/slow', false), open('/one')];
  await eventually(() => expect([hub.count(), page.heard.length]).toEqual([2, 2]));
  let nth = 0;
  await eventually(() => {
    // More than the machine's own buffers take.
    post(postOf(`ask${nth++}`, 'x'.repeat(WEB.behind)));
    expect(hub.count()).toBe(1);
  }, 50);
  await eventually(() => expect(page.heard.at(-1)).toBe(`post ask${nth - 1}.0`));
  slow.leave();
});
