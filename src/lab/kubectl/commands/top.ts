import { isObject } from '../../../core/json.ts';
import { addQuantities, amountOf } from '../../engine/quantity.ts';
import { ALL_NAMESPACES, type Command, FIELDS, type Run, SELECTOR } from '../command.ts';
import { failed, misused } from '../errors.ts';
import { GET, lineUp } from '../print/tabs.ts';
import { list, map, text } from '../read.ts';
import { kindNamed } from '../targets.ts';

interface Line {
  namespace: string;
  name: string;
  container: string;
  cpu: number;
  memory: number;
}

const milli = (cpu: number): string => `${Math.ceil(cpu * 1000 - 1e-6)}m`;
const mebi = (bytes: number): string => `${Math.trunc(bytes / 2 ** 20)}Mi`;
const percent = (part: number, whole: number): string => `${whole === 0 ? 0 : Math.trunc((part / whole) * 100)}%`;

async function metricsOf(run: Run, path: string): Promise<unknown[]> {
  const groups = await run.api.ask('/apis');
  const isThere = list(groups, 'groups').some((one) => text(one, 'name') === 'metrics.k8s.io');
  if (!isThere) throw failed('Metrics API not available');
  const [name] = run.args;
  const selector = { labelSelector: run.flags.value('selector'), fieldSelector: run.flags.value('field-selector') };
  const found = await run.api.ask(
    `/apis/metrics.k8s.io/v1beta1/${path}${name === undefined ? '' : `/${encodeURIComponent(name)}`}`,
    {
      query: name === undefined ? selector : {},
    },
  );
  return name === undefined ? list(found, 'items') : [found];
}

function sorted(run: Run, lines: readonly Line[]): Line[] {
  const by = run.flags.value('sort-by') ?? '';
  if (by !== '' && by !== 'cpu' && by !== 'memory') throw failed('--sort-by accepts only cpu or memory');
  const name = ({ namespace, name: own, container }: Line): string =>
    `${run.everywhere ? namespace : ''}/${own}/${container}`;
  return lines.toSorted((one, other) =>
    by === '' ? (name(one) < name(other) ? -1 : 1) : by === 'cpu' ? other.cpu - one.cpu : other.memory - one.memory,
  );
}

const printed = (run: Run, head: readonly string[], rows: readonly (readonly string[])[]): void => {
  const lines = rows.map((cells) => `${cells.join('\t')}\t`);
  run.out(`${lineUp((run.flags.is('no-headers') ? lines : [`${head.join('\t')}\t`, ...lines]).join('\n'), GET)}\n`);
};

const FLAGS = [
  ...[SELECTOR, FIELDS, ALL_NAMESPACES],
  { name: 'sort-by', type: 'value' },
  { name: 'containers', type: 'bool' },
  { name: 'no-headers', type: 'bool' },
  { name: 'sum', type: 'bool' },
  { name: 'show-capacity', type: 'bool' },
  { name: 'use-protocol-buffers', type: 'bool' },
] as const;

async function topPods(run: Run): Promise<void> {
  if (run.args.length > 1) throw misused('top pod', 'pod [NAME | -l label]');
  const path = run.everywhere ? 'pods' : `namespaces/${encodeURIComponent(run.namespace)}/pods`;
  const byContainer = run.flags.is('containers');
  const lines = (await metricsOf(run, path)).flatMap((one): Line[] => {
    const where = { namespace: text(one, 'metadata.namespace'), name: text(one, 'metadata.name') };
    const used = list(one, 'containers').map((container) => ({
      name: text(container, 'name'),
      usage: map(container, 'usage'),
    }));
    const sum = (resource: string): number => addQuantities(used.map(({ usage }) => usage[resource] ?? '0')).value;
    if (!byContainer) return [{ ...where, container: '', cpu: sum('cpu'), memory: sum('memory') }];
    return used.map(({ name, usage }) => ({
      ...where,
      container: name,
      cpu: amountOf(usage.cpu),
      memory: amountOf(usage.memory),
    }));
  });
  if (lines.length === 0) {
    // kubectl looks in the namespace of now, whichever were asked for.
    const pods = await run.api.list(await kindNamed(run.api, 'pods'), run.namespace);
    if (pods.length > 0) throw failed('metrics not available yet');
    run.err(run.everywhere ? 'No resources found\n' : `No resources found in ${run.namespace} namespace.\n`);
    return;
  }
  const head = [
    ...(run.everywhere ? ['NAMESPACE'] : []),
    ...(byContainer ? ['POD'] : []),
    'NAME',
    'CPU(cores)',
    'MEMORY(bytes)',
  ];
  const rows = sorted(run, lines).map(({ namespace, name, container, cpu, memory }) => [
    ...(run.everywhere ? [namespace] : []),
    ...(byContainer ? [name, container] : [name]),
    ...[milli(cpu), mebi(memory)],
  ]);
  const blank = head.slice(3).map(() => '');
  const sums = run.flags.is('sum')
    ? [
        [...blank, '', '________', '________'],
        [
          ...blank,
          '',
          milli(lines.reduce((sum, { cpu }) => sum + cpu, 0)),
          mebi(lines.reduce((sum, { memory }) => sum + memory, 0)),
        ],
      ]
    : [];
  printed(run, head, [...rows, ...sums]);
}

async function topNodes(run: Run): Promise<void> {
  if (run.args.length > 1) throw misused('top node', 'node [NAME | -l label]');
  const nodes = await run.api.list(await kindNamed(run.api, 'nodes'), undefined, {
    labelSelector: run.flags.value('selector'),
  });
  const used = await metricsOf(run, 'nodes');
  if (used.length === 0) throw failed('metrics not available yet');
  const lines = used.filter(isObject).map((one): Line => {
    const usage = map(one, 'usage');
    return {
      namespace: '',
      container: '',
      name: text(one, 'metadata.name'),
      cpu: amountOf(usage.cpu),
      memory: amountOf(usage.memory),
    };
  });
  const whole = (name: string): Record<string, string> =>
    map(
      nodes.find(({ metadata }) => metadata.name === name),
      `status.${run.flags.is('show-capacity') ? 'capacity' : 'allocatable'}`,
    );
  const rows = sorted(run, lines).map(({ name, cpu, memory }) => [
    ...[name, milli(cpu), percent(cpu, amountOf(whole(name).cpu))],
    ...[mebi(memory), percent(memory, amountOf(whole(name).memory))],
  ]);
  const measured = new Set(lines.map(({ name }) => name));
  const missing = run.args.length > 0 ? [] : nodes.filter(({ metadata }) => !measured.has(metadata.name));
  const unknown = missing.map(({ metadata }) => [metadata.name, ...Array(4).fill('<unknown>')]);
  printed(run, ['NAME', 'CPU(cores)', 'CPU(%)', 'MEMORY(bytes)', 'MEMORY(%)'], [...rows, ...unknown]);
}

export const TOP_COMMAND: Command = {
  name: 'top',
  short: 'Display resource (CPU/memory) usage',
  children: [
    {
      name: 'node',
      aliases: ['nodes', 'no'],
      short: 'Display resource (CPU/memory) usage of nodes',
      flags: FLAGS,
      run: topNodes,
    },
    {
      name: 'pod',
      aliases: ['pods', 'po'],
      short: 'Display resource (CPU/memory) usage of pods',
      flags: FLAGS,
      run: topPods,
    },
  ],
};
