import type { Item } from '../api.ts';
import type { Command, Run } from '../command.ts';
import { failed, misused } from '../errors.ts';
import { list, text } from '../read.ts';
import { dryRunOf, dryRunQuery, report } from '../report.ts';
import { type Found, fetchAll, kindNamed, pathOfFound, thrownTogether } from '../targets.ts';
import { NODE_FLAGS } from './cordon.ts';

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

export const TAINT_COMMAND: Command = {
  name: 'taint',
  short: 'Update the taints on one or more nodes',
  flags: [...NODE_FLAGS, { name: 'all', type: 'bool' }, { name: 'overwrite', type: 'bool' }],
  run: taint,
};
