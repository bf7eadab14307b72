import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** Appointments are looked for by their hour twice a second, and closed classes by their channels at each report. */
export async function findByHourAndChannel(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createIndex('appointment_due')
    .on('appointment')
    .columns(['kind', 'wakes'])
    .where(sql<boolean>`wakes is not null`)
    .execute();
  await db.schema.createIndex('class_closed_channel_channel').on('class_closed_channel').column('channel').execute();
}
