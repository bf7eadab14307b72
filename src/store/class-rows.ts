import type { Kysely, Selectable } from 'kysely';
import type { Class, Paused } from '../core/class.ts';
import { storedDate } from './stored-date.ts';
import type { Tables } from './tables.ts';

export type ClassRow = Selectable<Tables['class']>;

const pausedOf = ({ paused, paused_channel: channel }: ClassRow): Paused | undefined => {
  if (paused === null) return undefined;
  return channel === null ? { why: 'asked' } : { why: paused === 'gone' ? 'gone' : 'forbidden', channel };
};

export const pausedRow = (paused: Paused | undefined): Pick<ClassRow, 'paused' | 'paused_channel'> => ({
  paused: paused?.why ?? null,
  paused_channel: paused && paused.why !== 'asked' ? paused.channel : null,
});

/** The classes of these rows. One query a table, however many classes. */
export async function readClasses(db: Kysely<Tables>, rows: readonly ClassRow[]): Promise<Class[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [channels, closedChannels, instructors, skips] = await Promise.all([
    db.selectFrom('class_channel').selectAll().where('class', 'in', ids).orderBy('channel').execute(),
    db.selectFrom('class_closed_channel').selectAll().where('class', 'in', ids).orderBy('channel').execute(),
    db.selectFrom('class_instructor').selectAll().where('class', 'in', ids).orderBy('who').execute(),
    db.selectFrom('class_skip').selectAll().where('class', 'in', ids).orderBy('first').execute(),
  ]);
  /** Each row is looked at once: a workspace has the classes of years. */
  const byClass = <T extends { class: string }>(all: readonly T[]) => {
    const found = Map.groupBy(all, (one) => one.class);
    return (id: string): readonly T[] => found.get(id) ?? [];
  };
  const [channelsOf, closedChannelsOf] = [byClass(channels), byClass(closedChannels)];
  const [instructorsOf, skipsOf] = [byClass(instructors), byClass(skips)];
  return rows.map((row) => {
    const [exam, firstDay] = [storedDate(row.exam), storedDate(row.first_day)];
    return {
      id: row.id,
      timetable: {
        zone: row.zone,
        minute: row.minute,
        weekdays: row.weekdays.split(',').map(Number),
        holidays: row.holidays === 1,
        skips: skipsOf(row.id).map(({ first, last }) => ({ from: first, to: last })),
        ...(firstDay === undefined ? {} : { first: firstDay }),
      },
      locale: row.locale === 'en' ? 'en' : 'ko',
      channels: (row.closed === null ? channelsOf : closedChannelsOf)(row.id).map(({ channel, space }) => ({
        channel,
        space,
      })),
      instructors: instructorsOf(row.id).map(({ who }) => who),
      paused: pausedOf(row),
      due: row.due ?? undefined,
      owner: row.owner,
      code: row.code,
      ...(exam === undefined ? {} : { exam }),
      ...(row.course === null ? {} : { course: row.course }),
      ...(row.choices === null ? {} : { choices: row.choices }),
      ...(row.closed === null ? {} : { closed: row.closed }),
    };
  });
}

/** All of a class but its channels. */
export async function writeClassRow(db: Kysely<Tables>, one: Class, at: number): Promise<void> {
  const {
    id,
    timetable,
    locale,
    owner,
    code,
    paused,
    exam = null,
    due = null,
    choices = null,
    closed = null,
    course = null,
  } = one;
  const row = {
    zone: timetable.zone,
    minute: timetable.minute,
    weekdays: timetable.weekdays.join(','),
    holidays: Number(timetable.holidays),
    first_day: timetable.first ?? null,
    locale,
    owner,
    code,
    ...pausedRow(paused),
    exam,
    due,
    choices,
    closed,
    course,
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
