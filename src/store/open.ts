import { StartError } from '../core/errors.ts';
import type { Log } from '../core/log.ts';
import { type Address, shown } from './address.ts';
import type { Engine } from './engine.ts';
import type { Store } from './store.ts';

interface Parts {
  /** A text that nobody else has, on any machine, such as a UUID. */
  unique: () => string;
  log: Pick<Log, 'warn'>;
}

async function engineOf(address: Address, log: Parts['log']): Promise<Engine> {
  switch (address.engine) {
    case 'sqlite':
      return (await import('./sqlite.ts')).sqlite(address.file);
    case 'postgres':
      return (await import('./postgres.ts')).postgres(address.url, log);
  }
}

/** @throws StartError, one line, where the database cannot be used. */
export async function openStore(address: Address, { unique, log }: Parts): Promise<Store> {
  const [engine, { migrate }, { storeOn }, { retry }] = await Promise.all([
    engineOf(address, log),
    import('./migrate.ts'),
    import('./queries.ts'),
    import('./retry.ts'),
  ]);
  try {
    await retry(() => migrate(engine), engine.isPassing);
  } catch (error) {
    await engine.db.destroy();
    const why = error instanceof StartError ? error.message : engine.why(error);
    if (why === undefined) throw error;
    throw new StartError(`DATABASE_URL: ${shown(address)} cannot be used: ${why.replaceAll('\n', ' ')}`);
  }
  return storeOn(engine, unique);
}
