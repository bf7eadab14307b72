import type { Kysely, Selectable } from 'kysely';
import type { Appointment, Appointments } from '../core/appointments.ts';
import { endPosts, insertPosts, showAnew } from './post-rows.ts';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';

const appointmentOf = (row: Selectable<Tables['appointment']>): Appointment => ({
  id: row.id,
  classId: row.class,
  kind: row.kind,
  planner: row.planner,
  state: row.state,
  version: row.version,
  wakes: row.wakes ?? undefined,
});

/** `retrying`: tries again after errors that may be gone in a moment. */
export function createAppointments(
  db: Kysely<Tables>,
  retrying: <T>(run: () => Promise<T>) => Promise<T>,
): Appointments {
  const rows = () => db.selectFrom('appointment').selectAll();
  const aheadIn = (from: Kysely<Tables>, classId: string, kind: string) =>
    from
      .selectFrom('appointment')
      .selectAll()
      .where('class', '=', classId)
      .where('kind', '=', kind)
      .where('wakes', 'is not', null)
      .orderBy('at')
      .orderBy('id')
      .execute();
  /** Checks a change beside the other appointments of the class and kind. */
  async function checked(
    { id, classId, kind }: Pick<Appointment, 'id' | 'classId' | 'kind'>,
    check: (others: readonly Appointment[]) => void,
    transaction: Kysely<Tables>,
  ): Promise<void> {
    // Locks the class: another process that changes one waits, and sees this one.
    await transaction
      .updateTable('class')
      .set(({ ref }) => ({ at: ref('at') }))
      .where('id', '=', classId)
      .execute();
    const others = (await aheadIn(transaction, classId, kind)).filter((row) => row.id !== id);
    check(others.map(appointmentOf));
  }
  return {
    add: ({ id, classId, kind, planner, state, wakes = null }, posts, at, check) =>
      retrying(() =>
        db.transaction().execute(async (transaction) => {
          if (check) await checked({ id, classId, kind }, check, transaction);
          await transaction
            .insertInto('appointment')
            .values({
              id,
              class: classId,
              kind,
              planner: storable(planner),
              state: storable(state),
              version: 0,
              wakes,
              at,
            })
            // An earlier try may have written it and lost the database's answer.
            .onConflict((conflict) => conflict.doNothing())
            .execute();
          if (posts.length > 0) await insertPosts(transaction, posts, at);
        }),
      ),
    step: ({ id, version }, { state, wakes = null }, { posts, again, ended }, at, check) =>
      retrying(() =>
        db.transaction().execute(async (transaction) => {
          const is =
            check && (await transaction.selectFrom('appointment').selectAll().where('id', '=', id).executeTakeFirst());
          if (check && is) await checked(appointmentOf(is), check, transaction);
          const { numUpdatedRows } = await transaction
            .updateTable('appointment')
            .set({ state: storable(state), wakes, version: version + 1 })
            .where('id', '=', id)
            .where('version', '=', version)
            .executeTakeFirst();
          if (numUpdatedRows === 0n) return false;
          for (const keys of ended) await endPosts(transaction, keys, at);
          if (posts.length > 0) await insertPosts(transaction, posts, at);
          for (const keys of again) await showAnew(transaction, keys);
          return true;
        }),
      ),
    byId: (id) =>
      retrying(async () => {
        const row = await rows().where('id', '=', storable(id)).executeTakeFirst();
        return row && appointmentOf(row);
      }),
    ahead: (classId, kind) => retrying(async () => (await aheadIn(db, classId, kind)).map(appointmentOf)),
    history: (classId, kind, most) =>
      retrying(async () => {
        const all = rows().where('class', '=', classId).where('kind', '=', kind);
        return (await all.orderBy('at', 'desc').orderBy('id').limit(most).execute()).map(appointmentOf);
      }),
    due: (kind, now, most) =>
      retrying(async () => {
        const due = rows().where('kind', '=', kind).where('wakes', 'is not', null).where('wakes', '<=', now);
        return (await due.orderBy('wakes').limit(most).execute()).map(appointmentOf);
      }),
  };
}
