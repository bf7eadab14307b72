import { isIP } from 'node:net';
import type { Finding } from '../../finding.ts';
import { nearest } from '../../schema/misspelt.ts';
import { quotedWhere } from '../../schema/yaml.ts';
import { dig, fields, maps, numberOf, plainValue, type Spot, textOf } from '../../spot.ts';
import { isLabel, isPortName, isSubdomain } from '../names/forms.ts';
import { containersOf, type Rule, refused, type Thing, type TypeRule, together, unmeant } from '../rule.ts';
import { MOST_COMPARED, plainMisfit, podsByLabel } from '../selecting.ts';
import { text } from './text.ts';

const EXPOSED = new Set(['NodePort', 'LoadBalancer']);

function* portNames(ports: readonly Spot[]): Generator<Finding> {
  const names = new Set<string>();
  const numbers = new Set<string>();
  for (const port of ports) {
    const at = dig(port, 'name');
    const name = textOf(at);
    if (ports.length > 1 && (name === undefined || name === '') && dig(port, 'port'))
      yield refused(
        'missing-field',
        { line: port.line, path: `${port.path}.name` },
        text.both((t) => t.portsNamed),
        `- name: port-${numberOf(dig(port, 'port')) ?? names.size}`,
      );
    if (at && name !== undefined && name !== '') {
      if (!isLabel(name))
        yield refused(
          'bad-name',
          at,
          text.both((t) => t.portName(name)),
          `name: ${quotedWhere(name.toLowerCase().replace(/[^a-z0-9-]/g, '-'))}`,
        );
      else if (names.has(name))
        yield refused(
          'duplicate-name',
          at,
          text.both((t) => t.portNameTwice(name)),
        );
      names.add(name);
    }
    const number = numberOf(dig(port, 'port'));
    const key = `${number}/${textOf(dig(port, 'protocol')) ?? 'TCP'}`;
    if (number !== undefined && numbers.has(key))
      yield refused(
        'duplicate-port',
        port,
        text.both((t) => t.portTwice(String(number))),
      );
    numbers.add(key);
  }
}

/** What a Service says of itself. */
export const serviceSpec: TypeRule = function* (spot) {
  const type = textOf(dig(spot, 'type')) ?? 'ClusterIP';
  const ports = maps(dig(spot, 'ports'));
  yield* portNames(ports);
  const ip = dig(spot, 'clusterIP');
  const address = textOf(ip);
  const isHeadless = address === 'None';
  if (ip && address !== undefined && address !== '' && !isHeadless && isIP(address) === 0)
    yield refused(
      'not-allowed-value',
      ip,
      text.both((t) => t.notAnIp(address)),
      /^(?:none|headless|null)$/i.test(address) ? 'clusterIP: None' : null,
    );
  if (ip && isHeadless && EXPOSED.has(type))
    yield refused(
      'not-allowed-value',
      ip,
      text.both((t) => t.headlessType(type)),
    );
  const list = dig(spot, 'ports');
  const isEmpty = list === undefined || (list.node.kind === 'list' && list.node.items.length === 0);
  if (
    isEmpty &&
    !isHeadless &&
    type !== 'ExternalName' &&
    !fields(spot).some(({ key }) => nearest(key, ['ports']) !== undefined && key !== 'ports')
  )
    yield refused(
      'missing-field',
      { line: (list ?? spot).line, path: `${spot.path}.ports` },
      text.both((t) => t.portsMissing),
      'ports:\n  - port: 80',
    );
  const nodes = new Set<string>();
  for (const port of ports) {
    const node = dig(port, 'nodePort');
    const own = `${numberOf(node)}/${textOf(dig(port, 'protocol')) ?? 'TCP'}`;
    if (node && numberOf(node) !== 0 && nodes.has(own))
      yield refused(
        'duplicate-port',
        node,
        text.both((t) => t.portTwice(String(numberOf(node)))),
      );
    nodes.add(own);
    if (node && numberOf(node) !== 0 && (type === 'ClusterIP' || type === 'ExternalName'))
      yield refused(
        'not-allowed-value',
        node,
        text.both((t) => t.nodePortType(type)),
        'type: NodePort',
      );
    const target = dig(port, 'targetPort');
    const name = textOf(target);
    if (target && name !== undefined && name !== '' && !isPortName(name))
      yield refused(
        'bad-name',
        target,
        text.both((t) => t.targetName(name)),
        /^\d+$/.test(name) ? `targetPort: ${name}` : null,
      );
  }
  const external = dig(spot, 'externalName');
  const domain = textOf(external);
  if (type === 'ExternalName' && domain === undefined)
    yield refused(
      'missing-field',
      { line: spot.line, path: `${spot.path}.externalName` },
      text.both((t) => t.externalName),
    );
  if (type === 'ExternalName' && external && domain !== undefined && !isSubdomain(domain.replace(/\.$/, '')))
    yield refused(
      'bad-name',
      external,
      text.both((t) => t.externalNameForm(domain)),
    );
  const policy = dig(spot, 'externalTrafficPolicy');
  if (policy && !EXPOSED.has(type) && dig(spot, 'externalIPs') === undefined && textOf(policy) !== '')
    yield refused(
      'not-allowed-value',
      policy,
      text.both((t) => t.trafficPolicy),
    );
};

interface Open {
  names: string[];
  numbers: number[];
}

function openPorts(things: readonly Thing[]): Open {
  const ports = things.flatMap(({ pod }) => containersOf(pod)).flatMap((one) => maps(dig(one, 'ports')));
  return {
    names: ports.flatMap((port) => textOf(dig(port, 'name')) ?? []),
    numbers: ports.flatMap((port) => numberOf(dig(port, 'containerPort')) ?? []),
  };
}

const targetOf = (port: Spot): Spot | undefined => dig(port, 'targetPort') ?? dig(port, 'port');

/** A Service leads to ports that the Pods of the file open. */
export const targets: Rule = function* (things) {
  const podsOf = podsByLabel(things);
  for (const service of things) {
    if (service.kind !== 'Service' || textOf(dig(service.root, 'spec', 'type')) === 'ExternalName') continue;
    const selector = dig(service.root, 'spec', 'selector');
    if (fields(selector).length === 0) continue;
    const found = podsOf(selector)
      .slice(0, MOST_COMPARED)
      .filter((one) => together(service, one) && plainMisfit(selector, one.pod?.labels ?? new Map()) === undefined);
    // Of several workloads one may open a port and another not; those that say nothing of ports may open any.
    if (found.length === 0 || found.some((one) => openPorts([one]).numbers.length === 0)) continue;
    const open = openPorts(found);
    const ports = maps(dig(service.root, 'spec', 'ports'));
    // A container may listen on more than it declares: an author who names one declared port has looked at them.
    const isKnown = ports
      .map(targetOf)
      .some((at) => open.numbers.includes(numberOf(at) ?? -1) || open.names.includes(textOf(at) ?? ''));
    for (const port of ports) {
      const at = targetOf(port);
      const target = plainValue(at);
      if (at === undefined) continue;
      if (typeof target === 'string' && isPortName(target) && !open.names.includes(target)) {
        const meant = nearest(target, open.names) ?? (open.names.length === 1 ? open.names[0] : undefined);
        yield unmeant(
          'unknown-port',
          at,
          text.both((t) => t.noTargetName(target, open.names)),
          meant !== undefined
            ? `targetPort: ${quotedWhere(meant)}`
            : open.numbers.length === 1
              ? `targetPort: ${open.numbers[0]}`
              : null,
        );
      } else if (typeof target === 'number' && target > 0 && target <= 65_535 && !open.numbers.includes(target)) {
        const beside = open.numbers.find((number) => Math.abs(number - target) === 1);
        if (isKnown && beside === undefined) continue;
        const one = open.numbers.length === 1 ? open.numbers[0] : beside;
        yield unmeant(
          'unknown-port',
          at,
          text.both((t) => t.noTargetPort(target, open.numbers)),
          one === undefined ? null : `targetPort: ${one}`,
        );
      }
    }
  }
};
