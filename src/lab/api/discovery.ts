import { SERVED } from '../kinds/kinds.ts';
import { apiVersionOf, type Row } from '../kinds/row.ts';
import { type ApiAnswer, type ApiRequest, json } from './messages.ts';

/** The version of Kubernetes whose API a lab speaks. */
export const KUBERNETES = '1.34';

const VERBS = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];
const PART_VERBS: Readonly<Record<string, readonly string[]>> = {
  log: ['get'],
  exec: ['create', 'get'],
  attach: ['create', 'get'],
  portforward: ['create', 'get'],
  proxy: ['create', 'delete', 'get', 'patch', 'update'],
  eviction: ['create'],
  binding: ['create'],
  token: ['create'],
  finalize: ['update'],
};
const PART_KINDS: Readonly<Record<string, { group: string; version: string; kind: string }>> = {
  scale: { group: 'autoscaling', version: 'v1', kind: 'Scale' },
  eviction: { group: 'policy', version: 'v1', kind: 'Eviction' },
  exec: { group: '', version: 'v1', kind: 'PodExecOptions' },
  attach: { group: '', version: 'v1', kind: 'PodAttachOptions' },
  portforward: { group: '', version: 'v1', kind: 'PodPortForwardOptions' },
  binding: { group: '', version: 'v1', kind: 'Binding' },
  token: { group: 'authentication.k8s.io', version: 'v1', kind: 'TokenRequest' },
};

/** What a part of a kind is; `PodProxyOptions` for that of a Pod. */
const partKind = (row: Row, part: string): { group: string; version: string; kind: string } =>
  part === 'proxy'
    ? { group: '', version: 'v1', kind: `${row.kind}ProxyOptions` }
    : (PART_KINDS[part] ?? { group: row.group, version: row.version, kind: row.kind });

const groups = (): Map<string, Row[]> => Map.groupBy(SERVED, ({ group }) => group);
const verbsOf = (part: string): readonly string[] => PART_VERBS[part] ?? ['get', 'patch', 'update'];

const aggregated = (row: Row): object => ({
  resource: row.plural,
  responseKind: { group: row.group, version: row.version, kind: row.kind },
  scope: row.namespaced ? 'Namespaced' : 'Cluster',
  singularResource: row.singular,
  verbs: row.verbs ?? VERBS,
  ...(row.short ? { shortNames: row.short } : {}),
  ...(row.categories ? { categories: row.categories } : {}),
  ...(row.parts
    ? {
        subresources: row.parts.map((part) => ({
          subresource: part,
          responseKind: partKind(row, part),
          verbs: verbsOf(part),
        })),
      }
    : {}),
});

function groupList(isCore: boolean): object {
  const items = Array.from(groups())
    .filter(([group]) => (group === '') === isCore)
    .map(([group, rows]) => ({
      metadata: group === '' ? { creationTimestamp: null } : { name: group, creationTimestamp: null },
      versions: Array.from(
        Map.groupBy(rows, ({ version }) => version),
        ([version, all]) => ({
          version,
          resources: all.map(aggregated),
          freshness: 'Current',
        }),
      ),
    }));
  return { kind: 'APIGroupDiscoveryList', apiVersion: 'apidiscovery.k8s.io/v2', metadata: {}, items };
}

const legacy = (row: Row): object[] => {
  const names = {
    ...(row.short ? { shortNames: row.short } : {}),
    ...(row.categories ? { categories: row.categories } : {}),
  };
  const own = {
    name: row.plural,
    singularName: row.singular,
    namespaced: row.namespaced,
    kind: row.kind,
    verbs: row.verbs ?? VERBS,
  };
  const parts = (row.parts ?? []).map((part) => {
    const { kind, ...of } = partKind(row, part);
    return {
      name: `${row.plural}/${part}`,
      singularName: '',
      namespaced: row.namespaced,
      ...of,
      kind,
      verbs: verbsOf(part),
    };
  });
  return [{ ...own, ...names }, ...parts];
};

const versionsOf = (group: string, rows: readonly Row[]): object => {
  const versions = Array.from(new Set(rows.map(({ version }) => version)), (version) => ({
    groupVersion: apiVersionOf({ group, version }),
    version,
  }));
  return { name: group, versions, preferredVersion: versions[0] };
};

/** What there is: groups, versions and kinds, in the old form and the new one; undefined where a path is of something else. */
export function discover({ path, query, headers }: ApiRequest): ApiAnswer | undefined {
  const isAggregated = /g=apidiscovery\.k8s\.io;v=v2(?:;|,|$)/.test(headers.accept ?? '');
  const aggregatedAnswer = (isCore: boolean): ApiAnswer => ({
    ...json(groupList(isCore)),
    headers: { 'content-type': 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList', vary: 'Accept' },
  });
  const words = path.split('/').filter((one) => one !== '');
  const [root, ...rest] = words;
  if (root === 'version')
    return json({
      ...{
        major: '1',
        minor: KUBERNETES.split('.')[1],
        gitVersion: `v${KUBERNETES}.0`,
        gitCommit: '',
        gitTreeState: 'clean',
      },
      ...{ buildDate: '2025-08-27T00:00:00Z', goVersion: '', compiler: '', platform: 'linux/amd64' },
    });
  if (root === 'healthz' || root === 'livez' || root === 'readyz') {
    const isLong = query.has('verbose');
    const checks = ['ping', 'log', 'etcd', ...(root === 'readyz' ? ['informer-sync'] : [])].map(
      (one) => `[+]${one} ok\n`,
    );
    const body = isLong ? `${checks.join('')}${root} check passed\n` : 'ok';
    return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
  }
  if (words.length === 1 && root === 'api')
    return isAggregated
      ? aggregatedAnswer(true)
      : json({ kind: 'APIVersions', versions: ['v1'], serverAddressByClientCIDRs: [] });
  if (words.length === 1 && root === 'apis') {
    const all = Array.from(groups()).filter(([group]) => group !== '');
    return isAggregated
      ? aggregatedAnswer(false)
      : json({ kind: 'APIGroupList', apiVersion: 'v1', groups: all.map(([group, rows]) => versionsOf(group, rows)) });
  }
  const isOfGroup = (root === 'api' && rest.length === 1) || (root === 'apis' && rest.length === 2);
  if (root === 'apis' && rest.length === 1) {
    const rows = groups().get(rest[0] ?? '');
    return rows && json({ kind: 'APIGroup', apiVersion: 'v1', ...versionsOf(rest[0] ?? '', rows) });
  }
  if (!isOfGroup) return undefined;
  const groupVersion = rest.join('/');
  const rows = SERVED.filter((row) => apiVersionOf(row) === groupVersion);
  if (rows.length === 0) return undefined;
  return json({ kind: 'APIResourceList', apiVersion: 'v1', groupVersion, resources: rows.flatMap(legacy) });
}
