import { setTimeout as sleep } from 'node:timers/promises';
import type { App, Logger, Receiver, webApi } from '@slack/bolt';
import { type LogLevel, SocketModeClient } from '@slack/socket-mode';
import { isObject, parseJson } from '../../core/json.ts';
import type { Log } from '../../core/log.ts';
import { failureOf, fatal, logFields, type SlackError } from './errors.ts';
import { handToBolt } from './hand-to-bolt.ts';
import { TIMES } from './limits.ts';

/** One connection may be renewed or lost at any time, and Slack sends what comes meanwhile over the other. */
const CONNECTIONS = 2;

/** Milliseconds before a connection that failed is tried again; each time twice as long, up to the longest. */
const AGAIN = { first: 250, longest: 8000 } as const;
/** One that ends sooner has failed, whatever it said. */
const LASTING = 1000;
/** Milliseconds that each connection waits longer than the one before it, so that they do not fail in step. */
const APART = 170;
/** A connection that has not had Slack's hello by then is none. */
const HELLO = 10_000;

/** An envelope of Slack's, as the client hands it on. */
interface Envelope {
  ack(response?: unknown): Promise<void>;
  body: unknown;
  retry_num?: number;
  retry_reason?: string;
}

/** What a message on the connection says; undefined where that is no object of JSON. */
function messageIn(data: unknown): Record<string, unknown> | undefined {
  const said = typeof data === 'string' ? parseJson(data) : undefined;
  return isObject(said) ? said : undefined;
}

/** What the client makes of a message: it emits an event of the envelope's type, and of all envelopes `slack_event`. */
const ENVELOPE = 'envelope';

/**
 * Stands between the connection and the client, which throws for an event that is null, and lets Slack name what it
 * emits, also `disconnected`: each envelope is given to it as one of the same type. `goodbye` is called when Slack
 * wants to close the connection (Socket Mode: `disconnect`, for any reason).
 */
function readFor(client: SocketModeClient, goodbye: () => void): void {
  const read = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: unknown) => {
    const message = messageIn(data);
    const isEnvelope = typeof message?.envelope_id === 'string';
    if (!isEnvelope && message?.type !== 'hello' && message?.type !== 'disconnect') return;
    if (!isEnvelope && message.type === 'disconnect') goodbye();
    const readable = isEnvelope ? JSON.stringify({ ...message, type: ENVELOPE }) : data;
    for (const one of read) one(readable, isBinary);
  });
}

export interface Sockets extends Receiver {
  /** Is there a connection over which events come? */
  ready(): boolean;
  /** Resolves with what no waiting mends. */
  closed: Promise<SlackError>;
}

/**
 * Receives events over two connections in Socket Mode. The library's own receiver has one, waits 5 s and more before it
 * connects anew, and ends the process where Slack refuses it then; so each connection here is a client that does not
 * come back by itself, and the next one takes its place at once.
 */
export function createSockets(
  {
    appToken,
    options,
    logger,
    logLevel,
  }: { appToken: string; options: webApi.WebClientOptions; logger: Logger; logLevel: LogLevel },
  log: Log,
): Sockets {
  let app: App | undefined;
  let stopping = false;
  const live = new Set<SocketModeClient>();
  const closed = Promise.withResolvers<SlackError>();
  const connected = Promise.withResolvers<void>();

  /** Slack is answered alike where it is nothing that can be read: it would send it again. */
  const receive = ({ ack, body, retry_num, retry_reason }: Envelope): Promise<void> =>
    handToBolt(
      app,
      {
        body,
        ...(retry_num === undefined ? {} : { retryNum: retry_num }),
        ...(retry_reason === undefined ? {} : { retryReason: retry_reason }),
      },
      { acknowledge: ack, refuse: () => ack() },
      log,
    );

  /** The other end may never say goodbye: the caller does not wait for it. */
  const leave = (client: SocketModeClient): Promise<void> =>
    client.disconnect().then(
      () => {},
      () => {},
    );

  /** One connection from its beginning to its end; resolves at once where Slack announces the end. */
  async function connection(): Promise<void> {
    const client = new SocketModeClient({
      appToken,
      autoReconnectEnabled: false,
      clientOptions: options,
      logger,
      logLevel,
    });
    const over = Promise.withResolvers<void>();
    const end = (): void => {
      live.delete(client);
      over.resolve();
    };
    client.on('disconnected', end);
    // The client closes it by itself; the next one is opened meanwhile.
    readFor(client, end);
    client.on('slack_event', (envelope: Envelope) => {
      receive(envelope).catch((error: unknown) => log.info(logFields(error), 'an event was not acknowledged'));
    });
    const hello = new AbortController();
    try {
      const late = sleep(HELLO, undefined, { signal: hello.signal }).then(() => Promise.reject(new Error('no hello')));
      await Promise.race([client.start(), late]);
    } catch (error) {
      void leave(client);
      throw error;
    } finally {
      hello.abort();
    }
    if (stopping) return leave(client);
    live.add(client);
    connected.resolve();
    return over.promise;
  }

  /** Keeps one connection up for as long as the bot runs. */
  async function keep(nth: number): Promise<void> {
    for (let failed = 0; !stopping; ) {
      const begun = performance.now();
      let wait = 0;
      try {
        await connection();
        failed = performance.now() - begun < LASTING ? failed + 1 : 0;
      } catch (error) {
        failed++;
        const failure = failureOf(error);
        const problem = fatal(failure, 'app-token');
        if (problem) return closed.resolve(problem);
        if (failure.kind === 'busy') wait = failure.wait;
        log.warn({ reason: failure.reason }, 'connecting to Slack again');
      }
      const pause = failed === 0 ? 0 : Math.min(AGAIN.first * 2 ** (failed - 1), AGAIN.longest);
      // It holds the process: between two connections nothing else may.
      if (failed > 0) await sleep(Math.max(pause, wait) + nth * APART);
    }
  }

  return {
    init(bolt) {
      app = bolt;
    },
    closed: closed.promise,
    ready: () => live.size > 0,
    async start() {
      for (let n = 0; n < CONNECTIONS; n++)
        void keep(n).catch((error: unknown) => log.error(logFields(error), 'a connection was given up'));
      await Promise.race([connected.promise, closed.promise.then((problem) => Promise.reject(problem))]);
    },
    async stop() {
      stopping = true;
      const open = Array.from(live);
      live.clear();
      await Promise.race([Promise.all(open.map(leave)), sleep(TIMES.patience)]);
    },
  };
}
