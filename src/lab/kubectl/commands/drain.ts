import type { Item } from '../api.ts';
import type { Command, Run } from '../command.ts';
import { failed, KubectlError, ServerError } from '../errors.ts';
import { at, list, text } from '../read.ts';
import { dryRunOf, report } from '../report.ts';
import { type Found, kindNamed } from '../targets.ts';
import { cordonAll, NODE_FLAGS, nodesOf } from './cordon.ts';

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

export const DRAIN_COMMAND: Command = {
  name: 'drain',
  short: 'Drain node in preparation for maintenance',
  flags: [
    ...NODE_FLAGS,
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
