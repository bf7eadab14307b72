import { isDeepStrictEqual } from 'node:util';
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Class, Classes } from '../core/class.ts';
import { afterLeaving, holdersOf, spacesOf, takeFreeChannels, writeChannels } from './class-channels.ts';
import { type ClassRow, pausedRow, readClasses, writeClassRow } from './class-rows.ts';
import type { Tables } from './tables.ts';

/** Locks classes until the transaction ends; in one order, so that no two processes wait for each other. */
const lock = async (db: Kysely<Tables>, ids: readonly string[]): Promise<void> => {
  for (const id of ids.toSorted())
    await db
      .updateTable('class')
      .set(({ ref }) => ({ at: ref('at') }))
      .where('id', '=', id)
      .execute();
};

async function writeClass(db: Kysely<Tables>, one: Class, at: number): Promise<void> {
  const { id, channels } = one;
  await lock(db, [id, ...(await holdersOf(one, db)).keys()]);
  // Another process may have changed one before it was locked.
  const holders = await holdersOf(one, db);
  const all = [id, ...holders.keys()];
  const before = await spacesOf(db, all);
  await writeClassRow(db, one, at);
  await writeChannels(db, one, holders, at);
  await afterLeaving(db, all, before, at);
  // No person would ever find it again.
  if (channels.length === 0) await db.deleteFrom('class').where('id', '=', id).execute();
}

/** False where a channel has a class already, perhaps since a moment ago. */
async function addClass(db: Kysely<Tables>, one: Class, at: number): Promise<boolean> {
  await writeClassRow(db, one, at);
  if (await takeFreeChannels(db, one.id, one.channels)) return true;
  await db.deleteFrom('class').where('id', '=', one.id).execute();
  return false;
}

/** The channels that a class is to have and did not. */
const added = (was: Class, { channels }: Class): Class['channels'] =>
  channels.filter(({ channel }) => !was.channels.some((had) => had.channel === channel));

async function replaceClass(
  db: Kysely<Tables>,
  was: Class,
  one: Class,
  at: number,
  onlyFree: boolean,
): Promise<boolean> {
  await lock(db, [was.id]);
  const [is] = await readClasses(db, await db.selectFrom('class').selectAll().where('id', '=', was.id).execute());
  if (!isDeepStrictEqual(is, was)) return false;
  const reopens = was.closed !== undefined && one.closed === undefined;
  if (reopens && !(await takeFreeChannels(db, one.id, one.channels))) return false;
  if (onlyFree && !(await takeFreeChannels(db, one.id, added(was, one)))) return false;
  await writeClass(db, one, at);
  return true;
}

const inSpace = (space: string) => (eb: ExpressionBuilder<Tables, 'class'>) =>
  eb('id', 'in', eb.selectFrom('class_channel').select('class').where('space', '=', space));

/** `retrying`: tries again after errors that may be gone in a moment. */
export function createClasses(db: Kysely<Tables>, retrying: <T>(run: () => Promise<T>) => Promise<T>): Classes {
  const rows = () => db.selectFrom('class').selectAll();
  const first = async (found: Promise<ClassRow[]>): Promise<Class | undefined> =>
    (await readClasses(db, await found))[0];
  return {
    of: (channel) =>
      retrying(() =>
        first(
          rows()
            .where('id', '=', ({ selectFrom }) =>
              selectFrom('class_channel').select('class').where('channel', '=', channel),
            )
            .execute(),
        ),
      ),
    within: (space) =>
      retrying(async () => readClasses(db, await rows().where(inSpace(space)).orderBy('at').orderBy('id').execute())),
    closed: (where) =>
      retrying(async () => {
        if ('channels' in where && where.channels.length === 0) return [];
        const had = rows().where('id', 'in', ({ selectFrom }) => {
          const all = selectFrom('class_closed_channel').select('class');
          return 'space' in where ? all.where('space', '=', where.space) : all.where('channel', 'in', where.channels);
        });
        return readClasses(db, await had.orderBy('closed', 'desc').orderBy('id').execute());
      }),
    byId: (id) => retrying(() => first(rows().where('id', '=', id).execute())),
    byCode: (code) => retrying(() => first(rows().where('code', '=', code).where('closed', 'is', null).execute())),
    pause: (id, paused) =>
      retrying(async () => {
        const row = { ...pausedRow(paused), due: null };
        await db
          .updateTable('class')
          .set(row)
          .where('id', '=', id)
          .where('paused', 'is', null)
          .where('closed', 'is', null)
          .execute();
      }),
    save: (one, at) => retrying(() => db.transaction().execute((transaction) => writeClass(transaction, one, at))),
    replace: (was, one, at, onlyFree) =>
      retrying(() =>
        db.transaction().execute((transaction) => {
          return was === undefined
            ? addClass(transaction, one, at)
            : replaceClass(transaction, was, one, at, onlyFree === true);
        }),
      ),
    open: (after, most) =>
      retrying(async () => {
        const found = rows().where('closed', 'is', null).where('id', '>', after).orderBy('id').limit(most);
        return readClasses(db, await found.execute());
      }),
    due: (at, most) =>
      retrying(async () => readClasses(db, await rows().where('due', '<=', at).orderBy('due').limit(most).execute())),
  };
}
