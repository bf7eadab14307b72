import { type Kysely, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { PAGE_TIMES, type Room, type SignedIn } from '../core/page.ts';
import type { PageRecords } from '../core/page-records.ts';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';

const signedIn = z.object({
  id: z.string(),
  space: z.string(),
  channel: z.string().optional(),
  name: z.string().optional(),
  manages: z.boolean().optional(),
  known: z.array(z.string()),
  since: z.number(),
});

/** What was written of a person by this version or an older one; undefined where it cannot be read. */
function readSignedIn(text: string): SignedIn | undefined {
  const { success, data } = signedIn.safeParse(JSON.parse(text));
  if (!success) return undefined;
  const { id, space, channel, name, manages, known, since } = data;
  return {
    ...{ id, space, manages, known, since },
    ...(channel === undefined ? {} : { channel }),
    ...(name === undefined ? {} : { name }),
  };
}

const roomOf = ({ session, code, plain, nameless, locked, revision }: Selectable<Tables['room']>): Room => ({
  session,
  code,
  isPlain: plain === 1,
  isNameless: nameless === 1,
  isLocked: locked === 1,
  revision,
});

/** `retrying`: tries again after errors that may be gone in a moment. */
export function createPageRecords(db: Kysely<Tables>, retrying: <T>(run: () => Promise<T>) => Promise<T>): PageRecords {
  const rooms = () => db.selectFrom('room').selectAll();
  return {
    openRoom: (session, code, at) =>
      retrying(async () => {
        await db
          .insertInto('room')
          .values({ session, code, plain: 0, nameless: 0, locked: 0, revision: 0, at })
          // The session has one, or another session has the code.
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        const row = await rooms().where('session', '=', session).executeTakeFirst();
        return row && roomOf(row);
      }),
    roomByCode: (code) =>
      retrying(async () => {
        const row = await rooms().where('code', '=', storable(code)).executeTakeFirst();
        return row && roomOf(row);
      }),
    roomsOf: (sessions) =>
      retrying(async () => {
        if (sessions.length === 0) return [];
        return (await rooms().where('session', 'in', sessions.map(storable)).execute()).map(roomOf);
      }),
    changeRoom: (session, { isPlain, isNameless, isLocked } = {}) =>
      retrying(async () => {
        await db
          .updateTable('room')
          .set({
            revision: sql`revision + 1`,
            ...(isPlain === undefined ? {} : { plain: Number(isPlain) }),
            ...(isNameless === undefined ? {} : { nameless: Number(isNameless) }),
            ...(isLocked === undefined ? {} : { locked: Number(isLocked) }),
          })
          .where('session', '=', storable(session))
          .execute();
      }),
    post: (channel, { key, html, at }) =>
      retrying(async () => {
        await db
          .insertInto('page_post')
          .values({ channel, key, html: storable(html), version: 0, at })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }),
    edit: (channel, { key, html }) =>
      retrying(async () => {
        const { numUpdatedRows } = await db
          .updateTable('page_post')
          .set({ html: storable(html), version: sql`version + 1` })
          .where('channel', '=', channel)
          .where('key', '=', key)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    posts: (channel) =>
      retrying(() =>
        db
          .selectFrom('page_post')
          .select(['key', 'html', 'version', 'at'])
          .where('channel', '=', channel)
          .orderBy('at')
          .orderBy('key')
          .execute(),
      ),
    newest: (channel) =>
      retrying(() =>
        db
          .selectFrom('page_post')
          // A room's posts come from the outbox, under its ids.
          .leftJoin('post', 'post.id', 'page_post.key')
          .select(['page_post.key', 'page_post.html', 'page_post.version', 'page_post.at'])
          .where('page_post.channel', '=', channel)
          .orderBy(({ fn, ref }) => fn.coalesce(ref('post.due'), ref('page_post.at')), 'desc')
          .orderBy('page_post.at', 'desc')
          .orderBy('page_post.key', 'desc')
          .limit(1)
          .executeTakeFirst(),
      ),
    versions: (channels) =>
      retrying(async () => {
        if (channels.length === 0) return [];
        const rows = await db
          .selectFrom('page_post')
          .select(({ fn }) => ['channel', fn.countAll().as('posts'), fn.sum('version').as('edits')])
          .where('channel', 'in', channels)
          .groupBy('channel')
          .execute();
        return rows.map(({ channel, posts, edits }) => ({ channel, posts: Number(posts), edits: Number(edits) }));
      }),
    link: (hash, person, at) =>
      retrying(async () => {
        await db
          .insertInto('page_link')
          .values({ hash, person: storable(person.id), signed_in: storable(JSON.stringify(person)), at })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }),
    linked: (hash, since) =>
      retrying(async () => {
        const row = await db
          .selectFrom('page_link')
          .select('signed_in')
          .where('hash', '=', hash)
          .where('at', '>', since)
          .executeTakeFirst();
        return row && readSignedIn(row.signed_in);
      }),
    signIn: (hash, since, browser) =>
      retrying(() =>
        db.transaction().execute(async (transaction) => {
          const used = await transaction
            .deleteFrom('page_link')
            .where('hash', '=', hash)
            .where('at', '>', since)
            .returning(['person', 'signed_in'])
            .executeTakeFirst();
          if (!used) return undefined;
          await transaction
            .insertInto('browser')
            .values({ ...used, ...browser })
            .onConflict((conflict) => conflict.column('hash').doUpdateSet({ ...used, at: browser.at }))
            .execute();
          return readSignedIn(used.signed_in);
        }),
      ),
    signedIn: (browser) =>
      retrying(async () => {
        const row = await db
          .selectFrom('browser')
          .select(['signed_in', 'at'])
          .where('hash', '=', browser)
          .executeTakeFirst();
        const person = row && readSignedIn(row.signed_in);
        return person && { person, at: row.at };
      }),
    signOut: (browser) =>
      retrying(async () => {
        await db.deleteFrom('browser').where('hash', '=', browser).execute();
      }),
    secret: (fresh) =>
      retrying(async () => {
        await db
          .insertInto('page_secret')
          .values({ one: 1, secret: fresh })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        const { secret } = await db.selectFrom('page_secret').select('secret').executeTakeFirstOrThrow();
        return secret;
      }),
    prune: (now) =>
      retrying(async () => {
        await db
          .deleteFrom('page_link')
          .where('at', '<=', now - PAGE_TIMES.link)
          .execute();
        await db
          .deleteFrom('browser')
          .where('at', '<=', now - PAGE_TIMES.student)
          .execute();
        await db
          .deleteFrom('page_post')
          .where('at', '<=', now - PAGE_TIMES.posts)
          .execute();
        await db
          .deleteFrom('room')
          .where('at', '<=', now - PAGE_TIMES.posts)
          .execute();
      }),
  };
}
