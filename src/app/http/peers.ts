import { BlockList, isIP } from 'node:net';
import { withoutPort } from '../../core/guest.ts';

/** Loopback, private and link-local networks: RFC 1122, 1918, 3927, 4193 and 4291. */
const NETWORKS: readonly [address: string, bits: number, family: 'ipv4' | 'ipv6'][] = [
  ['127.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['::1', 128, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
];

const near = new BlockList();
for (const network of NETWORKS) near.addSubnet(...network);

/** Is the address one of this machine or its own network? `::ffff:10.0.0.1` is as 10.0.0.1. */
export function isNear(address: string): boolean {
  // fe80::1%eth0: the zone is this machine's own.
  const [bare = ''] = address.split('%');
  const family = isIP(bare);
  return family !== 0 && near.check(bare, family === 4 ? 'ipv4' : 'ipv6');
}

/** A node of a header, which may be in quotes, as its address alone: `"[2001:db8::1]:4711"`. */
const addressOf = (node: string): string => withoutPort(node.trim().replace(/^"(.*)"$/, '$1'));

/** Headers in which proxies and content networks name the client, as lists of addresses. */
const CLIENT = [
  ...['x-forwarded-for', 'x-real-ip', 'x-client-ip', 'x-cluster-client-ip', 'true-client-ip'],
  ...['cf-connecting-ip', 'fly-client-ip', 'fastly-client-ip'],
];

/** Every address that headers name as the client; Forwarded is RFC 7239. */
function forwarded(headers: Headers): string[] {
  const listed = CLIENT.flatMap((name) => headers.get(name)?.split(',') ?? []);
  const ofForwarded = Array.from(
    (headers.get('forwarded') ?? '').matchAll(/(?:^|[;,])\s*for\s*=\s*("[^"]*"|[^;,]*)/gi),
  );
  return [...listed, ...ofForwarded.map(([, node = '']) => node)];
}

/**
 * Did the request come from this machine or its own network, by its socket's `address`? A proxy's address says nothing:
 * every client that headers name must be near as well, and be named by an address.
 */
export const isFromNear = (address: string | undefined, headers: Headers): boolean =>
  address !== undefined && isNear(address) && forwarded(headers).every((node) => isNear(addressOf(node)));
