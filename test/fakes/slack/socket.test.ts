import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { call, slackWith, socketClient } from './clients.ts';
import { TIME_TO_ACK } from './deliveries.ts';
import { object, text } from './json.ts';
import type { Json, LocalSlack } from './types.ts';

/** A bare connection, with the messages that came. */
async function connection(slack: LocalSlack): Promise<{ socket: WebSocket; heard: Json[]; next(): Promise<Json> }> {
  const { url } = await call(slack, 'apps.connections.open', {}, slack.appToken);
  const socket = new WebSocket(text(url));
  const heard: Json[] = [];
  let read = 0;
  socket.on('message', (raw) => heard.push(object(JSON.parse(raw.toString()))));
  socket.on('error', () => undefined);
  await once(socket, 'open');
  return {
    socket,
    heard,
    next: async () => {
      while (heard.length <= read) await once(socket, 'message');
      return heard[read++] ?? {};
    },
  };
}

const acknowledge = (socket: WebSocket, envelope: Json, payload?: Json): void =>
  socket.send(JSON.stringify({ envelope_id: envelope.envelope_id, ...(payload ? { payload } : {}) }));

describe('connections', () => {
  test('an address is good for one connection, which is greeted', async () => {
    const slack = await slackWith();
    const { url } = await call(slack, 'apps.connections.open', {}, slack.appToken);
    const first = new WebSocket(text(url));
    const [hello] = await once(first, 'message');
    expect(JSON.parse(String(hello))).toMatchObject({
      type: 'hello',
      num_connections: 1,
      connection_info: { app_id: slack.appId },
      debug_info: { host: expect.any(String), approximate_connection_time: 18_060 },
    });
    const second = new WebSocket(text(url));
    const [error] = await once(second, 'error');
    expect(String(error)).toContain('404');
    expect([slack.socket.connections, slack.socket.opened]).toEqual([1, 1]);
  });

  test('the eleventh connection is one too many', async () => {
    const slack = await slackWith();
    const ten = await Promise.all(Array.from({ length: 10 }, () => connection(slack)));
    const eleventh = await connection(slack);
    const closed = once(eleventh.socket, 'close');
    expect(await eleventh.next()).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
    await closed;
    expect(slack.socket.connections).toBe(10);
    expect(ten.every(({ socket }) => socket.readyState === WebSocket.OPEN)).toBe(true);
  });

  test('refused connections fail, and those without a hello do not count', async () => {
    const slack = await slackWith();
    slack.socket.refuse(true);
    await expect(connection(slack)).rejects.toThrow('503');
    slack.socket.refuse(false);
    slack.socket.withholdHello(true);
    const { heard, socket } = await connection(slack);
    const ponged = once(socket, 'pong');
    socket.ping();
    await ponged;
    expect([heard.length, slack.socket.connections, slack.socket.opened]).toEqual([0, 0, 1]);
  });

  test('the real client reconnects after a disconnect message and after a broken connection', async () => {
    const slack = await slackWith();
    const client = await socketClient(slack);
    for (const reason of ['warning', 'refresh_requested'] as const) {
      const again = new Promise((resolve) => client.once('connected', resolve));
      slack.socket.disconnect(reason);
      await again;
    }
    const again = new Promise((resolve) => client.once('connected', resolve));
    slack.socket.drop();
    await again;
    await expect.poll(() => slack.socket.connections).toBe(1);
    expect(slack.socket.opened).toBeGreaterThanOrEqual(4);
  });

  test('a disconnect other than a warning closes the connection at once, and only the one that is meant', async () => {
    const slack = await slackWith();
    const [first, second] = [await connection(slack), await connection(slack)];
    await Promise.all([first.next(), second.next()]);
    const closed = once(second.socket, 'close');
    slack.socket.disconnect('link_disabled', 2);
    expect(await second.next()).toMatchObject({ type: 'disconnect', reason: 'link_disabled' });
    await closed;
    slack.socket.disconnect('warning', 1);
    expect(await first.next()).toMatchObject({ type: 'disconnect', reason: 'warning' });
    expect([first.socket.readyState, slack.socket.connections]).toEqual([WebSocket.OPEN, 1]);
    const warned = once(first.socket, 'close');
    slack.clock.advance(10_000);
    await warned;
    await expect.poll(() => slack.socket.connections).toBe(0);
    expect(() => slack.socket.drop(2)).toThrow('no connection 2');
  });

  test('a stalled connection neither answers pings nor delivers, though it is open', async () => {
    const slack = await slackWith({ retryAfter: [20] });
    const [stalled, other] = [await connection(slack), await connection(slack)];
    await Promise.all([stalled.next(), other.next()]);
    slack.socket.stall(1);
    let pongs = 0;
    stalled.socket.on('pong', () => {
      pongs += 1;
    });
    stalled.socket.ping();
    const act = slack.mention(slack.user('a'), 'class', 'hi');
    slack.clock.advance(20);
    const envelope = await other.next();
    acknowledge(other.socket, envelope);
    await act.acknowledged;
    expect(envelope).toMatchObject({ retry_attempt: 1, retry_reason: 'timeout' });
    expect([pongs, stalled.heard.length, act.deliveries]).toEqual([0, 1, 2]);
  });

  test('after the closing handshake the TCP connection lingers when told', async () => {
    const slack = await slackWith();
    slack.socket.linger(true);
    const { socket } = await connection(slack);
    const ended: string[] = [];
    socket.on('close', () => ended.push('closed'));
    socket.close(1000);
    await expect.poll(() => slack.socket.connections).toBe(0);
    expect([ended, socket.readyState]).toEqual([[], WebSocket.CLOSING]);
  });
});

describe('envelopes', () => {
  test('each goes to one connection, in turn, and says whether it takes a payload', async () => {
    const slack = await slackWith();
    const [first, second] = [await connection(slack), await connection(slack)];
    await Promise.all([first.next(), second.next()]);
    const user = slack.user('a');
    const acts = [slack.command(user, 'class', '/k8s pod'), slack.mention(user, 'class', 'hi')];
    const envelopes = [await first.next(), await second.next()];
    expect(envelopes[0]).toMatchObject({
      type: 'slash_commands',
      accepts_response_payload: true,
      payload: { command: '/k8s', text: 'pod', user_id: user.id, channel_name: 'class' },
    });
    expect(envelopes[0]).not.toHaveProperty('retry_attempt');
    expect(envelopes[1]).toMatchObject({
      type: 'events_api',
      accepts_response_payload: false,
      retry_attempt: 0,
      retry_reason: '',
      payload: { type: 'event_callback', event: { type: 'app_mention', user: user.id, text: expect.any(String) } },
    });
    acknowledge(first.socket, envelopes[0] ?? {});
    acknowledge(second.socket, envelopes[1] ?? {}, {});
    expect(await Promise.all(acts.map(({ acknowledged }) => acknowledged))).toEqual([undefined, undefined]);
    expect(acts.map(({ deliveries }) => deliveries)).toEqual([1, 1]);
    expect(acts.every(({ acknowledgedAfter }) => acknowledgedAfter !== undefined)).toBe(true);
  });

  test('an event without an acknowledgement comes again with the same ids, three times', async () => {
    const slack = await slackWith({ retryAfter: [10, 20, 30] });
    const { next } = await connection(slack);
    await next();
    const act = slack.mention(slack.user('a'), 'class', 'hi');
    const came = [await next()];
    for (const wait of [10, 20, 30]) {
      slack.clock.advance(wait);
      came.push(await next());
    }
    slack.clock.advance(TIME_TO_ACK);
    expect(came.map(({ retry_attempt }) => retry_attempt)).toEqual([0, 1, 2, 3]);
    expect(new Set(came.map((one) => one.envelope_id)).size).toBe(1);
    expect(new Set(came.map(({ payload }) => object(payload).event_id)).size).toBe(1);
    await expect(act.acknowledged).rejects.toThrow('within three seconds');
    expect(act.deliveries).toBe(4);
  });

  test('a command without an acknowledgement is not delivered again: the person sees an error', async () => {
    const slack = await slackWith({ retryAfter: [10] });
    const { heard, next } = await connection(slack);
    await next();
    const act = slack.command(slack.user('a'), 'class', '/k8s pod');
    await next();
    slack.clock.advance(TIME_TO_ACK);
    await expect(act.acknowledged).rejects.toThrow('within three seconds');
    expect([act.deliveries, heard.length]).toEqual([1, 2]);
  });

  test('without a connection events wait for one, and commands fail at once', async () => {
    const slack = await slackWith();
    const user = slack.user('a');
    const event = slack.mention(user, 'class', 'hi');
    await expect(slack.command(user, 'class', '/k8s pod').acknowledged).rejects.toThrow('dispatch_failed');
    const { next, socket } = await connection(slack);
    expect(await next()).toMatchObject({ type: 'hello' });
    const envelope = await next();
    expect(envelope).toMatchObject({ retry_attempt: 1, payload: { event: { type: 'app_mention' } } });
    acknowledge(socket, envelope);
    await event.acknowledged;
    expect(event.deliveries).toBe(1);
  });

  test('what a broken connection has not acknowledged goes to another', async () => {
    const slack = await slackWith();
    const [first, second] = [await connection(slack), await connection(slack)];
    await Promise.all([first.next(), second.next()]);
    const user = slack.user('a');
    const event = slack.mention(user, 'class', 'hi');
    await first.next();
    slack.socket.drop(1);
    const again = await second.next();
    expect(again).toMatchObject({ retry_attempt: 1, type: 'events_api' });
    acknowledge(second.socket, again);
    await event.acknowledged;
    const command = slack.command(user, 'class', '/k8s pod');
    await second.next();
    slack.socket.drop();
    await expect(command.acknowledged).rejects.toThrow('failed');
  });

  test('duplicates and lost acknowledgements deliver the same envelope again', async () => {
    const slack = await slackWith({ retryAfter: [10] });
    const { next, socket } = await connection(slack);
    await next();
    const user = slack.user('a');
    slack.socket.duplicate(2);
    const twice = slack.command(user, 'class', '/k8s pod');
    const same = [await next(), await next()];
    expect(same[0]).toEqual(same[1]);
    for (const envelope of same) acknowledge(socket, envelope);
    await twice.acknowledged;
    expect(twice.deliveries).toBe(2);
    slack.socket.duplicate(1);
    slack.socket.loseAcks(2);
    const begin = [() => slack.command(user, 'class', '/k8s pod'), () => slack.mention(user, 'class', 'hi')];
    for (const start of begin) {
      const act = start();
      const first = await next();
      acknowledge(socket, first);
      if (first.type === 'events_api') slack.clock.advance(10);
      const second = await next();
      expect(second.envelope_id).toBe(first.envelope_id);
      acknowledge(socket, second);
      await act.acknowledged;
      expect(act.deliveries).toBe(2);
    }
  });

  test('an act is delivered again on demand, with its ids and a retry number', async () => {
    const slack = await slackWith();
    const { next, socket } = await connection(slack);
    await next();
    const act = slack.mention(slack.user('a'), 'class', 'hi');
    const first = await next();
    acknowledge(socket, first);
    await act.acknowledged;
    const again = slack.redeliver(act);
    const second = await next();
    expect(second).toMatchObject({ envelope_id: first.envelope_id, payload: first.payload, retry_attempt: 1 });
    acknowledge(socket, second);
    await again;
    expect(act.deliveries).toBe(2);
  });

  test('any payload is delivered as it is', async () => {
    const slack = await slackWith();
    const { next, socket } = await connection(slack);
    await next();
    const act = slack.deliver('interactive', { type: 'mystery' });
    const envelope = await next();
    expect(envelope).toMatchObject({ type: 'interactive', payload: { type: 'mystery' } });
    socket.send('nonsense');
    socket.send('{"envelope_id":"unknown"}');
    acknowledge(socket, envelope);
    await act.acknowledged;
  });
});
