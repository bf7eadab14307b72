import { apiVersionOf } from '../../kinds/row.ts';
import type { Kind } from '../api.ts';
import type { Command, Run } from '../command.ts';
import { failed, misused } from '../errors.ts';
import { prettyJson } from '../print/json.ts';
import { GET, lineUp } from '../print/tabs.ts';
import { toYaml } from '../print/yaml.ts';
import { list, map, text } from '../read.ts';
import { kindNamed } from '../targets.ts';
import { CONFIG } from './config.ts';

/** The version of kubectl whose words and columns these are. */
const CLIENT = 'v1.32.3';

const KUSTOMIZE = 'v5.5.0';

const refuseWords = (run: Run): void => {
  if (run.args.length > 0) throw misused(run.path, `unexpected arguments: [${run.args.join(' ')}]`);
};

/** One kind a group, of the version that the API prefers. */
const preferred = (kinds: readonly Kind[]): Kind[] =>
  kinds.filter(
    (kind, i) => kinds.findIndex(({ group, plural }) => group === kind.group && plural === kind.plural) === i,
  );

async function apiResources(run: Run): Promise<void> {
  refuseWords(run);
  const { flags } = run;
  const output = flags.value('output') ?? '';
  if (!['', 'wide', 'name'].includes(output)) throw failed(`--output ${output} is not available`);
  const by = flags.value('sort-by') ?? '';
  if (!['', 'name', 'kind'].includes(by)) throw failed('--sort-by accepts only name or kind');
  const keyOf = (kind: Kind): string => (by === 'name' ? kind.plural : by === 'kind' ? kind.kind : kind.group);
  const kinds = preferred(await run.api.kinds())
    .filter(({ group, namespaced, verbs, categories }) => {
      const isOfGroup = !flags.has('api-group') || flags.value('api-group') === group;
      const isOfScope = !flags.has('namespaced') || flags.is('namespaced') === namespaced;
      const does = flags.all('verbs').every((verb) => verbs.includes(verb));
      return isOfGroup && isOfScope && does && flags.all('categories').every((one) => categories.includes(one));
    })
    .toSorted((one, other) =>
      keyOf(one) < keyOf(other) ? -1 : keyOf(one) > keyOf(other) ? 1 : one.plural < other.plural ? -1 : 1,
    );
  if (output === 'name') {
    run.out(kinds.map(({ group, plural }) => `${plural}${group === '' ? '' : `.${group}`}\n`).join(''));
    return;
  }
  const isWide = output === 'wide';
  const head = ['NAME', 'SHORTNAMES', 'APIVERSION', 'NAMESPACED', 'KIND', ...(isWide ? ['VERBS', 'CATEGORIES'] : [])];
  const rows = kinds.map((kind) => [
    ...[kind.plural, kind.short.join(','), apiVersionOf(kind), `${kind.namespaced}`, kind.kind],
    ...(isWide ? [kind.verbs.join(','), kind.categories.join(',')] : []),
  ]);
  const lines = (flags.is('no-headers') ? rows : [head, ...rows]).map((cells) => cells.join('\t'));
  run.out(lines.length === 0 ? '' : `${lineUp(lines.join('\n'), GET)}\n`);
}

async function apiVersions(run: Run): Promise<void> {
  refuseWords(run);
  const groups = list(await run.api.ask('/apis'), 'groups');
  const versions = groups.flatMap((group) => list(group, 'versions').map((one) => text(one, 'groupVersion')));
  run.out(
    ['v1', ...versions]
      .sort()
      .map((one) => `${one}\n`)
      .join(''),
  );
}

const minorOf = (version: string): number => Number(/^v1\.(\d+)/.exec(version)?.[1] ?? 0);

async function version(run: Run): Promise<void> {
  if (run.args.length > 0) throw failed(`extra arguments: [${run.args.join(' ')}]`);
  const output = run.flags.value('output') ?? '';
  if (!['', 'yaml', 'json'].includes(output)) throw failed("--output must be 'yaml' or 'json'");
  const server = run.flags.is('client') ? undefined : await run.api.ask('/version');
  const serverVersion = text(server, 'gitVersion');
  const whole = {
    clientVersion: { gitVersion: CLIENT, major: '1', minor: '32' },
    kustomizeVersion: KUSTOMIZE,
    ...(server === undefined ? {} : { serverVersion: server }),
  };
  if (output === 'yaml') run.out(`${toYaml(whole)}\n`);
  else if (output === 'json') run.out(prettyJson(whole));
  else {
    run.out(`Client Version: ${CLIENT}\nKustomize Version: ${KUSTOMIZE}\n`);
    if (server !== undefined) run.out(`Server Version: ${serverVersion}\n`);
  }
  const [own, theirs] = [minorOf(CLIENT), minorOf(serverVersion)];
  if (server !== undefined && Math.abs(own - theirs) > 1)
    run.err(
      `WARNING: version difference between client (1.${own}) and server (1.${theirs}) exceeds the supported minor version skew of +/-1\n`,
    );
}

async function clusterInfo(run: Run): Promise<void> {
  const kind = await kindNamed(run.api, 'services');
  const services = await run.api.list(kind, 'kube-system', { labelSelector: 'kubernetes.io/cluster-service=true' });
  run.out('Kubernetes control plane is running at http://lab\n');
  for (const service of services) {
    const [port] = list(service, 'spec.ports');
    const name = map(service, 'metadata.labels')['kubernetes.io/name'] ?? service.metadata.name;
    const portName = text(port, 'name');
    const target = portName === '' ? service.metadata.name : `${service.metadata.name}:${portName}`;
    run.out(
      `${name} is running at http://lab/api/v1/namespaces/${service.metadata.namespace}/services/${target}/proxy\n`,
    );
  }
  run.out("\nTo further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.\n");
}

export const CLUSTER_COMMANDS: Readonly<Record<'info' | 'config' | 'resources' | 'versions' | 'version', Command>> = {
  info: { name: 'cluster-info', short: 'Display cluster information', run: clusterInfo },
  config: { name: 'config', short: 'Modify kubeconfig files', children: CONFIG },
  resources: {
    name: 'api-resources',
    short: 'Print the supported API resources on the server',
    flags: [
      { name: 'output', short: 'o', type: 'value' },
      { name: 'api-group', type: 'value' },
      { name: 'namespaced', type: 'bool' },
      { name: 'no-headers', type: 'bool' },
      { name: 'verbs', type: 'list' },
      { name: 'categories', type: 'list' },
      { name: 'sort-by', type: 'value' },
      { name: 'cached', type: 'bool' },
    ],
    run: apiResources,
  },
  versions: {
    name: 'api-versions',
    short: 'Print the supported API versions on the server, in the form of "group/version"',
    run: apiVersions,
  },
  version: {
    name: 'version',
    short: 'Print the client and server version information',
    flags: [
      { name: 'client', type: 'bool' },
      { name: 'output', short: 'o', type: 'value' },
    ],
    run: version,
  },
};
