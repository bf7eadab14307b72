import { isDeepStrictEqual } from 'node:util';
import {
  ALL_NAMESPACES,
  type Command,
  DRY_RUN,
  FIELD_MANAGER,
  FIELDS,
  FILES,
  OUTPUT,
  type Run,
  SELECTOR,
} from '../command.ts';
import { failed, KubectlError } from '../errors.ts';
import { keys } from '../read.ts';
import { dryRunOf, dryRunQuery, report } from '../report.ts';
import { type Found, pathOfFound } from '../targets.ts';
import { chosenBy, splitChanges } from './pod-specs.ts';

const FLAGS = [
  ...FILES,
  ...OUTPUT,
  ...[SELECTOR, FIELDS, ALL_NAMESPACES, DRY_RUN, FIELD_MANAGER],
  { name: 'all', type: 'bool' },
  { name: 'overwrite', type: 'bool' },
  { name: 'list', type: 'bool' },
  { name: 'local', type: 'bool' },
  { name: 'resource-version', type: 'value' },
] as const;

const isChange = (word: string): boolean => word.includes('=') || word.endsWith('-');

/** Labels' keys and values (apimachinery/pkg/util/validation). */
const VALUE = /^(?:[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?)?$/;
const VALUE_RULE = `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')`;

interface Marks {
  set: Record<string, string>;
  gone: string[];
}

function readChanges(words: readonly string[], checks: boolean): Marks {
  const set: Record<string, string> = {};
  const gone: string[] = [];
  for (const word of words) {
    const equals = word.indexOf('=');
    if (equals < 0) gone.push(word.slice(0, -1));
    else {
      const [key, value] = [word.slice(0, equals), word.slice(equals + 1)];
      if (key === '') throw failed(`invalid label spec: ${word}`);
      if (checks && !VALUE.test(value))
        throw failed(
          value.length > 63
            ? `invalid label value: ${JSON.stringify(word)}: must be no more than 63 bytes`
            : `invalid label value: ${JSON.stringify(word)}: ${VALUE_RULE}`,
        );
      set[key] = value;
    }
  }
  if (gone.some((key) => key in set))
    throw failed(
      checks
        ? 'can not both modify and remove a label in the same command'
        : `can not both modify and remove the following annotation(s) in the same command: ${gone.filter((key) => key in set).join(', ')}`,
    );
  return { set, gone };
}

function listMarks(run: Run, { item, kind }: Found, what: 'labels' | 'annotations', several: boolean): void {
  const marks = item.metadata[what] ?? {};
  if (several) run.out(`Listing ${what} for ${item.kind}.${kind.group}/${item.metadata.name}:\n`);
  for (const key of keys(marks)) run.out(`${several ? ' ' : ''}${key}=${marks[key]}\n`);
}

function refuseOverwriting(run: Run, before: Readonly<Record<string, string>>, { set }: Marks): void {
  if (run.flags.is('overwrite')) return;
  const taken = keys(set).filter((key) => key in before && (run.path === 'annotate' || before[key] !== set[key]));
  if (taken.length === 0) return;
  const said = taken.map((key) => `'${key}' already has a value (${before[key]})`);
  if (run.path === 'label')
    throw new KubectlError(said.map((one) => `error: ${one}, and --overwrite is false`).join('\n'));
  throw failed(`--overwrite is false but found the following declared annotation(s): ${said.join('; ')}`);
}

async function markOne(run: Run, found: Found, marks: Marks): Promise<void> {
  const what = run.path === 'label' ? 'labels' : 'annotations';
  const before = found.item.metadata[what] ?? {};
  refuseOverwriting(run, before, marks);
  for (const key of marks.gone)
    if (what === 'labels' && !(key in before)) run.out(`label ${JSON.stringify(key)} not found.\n`);
  const after = Object.fromEntries(
    Object.entries({ ...before, ...marks.set }).filter(([key]) => !marks.gone.includes(key)),
  );
  const isSame = isDeepStrictEqual(after, before);
  const done =
    what === 'annotations'
      ? 'annotated'
      : isSame
        ? 'not labeled'
        : marks.gone.some((key) => key in before) && keys(marks.set).length === 0
          ? 'unlabeled'
          : 'labeled';
  const dryRun = dryRunOf(run);
  if (dryRun !== 'client' && !(isSame && what === 'labels')) {
    const gone = Object.fromEntries(marks.gone.map((key) => [key, null]));
    await run.api.ask(pathOfFound(found), {
      ...{
        method: 'PATCH',
        type: 'application/merge-patch+json',
        body: { metadata: { [what]: { ...marks.set, ...gone } } },
      },
      query: { fieldManager: run.flags.value('field-manager') ?? `kubectl-${run.path}`, ...dryRunQuery(dryRun) },
    });
  }
  report(run, found, done);
}

async function mark(run: Run): Promise<void> {
  const isLabel = run.path === 'label';
  const [resources, words] = splitChanges(run.args, isChange);
  if (resources.length === 0 && !run.flags.has('filename'))
    throw failed('one or more resources must be specified as <resource> <name> or <resource>/<name>');
  if (words.length === 0 && !run.flags.is('list'))
    throw failed(`at least one ${isLabel ? 'label' : 'annotation'} update is required`);
  const marks = readChanges(words, isLabel);
  const found = await chosenBy(run, resources, isLabel ? 'labeling' : 'annotating');
  for (const one of found)
    if (run.flags.is('list')) listMarks(run, one, isLabel ? 'labels' : 'annotations', found.length > 1);
    else await markOne(run, one, marks);
}

export const LABEL_COMMAND: Command = {
  name: 'label',
  short: 'Update the labels on a resource',
  flags: FLAGS,
  run: mark,
};
export const ANNOTATE_COMMAND: Command = {
  name: 'annotate',
  short: 'Update the annotations on a resource',
  flags: FLAGS,
  run: mark,
};
