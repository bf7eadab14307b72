import { ALL_NAMESPACES, type Command, DRY_RUN, FIELD_MANAGER, FILES, OUTPUT, SELECTOR } from '../command.ts';
import { failed } from '../errors.ts';
import { fetchManifest } from '../manifest.ts';
import { has, number } from '../read.ts';
import { dryRunOf, dryRunQuery, report } from '../report.ts';
import { fetchAll, pathOfFound, readTargets, thrownTogether } from '../targets.ts';
import { MAKING, make } from './make.ts';

const FLAGS = [...FILES, ...OUTPUT, DRY_RUN, FIELD_MANAGER];

export const SCALE_COMMAND: Command = {
  name: 'scale',
  short: 'Set a new size for a deployment, replica set, or replication controller',
  flags: [
    ...FLAGS,
    ...[SELECTOR, ALL_NAMESPACES],
    { name: 'replicas', type: 'int' },
    { name: 'current-replicas', type: 'int' },
    { name: 'resource-version', type: 'value' },
    { name: 'all', type: 'bool' },
    { name: 'timeout', type: 'value' },
  ],
  async run(run) {
    const { api, args, flags } = run;
    const replicas = flags.int('replicas');
    if (replicas === undefined) throw failed('required flag(s) "replicas" not set');
    if (replicas < 0)
      throw failed('The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0');
    const { found, errors } = flags.has('filename')
      ? await fetchManifest(run, 'scaling')
      : await fetchAll(
          api,
          await readTargets(api, args, { labels: flags.value('selector'), all: flags.is('all') }),
          run.namespace,
        );
    const [error] = errors;
    if (found.length === 0)
      throw failed(
        error === undefined
          ? 'no objects passed to scale'
          : `no objects passed to scale ${error.message.replace(/^Error from server \(\w+\): /, '')}`,
      );
    const dryRun = dryRunOf(run);
    for (const one of found) {
      const now = number(one.item, 'spec.replicas');
      const expected = flags.int('current-replicas');
      if (expected !== undefined && expected >= 0 && expected !== now)
        throw failed(`Expected replicas to be ${expected}, was ${now}`);
      if (dryRun !== 'client')
        await api.ask(pathOfFound(one, 'scale'), {
          ...{ method: 'PATCH', type: 'application/merge-patch+json', body: { spec: { replicas } } },
          query: { fieldManager: flags.value('field-manager') ?? 'kubectl', ...dryRunQuery(dryRun) },
        });
      report(run, one, 'scaled');
    }
    thrownTogether(errors);
  },
};

/** What `--cpu` asks for (kubectl 1.34): a share of the requests as in `50%`, else an amount, in millicores where it has no unit. */
function cpuTarget(asked: string) {
  const share = /^(\d{1,6})%$/.exec(asked)?.[1];
  if (share !== undefined) return { type: 'Utilization', averageUtilization: Number(share) };
  return { type: 'AverageValue', averageValue: /^\d+$/.test(asked) ? `${asked}m` : asked };
}

export const AUTOSCALE_COMMAND: Command = {
  name: 'autoscale',
  short: 'Auto-scale a deployment, replica set, stateful set, or replication controller',
  flags: [
    ...FILES,
    ...MAKING,
    { name: 'min', type: 'int' },
    { name: 'max', type: 'int' },
    { name: 'cpu', type: 'value' },
    { name: 'cpu-percent', type: 'int' },
    { name: 'name', type: 'value' },
  ],
  async run(run) {
    const { api, args, flags } = run;
    const [max, min] = [flags.int('max'), flags.int('min') ?? -1];
    if (max === undefined) throw failed('required flag(s) "max" not set');
    if (max < 1) throw failed(`--max=MAXPODS is required and must be at least 1, max: ${max}`);
    if (max < min) throw failed(`--max=MAXPODS must be larger or equal to --min=MINPODS, max: ${max}, min: ${min}`);
    if (flags.has('cpu') && flags.has('cpu-percent')) throw failed('--cpu-percent and --cpu are mutually exclusive');
    const cpu = flags.value('cpu') ?? (flags.has('cpu-percent') ? `${flags.int('cpu-percent')}%` : undefined);
    const target = cpu === undefined || cpu.startsWith('-') ? undefined : cpuTarget(cpu);
    const { found, errors } = flags.has('filename')
      ? await fetchManifest(run, 'autoscaling')
      : await fetchAll(api, await readTargets(api, args, {}), run.namespace);
    for (const { kind, item } of found) {
      if (!has(item, 'spec.replicas') || !kind.parts.includes('scale'))
        throw failed(`cannot autoscale a ${item.kind}: scale is not supported`);
      const name = flags.value('name') ?? item.metadata.name;
      const percent = target?.averageUtilization;
      const scaleTargetRef = { apiVersion: item.apiVersion, kind: item.kind, name: item.metadata.name };
      const amounts = { maxReplicas: max, ...(min > 0 ? { minReplicas: min } : {}) };
      const older = {
        ...{ apiVersion: 'autoscaling/v1', kind: 'HorizontalPodAutoscaler', metadata: { name } },
        spec: {
          ...amounts,
          scaleTargetRef,
          ...(percent === undefined ? {} : { targetCPUUtilizationPercentage: percent }),
        },
        status: { currentReplicas: 0, desiredReplicas: 0 },
      };
      const metrics =
        target === undefined ? {} : { metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }] };
      await make(run, older, {
        ...{ apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: { name } },
        spec: { ...amounts, scaleTargetRef, ...metrics },
      });
    }
    thrownTogether(errors);
  },
};
