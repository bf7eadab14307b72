import { BlockList, isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { type Bindings, withoutPort } from '../../core/guest.ts';
import { LOCALES } from '../../core/locale.ts';
import { localeIn } from './locale.ts';
import { text } from './text.ts';

/** Nothing is loaded from elsewhere, no script or style stands in a page, and no other page may frame it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  // With no-referrer, a browser would send `Origin: null` with our own forms.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  'X-Robots-Tag': 'noindex',
};

type Handler = MiddlewareHandler<{ Bindings: Bindings }>;

export const withHeaders: Handler = async (c, next) => {
  for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
  // What is for one person alone is in no cache; assets say otherwise of themselves.
  c.header('Cache-Control', 'no-store');
  await next();
};

/** `[::1]:3000`, `10.0.0.1:80`, `localhost` -> the host alone, in lower case. */
const hostOf = (header: string): string =>
  header
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1');

/**
 * Only for the hosts that people type: another name that leads here may be a page of a stranger's (DNS rebinding). Where
 * no address is published, those are this machine's: an address of numbers is no name that leads anywhere else.
 */
export const forHost =
  (publicUrl: string | undefined): Handler =>
  async (c, next) => {
    const header = c.req.header('host') ?? '';
    const host = hostOf(header);
    const isOurs =
      publicUrl === undefined
        ? host === 'localhost' || isIP(host) !== 0
        : header.toLowerCase() === new URL(publicUrl).host.toLowerCase();
    if (isOurs) return next();
    return c.text(`${text(localeIn(c.req.raw.headers, LOCALES)).wrongHost}\n`, 421);
  };

/** Was it sent by a page of ours, as far as the browser says so? A browser says where a form or a script came from. */
export function isFromHere(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  const origin = headers.get('origin');
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host.toLowerCase() === (headers.get('host') ?? '').toLowerCase();
}

/** Does an address belong to one of these addresses and networks? */
export function createTrust(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  const kindOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    if (bits === undefined) list.addAddress(address, kindOf(address));
    else list.addSubnet(address, Number(bits), kindOf(address));
  }
  return (address) => isIP(address) !== 0 && list.check(address, kindOf(address));
}

/** The address alone; `::ffff:10.0.0.1` is as 10.0.0.1. */
const plainAddress = (hop: string): string => withoutPort(hop).replace(/^::ffff:(?=\d+\.)/i, '');

/** One person has a whole /64 of addresses (RFC 6177): they count as one. */
function networkOf(address: string): string {
  const [bare = ''] = address.split('%');
  const [head = '', tail] = bare.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const all =
    tail === undefined
      ? groups
      : [...groups, ...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0'), ...rest];
  return `${all.slice(0, 4).join(':')}::/64`;
}

/**
 * Who comes: the socket's address, or, where a proxy that is trusted is there, the nearest one in X-Forwarded-For that is
 * not.
 */
export function addressOf(
  socket: string | undefined,
  headers: Headers,
  isTrusted: ReturnType<typeof createTrust>,
): string {
  const hops = [...(headers.get('x-forwarded-for') ?? '').split(','), socket ?? ''].map(plainAddress);
  // A proxy of ours has seen no client whose name is no address.
  const own = hops.findLast((hop) => isIP(hop) === 0 || !isTrusted(hop)) ?? hops[0] ?? '';
  return isIP(own) === 6 ? networkOf(own) : own;
}
