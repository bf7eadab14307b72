import { isIP } from 'node:net';
import { type Cause, duplicateCause, forbiddenCause, invalidCause, requiredCause } from '../../engine/errors.ts';
import type { Service, ServicePort } from '../types.ts';
import { checkLabels } from './labels.ts';
import { dnsLabel, subdomain } from './names.ts';

// What is wrong with a Service (kubernetes/pkg/apis/core/validation: ValidateService).

/** A port as the API server tells one that is there twice: in the names of its own types. */
const portText = ({ name = '', protocol, port, targetPort, nodePort = 0, appProtocol }: ServicePort): object => ({
  ...{
    Name: name,
    Protocol: protocol,
    AppProtocol: appProtocol ?? null,
    Port: port,
    TargetPort: targetPort,
    NodePort: nodePort,
  },
});

function* checkPorts({ spec }: Service): Iterable<Cause> {
  const { ports = [], type, clusterIP } = spec;
  if (ports.length === 0 && clusterIP !== 'None' && type !== 'ExternalName') yield requiredCause('spec.ports');
  const [names, numbers, outside] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const [index, port] of ports.entries()) {
    const at = `spec.ports[${index}]`;
    const { name = '', protocol, nodePort = 0 } = port;
    if (name === '') {
      if (ports.length > 1) yield requiredCause(`${at}.name`);
    } else {
      for (const why of dnsLabel(name)) yield invalidCause(`${at}.name`, name, why);
      if (names.has(name)) yield duplicateCause(`${at}.name`, name);
      names.add(name);
    }
    if (nodePort !== 0 && (type === 'ClusterIP' || type === 'ExternalName'))
      yield forbiddenCause(`${at}.nodePort`, `may not be used when \`type\` is '${type}'`);
    if (nodePort !== 0) {
      const key = `${protocol} ${nodePort}`;
      if (outside.has(key)) yield duplicateCause(`${at}.nodePort`, nodePort);
      outside.add(key);
    }
    const key = `${protocol} ${port.port}`;
    if (numbers.has(key)) yield duplicateCause(at, portText(port));
    numbers.add(key);
  }
}

function* checkAddresses({ spec }: Service): Iterable<Cause> {
  const { type, clusterIP = '', externalName = '', externalIPs = [] } = spec;
  if (type === 'ExternalName') {
    if (clusterIP !== '') yield forbiddenCause('spec.clusterIPs', "may not be set when `type` is 'ExternalName'");
    const name = externalName.replace(/\.$/, '');
    if (name === '') yield requiredCause('spec.externalName');
    else for (const why of subdomain(name)) yield invalidCause('spec.externalName', externalName, why);
  } else if (clusterIP !== '' && clusterIP !== 'None' && isIP(clusterIP) === 0)
    yield invalidCause(
      'spec.clusterIPs[0]',
      clusterIP,
      'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
    );
  if (clusterIP === 'None' && (type === 'NodePort' || type === 'LoadBalancer'))
    yield invalidCause('spec.clusterIPs[0]', 'None', `may not be set to 'None' for ${type} services`);
  for (const [index, ip] of externalIPs.entries())
    if (isIP(ip) === 0)
      yield invalidCause(
        `spec.externalIPs[${index}]`,
        ip,
        'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
      );
}

export function* checkService(service: Service): Iterable<Cause> {
  yield* checkLabels(service.spec.selector, 'spec.selector');
  yield* checkPorts(service);
  yield* checkAddresses(service);
  const { type, externalTrafficPolicy } = service.spec;
  if (externalTrafficPolicy !== undefined && (type === 'ClusterIP' || type === 'ExternalName'))
    yield invalidCause(
      'spec.externalTrafficPolicy',
      externalTrafficPolicy,
      'may only be set for externally-accessible services',
    );
}

/** What goes with another type than the Service has now is dropped, where the client left it as it was. */
export function changedService({ spec }: Service, { spec: old }: Service): void {
  if (old === undefined || spec.type === old.type) return;
  const isOutside = spec.type === 'NodePort' || spec.type === 'LoadBalancer';
  const was = new Map((old.ports ?? []).map((port) => [`${port.protocol} ${port.port}`, port.nodePort]));
  if (!isOutside) {
    for (const port of spec.ports ?? [])
      if (port.nodePort !== undefined && was.get(`${port.protocol} ${port.port}`) === port.nodePort)
        delete port.nodePort;
    if (spec.externalTrafficPolicy === old.externalTrafficPolicy) delete spec.externalTrafficPolicy;
  }
  if (spec.type !== 'LoadBalancer' && spec.allocateLoadBalancerNodePorts === old.allocateLoadBalancerNodePorts)
    delete spec.allocateLoadBalancerNodePorts;
  if (spec.type === 'ExternalName' && spec.clusterIP === old.clusterIP) {
    delete spec.clusterIP;
    delete spec.clusterIPs;
    delete spec.ipFamilies;
    delete spec.ipFamilyPolicy;
    delete spec.internalTrafficPolicy;
  }
}
