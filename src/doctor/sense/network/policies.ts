import { BlockList, isIP } from 'node:net';
import { dig, items, numberOf, plainValue, textOf } from '../../spot.ts';
import { given, type Rule, refused, type TypeRule, unmeant } from '../rule.ts';
import { text } from './text.ts';

interface Range {
  address: string;
  length: number;
  family: 'ipv4' | 'ipv6';
}

function rangeOf(cidr: string): Range | undefined {
  const [address = '', length = '', ...more] = cidr.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0 || !/^\d{1,3}$/.test(length) || Number(length) > (version === 4 ? 32 : 128))
    return undefined;
  return { address, length: Number(length), family: version === 4 ? 'ipv4' : 'ipv6' };
}

function isWithin(inner: Range, outer: Range): boolean {
  if (inner.family !== outer.family || inner.length <= outer.length) return false;
  const block = new BlockList();
  block.addSubnet(outer.address, outer.length, outer.family);
  return block.check(inner.address, inner.family);
}

export const ipBlock: TypeRule = function* (spot) {
  const at = dig(spot, 'cidr');
  const cidr = textOf(at);
  const outer = cidr === undefined ? undefined : rangeOf(cidr);
  if (at && cidr !== undefined && cidr !== '' && !outer)
    yield refused(
      'bad-cidr',
      at,
      text.both((t) => t.cidr(cidr)),
      isIP(cidr) === 4 ? `cidr: ${cidr}/${/\.0\.0$/.test(cidr) ? 16 : /\.0$/.test(cidr) ? 24 : 32}` : null,
    );
  for (const one of items(dig(spot, 'except'))) {
    const except = textOf(one);
    if (except === undefined) continue;
    const inner = rangeOf(except);
    if (!inner)
      yield refused(
        'bad-cidr',
        one,
        text.both((t) => t.cidr(except)),
      );
    else if (outer && cidr !== undefined && !isWithin(inner, outer))
      yield refused(
        'bad-cidr',
        one,
        text.both((t) => t.exceptOutside(except, cidr)),
      );
  }
};

export const peer: TypeRule = function* (spot) {
  // Empty braces are a selector of everything.
  const has = (key: string): boolean =>
    spot.node.kind === 'map' && spot.node.entries.some((entry) => entry.key === key);
  const known = given(spot, ['podSelector', 'namespaceSelector', 'ipBlock']);
  if (spot.node.kind === 'map' && spot.node.entries.length === 0)
    yield refused(
      'missing-handler',
      spot,
      text.both((t) => t.peerEmpty),
      '- podSelector: {}',
    );
  if (has('ipBlock') && known.length > 1)
    yield refused(
      'too-many-handlers',
      spot,
      text.both((t) => t.peerBoth),
    );
};

export const policyPort: TypeRule = function* (spot) {
  const end = dig(spot, 'endPort');
  const last = numberOf(end);
  const port = numberOf(dig(spot, 'port'));
  if (end === undefined || last === undefined) return;
  if (port === undefined)
    yield refused(
      'out-of-range',
      end,
      text.both((t) => t.endPortNeedsPort),
    );
  else if (last < port)
    yield refused(
      'out-of-range',
      end,
      text.both((t) => t.endPort),
    );
};

/** Rules of a direction that a policy does not have. */
export const directions: Rule = function* (things) {
  for (const { kind, root } of things) {
    const types = dig(root, 'spec', 'policyTypes');
    if (kind !== 'NetworkPolicy' || types?.node.kind !== 'list') continue;
    const has = items(types).map(plainValue);
    for (const direction of ['Ingress', 'Egress']) {
      const at = dig(root, 'spec', direction.toLowerCase());
      const isNear = has.some((one) => String(one).toLowerCase() === direction.toLowerCase());
      if (at && items(at).length > 0 && !isNear)
        yield unmeant(
          'idle-rules',
          at,
          text.both((t) => t.policyIdle(direction)),
          `policyTypes: [${[...has, direction].join(', ')}]`,
        );
    }
  }
};
