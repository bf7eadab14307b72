import { type Command, DRY_RUN, FIELD_MANAGER, OUTPUT, type Run, SELECTOR } from '../command.ts';
import { misused } from '../errors.ts';
import { at } from '../read.ts';
import { dryRunOf, dryRunQuery, report } from '../report.ts';
import { type Found, fetchAll, kindNamed, pathOfFound, thrownTogether } from '../targets.ts';

/** Flags of commands on nodes. */
export const NODE_FLAGS = [...OUTPUT, SELECTOR, DRY_RUN, FIELD_MANAGER] as const;

/** The nodes that a command names, by `node-1` or `node/node-1`. */
export async function nodesOf(run: Run): Promise<Found[]> {
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

export async function cordonAll(run: Run, nodes: readonly Found[], wanted: boolean): Promise<void> {
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
  flags: NODE_FLAGS,
  run: async (run) => cordonAll(run, await nodesOf(run), wanted),
});

export const CORDON_COMMAND = cordon('cordon', 'Mark node as unschedulable', true);

export const UNCORDON_COMMAND = cordon('uncordon', 'Mark node as schedulable', false);
