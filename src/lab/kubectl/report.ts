import { type Item, type Kind, slashName } from './api.ts';
import type { Run } from './command.ts';
import { failed } from './errors.ts';
import { printerFor } from './print/output.ts';

/** Does a command only say what it would do: by itself, or by asking the API? */
export type DryRun = 'none' | 'client' | 'server';

export function dryRunOf(run: Run): DryRun {
  const value = run.flags.value('dry-run');
  switch (value) {
    case undefined:
    case 'none':
    case 'false':
      return 'none';
    case 'client':
    case 'server':
      return value;
    case 'unchanged':
    case 'true':
      run.err(`W: --dry-run is deprecated and can be replaced with --dry-run=client.\n`);
      return 'client';
    default:
      throw failed(`Invalid dry-run value (${value}). Must be "none", "server", or "client".`);
  }
}

/** What a request says for `--dry-run=server`. */
export const dryRunQuery = (dryRun: DryRun): { dryRun?: string } => (dryRun === 'server' ? { dryRun: 'All' } : {});

const SUFFIX: Readonly<Record<DryRun, string>> = { none: '', client: ' (dry run)', server: ' (server dry run)' };

/** `deployment.apps/web created`, or what `-o` asks for. */
export function report(run: Run, { kind, item }: { kind: Kind; item: Item }, done: string): void {
  const output = run.flags.value('output');
  const name = slashName(kind, item.metadata.name);
  if (output === undefined || output === '') run.out(`${name} ${done}${SUFFIX[dryRunOf(run)]}\n`);
  else if (output === 'name') run.out(`${name}\n`);
  else {
    const printer = printerFor(output, { headers: true, showManaged: run.flags.is('show-managed-fields') });
    if (printer) run.out(printer(item, [item]));
  }
}
