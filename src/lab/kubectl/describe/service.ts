import { at, has, list, maybe, number, text, texts } from '../read.ts';
import { type Describer, describeEvents, describeHead, type Looking, listed } from './describer.ts';
import { labelsOrNone } from './words.ts';

/** Addresses that a line names; the others are counted. */
const MOST = 3;

/** `10.0.0.1:80,10.0.0.2:80`: who is ready behind a Service's port. */
export function endpointsText(slices: readonly unknown[], port: string): string {
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

export const slicesOf = (looking: Looking, namespace: string | undefined, service: string) =>
  listed(looking, ['discovery.k8s.io/v1', 'EndpointSlice'], namespace, {
    labelSelector: `kubernetes.io/service-name=${service}`,
  });

export const addressesOf = (ingress: readonly unknown[]): string[] =>
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
