import { isObject } from '../../../core/json.ts';
import { at, has, list, map, maybe, number, text, texts } from '../read.ts';
import { type Describer, describeEvents, describeHead, describeMarks, type Looking, listed } from './describer.ts';
import type { Page } from './page.ts';
import { labelsOrNone, selectorOrNone } from './words.ts';

/** Addresses that a line names; the others are counted. */
const MOST = 3;

/** `10.0.0.1:80,10.0.0.2:80`: who is ready behind a Service's port. */
function endpointsText(slices: readonly unknown[], port: string): string {
  if (slices.length === 0) return '<none>';
  const all = slices.flatMap((slice) => {
    const ready = list(slice, 'endpoints').filter((one) => at(one, 'conditions.ready') !== false);
    const ports = list(slice, 'ports');
    const address = (one: unknown): string => texts(one, 'addresses')[0] ?? '';
    if (ports.length === 0) return ready.map(address);
    return ports
      .filter((one) => text(one, 'name') === port)
      .flatMap((one) => ready.map((each) => `${address(each)}:${text(one, 'port')}`));
  });
  const shown = all.slice(0, MOST).join(',');
  return all.length > MOST ? `${shown} + ${all.length - MOST} more...` : shown;
}

const slicesOf = (looking: Looking, namespace: string | undefined, service: string) =>
  listed(looking, ['discovery.k8s.io/v1', 'EndpointSlice'], namespace, {
    labelSelector: `kubernetes.io/service-name=${service}`,
  });

const addressesOf = (ingress: readonly unknown[]): string[] =>
  ingress.map((one) => {
    const ip = text(one, 'ip');
    const mode = text(one, 'ipMode');
    return ip === '' ? text(one, 'hostname') : mode === '' ? ip : `${ip} (${mode})`;
  });

export const describeService: Describer = async (page, item, looking) => {
  const { spec } = item;
  const slices = await slicesOf(looking, item.metadata.namespace, item.metadata.name);
  describeHead(page, item);
  page.line(0, `Selector:\t${labelsOrNone(at(spec, 'selector'))}`);
  page.line(0, `Type:\t${text(spec, 'type')}`);
  if (has(spec, 'ipFamilyPolicy')) page.line(0, `IP Family Policy:\t${text(spec, 'ipFamilyPolicy')}`);
  page.line(0, `IP Families:\t${texts(spec, 'ipFamilies').join(',') || '<none>'}`);
  page.line(0, `IP:\t${text(spec, 'clusterIP')}`);
  page.line(0, `IPs:\t${texts(spec, 'clusterIPs').join(',') || '<none>'}`);
  const external = texts(spec, 'externalIPs');
  if (external.length > 0) page.line(0, `External IPs:\t${external.join(',')}`);
  if (text(spec, 'loadBalancerIP') !== '') page.line(0, `Desired LoadBalancer IP:\t${text(spec, 'loadBalancerIP')}`);
  if (text(spec, 'externalName') !== '') page.line(0, `External Name:\t${text(spec, 'externalName')}`);
  const ingress = addressesOf(list(item, 'status.loadBalancer.ingress'));
  if (ingress.length > 0) page.line(0, `LoadBalancer Ingress:\t${ingress.join(', ')}`);
  for (const port of list(spec, 'ports')) {
    const name = text(port, 'name') || '<unset>';
    const protocol = text(port, 'protocol');
    page.line(0, `Port:\t${name}\t${number(port, 'port')}/${protocol}`);
    page.line(0, `TargetPort:\t${text(port, 'targetPort')}/${protocol}`);
    if (number(port, 'nodePort') !== 0) page.line(0, `NodePort:\t${name}\t${number(port, 'nodePort')}/${protocol}`);
    page.line(0, `Endpoints:\t${endpointsText(slices, text(port, 'name'))}`);
  }
  page.line(0, `Session Affinity:\t${text(spec, 'sessionAffinity')}`);
  for (const [title, key] of [
    ['External Traffic Policy', 'externalTrafficPolicy'],
    ['Internal Traffic Policy', 'internalTrafficPolicy'],
  ] as const)
    if (text(spec, key) !== '') page.line(0, `${title}:\t${text(spec, key)}`);
  describeEvents(page, looking);
};

export const describeEndpoints: Describer = (page, item, looking) => {
  describeHead(page, item);
  page.line(0, 'Subsets:');
  for (const subset of list(item, 'subsets')) {
    for (const [title, key] of [
      ['Addresses', 'addresses'],
      ['NotReadyAddresses', 'notReadyAddresses'],
    ] as const)
      page.line(
        1,
        `${title}:\t${
          list(subset, key)
            .map((one) => text(one, 'ip'))
            .join(',') || '<none>'
        }`,
      );
    const ports = list(subset, 'ports');
    if (ports.length > 0) {
      page.line(1, 'Ports:');
      page.line(2, 'Name\tPort\tProtocol');
      page.line(2, '----\t----\t--------');
      for (const port of ports)
        page.line(2, `${text(port, 'name') || '<unset>'}\t${number(port, 'port')}\t${text(port, 'protocol')}`);
    }
    page.line(0, '');
  }
  describeEvents(page, looking);
};

export const describeSlice: Describer = (page, item, looking) => {
  const unset = (value: unknown, path: string): string => maybe(value, path) || '<unset>';
  describeHead(page, item);
  page.line(0, `AddressType:\t${text(item, 'addressType')}`);
  const ports = list(item, 'ports');
  if (ports.length === 0) page.line(0, 'Ports: <unset>');
  else {
    page.line(0, 'Ports:');
    page.line(1, 'Name\tPort\tProtocol');
    page.line(1, '----\t----\t--------');
    for (const port of ports) page.line(1, `${unset(port, 'name')}\t${unset(port, 'port')}\t${text(port, 'protocol')}`);
  }
  const endpoints = list(item, 'endpoints');
  page.line(0, endpoints.length === 0 ? 'Endpoints: <none>' : 'Endpoints:');
  for (const one of endpoints) {
    page.line(1, `- Addresses:\t${texts(one, 'addresses').join(', ') || '<none>'}`);
    page.line(2, 'Conditions:');
    page.line(3, `Ready:\t${unset(one, 'conditions.ready')}`);
    page.line(2, `Hostname:\t${unset(one, 'hostname')}`);
    if (has(one, 'targetRef'))
      page.line(2, `TargetRef:\t${text(one, 'targetRef.kind')}/${text(one, 'targetRef.name')}`);
    page.line(2, `NodeName:\t${unset(one, 'nodeName')}`);
    page.line(2, `Zone:\t${unset(one, 'zone')}`);
  }
  describeEvents(page, looking);
};

/** `web:80 (10.0.0.1:80)`: where an Ingress sends requests. */
async function backendText(backend: unknown, namespace: string | undefined, looking: Looking): Promise<string> {
  const service = at(backend, 'service');
  if (!isObject(service)) {
    const resource = at(backend, 'resource');
    if (!isObject(resource)) return '';
    return `APIGroup: ${maybe(resource, 'apiGroup') ?? '<none>'}, Kind: ${text(resource, 'kind')}, Name: ${text(resource, 'name')}`;
  }
  const name = text(service, 'name');
  const wanted = maybe(service, 'port.number') ?? text(service, 'port.name');
  const services = await listed(looking, ['v1', 'Service'], namespace);
  const found = services.find(({ metadata }) => metadata.name === name);
  if (!found) return `${name}:${wanted} (<error: services ${JSON.stringify(name)} not found>)`;
  const port = list(found, 'spec.ports').find(
    (one) => text(one, 'port') === wanted || (text(one, 'name') === wanted && wanted !== ''),
  );
  const slices = await slicesOf(looking, namespace, name);
  return `${name}:${wanted} (${endpointsText(slices, text(port, 'name'))})`;
}

export const describeIngress: Describer = async (page, item, looking) => {
  const { namespace } = item.metadata;
  page.line(0, `Name:\t${item.metadata.name}`);
  page.labels('Labels', map(item, 'metadata.labels'));
  page.line(0, `Namespace:\t${namespace ?? ''}`);
  page.line(0, `Address:\t${addressesOf(list(item, 'status.loadBalancer.ingress')).sort().join(',')}`);
  page.line(0, `Ingress Class:\t${maybe(item, 'spec.ingressClassName') ?? '<none>'}`);
  const byDefault = has(item, 'spec.defaultBackend')
    ? await backendText(at(item, 'spec.defaultBackend'), namespace, looking)
    : '<default>';
  page.line(0, `Default backend:\t${byDefault}`);
  const secured = list(item, 'spec.tls');
  if (secured.length > 0) page.line(0, 'TLS:');
  for (const one of secured) {
    const [secret, hosts] = [text(one, 'secretName'), texts(one, 'hosts').join(',')];
    page.line(1, secret === '' ? `SNI routes ${hosts}` : `${secret} terminates ${hosts}`);
  }
  page.line(0, 'Rules:');
  page.line(1, 'Host\tPath\tBackends');
  page.line(1, '----\t----\t--------');
  const rules = list(item, 'spec.rules').filter((rule) => has(rule, 'http'));
  for (const rule of rules) {
    page.line(1, `${text(rule, 'host') || '*'}\t`);
    for (const path of list(rule, 'http.paths'))
      page.line(2, `\t${text(path, 'path')} \t${await backendText(at(path, 'backend'), namespace, looking)}`);
  }
  if (rules.length === 0) page.line(1, `*\t*\t${byDefault}`);
  page.annotations('Annotations', map(item, 'metadata.annotations'));
  describeEvents(page, looking);
};

export const describeIngressClass: Describer = (page, item, looking) => {
  page.line(0, `Name:\t${item.metadata.name}`);
  describeMarks(page, item);
  page.line(0, `Controller:\t${text(item, 'spec.controller')}`);
  if (has(item, 'spec.parameters')) {
    page.line(0, 'Parameters:');
    if (has(item, 'spec.parameters.apiGroup')) page.line(1, `APIGroup:\t${text(item, 'spec.parameters.apiGroup')}`);
    page.line(1, `Kind:\t${text(item, 'spec.parameters.kind')}`);
    page.line(1, `Name:\t${text(item, 'spec.parameters.name')}`);
  }
  describeEvents(page, looking);
};

/** What one direction of a policy lets through. */
function describeRules(page: Page, rules: readonly unknown[], [way, other]: readonly [string, string]): void {
  const indent = '    ';
  const isIngress = way === 'ingress';
  if (rules.length === 0)
    return void page.line(0, `${indent}<none> (Selected pods are isolated for ${way} connectivity)`);
  const [title, key] = isIngress ? ['From', 'from'] : ['To', 'to'];
  for (const [i, rule] of rules.entries()) {
    const ports = list(rule, 'ports');
    if (ports.length === 0) page.line(0, `${indent}To Port: <any> (traffic allowed to all ports)`);
    for (const port of ports) {
      const protocol = text(port, 'protocol') || 'TCP';
      const range = has(port, 'endPort')
        ? ` Range: ${text(port, 'port')}-${number(port, 'endPort')}`
        : `: ${maybe(port, 'port') ?? '<nil>'}`;
      page.line(0, `${indent}To Port${range}/${protocol}`);
    }
    const peers = list(rule, key);
    if (peers.length === 0) page.line(0, `${indent}${title}: <any> (traffic not restricted by ${other})`);
    for (const peer of peers) {
      page.line(0, `${indent}${title}:`);
      for (const [name, of] of [
        ['NamespaceSelector', 'namespaceSelector'],
        ['PodSelector', 'podSelector'],
      ] as const)
        if (has(peer, of)) page.line(1, `${indent}${name}: ${selectorOrNone(at(peer, of))}`);
      if (!has(peer, 'ipBlock') || has(peer, 'podSelector') || has(peer, 'namespaceSelector')) continue;
      page.line(1, `${indent}IPBlock:`);
      page.line(2, `${indent}CIDR: ${text(peer, 'ipBlock.cidr')}`);
      page.line(2, `${indent}Except: ${texts(peer, 'ipBlock.except').join(', ')}`);
    }
    if (i < rules.length - 1) page.line(0, `${indent}----------`);
  }
}

export const describePolicy: Describer = (page, item) => {
  const { spec } = item;
  const types = texts(spec, 'policyTypes');
  page.line(0, `Name:\t${item.metadata.name}`);
  page.line(0, `Namespace:\t${item.metadata.namespace ?? ''}`);
  const created = item.metadata.creationTimestamp ?? '';
  page.line(0, `Created on:\t${created.replace('T', ' ').replace('Z', ' +0000 UTC')}`);
  describeMarks(page, item);
  page.line(0, 'Spec:');
  const chosen = selectorOrNone(at(spec, 'podSelector'));
  const all = '<none> (Allowing the specific traffic to all pods in this namespace)';
  page.line(1, `PodSelector:     ${chosen === '<none>' ? all : chosen}`);
  for (const [type, way, other] of [
    ['Ingress', 'ingress', 'source'],
    ['Egress', 'egress', 'destination'],
  ] as const) {
    page.line(1, types.includes(type) ? `Allowing ${way} traffic:` : `Not affecting ${way} traffic`);
    if (types.includes(type)) describeRules(page, list(spec, way), [way, other]);
  }
  page.line(1, `Policy Types: ${types.join(', ') || '<none>'}`);
};
