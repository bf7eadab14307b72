import { isObject, parseJson } from '../../../core/json.ts';
import { type Asked, type Item, isItem, pathOf } from '../api.ts';
import { type Command, DRY_RUN, FIELD_MANAGER, FILES, OUTPUT, type Run, SELECTOR } from '../command.ts';
import { failed, KubectlError, misused, ServerError, whileDoing } from '../errors.ts';
import { readManifest, type Wanted } from '../manifest.ts';
import { threeWayPatch, typeOf } from '../merging.ts';
import { compactJson } from '../print/json.ts';
import { dryRunOf, dryRunQuery, report } from '../report.ts';
import { thrownTogether } from '../targets.ts';
import { LAST_APPLIED, lastApplied } from './last-applied.ts';

export const asItem = (value: unknown): Item => {
  if (!isItem(value)) throw failed('the server answered with what is no object');
  return value;
};

/** How strictly the API reads a manifest: kubectl's own default is to refuse what it does not know. */
export const validation = (run: Run): string => {
  const value = run.flags.value('validate');
  return value === undefined || value === 'true' || value === 'strict'
    ? 'Strict'
    : value === 'warn'
      ? 'Warn'
      : value === 'ignore' || value === 'false'
        ? 'Ignore'
        : 'Strict';
};

/** Sends an object; gives it as it is then. */
export const send = async (run: Run, path: string, asked: Asked): Promise<Item> =>
  asItem(await run.api.ask(path, asked));

function marked(item: Item): Item {
  const { [LAST_APPLIED]: _, ...annotations } = item.metadata.annotations ?? {};
  const bare = { ...item, metadata: { ...item.metadata, annotations } };
  const whole = { ...annotations, [LAST_APPLIED]: `${compactJson(bare)}\n` };
  return { ...item, metadata: { ...item.metadata, annotations: whole } };
}

async function current(run: Run, { kind, item }: Wanted): Promise<Item | undefined> {
  try {
    return await run.api.get(kind, item.metadata.namespace ?? '', item.metadata.name);
  } catch (error) {
    if (error instanceof ServerError && error.refusal.reason === 'NotFound') return undefined;
    throw error;
  }
}

const CONFLICT_HELP = `
Please review the fields above--they currently have other managers. Here
are the ways you can resolve this warning:
* If you intend to manage all of these fields, please re-run the apply
  command with the \`--force-conflicts\` flag.
* If you do not intend to manage all of the fields, please edit your
  manifest to remove references to the fields that should keep their
  current managers.
* You may co-own fields by updating your manifest to match the existing
  value; in this case, you'll become the manager if the other manager(s)
  stop managing the field (remove it from their configuration).
See https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts`;

async function applyServerSide(run: Run, wanted: Wanted): Promise<void> {
  const { kind, item } = wanted;
  const dryRun = dryRunOf(run);
  if (dryRun === 'client')
    throw failed(`--dry-run=client doesn't work with --server-side (did you mean --dry-run=server instead?)`);
  try {
    const path = pathOf(kind, item.metadata.namespace, item.metadata.name);
    const query = {
      fieldManager: run.flags.value('field-manager') ?? 'kubectl',
      force: `${run.flags.is('force-conflicts')}`,
      fieldValidation: validation(run),
      ...dryRunQuery(dryRun),
    };
    const applied = await send(run, path, { method: 'PATCH', type: 'application/apply-patch+yaml', body: item, query });
    report(run, { kind, item: applied }, 'serverside-applied');
  } catch (error) {
    if (error instanceof ServerError && error.refusal.reason === 'Conflict')
      throw failed(`${error.refusal.message}${CONFLICT_HELP}`);
    throw error;
  }
}

/** The patch that makes the object what the manifest says; empty where it is so. */
export function patchOf(found: Item, wanted: Item): Record<string, unknown> {
  const before = parseJson(found.metadata.annotations?.[LAST_APPLIED] ?? '');
  const was = isObject(before) ? before : {};
  const patch = threeWayPatch(was, { ...marked(wanted) }, found, typeOf(wanted));
  // The mark alone is a change: another manifest may say the same.
  return patch;
}

async function applyOne(run: Run, wanted: Wanted): Promise<void> {
  if (run.flags.is('server-side')) return applyServerSide(run, wanted);
  const { kind, item } = wanted;
  if (item.metadata.name === undefined || item.metadata.name === '') {
    const generated = String(item.metadata.generateName ?? '');
    throw failed(
      generated === ''
        ? `error when retrieving current configuration of:\nfrom server for: "STDIN": resource name may not be empty`
        : `from ${generated}: cannot use generate name with apply`,
    );
  }
  const dryRun = dryRunOf(run);
  const query = {
    fieldManager: run.flags.value('field-manager') ?? 'kubectl-client-side-apply',
    fieldValidation: validation(run),
    ...dryRunQuery(dryRun),
  };
  const found = await current(run, wanted);
  if (!found) {
    try {
      const body = marked(item);
      const made =
        dryRun === 'client'
          ? body
          : await send(run, pathOf(kind, item.metadata.namespace), { method: 'POST', body, query });
      report(run, { kind, item: made }, 'created');
    } catch (error) {
      throw whileDoing(error, 'creating');
    }
    return;
  }
  if (dryRun === 'client') return report(run, { kind, item: marked(item) }, 'configured');
  if (found.metadata.annotations?.[LAST_APPLIED] === undefined)
    run.err(
      `Warning: resource ${kind.plural}/${item.metadata.name} is missing the ${LAST_APPLIED} annotation which is required by kubectl apply. kubectl apply should only be used on resources created declaratively by either kubectl create --save-config or kubectl apply. The missing annotation will be patched automatically.\n`,
    );
  const patch = patchOf(found, item);
  if (Object.keys(patch).length === 0) return report(run, { kind, item: found }, 'unchanged');
  const path = pathOf(kind, item.metadata.namespace, item.metadata.name);
  try {
    const body = patch;
    const changed = await send(run, path, {
      method: 'PATCH',
      type: 'application/strategic-merge-patch+json',
      body,
      query,
    });
    report(run, { kind, item: changed }, 'configured');
  } catch (error) {
    if (!(error instanceof ServerError) || error.refusal.reason === 'Invalid') throw error;
    throw whileDoing(error, 'applying');
  }
}

const meetsLabels = (item: Item, selector: string | undefined): boolean =>
  (selector ?? '')
    .split(',')
    .filter((one) => one !== '')
    .every((one) => {
      const [key = '', value] = one.split(/==?/);
      return value === undefined ? key in (item.metadata.labels ?? {}) : item.metadata.labels?.[key] === value;
    });

/** Does the same with each object of a manifest; what goes wrong with one does not keep the others. */
export async function forEachWanted(run: Run, work: (wanted: Wanted) => Promise<void>): Promise<void> {
  const { wanted, errors } = await readManifest(run);
  for (const one of wanted.filter(({ item }) => meetsLabels(item, run.flags.value('selector'))))
    try {
      await work(one);
    } catch (error) {
      if (!(error instanceof KubectlError)) throw error;
      errors.push(error);
    }
  thrownTogether(errors);
}

export const VALIDATE = { name: 'validate', type: 'value', bare: 'strict' } as const;

export const APPLY_COMMAND: Command = {
  name: 'apply',
  short: 'Apply a configuration to a resource by file name or stdin',
  flags: [
    ...FILES,
    ...OUTPUT,
    ...[DRY_RUN, FIELD_MANAGER, SELECTOR, VALIDATE],
    { name: 'server-side', type: 'bool' },
    { name: 'force-conflicts', type: 'bool' },
    { name: 'force', type: 'bool' },
    { name: 'overwrite', type: 'bool' },
    { name: 'wait', type: 'bool' },
    { name: 'prune', type: 'bool' },
    { name: 'all', type: 'bool' },
  ],
  children: [
    {
      name: 'view-last-applied',
      short: 'View the latest last-applied-configuration annotations of a resource/object',
      flags: [...FILES, ...OUTPUT, SELECTOR, { name: 'all', type: 'bool' }],
      run: lastApplied,
    },
  ],
  async run(run) {
    const { args, flags } = run;
    if (args.length > 0) throw misused('apply', `Unexpected args: [${args.join(' ')}]`);
    if (flags.is('force-conflicts') && !flags.is('server-side'))
      throw failed('--force-conflicts only works with --server-side');
    if (flags.is('prune')) throw failed('--prune is not there in a chat; delete what is no longer wanted by its name');
    await forEachWanted(run, (wanted) => applyOne(run, wanted));
  },
};
