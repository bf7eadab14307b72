import { parseQuantity } from '../../engine/quantity.ts';
import { type Kind, pathOf } from '../api.ts';
import { ALL_NAMESPACES, type Command, FIELDS, FILES, OUTPUT, type Run, SELECTOR } from '../command.ts';
import { failed, KubectlError, misused, ServerError } from '../errors.ts';
import { readField } from '../jsonpath/fill.ts';
import { fetchManifest } from '../manifest.ts';
import { listOf, printerFor } from '../print/output.ts';
import { printTable, type Row, readTable, type Table, tableLines } from '../print/table.ts';
import { fetchAll, readTargets, type Targets, thrownTogether } from '../targets.ts';

const TABLE = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';

interface Part {
  kind: Kind;
  table: Table;
}

/** One value after another, numbers by their value and quantities by theirs. */
function compareValues(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  const [a = '', b = ''] = [one, other].map((value) => (value === undefined || value === null ? '' : String(value)));
  const [first, second] = [parseQuantity(a), parseQuantity(b)];
  if (first && second) return first.value - second.value;
  return a < b ? -1 : a > b ? 1 : 0;
}

const sortRows = (rows: readonly Row[], by: string | undefined): readonly Row[] => {
  if (by === undefined || by === '') return rows;
  const read = readField(by);
  if (rows.length > 0 && rows.every(({ object }) => read(object).length === 0))
    throw failed(`couldn't find any field with path ${JSON.stringify(bracketed(by))} in the list of objects`);
  return rows.toSorted((one, other) => compareValues(read(one.object)[0], read(other.object)[0]));
};

const bracketed = (path: string): string => `{.${path.replace(/^\{?\.?/, '').replace(/\}$/, '')}}`;

async function readTables(run: Run, targets: Targets): Promise<{ parts: Part[]; errors: KubectlError[] }> {
  const { api, flags } = run;
  const namespace = run.everywhere ? undefined : run.namespace;
  const parts: Part[] = [];
  const errors: KubectlError[] = [];
  const includeObject = flags.has('sort-by') ? 'Object' : undefined;
  const asked =
    targets.by === 'name'
      ? targets.items.map(({ kind, name }) => ({ kind, path: pathOf(kind, namespace, name), query: { includeObject } }))
      : targets.kinds.map((kind) => ({
          kind,
          path: pathOf(kind, namespace),
          query: { limit: '500', labelSelector: targets.labels, fieldSelector: targets.fields, includeObject },
        }));
  if (targets.by === 'name' && run.everywhere && targets.items.some(({ kind }) => kind.namespaced))
    throw failed('a resource cannot be retrieved by name across all namespaces');
  for (const { kind, path, query } of asked) {
    try {
      const table = readTable(await api.ask(path, { accept: TABLE, query }));
      if (table) parts.push({ kind, table });
    } catch (error) {
      if (!(error instanceof KubectlError)) throw error;
      const isMissing = error instanceof ServerError && error.refusal.reason === 'NotFound';
      if (!(isMissing && flags.is('ignore-not-found'))) errors.push(error);
    }
  }
  return { parts, errors };
}

/** Answers of one kind that stand beside each other are one table. */
function joined(parts: readonly Part[]): Part[] {
  const all: Part[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last?.kind === part.kind)
      all[all.length - 1] = {
        kind: part.kind,
        table: { columns: last.table.columns, rows: [...last.table.rows, ...part.table.rows] },
      };
    else all.push(part);
  }
  return all;
}

async function printTables(run: Run, targets: Targets): Promise<void> {
  const { flags } = run;
  const { parts, errors } = await readTables(run, targets);
  const isMixed = new Set(parts.map(({ kind }) => kind)).size > 1;
  const isAsked = flags.is('show-kind');
  const labelColumns = flags.all('label-columns');
  const printed = joined(parts).map(({ kind, table }) => {
    const rows = sortRows(table.rows, flags.value('sort-by'));
    const name = kind.group === '' ? kind.singular : `${kind.singular}.${kind.group}`;
    return printTable(
      tableLines(
        { ...table, rows },
        {
          wide: flags.value('output') === 'wide',
          headers: !flags.is('no-headers'),
          showLabels: flags.is('show-labels'),
          ...{ labelColumns },
          withNamespace: run.everywhere && kind.namespaced,
          kindName: isMixed || isAsked ? name : undefined,
        },
      ),
    );
  });
  const shown = printed.filter((text) => text !== '');
  run.out(shown.join(flags.is('no-headers') ? '' : '\n'));
  if (shown.length === 0 && errors.length === 0 && !flags.is('ignore-not-found')) {
    const isHere = !run.everywhere && parts.every(({ kind }) => kind.namespaced);
    run.err(isHere ? `No resources found in ${run.namespace} namespace.\n` : 'No resources found\n');
  }
  thrownTogether(errors);
}

async function printObjects(run: Run, targets: Targets | undefined): Promise<void> {
  const { api, flags } = run;
  const printer = printerFor(flags.value('output'), {
    headers: !flags.is('no-headers'),
    showManaged: flags.is('show-managed-fields'),
  });
  if (!printer) return;
  const { found, errors } = targets
    ? await fetchAll(api, targets, run.everywhere ? undefined : run.namespace)
    : await fetchManifest(run, 'getting');
  const by = flags.value('sort-by');
  const read = by === undefined ? undefined : readField(by);
  const items = found.map(({ item }) => item);
  if (read) items.sort((one, other) => compareValues(read(one)[0], read(other)[0]));
  const isSingle = targets?.by === 'name' && targets.single;
  const left = flags.is('ignore-not-found')
    ? errors.filter((error) => !(error instanceof ServerError && error.refusal.reason === 'NotFound'))
    : errors;
  const [only] = items;
  if (isSingle && left.length > 0) thrownTogether(left);
  if (isSingle && only) run.out(printer(only, items));
  else if (items.length > 0 || !flags.is('ignore-not-found')) run.out(printer(listOf(items), items));
  thrownTogether(left);
}

export const GET_COMMAND: Command = {
  name: 'get',
  short: 'Display one or many resources',
  flags: [
    ...OUTPUT,
    ...FILES,
    ...[ALL_NAMESPACES, SELECTOR, FIELDS],
    { name: 'no-headers', type: 'bool' },
    { name: 'show-labels', type: 'bool' },
    { name: 'show-kind', type: 'bool' },
    { name: 'label-columns', short: 'L', type: 'list' },
    { name: 'sort-by', type: 'value' },
    { name: 'watch', short: 'w', type: 'bool' },
    { name: 'watch-only', type: 'bool' },
    { name: 'ignore-not-found', type: 'bool' },
    { name: 'chunk-size', type: 'int' },
    { name: 'raw', type: 'value' },
    { name: 'subresource', type: 'value' },
    { name: 'output-watch-events', type: 'bool' },
    { name: 'server-print', type: 'bool' },
  ],
  async run(run) {
    const { api, args, flags } = run;
    if (flags.is('watch') || flags.is('watch-only')) run.hint('watch');
    const raw = flags.value('raw');
    if (raw !== undefined) {
      const [path = '', search = ''] = raw.split('?');
      const answered = await api.text(path, { query: Object.fromEntries(new URLSearchParams(search)) });
      run.out(answered);
      return;
    }
    if (flags.has('filename')) {
      if (!flags.has('output')) throw misused('get', 'an output format has to be named for a manifest');
      await printObjects(run, undefined);
      return;
    }
    if (args.length === 0) {
      run.err(
        'You must specify the type of resource to get. Use "kubectl api-resources" for a complete list of supported resources.\n\n',
      );
      throw misused(
        'get',
        'Required resource not specified.\nUse "kubectl explain <resource>" for a detailed description of that resource (e.g. kubectl explain pods).',
      );
    }
    const targets = await readTargets(api, args, {
      ...{ labels: flags.value('selector'), fields: flags.value('field-selector') },
      empty: true,
    });
    const output = flags.value('output') ?? '';
    if (output === '' || output === 'wide') await printTables(run, targets);
    else await printObjects(run, targets);
  },
};
