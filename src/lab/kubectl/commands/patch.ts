import { parseDocument } from 'yaml';
import { type Command, DRY_RUN, FIELD_MANAGER, FILES, OUTPUT } from '../command.ts';
import { failed } from '../errors.ts';
import { dryRunOf, dryRunQuery, report } from '../report.ts';
import { pathOfFound } from '../targets.ts';
import { asItem } from './apply.ts';
import { chosenBy } from './pod-specs.ts';

const TYPES: Readonly<Record<string, string>> = {
  strategic: 'application/strategic-merge-patch+json',
  merge: 'application/merge-patch+json',
  json: 'application/json-patch+json',
};

/** A patch in JSON or YAML. @throws KubectlError */
function readPatch(words: string): unknown {
  const document = parseDocument(words, { version: '1.1', prettyErrors: false, logLevel: 'silent' });
  const [error] = document.errors;
  if (error) throw failed(`unable to parse ${JSON.stringify(words)}: yaml: ${error.message}`);
  return document.toJS({ maxAliasCount: 100 });
}

export const PATCH_COMMAND: Command = {
  name: 'patch',
  short: 'Update fields of a resource',
  flags: [
    ...FILES,
    ...OUTPUT,
    ...[DRY_RUN, FIELD_MANAGER],
    { name: 'patch', short: 'p', type: 'value' },
    { name: 'patch-file', type: 'value' },
    { name: 'type', type: 'value' },
    { name: 'subresource', type: 'value' },
    { name: 'local', type: 'bool' },
  ],
  async run(run) {
    const { args, flags, manifest } = run;
    const type = flags.value('type') ?? 'strategic';
    const words = flags.value('patch') ?? (flags.has('patch-file') ? manifest : undefined);
    if (words === undefined || words === '')
      throw failed('must specify --patch or --patch-file containing the contents of the patch');
    const media = TYPES[type.toLowerCase()];
    if (media === undefined) throw failed(`--type must be one of [json merge strategic], not ${JSON.stringify(type)}`);
    const body = readPatch(words);
    const dryRun = dryRunOf(run);
    const part = flags.value('subresource');
    for (const found of await chosenBy(run, args, 'patching')) {
      if (dryRun === 'client') {
        report(run, found, 'patched');
        continue;
      }
      const query = { fieldManager: flags.value('field-manager') ?? 'kubectl-patch', ...dryRunQuery(dryRun) };
      const path = part === undefined ? pathOfFound(found) : pathOfFound(found, part);
      const item = asItem(await run.api.ask(path, { method: 'PATCH', type: media, body, query }));
      const isSame = item.metadata.resourceVersion === found.item.metadata.resourceVersion && dryRun === 'none';
      report(
        run,
        { kind: found.kind, item: part === 'scale' ? found.item : item },
        isSame ? 'patched (no change)' : 'patched',
      );
    }
  },
};
