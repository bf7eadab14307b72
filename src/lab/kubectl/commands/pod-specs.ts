import { isObject } from '../../../core/json.ts';
import type { Item } from '../api.ts';
import type { Run } from '../command.ts';
import { failed } from '../errors.ts';
import { fetchManifest } from '../manifest.ts';
import { at, list, text } from '../read.ts';
import { dryRunOf, dryRunQuery, report } from '../report.ts';
import { type Found, fetchAll, pathOfFound, readTargets, thrownTogether } from '../targets.ts';

const PATHS: Readonly<Record<string, string>> = {
  Pod: 'spec',
  CronJob: 'spec.jobTemplate.spec.template.spec',
};

/** Where an object's Pods are told of; undefined where it has none (polymorphichelpers, updatePodSpecForObject). */
export const specPath = (item: Item): string | undefined =>
  PATHS[item.kind] ?? (at(item, 'spec.template.spec') === undefined ? undefined : 'spec.template.spec');

/** `a.b` and a value -> `{ a: { b: value } }`. */
export const nested = (path: string, value: unknown): Record<string, unknown> => {
  const [first = '', ...rest] = path.split('.');
  return { [first]: rest.length === 0 ? value : nested(rest.join('.'), value) };
};

export type Containers = 'containers' | 'initContainers';

/** An object's containers, with the init containers behind them. */
export const containersIn = (item: Item): { of: Containers; container: Record<string, unknown>; name: string }[] => {
  const path = specPath(item) ?? 'spec';
  return (['containers', 'initContainers'] as const).flatMap((of) =>
    list(item, `${path}.${of}`)
      .filter(isObject)
      .map((container) => ({ of, container, name: text(container, 'name') })),
  );
};

/** `web*` as kubectl matches names of containers: only `*` stands for more. */
export const selects = (pattern: string, name: string): boolean => {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return name === pattern;
  if (!name.startsWith(first)) return false;
  let from = first.length;
  for (const [i, part] of rest.entries()) {
    const found =
      i === rest.length - 1 ? (name.endsWith(part) ? name.length - part.length : -1) : name.indexOf(part, from);
    if (found < from) return false;
    from = found + part.length;
  }
  return true;
};

/** Words that are resources, and those that say what to change: the first with a mark of those begins them. */
export function splitChanges(words: readonly string[], isChange: (word: string) => boolean): [string[], string[]] {
  const from = words.findIndex(isChange);
  if (from < 0) return [[...words], []];
  const [resources, changes] = [words.slice(0, from), words.slice(from)];
  const late = changes.find((word) => !isChange(word));
  if (late !== undefined)
    throw failed(`all resources must be specified before ${late.includes('=') ? 'changes' : 'label changes'}: ${late}`);
  return [resources, changes];
}

/** The objects that a changing command means. */
export async function chosenBy(run: Run, resources: readonly string[], what: string): Promise<Found[]> {
  const { flags, api } = run;
  if (resources.length === 0 && !flags.has('filename'))
    throw failed(`one or more resources must be specified as <resource> <name> or <resource>/<name>`);
  const { found, errors } = flags.has('filename')
    ? await fetchManifest(run, what)
    : await fetchAll(
        api,
        await readTargets(api, resources, {
          ...{ labels: flags.value('selector'), fields: flags.value('field-selector'), all: flags.is('all') },
        }),
        run.everywhere ? undefined : run.namespace,
      );
  thrownTogether(errors);
  return found;
}

/** Sends a strategic merge patch, and says what was done. */
export async function patchAndSay(run: Run, found: Found, body: Record<string, unknown>, done: string): Promise<void> {
  const dryRun = dryRunOf(run);
  const { kind } = found;
  if (dryRun === 'client') return report(run, found, done);
  const value = await run.api.ask(pathOfFound(found), {
    ...{ method: 'PATCH', type: 'application/strategic-merge-patch+json', body },
    query: { fieldManager: run.flags.value('field-manager') ?? managerOf(run), ...dryRunQuery(dryRun) },
  });
  report(run, { kind, item: isItemLike(value) ? value : found.item }, done);
}

const isItemLike = (value: unknown): value is Item =>
  isObject(value) && typeof value.apiVersion === 'string' && typeof value.kind === 'string' && isObject(value.metadata);

/** Who changed a field, as managed fields tell: `kubectl-set`, `kubectl-rollout`. */
const managerOf = ({ path }: Run): string => `kubectl-${path.split(' ')[0] ?? ''}`;
