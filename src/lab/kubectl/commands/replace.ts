import { type Item, pathOf } from '../api.ts';
import { type Command, DRY_RUN, FIELD_MANAGER, FILES, OUTPUT } from '../command.ts';
import { whileDoing } from '../errors.ts';
import { dryRunOf, dryRunQuery, report } from '../report.ts';
import { forEachWanted, send, VALIDATE, validation } from './apply.ts';
import { deleteOne } from './delete.ts';

/** A manifest without a version replaces whatever is there. */
const versioned = (item: Item, found: Item): Item =>
  item.metadata.resourceVersion === undefined && found.metadata.resourceVersion !== undefined
    ? { ...item, metadata: { ...item.metadata, resourceVersion: found.metadata.resourceVersion } }
    : item;

export const REPLACE_COMMAND: Command = {
  name: 'replace',
  short: 'Replace a resource by file name or stdin',
  flags: [
    ...FILES,
    ...OUTPUT,
    ...[DRY_RUN, FIELD_MANAGER, VALIDATE],
    { name: 'force', type: 'bool' },
    { name: 'grace-period', type: 'int' },
    { name: 'cascade', type: 'value', bare: 'background' },
    { name: 'save-config', type: 'bool' },
  ],
  run: (run) =>
    forEachWanted(run, async ({ kind, item }) => {
      const dryRun = dryRunOf(run);
      const query = {
        fieldManager: run.flags.value('field-manager') ?? 'kubectl-replace',
        fieldValidation: validation(run),
        ...dryRunQuery(dryRun),
      };
      const { namespace, name } = item.metadata;
      try {
        const found = await run.api.get(kind, namespace ?? '', name);
        if (dryRun === 'client') return report(run, { kind, item }, 'replaced');
        if (run.flags.is('force')) {
          await deleteOne(run, { kind, item: found });
          while (await isThere(() => run.api.get(kind, namespace ?? '', name))) if (!(await run.pause())) break;
          const made = await send(run, pathOf(kind, namespace), { method: 'POST', body: item, query });
          return report(run, { kind, item: made }, 'replaced');
        }
        const path = pathOf(kind, namespace, name);
        report(
          run,
          { kind, item: await send(run, path, { method: 'PUT', body: versioned(item, found), query }) },
          'replaced',
        );
      } catch (error) {
        throw whileDoing(error, 'replacing');
      }
    }),
};

const isThere = (look: () => Promise<unknown>): Promise<boolean> =>
  look().then(
    () => true,
    () => false,
  );
