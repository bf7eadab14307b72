import { isDeepStrictEqual } from 'node:util';
import type { ExpressionBuilder, Kysely, Selectable } from 'kysely';
import type { Class, Classes, Paused } from '../core/class.ts';
import { storedDate } from './stored-date.ts';
import type { Tables } from './tables.ts';

type Row = Selectable<Tables['class']>;

const pausedOf = ({ paused, paused_channel: channel }: Row): Paused | undefined => {
  if (paused === null) return undefined;
  return channel === null ? { why: 'asked' } : { why: paused === 'gone' ? 'gone' : 'forbidden', channel };
};

const pausedRow = (paused: Paused | undefined): Pick<Row, 'paused' | 'paused_channel'> => ({
  paused: paused?.why ?? null,
  paused_channel: paused && paused.why !== 'asked' ? paused.channel : null,
});

/** The classes of these rows. One query a table, however many classes. */
async function readClasses(db: Kysely<Tables>, rows: readonly Row[]): Promise<Class[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [channels, instructors, skips] = await Promise.all([
    db.selectFrom('class_channel').selectAll().where('class', 'in', ids).orderBy('channel').execute(),
    db.selectFrom('class_instructor').selectAll().where('class', 'in', ids).orderBy('who').execute(),
    db.selectFrom('class_skip').selectAll().where('class', 'in', ids).orderBy('first').execute(),
  ]);
  const of = <T extends { class: string }>(all: readonly T[], id: string): T[] => all.filter((one) => one.class === id);
  return rows.map((row) => {
    const exam = storedDate(row.exam);
    return {
      id: row.id,
      timetable: {
        zone: row.zone,
        minute: row.minute,
        weekdays: row.weekdays.split(',').map(Number),
        holidays: row.holidays === 1,
        skips: of(skips, row.id).map(({ first, last }) => ({ from: first, to: last })),
      },
      locale: row.locale === 'en' ? 'en' : 'ko',
      channels: of(channels, row.id).map(({ channel, space }) => ({ channel, space })),
      instructors: of(instructors, row.id).map(({ who }) => who),
      paused: pausedOf(row),
      due: row.due ?? undefined,
      owner: row.owner,
      code: row.code,
      ...(exam === undefined ? {} : { exam }),
      ...(row.choices === null ? {} : { choices: row.choices }),
    };
  });
}

/** All of a class but its channels. */
async function writeRow(db: Kysely<Tables>, one: Class, at: number): Promise<void> {
  const { id, timetable, locale, owner, code, paused, exam = null, due = null, choices = null } = one;
  const row = {
    zone: timetable.zone,
    minute: timetable.minute,
    weekdays: timetable.weekdays.join(','),
    holidays: Number(timetable.holidays),
    locale,
    owner,
    code,
    ...pausedRow(paused),
    exam,
    due,
    choices,
  };
  await db
    .insertInto('class')
    .values({ ...row, id, at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
  await db.deleteFrom('class_instructor').where('class', '=', id).execute();
  await db.deleteFrom('class_skip').where('class', '=', id).execute();
  if (one.instructors.length > 0)
    await db
      .insertInto('class_instructor')
      .values(one.instructors.map((who) => ({ class: id, who })))
      .execute();
  if (timetable.skips.length > 0)
    await db
      .insertInto('class_skip')
      .values(timetable.skips.map(({ from, to }) => ({ class: id, first: from, last: to })))
      .execute();
}

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
  const { id } = one;
  const names = one.channels.map(({ channel }) => channel);
  const holding =
    names.length === 0
      ? []
      : await db
          .selectFrom('class_channel')
          .select('class')
          .distinct()
          .where('channel', 'in', names)
          .where('class', '<>', id)
          .execute();
  const others = holding.map((row) => row.class);
  await lock(db, [id, ...others]);
  await writeRow(db, one, at);
  await db.deleteFrom('class_channel').where('class', '=', id).execute();
  for (const { channel, space } of one.channels)
    await db
      .insertInto('class_channel')
      .values({ channel, space, class: id })
      .onConflict((conflict) => conflict.column('channel').doUpdateSet({ space, class: id }))
      .execute();
  // A class that has lost its last channel is over.
  await db
    .deleteFrom('class')
    .where('id', 'in', [id, ...others])
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('class_channel').select('channel').whereRef('class_channel.class', '=', 'class.id'))),
    )
    .execute();
}

/** False where a channel has a class already, perhaps since a moment ago. */
async function addClass(db: Kysely<Tables>, one: Class, at: number): Promise<boolean> {
  await writeRow(db, one, at);
  for (const { channel, space } of one.channels) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('class_channel')
      .values({ channel, space, class: one.id })
      .onConflict((conflict) => conflict.column('channel').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 1n) continue;
    await db.deleteFrom('class').where('id', '=', one.id).execute();
    return false;
  }
  return true;
}

async function replaceClass(db: Kysely<Tables>, was: Class, one: Class, at: number): Promise<boolean> {
  await lock(db, [was.id]);
  const [is] = await readClasses(db, await db.selectFrom('class').selectAll().where('id', '=', was.id).execute());
  if (!isDeepStrictEqual(is, was)) return false;
  await writeClass(db, one, at);
  return true;
}

const inSpace = (space: string) => (eb: ExpressionBuilder<Tables, 'class'>) =>
  eb('id', 'in', eb.selectFrom('class_channel').select('class').where('space', '=', space));

/** `retrying`: tries again after errors that may be gone in a moment. */
export function createClasses(db: Kysely<Tables>, retrying: <T>(run: () => Promise<T>) => Promise<T>): Classes {
  const rows = () => db.selectFrom('class').selectAll();
  const first = async (found: Promise<Row[]>): Promise<Class | undefined> => (await readClasses(db, await found))[0];
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
    byId: (id) => retrying(() => first(rows().where('id', '=', id).execute())),
    byCode: (code) => retrying(() => first(rows().where('code', '=', code).execute())),
    pause: (id, paused) =>
      retrying(async () => {
        const row = { ...pausedRow(paused), due: null };
        await db.updateTable('class').set(row).where('id', '=', id).where('paused', 'is', null).execute();
      }),
    save: (one, at) => retrying(() => db.transaction().execute((transaction) => writeClass(transaction, one, at))),
    replace: (was, one, at) =>
      retrying(() =>
        db.transaction().execute((transaction) => {
          return was === undefined ? addClass(transaction, one, at) : replaceClass(transaction, was, one, at);
        }),
      ),
    due: (at, most) =>
      retrying(async () => readClasses(db, await rows().where('due', '<=', at).orderBy('due').limit(most).execute())),
  };
}
