import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { StartError } from '../../src/core/errors.ts';
import type { Activity } from '../../src/core/learner-records.ts';
import { openStore } from '../../src/store/open.ts';
import { createWriteBehind } from '../../src/store/write-behind.ts';
import { eventually } from '../support/eventually.ts';
import { children } from '../support/store/children.ts';
import { opened, SERVERS } from '../support/store/engines.ts';
import { proxyTo } from '../support/store/proxy.ts';
import { onServer } from '../support/store/template.ts';

const openAt = (url: string) => opened({ engine: 'postgres', url });

/** The one line that an operator reads. */
async function refusal(url: string): Promise<string> {
  const error: unknown = await openAt(url).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(StartError);
  const { message } = error as StartError;
  expect(message).not.toContain('\n');
  return message;
}

/** A server that is none of PostgreSQL's. */
async function portOf(talk: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}));
    talk(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('a start', () => {
  const at = (port: number) => `postgres://kim:secret@127.0.0.1:${port}/class`;

  test('where nothing answers is one line, without the password', async () => {
    const line = 'DATABASE_URL: postgres://127.0.0.1:1/class cannot be used: nothing answers there';
    expect(await refusal(at(1))).toBe(line);
  });

  test('where somebody hangs up, or says nothing, is one line', async () => {
    const [rude, mute] = await Promise.all([portOf((socket) => socket.destroy()), portOf(() => {})]);
    const [hungUp, silent] = await Promise.all([refusal(at(rude)), refusal(at(mute))]);
    expect(hungUp).toMatch(
      /^DATABASE_URL: postgres:\/\/127\.0\.0\.1:\d+\/class cannot be used: (?:it hangs up|Connection terminated)/,
    );
    expect(silent).toMatch(/^DATABASE_URL: postgres:\/\/127\.0\.0\.1:\d+\/class cannot be used: .*timeout/);
    expect(hungUp + silent).not.toContain('secret');
  });
});

describe.each(SERVERS)('with a server', ({ place }) => {
  const put = (url: string, change: (url: URL) => void): string => {
    const changed = new URL(url);
    change(changed);
    return changed.href;
  };

  test('a wrong password, name or database is one line each, without the password', async () => {
    const { address } = await place();
    const wrong = put(address.url, (url) => {
      url.password = 'hunter2';
    });
    expect(await refusal(wrong)).toMatch(/password authentication failed for user "\w+"$/);
    expect(await refusal(wrong)).not.toContain('hunter2');
    const elsewhere = put(address.url, (url) => {
      url.pathname = 'nowhere';
    });
    expect(await refusal(elsewhere)).toMatch(/database "nowhere" does not exist$/);
  });

  test('a password that is missing is told', async () => {
    const { address } = await place();
    const url = put(address.url, (url) => {
      url.password = '';
    });
    // In a process of its own: pg leaves the connection open, which keeps the server from much until it ends.
    const [child] = await children(1, 'open', { engine: 'postgres', url });
    expect((await child?.ended)?.stderr).toMatch(
      /^StartError: DATABASE_URL: .* cannot be used: it asks for a password$/m,
    );
  });

  test('one who may not make tables is told', async () => {
    const { address } = await place();
    const name = `reader_${randomUUID().replaceAll('-', '')}`;
    await onServer(address.url, `create role ${name} login password 'x'`);
    onTestFinished(() => onServer(address.url, `drop role ${name}`));
    const reader = put(address.url, (url) => {
      url.username = name;
      url.password = 'x';
    });
    expect(await refusal(reader)).toMatch(/permission denied for schema public$/);
  });

  test('a newer schema is refused', async () => {
    const { address, open } = await place();
    await (await open()).close();
    await onServer(address.url, 'insert into dosirak_migration values (99)');
    expect(await refusal(address.url)).toMatch(/the store was written by a newer Dosirak \(its schema is 99/);
  });

  test('connections that the server ends are replaced, and nobody notices', async () => {
    const { address } = await place();
    const store = await openAt(address.url);
    const end =
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
    for (let round = 0; round < 5; round++) {
      const claims = Array.from({ length: 20 }, (_, at) => store.claim(`post:${round}:${at}`, 1));
      await Promise.all([onServer(address.url, end), ...claims.map(async (claim) => expect(await claim).toBe(true))]);
      for (let at = 0; at < 20; at++) expect(await store.claim(`post:${round}:${at}`, 1)).toBe(false);
    }
  });

  test('a claim whose answer was lost is asked for again, and is still the own', async () => {
    const { address, open } = await place();
    const proxy = await proxyTo(address.url);
    const store = await openAt(proxy.url);
    await proxy.set('deaf');
    const claim = store.claim('post:1', 1);
    await proxy.kept();
    await proxy.set('away');
    await proxy.set('there');
    expect(await claim).toBe(true);
    expect(await (await open()).claim('post:1', 1)).toBe(false);
  });

  test('while it is away, nothing is answered wrongly; when it is back, all goes on', async () => {
    const { address } = await place();
    const proxy = await proxyTo(address.url);
    const store = await openAt(proxy.url);
    await store.record([{ kind: 'lookup', person: 'kim', id: 'pod', at: 1 }]);
    await proxy.set('away');
    const asked = [store.claim('post:1', 1), store.lookups('kim', 5), store.practice('kim', 5), store.pruneClaims(0)];
    for (const answer of await Promise.allSettled([...asked, store.ping()])) expect(answer.status).toBe('rejected');
    await proxy.set('there');
    await store.ping();
    expect(await store.lookups('kim', 5)).toEqual(['pod']);
    expect(await store.claim('post:1', 1)).toBe(true);
  });

  test('one that says nothing any more counts as away, and its connection is not used again', async () => {
    const { address } = await place();
    const proxy = await proxyTo(address.url);
    const store = await openAt(proxy.url);
    await proxy.set('silent');
    const asked = [store.lookups('kim', 5), store.record([{ kind: 'lookup', person: 'kim', id: 'pod', at: 1 }])];
    for (const answer of await Promise.allSettled(asked)) expect(answer.status).toBe('rejected');
    await proxy.set('there');
    await store.record([{ kind: 'lookup', person: 'kim', id: 'node', at: 2 }]);
    expect(await store.lookups('kim', 5)).toEqual(['node']);
  });

  test('activities are kept over an outage, and written once', async () => {
    const { address } = await place();
    const proxy = await proxyTo(address.url);
    const warned: string[] = [];
    const log = { warn: (_: object, message: string) => void warned.push(message), info: () => {} };
    const store = await openStore({ engine: 'postgres', url: proxy.url }, { unique: randomUUID, log });
    onTestFinished(() => store.close());
    const notes = createWriteBehind(store, log, 5);
    const answer = (at: number): Activity => ({
      kind: 'answer',
      person: 'kim',
      question: 'q',
      term: 'pod',
      right: true,
      at,
    });
    notes.add(answer(1));
    await notes.flush();
    await proxy.set('away');
    for (let at = 2; at <= 600; at++) notes.add(answer(at));
    await eventually(() => expect(warned).toContain('activities cannot be written; they are kept and tried again'));
    notes.add(answer(601));
    await proxy.set('there');
    await eventually(async () => expect((await store.practice('kim', 5)).answered).toBe(601));
    expect(warned.filter((message) => message.startsWith('activities'))).toHaveLength(1);
  });

  test('many who write of the same people in different orders do not wait for one another in a circle', async () => {
    const { open } = await place();
    const stores = await Promise.all([open(), open(), open()]);
    const notes = Array.from({ length: 200 }, (_, i): Activity => {
      return { kind: 'lookup', person: `person${i % 20}`, id: `term${Math.floor(i / 20)}`, at: i };
    });
    const turned = (by: number): Activity[] => [...notes.slice(by), ...notes.slice(0, by)];
    const batches = Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? turned(i * 6) : turned(i * 6).toReversed()));
    await Promise.all(batches.map((batch, i) => stores[i % stores.length]?.record(batch)));
    expect(await stores[0]?.lookups('person7', 100)).toHaveLength(10);
  });
});
