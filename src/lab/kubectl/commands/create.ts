import { pathOf } from '../api.ts';
import { type Command, FILES, SELECTOR } from '../command.ts';
import { failed, misused, whileDoing } from '../errors.ts';
import { dryRunOf, dryRunQuery, report } from '../report.ts';
import { forEachWanted, send, validation } from './apply.ts';
import { CREATE_ACCESS } from './create-access.ts';
import { CREATE_CONFIG } from './create-config.ts';
import { CREATE_SERVICES } from './create-service.ts';
import { CREATE_WORKLOADS } from './create-workload.ts';
import { MAKING } from './make.ts';

export const CREATE_COMMAND: Command = {
  name: 'create',
  short: 'Create a resource from a file or from stdin',
  flags: [...FILES, ...MAKING, SELECTOR, { name: 'edit', type: 'bool' }, { name: 'raw', type: 'value' }],
  children: [...CREATE_ACCESS, ...CREATE_CONFIG, ...CREATE_SERVICES, ...CREATE_WORKLOADS],
  async run(run) {
    if (!run.flags.has('filename')) {
      const [word] = run.args;
      if (word !== undefined) throw misused('create', `Unexpected args: [${run.args.join(' ')}]`);
      throw failed('must specify one of -f and -k');
    }
    const dryRun = dryRunOf(run);
    const query = {
      fieldManager: run.flags.value('field-manager') ?? 'kubectl-create',
      fieldValidation: validation(run),
      ...dryRunQuery(dryRun),
    };
    await forEachWanted(run, async ({ kind, item }) => {
      if (dryRun === 'client') return report(run, { kind, item }, 'created');
      try {
        const made = await send(run, pathOf(kind, item.metadata.namespace), { method: 'POST', body: item, query });
        report(run, { kind, item: made }, 'created');
      } catch (error) {
        throw whileDoing(error, 'creating');
      }
    });
  },
};
