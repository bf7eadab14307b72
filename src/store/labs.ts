import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { parseJson } from '../core/json.ts';
import type { LabRecord, LabRecords, Wanted } from '../core/lab-records.ts';
import type { PersonalData } from '../core/learner-records.ts';
import { unpackText } from '../core/packed.ts';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';

const kept = z.object({ objects: z.array(z.unknown()), disks: z.unknown().optional() });

/** A person's lab, as it is handed to them. */
export async function findLab(db: Kysely<Tables>, person: string): Promise<PersonalData['lab']> {
  const row = await db.selectFrom('lab').select(['begun', 'snapshot']).where('person', '=', person).executeTakeFirst();
  if (row === undefined) return undefined;
  const text = row.snapshot === null ? undefined : unpackText(Buffer.from(row.snapshot, 'base64'));
  const { data } = kept.safeParse(text === undefined ? undefined : parseJson(text));
  const { objects = [], disks } = data ?? {};
  return { at: row.begun, objects, ...(disks === undefined ? {} : { volumes: disks }) };
}

const wantedOf = (text: string | null): Wanted | undefined => (text === 'now' || text === 'idle' ? text : undefined);

const recordOf = ({ person, secret, snapshot, speed }: Selectable<Tables['lab']>): LabRecord => ({
  ...{ owner: person, secret, speed },
  snapshot: snapshot === null ? undefined : Buffer.from(snapshot, 'base64'),
});

/** `retrying`: tries again after errors that may be gone in a moment. */
export function createLabRecords(db: Kysely<Tables>, retrying: <T>(run: () => Promise<T>) => Promise<T>): LabRecords {
  return {
    take: (owner, { id, now, until }, fresh) =>
      retrying(async () => {
        const person = storable(owner);
        if (fresh)
          await db
            .insertInto('lab')
            .values({ person, ...fresh, snapshot: null, holder: id, until, wanted: null, begun: now, at: now })
            .onConflict((conflict) => conflict.column('person').doNothing())
            .execute();
        const taken = await db
          .updateTable('lab')
          .set({ holder: id, until, wanted: null, at: now })
          .where('person', '=', person)
          .where(({ eb, or }) => or([eb('holder', 'in', ['', id]), eb('until', '<=', now)]))
          .returningAll()
          .executeTakeFirst();
        if (taken) return recordOf(taken);
        const other = await db.selectFrom('lab').select('person').where('person', '=', person).executeTakeFirst();
        return other && 'held';
      }),
    find: (owner) =>
      retrying(async () => {
        const row = await db
          .selectFrom('lab')
          .select(['person as owner', 'secret', 'speed'])
          .where('person', '=', storable(owner))
          .executeTakeFirst();
        return row;
      }),
    ownerOf: (secret) =>
      retrying(async () => {
        const row = await db
          .selectFrom('lab')
          .select('person')
          .where('secret', '=', storable(secret))
          .executeTakeFirst();
        return row?.person;
      }),
    want: (owner, how) =>
      retrying(async () => {
        await db
          .updateTable('lab')
          .set({ wanted: how })
          .where('person', '=', storable(owner))
          // Who wants it at once is not told to wait.
          .where(({ eb, or }) => or([eb('wanted', 'is', null), eb('wanted', '!=', 'now')]))
          .execute();
      }),
    renew: ({ id, until }) =>
      retrying(async () => {
        const rows = await db
          .updateTable('lab')
          .set({ until })
          .where('holder', '=', id)
          .returning(['person', 'wanted'])
          .execute();
        return new Map(rows.map(({ person, wanted }) => [person, wantedOf(wanted)]));
      }),
    keep: (owner, { id, now }, snapshot) =>
      retrying(async () => {
        const { numUpdatedRows } = await db
          .updateTable('lab')
          .set({ snapshot: Buffer.from(snapshot).toString('base64'), at: now })
          .where('person', '=', storable(owner))
          .where('holder', '=', id)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    setSpeed: (owner, speed) =>
      retrying(async () => {
        await db.updateTable('lab').set({ speed }).where('person', '=', storable(owner)).execute();
      }),
    release: (owner, { id }) =>
      retrying(async () => {
        await db
          .updateTable('lab')
          .set({ holder: '', wanted: null })
          .where('person', '=', storable(owner))
          .where('holder', '=', id)
          .execute();
      }),
    remove: (owner) =>
      retrying(async () => {
        const { numDeletedRows } = await db.deleteFrom('lab').where('person', '=', storable(owner)).executeTakeFirst();
        return numDeletedRows > 0n;
      }),
    prune: (before) =>
      retrying(async () => {
        await db.deleteFrom('lab').where('at', '<', before).execute();
      }),
  };
}
