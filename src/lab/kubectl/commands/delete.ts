import { ALL_NAMESPACES, type Command, DRY_RUN, FIELDS, FILES, OUTPUT, type Run, SELECTOR } from '../command.ts';
import { failed, KubectlError, ServerError } from '../errors.ts';
import { fetchManifest } from '../manifest.ts';
import { dryRunOf, dryRunQuery } from '../report.ts';
import { type Found, fetchAll, pathOfFound, readTargets, thrownTogether } from '../targets.ts';

const IMMEDIATE =
  'Immediate deletion does not wait for confirmation that the running resource has been terminated. The resource may continue to run on the cluster indefinitely.';

/** How a deletion is asked for (meta/v1 DeleteOptions). */
function howToDelete(run: Run): Record<string, unknown> {
  const { flags } = run;
  const grace = flags.is('now') ? 1 : flags.is('force') ? (flags.int('grace-period') ?? 0) : flags.int('grace-period');
  const cascade = flags.value('cascade') ?? 'background';
  const propagation = {
    background: 'Background',
    foreground: 'Foreground',
    orphan: 'Orphan',
    true: 'Background',
    false: 'Orphan',
  }[cascade];
  if (propagation === undefined)
    throw failed(`Invalid cascade value (${cascade}). Must be "background", "foreground", or "orphan".`);
  return {
    propagationPolicy: propagation,
    ...(grace === undefined || grace < 0 ? {} : { gracePeriodSeconds: grace }),
    ...(dryRunOf(run) === 'server' ? { dryRun: ['All'] } : {}),
  };
}

/** Deletes one object, and says so in kubectl's words. */
export async function deleteOne(run: Run, found: Found): Promise<void> {
  const { kind, item } = found;
  const dryRun = dryRunOf(run);
  if (dryRun !== 'client')
    await run.api.ask(pathOfFound(found), { method: 'DELETE', body: howToDelete(run), query: dryRunQuery(dryRun) });
  const name = kind.group === '' ? kind.singular : `${kind.singular}.${kind.group}`;
  const done = run.flags.is('force') && (run.flags.int('grace-period') ?? 0) <= 0 ? 'force deleted' : 'deleted';
  const suffix = { none: '', client: ' (dry run)', server: ' (server dry run)' }[dryRun];
  if (run.flags.value('output') === 'name') run.out(`${name}/${item.metadata.name}\n`);
  else run.out(`${name} "${item.metadata.name}" ${done}${suffix}\n`);
}

export const DELETE_COMMAND: Command = {
  name: 'delete',
  short: 'Delete resources by file names, stdin, resources and names, or by resources and label selector',
  flags: [
    ...FILES,
    ...OUTPUT,
    ...[SELECTOR, FIELDS, ALL_NAMESPACES, DRY_RUN],
    { name: 'all', type: 'bool' },
    { name: 'force', type: 'bool' },
    { name: 'now', type: 'bool' },
    { name: 'grace-period', type: 'int' },
    { name: 'cascade', type: 'value', bare: 'background' },
    { name: 'wait', type: 'bool' },
    { name: 'ignore-not-found', type: 'bool' },
    { name: 'timeout', type: 'value' },
    { name: 'interactive', short: 'i', type: 'bool' },
  ],
  async run(run) {
    const { api, args, flags } = run;
    if (flags.is('all') && flags.has('selector')) throw failed('cannot set --all and --selector at the same time');
    if (flags.is('all') && flags.has('field-selector'))
      throw failed('cannot set --all and --field-selector at the same time');
    if (flags.is('now') && flags.has('grace-period'))
      throw failed('--now and --grace-period cannot be specified together');
    if (flags.is('force') && (flags.int('grace-period') ?? 0) > 0)
      throw failed('--force and --grace-period greater than 0 cannot be specified together');
    const targets = flags.has('filename')
      ? undefined
      : await readTargets(api, args, {
          ...{ labels: flags.value('selector'), fields: flags.value('field-selector') },
          all: flags.is('all'),
        });
    const namespace = run.everywhere ? undefined : run.namespace;
    const { found, errors } = targets ? await fetchAll(api, targets, namespace) : await fetchManifest(run, 'deleting');
    if (flags.is('force') || flags.int('grace-period') === 0) run.err(`Warning: ${IMMEDIATE}\n`);
    const isIgnored = (error: KubectlError): boolean =>
      (flags.is('ignore-not-found') || targets?.by === 'kind') &&
      error instanceof ServerError &&
      error.refusal.reason === 'NotFound';
    for (const one of found)
      try {
        await deleteOne(run, one);
      } catch (error) {
        if (!(error instanceof KubectlError)) throw error;
        errors.push(error);
      }
    if (found.length === 0 && errors.length === 0) run.out('No resources found\n');
    thrownTogether(errors.filter((error) => !isIgnored(error)));
  },
};
