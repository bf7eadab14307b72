import type { Item } from '../api.ts';
import { type Command, FILES, type Run, SELECTOR } from '../command.ts';
import { failed } from '../errors.ts';
import { fetchManifest } from '../manifest.ts';
import { keys, list, map, number, text } from '../read.ts';
import { fetchAll, readTargets, thrownTogether } from '../targets.ts';
import { MAKING, make } from './make.ts';

const KINDS = new Set(['Pod', 'Service', 'ReplicationController', 'Deployment', 'ReplicaSet']);

const containersOf = (item: Item): unknown[] =>
  list(item, item.kind === 'Pod' ? 'spec.containers' : 'spec.template.spec.containers');

/** What chooses the Pods behind it (polymorphichelpers, mapBasedSelectorForObject). */
function selectorOf(item: Item): Record<string, string> {
  const refuse = (why: string): never => {
    throw failed(`couldn't retrieve selectors via --selector flag or introspection: ${why}`);
  };
  switch (item.kind) {
    case 'Pod': {
      const labels = map(item, 'metadata.labels');
      if (keys(labels).length === 0) refuse('the pod has no labels and cannot be exposed');
      return labels;
    }
    case 'Service': {
      const selector = map(item, 'spec.selector');
      if (keys(selector).length === 0) refuse('the service has no pod selector set');
      return selector;
    }
    default: {
      const rules = list(item, 'spec.selector.matchExpressions');
      if (rules.length > 0)
        refuse(`couldn't convert expressions - "${JSON.stringify(rules)}" to map-based selector format`);
      return map(item, 'spec.selector.matchLabels');
    }
  }
}

/** Ports that its containers, or a Service, name. */
const portsOf = (item: Item): { port: number; protocol: string }[] =>
  item.kind === 'Service'
    ? list(item, 'spec.ports').map((one) => ({ port: number(one, 'port'), protocol: text(one, 'protocol') || 'TCP' }))
    : containersOf(item)
        .flatMap((one) => list(one, 'ports'))
        .map((one) => ({ port: number(one, 'containerPort'), protocol: text(one, 'protocol') || 'TCP' }));

const labelsIn = (words: string): Record<string, string> =>
  Object.fromEntries(words.split(',').map((one) => one.split('=').slice(0, 2)));

async function exposeOne(run: Run, item: Item, group: string): Promise<void> {
  const { flags } = run;
  if (!KINDS.has(item.kind)) throw failed(`cannot expose a ${item.kind}${group === '' ? '' : `.${group}`}`);
  const chosen = flags.value('selector');
  const selector = chosen === undefined ? selectorOf(item) : labelsIn(chosen);
  const found = portsOf(item);
  const asked = flags.value('port')?.split(',').map(Number);
  const clusterIP = flags.value('cluster-ip');
  const numbers = asked ?? found.map(({ port }) => port);
  if (numbers.length === 0 && clusterIP !== 'None') throw failed("couldn't find port via --port flag or introspection");
  const target = flags.value('target-port');
  const ports = numbers.map((port, i) => {
    const protocol = flags.value('protocol') ?? found.find((one) => one.port === port)?.protocol ?? 'TCP';
    const targetPort = target === undefined ? port : /^\d+$/.test(target) ? Number(target) : target;
    return { ...(numbers.length > 1 ? { name: `port-${i + 1}` } : {}), port, protocol, targetPort };
  });
  const name = flags.value('name') ?? item.metadata.name.slice(0, 63);
  const labels = flags.has('labels') ? labelsIn(flags.value('labels') ?? '') : map(item, 'metadata.labels');
  const type = flags.value('type');
  const affinity = flags.value('session-affinity');
  await make(run, {
    ...{ apiVersion: 'v1', kind: 'Service' },
    metadata: { ...(keys(labels).length > 0 ? { labels } : {}), name },
    spec: {
      ...(clusterIP === undefined ? {} : { clusterIP }),
      ...(ports.length > 0 ? { ports } : {}),
      selector,
      ...(affinity === undefined ? {} : { sessionAffinity: affinity }),
      ...(type === undefined ? {} : { type }),
    },
    status: { loadBalancer: {} },
  });
}

export const EXPOSE_COMMAND: Command = {
  name: 'expose',
  short: 'Take a replication controller, service, deployment or pod and expose it as a new Kubernetes service',
  flags: [
    ...FILES,
    ...MAKING,
    { ...SELECTOR, name: 'labels' },
    { name: 'selector', type: 'value' },
    { name: 'port', type: 'value' },
    { name: 'target-port', type: 'value' },
    { name: 'type', type: 'value' },
    { name: 'name', type: 'value' },
    { name: 'protocol', type: 'value' },
    { name: 'cluster-ip', type: 'value' },
    { name: 'session-affinity', type: 'value' },
    { name: 'external-ip', type: 'value' },
    { name: 'load-balancer-ip', type: 'value' },
    { name: 'overrides', type: 'value' },
  ],
  async run(run) {
    const { found, errors } = run.flags.has('filename')
      ? await fetchManifest(run, 'exposing')
      : await fetchAll(run.api, await readTargets(run.api, run.args, {}), run.namespace);
    thrownTogether(errors);
    for (const { kind, item } of found) await exposeOne(run, item, kind.group);
  },
};
