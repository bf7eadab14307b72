import type { Item } from '../api.ts';
import { type Command, DRY_RUN, FIELD_MANAGER, OUTPUT, type Run, SELECTOR } from '../command.ts';
import { failed, KubectlError, misused, ServerError } from '../errors.ts';
import { at, list, text } from '../read.ts';
import { dryRunOf, dryRunQuery, report } from '../report.ts';
import { type Found, fetchAll, kindNamed, pathOfFound, thrownTogether } from '../targets.ts';

const FLAGS = [...OUTPUT, SELECTOR, DRY_RUN, FIELD_MANAGER] as const;

/** The nodes that a command names, by `node-1` or `node/node-1`. */
async function nodesOf(run: Run): Promise<Found[]> {
  const { args, flags, path } = run;
  const selector = flags.value('selector');
  if (args.length === 0 && selector === undefined) throw misused(path, `USAGE: ${path} NODE [flags]`);
  if (args.length > 0 && selector !== undefined)
    throw misused(path, 'error: cannot specify both a node name and a --selector option');
  const kind = await kindNamed(run.api, 'nodes');
  const items = args.map((word) => ({ kind, name: word.slice(word.indexOf('/') + 1) }));
  const { found, errors } = await fetchAll(
    run.api,
    args.length > 0
      ? { by: 'name', single: items.length === 1, items }
      : { by: 'kind', kinds: [kind], labels: selector, fields: undefined },
    undefined,
  );
  thrownTogether(errors);
  return found;
}

async function cordonAll(run: Run, nodes: readonly Found[], wanted: boolean): Promise<void> {
  const done = wanted ? 'cordoned' : 'uncordoned';
  const dryRun = dryRunOf(run);
  for (const node of nodes) {
    if ((at(node.item, 'spec.unschedulable') === true) === wanted) report(run, node, `already ${done}`);
    else {
      if (dryRun !== 'client')
        await run.api.ask(pathOfFound(node), {
          ...{ method: 'PATCH', type: 'application/strategic-merge-patch+json', query: dryRunQuery(dryRun) },
          body: { spec: { unschedulable: wanted ? true : null } },
        });
      report(run, node, done);
    }
  }
}

const cordon = (name: string, short: string, wanted: boolean): Command => ({
  name,
  short,
  flags: FLAGS,
  run: async (run) => cordonAll(run, await nodesOf(run), wanted),
});

type Fate = { evict: boolean; warning?: string; error?: string };

/** What becomes of a Pod of a node that is drained (kubectl/pkg/drain/filters.go). */
function fateOf(pod: Item, daemons: ReadonlySet<string>, { flags }: Run): Fate {
  const { metadata } = pod;
  if (flags.has('skip-wait-for-delete-timeout') && metadata.deletionTimestamp !== undefined) return { evict: false };
  const owner = metadata.ownerReferences?.find(({ controller }) => controller === true);
  const isDone = ['Succeeded', 'Failed'].includes(text(pod, 'status.phase'));
  if (owner?.kind === 'DaemonSet' && !isDone) {
    if (!daemons.has(`${metadata.namespace}/${owner.name}`))
      return flags.is('force') ? { evict: true } : { evict: false, error: `daemonsets.apps "${owner.name}" not found` };
    return flags.is('ignore-daemonsets')
      ? { evict: false, warning: 'ignoring DaemonSet-managed Pods' }
      : { evict: false, error: 'DaemonSet-managed Pods (use --ignore-daemonsets to ignore)' };
  }
  if (metadata.annotations?.['kubernetes.io/config.mirror'] !== undefined) return { evict: false };
  const isLocal = list(pod, 'spec.volumes').some((one) => at(one, 'emptyDir') !== undefined);
  if (isLocal && !isDone && !flags.is('delete-emptydir-data'))
    return { evict: false, error: 'Pods with local storage (use --delete-emptydir-data to override)' };
  if (!owner && !isDone)
    return flags.is('force')
      ? { evict: true, warning: 'deleting Pods that declare no controller' }
      : { evict: false, error: 'cannot delete Pods that declare no controller (use --force to override)' };
  return { evict: true };
}

const nameOf = ({ metadata }: Item): string => `${metadata.namespace}/${metadata.name}`;

/** `a: x, y; b: z`: Pods by what is said of them. */
function grouped(pods: readonly { pod: Item; said: string }[]): string[] {
  const byWords = Map.groupBy(pods, ({ said }) => said);
  return Array.from(byWords, ([said, all]) => `${said}: ${all.map(({ pod }) => nameOf(pod)).join(', ')}`);
}

const isGone = async (run: Run, pod: Item): Promise<boolean> => {
  const kind = await kindNamed(run.api, 'pods');
  try {
    const found = await run.api.get(kind, pod.metadata.namespace ?? '', pod.metadata.name);
    return found.metadata.uid !== pod.metadata.uid;
  } catch (error) {
    if (error instanceof ServerError && error.refusal.reason === 'NotFound') return true;
    throw error;
  }
};

/** Asks to evict a Pod, again and again while a budget does not allow it. */
async function evict(run: Run, pod: Item): Promise<void> {
  const { name, namespace = '' } = pod.metadata;
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${encodeURIComponent(name)}`;
  const grace = run.flags.int('grace-period') ?? -1;
  const deleteOptions = grace >= 0 ? { gracePeriodSeconds: grace } : {};
  let isTold = false;
  run.err(`evicting pod ${namespace}/${name}\n`);
  for (;;)
    try {
      if (run.flags.is('disable-eviction')) await run.api.ask(path, { method: 'DELETE', body: deleteOptions });
      else
        await run.api.ask(`${path}/eviction`, {
          method: 'POST',
          body: { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace }, deleteOptions },
        });
      return;
    } catch (error) {
      if (!(error instanceof ServerError)) throw error;
      if (error.refusal.reason === 'NotFound') return;
      const said = `error when evicting pods/${JSON.stringify(name)} -n ${JSON.stringify(namespace)}`;
      if (error.refusal.reason !== 'TooManyRequests') throw failed(`${said}: ${error.refusal.message}`);
      if (!isTold) run.err(`${said} (will retry after 5s): ${error.refusal.message}\n`);
      isTold = true;
      if (!(await run.pause())) throw failed(`${said}: global timeout reached: 0s`);
    }
}

/** Pods that may not be evicted, by why. */
class DrainError extends KubectlError {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.length === 1 ? (problems[0] ?? '') : `[${problems.join(', ')}]`);
    this.name = 'DrainError';
    this.problems = problems;
  }
}

async function drainOne(run: Run, node: Found): Promise<void> {
  const { api } = run;
  const pods = await api.list(await kindNamed(api, 'pods'), undefined, {
    fieldSelector: `spec.nodeName=${node.item.metadata.name}`,
    labelSelector: run.flags.value('pod-selector'),
  });
  const sets = await api.list(await kindNamed(api, 'daemonsets'), undefined);
  const daemons = new Set(sets.map(nameOf));
  const fates = pods.map((pod) => ({ pod, ...fateOf(pod, daemons, run) }));
  const problems = grouped(fates.flatMap(({ pod, error }) => (error === undefined ? [] : [{ pod, said: error }])));
  if (problems.length > 0) {
    const said = problems.map((one) => `cannot delete ${one}`);
    throw new DrainError(said);
  }
  const warned = grouped(fates.flatMap(({ pod, warning }) => (warning === undefined ? [] : [{ pod, said: warning }])));
  if (warned.length > 0) run.err(`Warning: ${warned.join('; ')}\n`);
  const leaving = fates.filter(({ evict: goes }) => goes).map(({ pod }) => pod);
  const dryRun = dryRunOf(run);
  if (dryRun !== 'none') {
    const suffix = dryRun === 'client' ? ' (dry run)' : ' (server dry run)';
    for (const pod of leaving) run.out(`evicting pod ${nameOf(pod)}${suffix}\n`);
    return;
  }
  for (const pod of leaving) await evict(run, pod);
  let left = leaving;
  while (left.length > 0) {
    const states = await Promise.all(left.map(async (pod) => ({ pod, gone: await isGone(run, pod) })));
    for (const { pod, gone } of states) if (gone) run.out(`pod/${pod.metadata.name} evicted\n`);
    left = states.filter(({ gone }) => !gone).map(({ pod }) => pod);
    if (left.length > 0 && !(await run.pause()))
      throw failed(
        `error when waiting for pod ${JSON.stringify(left[0]?.metadata.name)} in namespace ${JSON.stringify(left[0]?.metadata.namespace)} to terminate: global timeout reached: 0s`,
      );
  }
}

async function drain(run: Run): Promise<void> {
  const nodes = await nodesOf(run);
  await cordonAll(run, nodes, true);
  const failures: { name: string; error: KubectlError }[] = [];
  for (const node of nodes)
    try {
      await drainOne(run, node);
      report(run, node, 'drained');
    } catch (error) {
      if (!(error instanceof KubectlError)) throw error;
      const { name } = node.item.metadata;
      failures.push({ name, error });
      run.err(
        `error: unable to drain node ${JSON.stringify(name)} due to error: ${error.message.replace(/^error: /, '')}, continuing command...\n`,
      );
    }
  if (failures.length === 0) return;
  run.err(`There are pending nodes to be drained:\n${failures.map(({ name }) => ` ${name}\n`).join('')}`);
  const lines = failures.flatMap(({ error }) =>
    error instanceof DrainError ? error.problems : [error.message.replace(/^error: /, '')],
  );
  throw new KubectlError(lines.length === 1 ? `error: ${lines[0]}` : lines.join('\n'));
}

interface Taint {
  key: string;
  value?: string;
  effect?: string;
}

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
const KEY = /^(?:[a-z0-9](?:[a-z0-9.-]{0,252})\/)?[A-Za-z0-9](?:[\w.-]{0,62})$/;

/** `key=value:Effect`, `key:Effect`, `key` (kubectl/pkg/cmd/taint/utils.go). */
function readTaint(spec: string): Taint {
  const refuse = (why = ''): never => {
    throw misused('taint', `invalid taint spec: ${spec}${why}`);
  };
  const [pair = '', effect, ...more] = spec.split(':');
  if (more.length > 0) refuse();
  if (effect !== undefined && !EFFECTS.includes(effect))
    throw misused('taint', `invalid taint effect: ${effect}, unsupported taint effect`);
  const [key = '', value, ...others] = pair.split('=');
  if (others.length > 0 || (effect === undefined && value !== undefined)) refuse();
  if (!KEY.test(key))
    refuse(
      `, name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')`,
    );
  return {
    key,
    ...(value === undefined || value === '' ? {} : { value }),
    ...(effect === undefined ? {} : { effect }),
  };
}

const isTaint = (word: string): boolean => word.includes('=') || word.includes(':') || word.endsWith('-');
const isAlike = (one: Taint, other: Taint): boolean =>
  one.key === other.key && (other.effect === undefined || one.effect === other.effect);
const taintsOf = (node: Item): Taint[] =>
  list(node, 'spec.taints').map((one) => {
    const [value, effect] = [text(one, 'value'), text(one, 'effect')];
    return { key: text(one, 'key'), ...(value === '' ? {} : { value }), effect };
  });
const taintText = ({ key, value, effect }: Taint): string =>
  `${key}${value === undefined ? '' : `=${value}`}${effect === undefined ? '' : `:${effect}`}`;

async function taint(run: Run): Promise<void> {
  const { args, flags, api } = run;
  const from = args.findIndex(isTaint);
  const [resources, specs] = from < 0 ? [args, []] : [args.slice(0, from), args.slice(from)];
  const late = specs.find((word) => !isTaint(word));
  if (late !== undefined) throw failed(`all resources must be specified before taint changes: ${late}`);
  const [type = '', ...names] = resources;
  if (type === '') throw failed('one or more resources must be specified as <resource> <name>');
  if (specs.length === 0) throw failed('at least one taint update is required');
  const kind = await kindNamed(api, type.split('/')[0] ?? '');
  if (kind.kind !== 'Node') throw failed(`invalid resource type ${type}, only node types are supported`);
  const add = specs.filter((spec) => !spec.endsWith('-')).map(readTaint);
  const bare = add.find(({ effect }) => effect === undefined);
  if (bare) throw misused('taint', `invalid taint spec: ${taintText(bare)}`);
  const remove = specs.filter((spec) => spec.endsWith('-')).map((spec) => readTaint(spec.slice(0, -1)));
  const both = add.filter((one) => remove.some((other) => isAlike(one, other)));
  if (both.length > 0)
    throw failed(
      `can not both modify and remove the following taint(s) in the same command: ${both.map(taintText).join(', ')}`,
    );
  const all = flags.is('all') || flags.has('selector');
  if (!all && names.length === 0 && !type.includes('/'))
    throw failed("at least one resource name must be specified since 'all' parameter is not set");
  const meant = type.includes('/') ? resources.map((word) => word.split('/')[1] ?? '') : names;
  const { found, errors } = await fetchAll(
    api,
    all
      ? { by: 'kind', kinds: [kind], labels: flags.value('selector'), fields: undefined }
      : { by: 'name', single: meant.length === 1, items: meant.map((name) => ({ kind, name })) },
    undefined,
  );
  thrownTogether(errors);
  for (const node of found) await taintOne(run, node, add, remove);
}

async function taintOne(run: Run, node: Found, add: readonly Taint[], remove: readonly Taint[]): Promise<void> {
  const before = taintsOf(node.item);
  const { name } = node.item.metadata;
  const overwrites = run.flags.is('overwrite');
  const taken = add.filter((one) => before.some((other) => isAlike(one, other)));
  if (taken.length > 0 && !overwrites)
    throw failed(
      `node ${name} already has ${taken.map(({ key }) => key).join(',')} taint(s) with same effect(s) and --overwrite is false`,
    );
  const kept = before.filter((one) => !add.some((other) => isAlike(one, other)));
  const missing = remove.find((one) => !kept.some((other) => isAlike(other, one)));
  if (missing) throw failed(`taint ${JSON.stringify(taintText(missing))} not found`);
  const after = [...add, ...kept.filter((one) => !remove.some((other) => isAlike(one, other)))];
  const isAdded = add.some((one) => !before.some((other) => isAlike(one, other)));
  const done = (isAdded && remove.length > 0) || overwrites ? 'modified' : isAdded ? 'tainted' : 'untainted';
  const dryRun = dryRunOf(run);
  if (dryRun !== 'client')
    await run.api.ask(pathOfFound(node), {
      ...{ method: 'PATCH', type: 'application/merge-patch+json', query: dryRunQuery(dryRun) },
      body: { spec: { taints: after.length > 0 ? after : null } },
    });
  report(run, node, done);
}

export const CORDON_COMMAND = cordon('cordon', 'Mark node as unschedulable', true);
export const UNCORDON_COMMAND = cordon('uncordon', 'Mark node as schedulable', false);
export const DRAIN_COMMAND: Command = {
  name: 'drain',
  short: 'Drain node in preparation for maintenance',
  flags: [
    ...FLAGS,
    { name: 'force', type: 'bool' },
    { name: 'ignore-daemonsets', type: 'bool' },
    { name: 'delete-emptydir-data', type: 'bool' },
    { name: 'disable-eviction', type: 'bool' },
    { name: 'grace-period', type: 'int' },
    { name: 'timeout', type: 'value' },
    { name: 'pod-selector', type: 'value' },
    { name: 'skip-wait-for-delete-timeout', type: 'int' },
    { name: 'chunk-size', type: 'int' },
  ],
  run: drain,
};
export const TAINT_COMMAND: Command = {
  name: 'taint',
  short: 'Update the taints on one or more nodes',
  flags: [...FLAGS, { name: 'all', type: 'bool' }, { name: 'overwrite', type: 'bool' }],
  run: taint,
};
