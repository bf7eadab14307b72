import type { Kysely, Selectable, UpdateQueryBuilder, UpdateResult } from 'kysely';
import type { Answer, Player, Session, Sessions } from '../core/session.ts';
import type { Engine } from './engine.ts';
import { plain } from './noting.ts';
import { insert } from './posts.ts';
import type { Tables } from './schema.ts';
import { together } from './together.ts';

const sessionOf = (row: Selectable<Tables['session']>): Session => ({
  id: row.id,
  classId: row.class,
  state: row.state,
  version: row.version,
  wakes: row.wakes ?? undefined,
  at: row.at,
});

/** Of `post.shown`, more than were ever there: so it counts as outdated. */
const ANEW = -1;

/** Those whose keys begin so, which is all up to a colon: keys are in one order, and a semicolon comes after a colon. */
const begun = <Q extends UpdateQueryBuilder<Tables, 'post', 'post', UpdateResult>>(query: Q, keys: string) =>
  query.where('key', '>=', `${plain(keys)}:`).where('key', '<', `${plain(keys)};`);

const answerOf = (row: Selectable<Tables['session_answer']>): Answer => ({ ...row, right: row.right === 1 });

/** The places of those among them who have joined. */
async function placesOf(db: Kysely<Tables>, session: string, people: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('session_player')
    .select(['person', 'place'])
    .where('session', '=', session)
    .where('person', 'in', people)
    .execute();
  return new Map(rows.map(({ person, place }) => [person, place]));
}

/** Gives a place to each of them who has none, and says all their places. */
const seat = (db: Kysely<Tables>, session: string, people: readonly string[]): Promise<Map<string, number>> =>
  db.transaction().execute(async (transaction) => {
    // Whatever process else seats somebody waits until this is done: so no place is given twice or left out.
    const { joined } = await transaction
      .updateTable('session')
      .set(({ ref }) => ({ joined: ref('joined') }))
      .where('id', '=', session)
      .returning('joined')
      .executeTakeFirstOrThrow();
    const places = await placesOf(transaction, session, people);
    const come = people.filter((person) => !places.has(person)).map((person, i) => ({ person, place: joined + i }));
    if (come.length === 0) return places;
    await transaction
      .insertInto('session_player')
      .values(come.map((one) => ({ session, ...one })))
      .execute();
    await transaction
      .updateTable('session')
      .set({ joined: joined + come.length })
      .where('id', '=', session)
      .execute();
    for (const { person, place } of come) places.set(person, place);
    return places;
  });

type Row = Selectable<Tables['session_answer']>;

const keyOf = ({ question, person }: Pick<Row, 'question' | 'person'>): string => `${question} ${person}`;

/** Keeps of these answers whichever are the first of their people to their questions; gives what is kept of each. */
async function keep(db: Kysely<Tables>, session: string, rows: readonly Row[]) {
  const columns = ['question', 'person', 'at', 'picked'] as const;
  const fresh = await db
    .insertInto('session_answer')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .returning(columns)
    .execute();
  const kept = new Map(fresh.map((row) => [keyOf(row), row]));
  const others = rows.filter((row) => !kept.has(keyOf(row)));
  if (others.length === 0) return kept;
  const known = await db
    .selectFrom('session_answer')
    .select(columns)
    .where('session', '=', session)
    .where(
      'question',
      'in',
      others.map(({ question }) => question),
    )
    .where(
      'person',
      'in',
      others.map(({ person }) => person),
    )
    .execute();
  for (const row of known) kept.set(keyOf(row), row);
  return kept;
}

/** `surely`: tries again what a passing error stopped. */
export function sessionsOn(
  db: Kysely<Tables>,
  lightly: Engine['lightly'],
  surely: <T>(run: () => Promise<T>) => Promise<T>,
): Sessions {
  const sessions = () => db.selectFrom('session').selectAll();
  // A class that answers asks for its one session at once.
  const found = together((id: string) =>
    surely(async () => {
      const row = await sessions().where('id', '=', id).executeTakeFirst();
      return row && sessionOf(row);
    }),
  );
  const kept = together((session: string, rows: readonly Row[]) => surely(() => keep(db, session, rows)));
  const joined = together((session: string, all: readonly string[]) =>
    surely(async () => {
      const people = Array.from(new Set(all));
      const places = await placesOf(db, session, people);
      // Everyone asks again with each answer; nothing is written then. The answer that follows waits for the disk for both.
      return places.size === people.length ? places : lightly((quick) => seat(quick, session, people));
    }),
  );
  return {
    begin: ({ id, classId, state, wakes = null, at }, posts) =>
      surely(() =>
        db.transaction().execute(async (transaction) => {
          const begun = await transaction
            .insertInto('session')
            .values({ id, class: classId, state, version: 0, wakes, at, joined: 0 })
            // One of its own, or one that another process has begun at the same moment.
            .onConflict((conflict) => conflict.doNothing())
            .returning('id')
            .executeTakeFirst();
          if (begun && posts.length > 0) await insert(transaction, posts, at);
          return begun !== undefined;
        }),
      ),
    step: ({ id, version }, { state, wakes = null }, posts, again, at) =>
      surely(() =>
        db.transaction().execute(async (transaction) => {
          const { numUpdatedRows } = await transaction
            .updateTable('session')
            .set({ state, wakes, version: version + 1 })
            .where('id', '=', id)
            .where('version', '=', version)
            .executeTakeFirst();
          if (numUpdatedRows === 0n) return false;
          if (posts.length > 0) await insert(transaction, posts, at);
          if (again !== undefined)
            await begun(transaction.updateTable('post'), again).set({ shown: ANEW, editable: 0 }).execute();
          return true;
        }),
      ),
    byId: (id) => found(plain(id), undefined),
    ofClass: (classId) =>
      surely(async () => {
        const row = await sessions().where('class', '=', classId).where('wakes', 'is not', null).executeTakeFirst();
        return row && sessionOf(row);
      }),
    history: (classId, most) =>
      surely(async () => {
        const rows = await sessions().where('class', '=', classId).orderBy('at', 'desc').limit(most).execute();
        return rows.map(sessionOf);
      }),
    waking: (now, most) =>
      surely(async () => {
        const rows = await sessions().where('wakes', '<=', now).orderBy('wakes').limit(most).execute();
        return rows.map(sessionOf);
      }),
    join: async (session, person) => {
      const place = (await joined(session, plain(person))).get(plain(person));
      if (place === undefined) throw new Error('somebody who joined has no place');
      return place;
    },
    players: (session) =>
      surely(
        (): Promise<Player[]> =>
          db
            .selectFrom('session_player')
            .select(['person', 'place'])
            .where('session', '=', session)
            .orderBy('place')
            .execute(),
      ),
    answer: async (answer) => {
      const row = {
        ...answer,
        person: plain(answer.person),
        name: plain(answer.name),
        picked: plain(answer.picked),
        right: Number(answer.right),
      };
      const first = (await kept(row.session, row)).get(keyOf(row));
      // The answer to an earlier try may have been lost.
      return first?.at === row.at && first.picked === row.picked;
    },
    tally: (session, question, keys, stale) =>
      surely(async () => {
        const { answered } = await db
          .selectFrom('session_answer')
          .select(({ fn, cast }) => cast<number>(fn.countAll(), 'integer').as('answered'))
          .where('session', '=', session)
          .where('question', '=', question)
          .executeTakeFirstOrThrow();
        await begun(db.updateTable('post'), keys).set({ readers: answered }).where('readers', '<', answered).execute();
        await begun(db.updateTable('post'), keys)
          .set({ shown: ANEW })
          .where('due', '<', stale)
          .where('editable', '<', stale)
          .whereRef('readers', '=', 'shown')
          .execute();
      }),
    answers: (session, question) =>
      surely(async () => {
        const all = db.selectFrom('session_answer').selectAll().where('session', '=', session);
        const rows = await (question === undefined ? all : all.where('question', '=', question))
          .orderBy('at')
          .orderBy('person')
          .execute();
        return rows.map(answerOf);
      }),
  };
}
