import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import { type Draft, type Lease, type Outbox, type Outdated, POST_KINDS } from '../core/outbox.ts';
import { batched } from './batch.ts';
import type { Engine } from './engine.ts';
import { DIFFERENT, DROPPED, insertPosts, postOf, type Row, SENT, WAITING } from './post-rows.ts';
import type { Tables } from './tables.ts';

const isDifferent = sql<number>`case when shown = ${sql.lit(DIFFERENT)} then 1 else 0 end`;

/** A card of that day is there: what the transaction has done so far is undone. */
class CardTaken extends Error {}

/** See Outbox. @throws CardTaken where a channel has a card of that day. */
async function planPosts(
  db: Kysely<Tables>,
  classId: string,
  { was, next, choices }: Parameters<Outbox['plan']>[1],
  posts: readonly Draft[],
  at: number,
): Promise<boolean> {
  const free = db
    .updateTable('class')
    .set({ due: next ?? null })
    .where('id', '=', classId)
    .where('due', was === undefined ? 'is' : '=', was ?? null);
  const { numUpdatedRows } = await (choices === undefined
    ? free
    : free.where('choices', choices === null ? 'is' : '=', choices)
  ).executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  const cards = posts.filter(({ kind }) => kind === 'card');
  // A paused class is due at no time before and after: of two cards that instructors ask for at once, the first counts.
  if (cards.length > 0 && (await insertPosts(db, cards, at)) < cards.length) throw new CardTaken();
  const others = posts.filter(({ kind }) => kind !== 'card');
  if (others.length > 0) await insertPosts(db, others, at);
  return true;
}

/** `retrying`: tries again after errors that may be gone in a moment. */
export function createOutbox(
  db: Kysely<Tables>,
  skipLocked: Engine['skipLocked'],
  retrying: <T>(run: () => Promise<T>) => Promise<T>,
): Outbox {
  /** Updates a leased post; false where another process has leased it since. */
  const updateLeased = ({ id, tries }: Lease, what: Partial<Row>) =>
    retrying(async () => {
      const { numUpdatedRows } = await db
        .updateTable('post')
        .set(what)
        .where('id', '=', id)
        .where('tries', '=', tries)
        .where('state', '=', WAITING)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    });
  /**
   * An update of the posts that are found, without those that another process leases at this moment: of twenty processes
   * that each want the next post, all would choose the same, and all but one would get none.
   */
  const updateFound = (found: SelectQueryBuilder<Tables, 'post', { id: string }>) =>
    db
      // Materialized: PostgreSQL might otherwise look for them more than once, and lock other rows each time.
      .with(
        (name) => name('taken').materialized(),
        () => skipLocked(found),
      )
      .updateTable('post')
      .where('id', 'in', ({ selectFrom }) => selectFrom('taken').select('taken.id'))
      .returningAll();
  // A class that answers a question asks for its one post in one moment.
  const found = batched((id: string) =>
    retrying(async () => {
      const row = await db.selectFrom('post').selectAll().where('id', '=', id).executeTakeFirst();
      return row && postOf(row);
    }),
  );
  return {
    plan: (classId, due, posts, at) =>
      retrying(() =>
        db
          .transaction()
          .execute((transaction) => planPosts(transaction, classId, due, posts, at))
          .catch((error: unknown) => {
            if (error instanceof CardTaken) return false;
            throw error;
          }),
      ),
    add: (post, at) =>
      retrying(async () => {
        await insertPosts(db, [post], at);
      }),
    lease: (platforms, now, until, most) =>
      retrying(async () => {
        const free = db
          .selectFrom('post')
          .select('id')
          .where('state', '=', WAITING)
          .where('platform', 'in', platforms)
          .where('kind', 'in', POST_KINDS)
          .where('free', '<=', now)
          .orderBy('free')
          .limit(most);
        const rows = await updateFound(free)
          .set(({ eb }) => ({ free: until, tries: eb('tries', '+', 1) }))
          .execute();
        return rows.flatMap((row) => postOf(row) ?? []).sort((a, b) => a.due - b.due);
      }),
    extendLease: (post, until) => updateLeased(post, { free: until }),
    markSent: (id, message) =>
      retrying(async () => {
        // A post that was dropped meanwhile was sent all the same.
        await db
          .updateTable('post')
          .set({ state: SENT, message })
          .where('id', '=', id)
          .where('state', '<>', SENT)
          .execute();
      }),
    async retryAt(post, at) {
      await updateLeased(post, { free: at });
    },
    async abandon(post) {
      await updateLeased(post, { state: DROPPED });
    },
    byId: (id) => found(id, undefined),
    onDay: (classId, day) =>
      retrying(async () => {
        const row = await db
          .selectFrom('post')
          .selectAll()
          .where('class', '=', classId)
          .where('day', '=', day)
          .where('kind', '=', 'card')
          .where('state', '<>', DROPPED)
          .limit(1)
          .executeTakeFirst();
        return row && postOf(row);
      }),
    history: (classId) =>
      retrying(async () => {
        const rows = await db
          .selectFrom('post')
          .select(['day', 'what'])
          .where('class', '=', classId)
          .where('kind', '=', 'card')
          .where('state', '<>', DROPPED)
          .groupBy(['day', 'what'])
          .orderBy('day')
          .execute();
        return rows.map(({ day, what }) => ({ day, term: what }));
      }),
    outdated: (platforms, now, until, most) =>
      retrying(async () => {
        const outdated = db
          .selectFrom('post')
          .select('id')
          .whereRef('readers', '<>', 'shown')
          .where('platform', 'in', platforms)
          .where('kind', 'in', POST_KINDS)
          .where('state', '=', SENT)
          .where('editable', '<=', now)
          .orderBy(isDifferent, 'desc')
          .orderBy('editable')
          .limit(most);
        const rows = await updateFound(outdated).set({ editable: until }).execute();
        const posts = rows.flatMap((row): Outdated[] => {
          const post = postOf(row);
          return post ? [{ ...post, leasedUntil: until, isDifferent: row.shown === DIFFERENT }] : [];
        });
        return posts.sort((a, b) => Number(b.isDifferent) - Number(a.isDifferent));
      }),
    markShown: ({ id, readers, leasedUntil }, next) =>
      retrying(async () => {
        await db
          .updateTable('post')
          .set(({ eb }) => ({
            shown: eb.case().when('editable', '=', leasedUntil).then(readers).else(DIFFERENT).end(),
            editable: next,
          }))
          .where('id', '=', id)
          .execute();
      }),
    withdraw: ({ id, readers, leasedUntil }) =>
      retrying(async () => {
        await db
          .updateTable('post')
          .set({ state: DROPPED, shown: readers })
          .where('id', '=', id)
          .where('editable', '=', leasedUntil)
          .execute();
      }),
    retryEditAt: ({ id, leasedUntil }, at) =>
      retrying(async () => {
        await db
          .updateTable('post')
          .set({ editable: at })
          .where('id', '=', id)
          .where('editable', '=', leasedUntil)
          .execute();
      }),
  };
}
