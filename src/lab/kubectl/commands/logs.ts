import { isObject } from '../../../core/json.ts';
import { readDuration } from '../../engine/duration.ts';
import type { Item } from '../api.ts';
import { type Command, type Run, SELECTOR } from '../command.ts';
import { selectorText } from '../describe/words.ts';
import { failed, misused, ServerError } from '../errors.ts';
import { at, list, map, text } from '../read.ts';
import { kindNamed } from '../targets.ts';

const DEFAULT = 'kubectl.kubernetes.io/default-container';

export const logOf = (run: Run, namespace: string, pod: string, query: Readonly<Record<string, string | undefined>>) =>
  run.api.text(`/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${encodeURIComponent(pod)}/log`, { query });

interface Named {
  name: string;
  where: 'containers' | 'initContainers' | 'ephemeralContainers';
}

export const containersOf = (pod: Item): Named[] =>
  (['containers', 'initContainers', 'ephemeralContainers'] as const).flatMap((where) =>
    list(pod, `spec.${where}`).map((one) => ({ name: text(one, 'name'), where })),
  );

/** `app, sidecar, setup (init)`: as podcmd.AllContainerNames lists them. */
const namesText = (containers: readonly Named[]): string =>
  containers
    .map(({ name, where }) =>
      where === 'initContainers' ? `${name} (init)` : where === 'ephemeralContainers' ? `${name} (ephem)` : name,
    )
    .join(', ');

/** The container that is meant where none is named, with a word about it where there are several. */
export function defaultContainer(run: Run, pod: Item): string {
  const all = containersOf(pod);
  const marked = pod.metadata.annotations?.[DEFAULT] ?? '';
  if (all.some(({ name }) => name === marked)) return marked;
  const [first] = all;
  if (all.length > 1) run.err(`Defaulted container ${JSON.stringify(first?.name)} out of: ${namesText(all)}\n`);
  return first?.name ?? '';
}

const isReady = (pod: Item): boolean =>
  list(pod, 'status.conditions').some((one) => text(one, 'type') === 'Ready' && text(one, 'status') === 'True');

/** The Pod whose log is most worth reading comes first (kubectl/pkg/util/podutils, ByLogging). */
function byLogging(one: Item, other: Item): number {
  const placed = (pod: Item): number => (text(pod, 'spec.nodeName') === '' ? 1 : 0);
  const phase = (pod: Item): number => ['Running', 'Unknown', 'Pending'].indexOf(text(pod, 'status.phase'));
  const since = (pod: Item): string => pod.metadata.creationTimestamp ?? '';
  return (
    placed(one) - placed(other) ||
    phase(one) - phase(other) ||
    Number(isReady(other)) - Number(isReady(one)) ||
    (since(one) < since(other) ? 1 : since(one) > since(other) ? -1 : 0)
  );
}

/** The Pod that `deploy/web` stands for, with a word where there are several. */
export async function podOf(run: Run, word: string): Promise<Item> {
  const [type = '', name] = word.split('/');
  const pods = await kindNamed(run.api, 'pods');
  if (name === undefined) return run.api.get(pods, run.namespace, type);
  const kind = await kindNamed(run.api, type);
  const item = await run.api.get(kind, run.namespace, name);
  if (item.kind === 'Pod') return item;
  const selector = at(item, 'spec.selector');
  const labelSelector =
    item.kind === 'Service'
      ? Object.entries(map(item, 'spec.selector'))
          .map(([key, value]) => `${key}=${value}`)
          .join(',')
      : isObject(selector)
        ? selectorText(selector)
        : '';
  if (labelSelector === '')
    throw failed(`cannot get the logs from *${item.kind}: selector for ${item.kind} not implemented`);
  let found: Item[] = [];
  do found = await run.api.list(pods, run.namespace, { labelSelector });
  while (found.length === 0 && (await run.pause()));
  const [first] = found.toSorted(byLogging);
  if (!first) throw failed('timed out waiting for the condition');
  if (found.length > 1) run.err(`Found ${found.length} pods, using pod/${first.metadata.name}\n`);
  return first;
}

/** `logs` says of what is not there also where it is not. */
const renamed =
  ({ namespace }: Run) =>
  (error: unknown): never => {
    if (error instanceof ServerError && error.refusal.reason === 'NotFound')
      throw failed(`error from server (NotFound): ${error.refusal.message} in namespace ${JSON.stringify(namespace)}`);
    throw error;
  };

const USAGE =
  "expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for the logs command";

async function printLog(run: Run, pod: Item, container: string): Promise<void> {
  const { flags } = run;
  const known = containersOf(pod);
  if (!known.some(({ name }) => name === container))
    throw failed(`container ${container} is not valid for pod ${pod.metadata.name}`);
  const since = flags.value('since');
  const ms = since === undefined ? undefined : readDuration(since);
  if (since !== undefined && ms === undefined)
    throw failed(
      `invalid argument ${JSON.stringify(since)} for "--since" flag: time: invalid duration ${JSON.stringify(since)}\nSee 'kubectl logs --help' for usage.`,
    );
  const tail = flags.int('tail') ?? (flags.has('selector') ? 10 : -1);
  const log = await logOf(run, run.namespace, pod.metadata.name, {
    container,
    ...(flags.is('previous') ? { previous: 'true' } : {}),
    ...(flags.is('timestamps') ? { timestamps: 'true' } : {}),
    ...(tail >= 0 ? { tailLines: `${tail}` } : {}),
    ...(ms === undefined ? {} : { sinceSeconds: `${Math.round(ms / 1000)}` }),
    sinceTime: flags.value('since-time'),
    limitBytes: flags.value('limit-bytes'),
  });
  const prefix = `[pod/${pod.metadata.name}/${container}] `;
  run.out(flags.is('prefix') ? log.replace(/^(?=.)/gm, prefix) : log);
}

export const LOGS_COMMAND: Command = {
  name: 'logs',
  short: 'Print the logs for a container in a pod',
  flags: [
    SELECTOR,
    { name: 'follow', short: 'f', type: 'bool' },
    { name: 'previous', short: 'p', type: 'bool' },
    { name: 'container', short: 'c', type: 'value' },
    { name: 'all-containers', type: 'bool' },
    { name: 'all-pods', type: 'bool' },
    { name: 'timestamps', type: 'bool' },
    { name: 'prefix', type: 'bool' },
    { name: 'tail', type: 'int' },
    { name: 'since', type: 'value' },
    { name: 'since-time', type: 'value' },
    { name: 'limit-bytes', type: 'value' },
    { name: 'max-log-requests', type: 'int' },
    { name: 'ignore-errors', type: 'bool' },
    { name: 'pod-running-timeout', type: 'value' },
  ],
  async run(run) {
    const { args, flags } = run;
    if (flags.is('follow')) run.hint('follow');
    const [word, inline, ...more] = args;
    if ((word === undefined && !flags.has('selector')) || more.length > 0) throw misused('logs', USAGE);
    if (word !== undefined && flags.has('selector'))
      throw misused('logs', 'only a selector (-l) or a POD name is allowed');
    const named = flags.value('container') ?? inline;
    if (flags.is('all-containers') && named !== undefined)
      throw failed(`--all-containers=true should not be specified with container name ${named}`);
    const pods =
      word === undefined
        ? await run.api.list(await kindNamed(run.api, 'pods'), run.namespace, {
            labelSelector: flags.value('selector'),
          })
        : [await podOf(run, word).catch(renamed(run))];
    if (pods.length === 0) run.err(`No resources found in ${run.namespace} namespace.\n`);
    for (const pod of pods) {
      const all = containersOf(pod);
      const meant = flags.is('all-containers')
        ? [
            ...all.filter(({ where }) => where === 'initContainers'),
            ...all.filter(({ where }) => where !== 'initContainers'),
          ]
        : [{ name: named ?? defaultContainer(run, pod) }];
      for (const { name } of meant) await printLog(run, pod, name);
    }
  },
};
