import type { Store } from '../../engine/store.ts';
import { ENDPOINT_SLICES } from '../../kinds/cluster.ts';
import { SERVICES } from '../../kinds/core.ts';
import type { EndpointSlice, Pod, Service } from '../../kinds/types.ts';
import { NAMESERVER } from '../kubelet/inside.ts';

const SUFFIX = '.cluster.local';
const ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;

export const isAddress = (host: string): boolean => ADDRESS.test(host);

export const slicesOf = (store: Store, { metadata }: Service): EndpointSlice[] =>
  store
    .list(ENDPOINT_SLICES, metadata.namespace)
    .filter((one) => one.metadata.labels?.['kubernetes.io/service-name'] === metadata.name);

/** The addresses behind a Service without one of its own, or of one Pod of it by its name. */
function headless(store: Store, service: Service, hostname: string | undefined): string[] {
  const endpoints = slicesOf(store, service).flatMap((slice) => slice.endpoints);
  const ready = endpoints.filter(({ conditions }) => conditions?.ready !== false);
  return ready
    .filter((one) => hostname === undefined || one.hostname === hostname)
    .flatMap(({ addresses }) => addresses);
}

/** Names that stand for names, at most. */
const ALIASES = 8;

/** What the cluster's DNS answers for a whole name (github.com/kubernetes/dns, specification). */
function answer(store: Store, name: string, aliases: number): string[] {
  if (!name.endsWith(SUFFIX)) return [];
  const parts = name.slice(0, -SUFFIX.length).split('.');
  const type = parts.pop();
  const namespace = parts.pop();
  if (namespace === undefined || parts.length === 0) return [];
  if (type === 'pod') return parts.length === 1 ? [parts[0]?.replaceAll('-', '.') ?? ''].filter(isAddress) : [];
  if (type !== 'svc' || parts.length > 2) return [];
  const service = store.get(SERVICES, { namespace, name: parts.at(-1) ?? '' });
  if (service === undefined) return [];
  const { type: kind, externalName = '', clusterIP } = service.spec;
  const hostname = parts.length === 2 ? parts[0] : undefined;
  if (kind === 'ExternalName') {
    if (isAddress(externalName)) return [];
    return aliases > 0 && hostname === undefined ? answer(store, externalName.replace(/\.$/, ''), aliases - 1) : [];
  }
  if (clusterIP !== undefined && clusterIP !== '' && clusterIP !== 'None') {
    if (hostname === undefined) return [clusterIP];
  }
  return headless(store, service, hostname);
}

/** The addresses of a name for a Pod, by its search list: the shortest that is known wins. */
export function resolveName(store: Store, pod: Pod, given: string): readonly string[] {
  const name = given.toLowerCase();
  if (isAddress(name)) return [name];
  if (name === 'localhost') return ['127.0.0.1'];
  const own = pod.status.podIP;
  if (own !== undefined && name === (pod.spec.hostname ?? pod.metadata.name)) return [own];
  const alias = pod.spec.hostAliases?.find(({ hostnames = [] }) => hostnames.includes(name));
  if (alias) return [alias.ip];
  if (name.endsWith('.')) return answer(store, name.slice(0, -1), ALIASES);
  const { dnsPolicy, dnsConfig } = pod.spec;
  const isOwn = dnsPolicy === 'None';
  // Only the cluster's own DNS knows its names.
  if (isOwn && !dnsConfig?.nameservers?.includes(NAMESERVER)) return [];
  const usual = [`${name}.${pod.metadata.namespace}.svc${SUFFIX}`, `${name}.svc${SUFFIX}`, `${name}${SUFFIX}`];
  const searched = (dnsConfig?.searches ?? []).map((search) => `${name}.${search}`);
  for (const one of [...(isOwn ? [] : usual), ...searched, name]) {
    const found = answer(store, one, ALIASES);
    if (found.length > 0) return found;
  }
  return [];
}
