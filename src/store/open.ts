import { StartError } from '../core/errors.ts';
import type { Log } from '../core/log.ts';
import { type DatabaseAddress, describeAddress } from './address.ts';
import type { Engine } from './engine.ts';
import type { Store } from './store.ts';

interface Parts {
  /** A text that no other process has, on any machine, and nobody can guess, such as a random UUID. */
  unique: () => string;
  log: Pick<Log, 'warn'>;
}

async function engineOf(address: DatabaseAddress, log: Parts['log']): Promise<Engine> {
  switch (address.engine) {
    case 'sqlite':
      return (await import('./sqlite.ts')).sqlite(address.file);
    case 'postgres':
      return (await import('./postgres.ts')).postgres(address.url, log);
  }
}

/** @throws StartError, one line, where the database cannot be used. */
export async function openStore(address: DatabaseAddress, { unique, log }: Parts): Promise<Store> {
  const [engine, { migrate }, { createStore }, { retry }] = await Promise.all([
    engineOf(address, log),
    import('./migrate.ts'),
    import('./create-store.ts'),
    import('./retry.ts'),
  ]);
  try {
    await retry(() => migrate(engine), engine.isTransient);
  } catch (error) {
    await engine.db.destroy();
    const why = error instanceof StartError ? error.message : engine.explain(error);
    if (why === undefined) throw error;
    throw new StartError(`DATABASE_URL: ${describeAddress(address)} cannot be used: ${why.replaceAll('\n', ' ')}`);
  }
  return createStore(engine, unique);
}
