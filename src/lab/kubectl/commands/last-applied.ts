import { parseJson } from '../../../core/json.ts';
import type { Run } from '../command.ts';
import { failed } from '../errors.ts';
import { prettyJson } from '../print/json.ts';
import { toYaml } from '../print/yaml.ts';
import { fetchAll, readTargets, thrownTogether } from '../targets.ts';

/** Where `apply` keeps the manifest that it was given. */
export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** The manifest of the last `apply` of each object. */
export async function lastApplied(run: Run): Promise<void> {
  const targets = await readTargets(run.api, run.args, {
    labels: run.flags.value('selector'),
    all: run.flags.is('all'),
  });
  const { found, errors } = await fetchAll(run.api, targets, run.namespace);
  for (const { item } of found) {
    const value = parseJson(item.metadata.annotations?.[LAST_APPLIED] ?? '');
    if (value === undefined)
      throw failed(`no last-applied-configuration annotation found on resource: ${item.metadata.name}`);
    run.out(run.flags.value('output') === 'json' ? prettyJson(value) : toYaml(value));
  }
  thrownTogether(errors);
}
