import { isObject } from '../../../core/json.ts';
import { at, has, list, map, maybe, text, texts } from '../read.ts';
import { type Describer, describeEvents, describeMarks, type Looking, listed } from './describer.ts';
import { addressesOf, endpointsText, slicesOf } from './service.ts';

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
