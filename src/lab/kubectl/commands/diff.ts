import { apiVersionOf } from '../../kinds/row.ts';
import { type Item, type Kind, pathOf } from '../api.ts';
import { type Command, FIELD_MANAGER, FILES, SELECTOR } from '../command.ts';
import { KubectlError, ServerError } from '../errors.ts';
import { unifiedDiff } from '../print/diff.ts';
import { withoutManaged } from '../print/output.ts';
import { toYaml } from '../print/yaml.ts';
import { forEachWanted, patchOf, send } from './apply.ts';

/** `apps.v1.Deployment.default.web`: what kubectl calls the files that it compares. */
const fileOf = (kind: Kind, { metadata }: Item): string =>
  [...apiVersionOf(kind).split('/'), kind.kind, metadata.namespace ?? '', metadata.name].join('.');

/** Values of a Secret are not shown; that they differ is. */
function masked(item: Item, other: Item | undefined, side: string): Item {
  const { data } = item;
  if (item.kind !== 'Secret' || typeof data !== 'object' || data === null) return item;
  const before: unknown = other?.data;
  const values = Object.entries(data).map(([key, value]) => {
    const isSame = typeof before === 'object' && before !== null && Reflect.get(before, key) === value;
    return [key, isSame ? '***' : `*** (${side})`];
  });
  return { ...item, data: Object.fromEntries(values) };
}

export const DIFF_COMMAND: Command = {
  name: 'diff',
  short: 'Diff the live version against a would-be applied version',
  flags: [
    ...FILES,
    ...[SELECTOR, FIELD_MANAGER],
    { name: 'server-side', type: 'bool' },
    { name: 'force-conflicts', type: 'bool' },
    { name: 'show-managed-fields', type: 'bool' },
  ],
  async run(run) {
    let differs = false;
    await forEachWanted(run, async ({ kind, item }) => {
      const { namespace, name } = item.metadata;
      const query = { dryRun: 'All', fieldManager: 'kubectl-client-side-apply' };
      let found: Item | undefined;
      try {
        found = await run.api.get(kind, namespace ?? '', name);
      } catch (error) {
        if (!(error instanceof ServerError) || error.refusal.reason !== 'NotFound') throw error;
      }
      const merged = found
        ? await send(run, pathOf(kind, namespace, name), {
            ...{ method: 'PATCH', type: 'application/strategic-merge-patch+json', body: patchOf(found, item), query },
          })
        : await send(run, pathOf(kind, namespace), { method: 'POST', body: item, query });
      const text = (one: Item | undefined, other: Item | undefined, side: string): string =>
        one === undefined ? '' : toYaml(masked(withoutManaged(one), other, side));
      const said = unifiedDiff(text(found, merged, 'before'), text(merged, found, 'after'));
      if (said === '') return;
      differs = true;
      const file = fileOf(kind, item);
      run.out(`diff -u -N LIVE/${file} MERGED/${file}\n--- LIVE/${file}\n+++ MERGED/${file}\n${said}`);
    });
    if (differs) throw new KubectlError('', 1);
  },
};
