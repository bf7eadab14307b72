import type { Kysely } from 'kysely';
import type { Class } from '../core/class.ts';
import { DIFFERENT } from './post-rows.ts';
import type { Tables } from './tables.ts';

type Channels = Class['channels'];

/**
 * Gives a class channels that have none. False where one of them has a class already, perhaps since a moment ago: then
 * it is given none of them.
 */
export async function takeFreeChannels(db: Kysely<Tables>, id: string, channels: Channels): Promise<boolean> {
  const taken: string[] = [];
  for (const { channel, space } of channels) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('class_channel')
      .values({ channel, space, class: id })
      .onConflict((conflict) => conflict.column('channel').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 1n) {
      taken.push(channel);
      continue;
    }
    if (taken.length > 0)
      await db.deleteFrom('class_channel').where('class', '=', id).where('channel', 'in', taken).execute();
    return false;
  }
  return true;
}

/** Keeps the channels of a class that is closed, so that its instructors still find it. */
async function keepClosedChannels(db: Kysely<Tables>, id: string, channels: Channels): Promise<void> {
  await db.deleteFrom('class_channel').where('class', '=', id).execute();
  await db.deleteFrom('class_closed_channel').where('class', '=', id).execute();
  if (channels.length === 0) return;
  await db
    .insertInto('class_closed_channel')
    .values(channels.map(({ channel, space }) => ({ class: id, channel, space })))
    .execute();
}

/** The other classes that hold some of the channels of an open class, with all that they hold. */
export async function holdersOf({ id, channels, closed }: Class, db: Kysely<Tables>): Promise<Map<string, Channels>> {
  const names = closed === undefined ? channels.map(({ channel }) => channel) : [];
  if (names.length === 0) return new Map();
  const rows = await db
    .selectFrom('class_channel')
    .selectAll()
    .where('class', 'in', ({ selectFrom }) =>
      selectFrom('class_channel').select('class').where('channel', 'in', names).where('class', '<>', id),
    )
    .execute();
  return new Map(
    Array.from(
      Map.groupBy(rows, (row) => row.class),
      ([holder, own]) => [holder, own.map(({ channel, space }) => ({ channel, space }))] as const,
    ),
  );
}

/** Writes the channels of a class; `holders` as holdersOf() gave them: one that has lost its last channel is closed. */
export async function writeChannels(
  db: Kysely<Tables>,
  { id, channels, closed }: Class,
  holders: ReadonlyMap<string, Channels>,
  at: number,
): Promise<void> {
  if (closed !== undefined) return keepClosedChannels(db, id, channels);
  await db.deleteFrom('class_closed_channel').where('class', '=', id).execute();
  await db.deleteFrom('class_channel').where('class', '=', id).execute();
  for (const { channel, space } of channels)
    await db
      .insertInto('class_channel')
      .values({ channel, space, class: id })
      .onConflict((conflict) => conflict.column('channel').doUpdateSet({ space, class: id }))
      .execute();
  const taken = new Set(channels.map(({ channel }) => channel));
  for (const [holder, own] of holders) {
    if (!own.every(({ channel }) => taken.has(channel))) continue;
    await db.updateTable('class').set({ closed: at, due: null }).where('id', '=', holder).execute();
    await keepClosedChannels(db, holder, own);
  }
}

/** The guilds and workspaces of classes. */
export const spacesOf = (db: Kysely<Tables>, ids: readonly string[]): Promise<{ class: string; space: string }[]> =>
  db.selectFrom('class_channel').select(['class', 'space']).where('class', 'in', ids).distinct().execute();

/**
 * What follows for these classes once their channels are written; `before`: as spacesOf() gave them. What is in a calendar
 * of a space that a class has left is taken away, and what a class without a channel has planned is called off: the
 * features' steps see to both.
 */
export async function afterLeaving(
  db: Kysely<Tables>,
  ids: readonly string[],
  before: readonly { class: string; space: string }[],
  at: number,
): Promise<void> {
  const after = await spacesOf(db, ids);
  const isIn = (id: string, space: string): boolean => after.some((one) => one.class === id && one.space === space);
  // Appointments before posts, as where one is stepped: no two transactions wait for each other.
  const over = ids.filter((id) => !after.some((one) => one.class === id));
  if (over.length > 0)
    await db.updateTable('appointment').set({ wakes: at }).where('class', 'in', over).where('wakes', '>', at).execute();
  for (const { class: id, space } of before.filter((one) => !isIn(one.class, one.space)))
    await db
      .updateTable('post')
      .set({ shown: DIFFERENT, editable: 0 })
      .where('class', '=', id)
      .where('channel', '=', space)
      .execute();
}
