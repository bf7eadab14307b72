import { StartError } from '../core/errors.ts';
import type { Engine } from './engine.ts';
import { MIGRATIONS } from './migrations.ts';

/**
 * Brings the tables to what this program knows, all or nothing. Any number of processes may do so at once.
 * @throws StartError where a newer program has been here.
 */
export const migrate = ({ db, lockMigrations }: Pick<Engine, 'db' | 'lockMigrations'>): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    await lockMigrations(transaction);
    await transaction.schema
      .createTable('dosirak_migration')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.notNull().primaryKey())
      .execute();
    const { version } = await transaction
      .selectFrom('dosirak_migration')
      .select(({ fn }) => fn.max('version').as('version'))
      .executeTakeFirstOrThrow();
    const applied = version ?? 0;
    if (applied > MIGRATIONS.length)
      throw new StartError(
        `the store was written by a newer Dosirak (its schema is ${applied}, this one knows ${MIGRATIONS.length}): update Dosirak, or restore an older backup`,
      );
    for (const [at, migration] of MIGRATIONS.entries()) {
      if (at < applied) continue;
      await migration(transaction);
      await transaction
        .insertInto('dosirak_migration')
        .values({ version: at + 1 })
        .execute();
    }
  });
