/** A browser in a room of the page as the network sees it: a cookie, a code, a stream of events, and forms. */
import { createHash } from 'node:crypto';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';

/** An event of a stream. */
export interface Heard {
  name: string;
  /** `key.version` of the post that the page shows from then on; empty for other events. */
  id: string;
  /** JSON. */
  data: string;
}

interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

interface Options {
  /** Where the page is, without a slash at its end. */
  base: string;
  /** The address of this machine from which it comes; any of 127.0.0.0/8 will do. */
  from?: string;
}

/** As src/platforms/web/client/live.ts waits: milliseconds until it looks again for a server that went away. */
const [SOON, LATE] = [500, 5000];
/** Milliseconds for an answer: the server has its own deadline before. */
const PATIENCE = 60_000;

/** A form as scripts of the page send it. */
function multipart(fields: Readonly<Record<string, string>>): { type: string; body: string } {
  const boundary = 'a-boundary-that-is-in-no-field';
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { type: `multipart/form-data; boundary=${boundary}`, body: `${parts.join('')}--${boundary}--\r\n` };
}

/** The events of a stream, as they come in pieces of text. */
export function createEvents(heard: (event: Heard) => void): (piece: string) => void {
  let rest = '';
  return (piece) => {
    const events = (rest + piece).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      const fields = new Map(
        event.split('\n').map((line) => {
          const at = line.indexOf(': ');
          return [line.slice(0, at), line.slice(at + 2)];
        }),
      );
      const name = fields.get('event');
      if (name !== undefined) heard({ name, id: fields.get('id') ?? '', data: fields.get('data') ?? '' });
    }
  };
}

/** A new browser. It opens the page first, which gives it its cookie: without one it is no person that can play. */
export function createPhone({ base, from }: Options) {
  // As browsers do, it keeps its connection for the next form; streams have their own.
  const agent = new Agent({ keepAlive: true });
  let cookie = '';
  let token = '';
  const how = (method: string, more: Record<string, string>) => ({
    method,
    headers: { 'accept-language': 'ko', ...(cookie === '' ? {} : { cookie }), ...more },
    ...(from === undefined ? {} : { localAddress: from }),
  });

  const ask = (method: string, path: string, form?: Readonly<Record<string, string>>): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const sent = form && multipart(form);
      const more = sent ? { 'content-type': sent.type, 'x-token': token, 'x-fragment': '1' } : {};
      const asking = request(`${base}${path}`, { ...how(method, more), agent }, (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (piece: string) => {
          body += piece;
        });
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
        // A server that is killed in the middle ends nothing.
        response.on('close', () => reject(new Error('the answer broke off')));
      });
      asking.setTimeout(PATIENCE, () => asking.destroy(new Error('no answer came')));
      asking.on('error', reject);
      asking.end(sent?.body);
    });

  return {
    /** Opens the page where a code is entered, and keeps its cookie and what its forms need. */
    async open(): Promise<void> {
      const { headers: given, body } = await ask('GET', '/j');
      cookie = (given['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ');
      token = /<meta name="token" content="([^"]*)"/.exec(body)?.[1] ?? '';
      if (cookie === '' || token === '') throw new Error('the page gives no cookie');
    },
    cookie: (): string => cookie,
    /** Ends the connection that it keeps for its next form. */
    rest: (): void => agent.destroy(),
    /** The browser's person, as the store has them. */
    person(): string {
      // `dosirak=secret.signature`
      const [secret = ''] = cookie.slice(cookie.indexOf('=') + 1).split('.');
      return `web:${createHash('sha256').update(secret).digest('base64url').slice(0, 22)}`;
    },
    /** Joins by a code; gives the session, or undefined where the browser is not let in. */
    async join(code: string, name: string): Promise<string | undefined> {
      const { status, headers: given } = await ask('POST', `/j/${code}`, { name });
      return status === 303 ? given.location?.split('/').at(-1) : undefined;
    },
    /** Sends a form of the room's. */
    say: (session: string, fields: Readonly<Record<string, string>>) => ask('POST', `/room/${session}/say`, fields),
    /**
     * Listens to a room, and comes again where the stream ends, as the page's own script does. Gives back what ends it.
     */
    follow(session: string, heard: (event: Heard) => void): () => void {
      let wait = SOON;
      let timer: NodeJS.Timeout | undefined;
      let isOver = false;
      let leave = (): void => {};
      const connect = (): void => {
        let isGone = false;
        const comeAgain = (): void => {
          if (isGone || isOver) return;
          isGone = true;
          timer = setTimeout(connect, wait * (0.5 + Math.random()));
          wait = Math.min(LATE, wait * 2);
        };
        const take = createEvents((event) => {
          if (event.name === 'hello') wait = SOON;
          heard(event);
        });
        const asking = request(`${base}/room/${session}/stream`, { ...how('GET', {}), agent: false }, (response) => {
          response.setEncoding('utf8').on('data', take).on('error', comeAgain).on('close', comeAgain);
          if (response.statusCode !== 200) response.destroy();
        });
        asking.on('error', comeAgain);
        asking.end();
        leave = () => asking.destroy();
      };
      connect();
      return () => {
        isOver = true;
        clearTimeout(timer);
        leave();
      };
    },
  };
}

export type Phone = ReturnType<typeof createPhone>;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const decoded = (html: string): string =>
  html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, digits?: string, name = '') => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (digits !== undefined) return String.fromCodePoint(Number(digits));
    return ENTITIES[name] ?? whole;
  });

/** What a person reads in HTML of ours. */
export const wordsOf = (html: string): string => decoded(html.replace(/<[^>]*>/g, ''));

/** The lines of its buttons. */
export const linesOf = (html: string): string[] =>
  Array.from(html.matchAll(/<button[^>]* value="([^"]*)"/g), ([, line = '']) => decoded(line));
