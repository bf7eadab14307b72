import { amountOf } from '../../engine/quantity.ts';
import type { Container, Node, Pod } from '../../kinds/types.ts';

const lines = (of: Record<string, string> = {}): string =>
  Object.entries(of)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .join('\n');

/** What a Pod may be told of itself (the downward API); undefined where there is no such field. */
export function fieldOf({ metadata, spec, status }: Pod, path: string): string | undefined {
  const keyed = /^metadata\.(labels|annotations)\['([^']{1,316})'\]$/.exec(path);
  if (keyed) return (keyed[1] === 'labels' ? metadata.labels : metadata.annotations)?.[keyed[2] ?? ''] ?? '';
  switch (path) {
    case 'metadata.name':
      return metadata.name;
    case 'metadata.namespace':
      return metadata.namespace;
    case 'metadata.uid':
      return metadata.uid;
    case 'metadata.labels':
      return lines(metadata.labels);
    case 'metadata.annotations':
      return lines(metadata.annotations);
    case 'spec.nodeName':
      return spec.nodeName;
    case 'spec.serviceAccountName':
      return spec.serviceAccountName ?? 'default';
    case 'status.hostIP':
    case 'status.hostIPs':
      return status.hostIP;
    case 'status.podIP':
    case 'status.podIPs':
      return status.podIP;
    default:
      return undefined;
  }
}

/** A container's request or limit in units of the divisor, rounded up; a limit that is not set is the node's. */
export function resourceOf(container: Container, node: Node | undefined, resource: string, divisor = '1'): string {
  const [kind = '', name = ''] = resource.split('.', 2);
  const { limits, requests } = container.resources ?? {};
  const set = kind === 'limits' ? limits?.[name] : requests?.[name];
  const value = set ?? (kind === 'limits' ? node?.status.allocatable[name] : '0');
  const unit = amountOf(divisor) || 1;
  return `${Math.ceil(Number((amountOf(value) / unit).toFixed(6)))}`;
}
