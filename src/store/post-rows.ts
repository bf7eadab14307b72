import type { Kysely, Selectable, UpdateQueryBuilder, UpdateResult } from 'kysely';
import { platformOf } from '../core/address.ts';
import { type Draft, POST_KINDS, type Post } from '../core/outbox.ts';
import { chunks } from './chunks.ts';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';

export type Row = Selectable<Tables['post']>;

export const WAITING = 'waiting';
export const SENT = 'sent';
export const DROPPED = 'dropped';

/** In `post.shown`, instead of a count: the message looks different from what it should show. */
export const DIFFERENT = -1;
/** In `post.shown`: the message shows all its readers, and is edited to see whether it is still there. */
export const UNCHECKED = -2;

/** Undefined for a kind that only a newer version knows: its posts are left to that version. */
export function postOf(row: Row): Post | undefined {
  const kind = POST_KINDS.find((one) => one === row.kind);
  if (kind === undefined) return undefined;
  return {
    id: row.id,
    key: row.key,
    classId: row.class,
    channel: row.channel,
    kind,
    what: row.what,
    day: row.day,
    due: row.due,
    expiresAt: row.until,
    at: row.at,
    tries: row.tries,
    leasedUntil: row.free,
    message: row.message ?? undefined,
    readers: row.readers,
  };
}

const rowOf = ({ id, key, classId, channel, kind, what, day, due, expiresAt }: Draft, at: number): Row => ({
  ...{ id, key, class: classId, channel, kind, what, day, due, until: expiresAt, at },
  platform: platformOf(channel),
  state: WAITING,
  tries: 0,
  free: due,
  message: null,
  readers: 0,
  shown: 0,
  editable: 0,
});

/** A post that has its key already stays, unless it was dropped: then it waits again. Gives how many wait now by this. */
export async function insertPosts(db: Kysely<Tables>, posts: readonly Draft[], at: number): Promise<number> {
  let waiting = 0;
  for (const some of chunks(posts)) waiting += await insertSome(db, some, at);
  return waiting;
}

async function insertSome(db: Kysely<Tables>, posts: readonly Draft[], at: number): Promise<number> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('post')
    .values(posts.map((post) => rowOf(post, at)))
    .onConflict((conflict) =>
      conflict
        .column('key')
        // Its id and its tries stay: it may have been sent after all, and is looked for first. Then it is edited
        // where it says something else.
        .doUpdateSet(({ ref, eb }) => ({
          state: WAITING,
          what: ref('excluded.what'),
          due: ref('excluded.due'),
          until: ref('excluded.until'),
          free: ref('excluded.free'),
          shown: eb
            .case()
            .when(eb.and([eb('post.what', '<>', ref('excluded.what')), eb('post.tries', '>', 0)]))
            .then(DIFFERENT)
            .else(ref('post.shown'))
            .end(),
        }))
        .where('post.state', '=', DROPPED),
    )
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows);
}

/** Posts whose keys begin with `keys` and a colon. In the order of keys, a semicolon comes next after a colon. */
export const whereKeysBegin = <Q extends UpdateQueryBuilder<Tables, 'post', 'post', UpdateResult>>(
  query: Q,
  keys: string,
) => query.where('key', '>=', `${storable(keys)}:`).where('key', '<', `${storable(keys)};`);

/** Posts whose keys begin so are to be edited. */
export const showAnew = (db: Kysely<Tables>, keys: string) =>
  whereKeysBegin(db.updateTable('post'), keys).set({ shown: DIFFERENT, editable: 0 }).execute();

/** Posts whose keys begin so are never sent from now on. A process that has begun to send one still looks whether it is there. */
export const endPosts = (db: Kysely<Tables>, keys: string, at: number) =>
  whereKeysBegin(db.updateTable('post'), keys).set({ until: at }).where('until', '>', at).execute();
