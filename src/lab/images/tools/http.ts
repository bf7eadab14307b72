import type { HttpAnswer } from '../../engine/lab.ts';
import type { NetFailure } from '../machine.ts';
import type { Proc, Work } from '../process/process.ts';
import { settled, sleep } from '../process/waits.ts';

export interface Url {
  scheme: string;
  host: string;
  port: number;
  path: string;
}

/** Milliseconds after which Linux gives up to connect. */
export const CONNECT = 127_000;

export function parseUrl(text: string): Url | undefined {
  const found = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:[^/@?#]*@)?(\[[0-9a-f:]+\]|[^/:?#]*)(?::(\d{1,5}))?([^#]*)/i.exec(
    text.slice(0, 4096),
  );
  const host = found?.[2]?.replace(/^\[|\]$/g, '') ?? '';
  if (!found || host === '') return undefined;
  const scheme = (found[1] ?? 'http').toLowerCase();
  const path = found[4] || '/';
  return {
    scheme,
    host,
    port: Number(found[3] ?? (scheme === 'https' ? 443 : 80)),
    path: path.startsWith('/') ? path : `/${path}`,
  };
}

const isAddress = (host: string): boolean => /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) || host.includes(':');

/** The address of a host, as `getaddrinfo` gives it. */
export function addressOf(proc: Proc, host: string): string | undefined {
  if (isAddress(host)) return host;
  const { machine } = proc.box;
  if (host === 'localhost' || host === 'ip6-localhost') return '127.0.0.1';
  const hosts = machine.files.read('/etc/hosts')?.slice(0, 20_000).split('\n') ?? [];
  for (const line of hosts) {
    const [address, ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
    if (address && names.includes(host)) return address;
  }
  return host === machine.hostname ? machine.address : machine.network.resolve(host)[0];
}

interface Asked {
  method: string;
  headers: Record<string, string>;
  body: string;
  /** Milliseconds of the lab that it may take. */
  ms: number;
}

/** Asks a server, and waits. */
export function* request(proc: Proc, url: Url, { method, headers, body, ms }: Asked): Work<HttpAnswer | NetFailure> {
  const { network } = proc.box.machine;
  const port = [80, 443].includes(url.port) ? '' : `:${url.port}`;
  proc.owe(6);
  yield* sleep(proc, 2);
  const host = addressOf(proc, url.host);
  if (host === undefined) return 'bad address';
  const asked = { method, path: url.path, headers: { host: url.host + port, ...headers }, body };
  return yield* settled(network.ask(host, url.port, asked, ms));
}

/** Words of status codes (RFC 9110). */
const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  301: 'Moved Permanently',
  302: 'Moved Temporarily',
  303: 'See Other',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Not Allowed',
  413: 'Request Entity Too Large',
  418: "I'm a teapot",
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
};

export const reasonOf = (status: number): string => REASONS[status] ?? '';
