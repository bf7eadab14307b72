import type { Kysely, Selectable } from 'kysely';
import type { Answer, Player, Session, Sessions } from '../core/session.ts';
import { areAllIn } from './all-in.ts';
import { batched } from './batch.ts';
import { forgetClosedQuestion, recordClosedQuestion } from './closed-question.ts';
import type { Engine } from './engine.ts';
import {
  type AdmittedAnswer,
  answerKey,
  areSeated,
  findPlayers,
  keepAnswers,
  type NewPlayer,
  playerOf,
  removedFrom,
  seatPlayers,
} from './players.ts';
import { endPosts, insertPosts, showAnew, UNCHECKED, whereKeysBegin } from './post-rows.ts';
import { storable } from './storable.ts';
import type { Tables } from './tables.ts';

/** All but the material: it is large, and every answer of a class reads its session. */
const COLUMNS = ['id', 'class', 'kind', 'state', 'version', 'wakes', 'at'] as const;

const sessionOf = (row: Pick<Selectable<Tables['session']>, (typeof COLUMNS)[number]>): Session => ({
  id: row.id,
  classId: row.class,
  kind: row.kind,
  state: row.state,
  version: row.version,
  wakes: row.wakes ?? undefined,
  at: row.at,
});

/** Has the messages of a question tell how many have answered it by now. */
async function countAnswers(db: Kysely<Tables>, session: string, question: number, keys: string): Promise<void> {
  const { answered } = await db
    .selectFrom('session_answer')
    .select(({ fn, cast }) => cast<number>(fn.countAll(), 'integer').as('answered'))
    .where('session', '=', session)
    .where('question', '=', question)
    .where('person', 'not in', removedFrom(db, session))
    .executeTakeFirstOrThrow();
  await whereKeysBegin(db.updateTable('post'), keys)
    .set({ readers: answered })
    .where('readers', '<', answered)
    .execute();
}

/** Has the messages of a lobby tell how many have joined: by a press, or by an answer to a question `before` that number. */
async function countJoined(db: Kysely<Tables>, session: string, before: number, keys: string): Promise<void> {
  const pressed = db
    .selectFrom('session_player')
    .select('person')
    .where('session', '=', session)
    .where('name', 'is not', null)
    .where('removed', 'is', null);
  const answered = db
    .selectFrom('session_answer')
    .select('person')
    .where('session', '=', session)
    .where('question', '<', before)
    .where('person', 'not in', removedFrom(db, session));
  const { joined } = await db
    .selectFrom(pressed.union(answered).as('joined'))
    .select(({ fn, cast }) => cast<number>(fn.countAll(), 'integer').as('joined'))
    .executeTakeFirstOrThrow();
  // Somebody who joined may have their data deleted.
  await whereKeysBegin(db.updateTable('post'), keys).set({ readers: joined }).where('readers', '<>', joined).execute();
}

/** Those who come at once, each person once: what they came for first, and a name where one of their presses had one. */
function mergeComers(all: readonly NewPlayer[]): NewPlayer[] {
  const comers = new Map<string, NewPlayer>();
  for (const one of all) comers.set(one.person, { ...one, ...comers.get(one.person) });
  return Array.from(comers.values());
}

const answerOf = (row: Selectable<Tables['session_answer']>): Answer => ({ ...row, right: row.right === 1 });

/** `retrying`: tries again after errors that may be gone in a moment. */
export function createSessions(
  db: Kysely<Tables>,
  withoutSync: Engine['withoutSync'],
  retrying: <T>(run: () => Promise<T>) => Promise<T>,
): Sessions {
  const sessions = () => db.selectFrom('session').select(COLUMNS);
  // A class that answers asks for its one session in one moment.
  const found = batched((id: string) =>
    retrying(async () => {
      const row = await sessions().where('id', '=', id).executeTakeFirst();
      return row && sessionOf(row);
    }),
  );
  const kept = batched((session: string, all: readonly AdmittedAnswer[]) =>
    retrying(() => keepAnswers(db, session, all)),
  );
  const joined = batched((session: string, all: readonly NewPlayer[]) =>
    retrying(async () => {
      const comers = mergeComers(all);
      const players = await findPlayers(
        db,
        session,
        comers.map(({ person }) => person),
      );
      // Every answer asks again, and writes nothing then.
      if (areSeated(comers, players)) return players;
      // An answer waits for the disk itself, for both; a press that joins is told at once that it has.
      const isTold = comers.some(({ name }) => name !== undefined);
      return isTold ? seatPlayers(db, session, comers) : withoutSync((quick) => seatPlayers(quick, session, comers));
    }),
  );
  // Each of a lecture that joins asks for all of them: those who press in one moment read them once.
  const playersOf = batched((session: string) =>
    retrying(async () => {
      const rows = await db
        .selectFrom('session_player')
        .leftJoin('hidden', 'hidden.person', 'session_player.person')
        .select(['session_player.person', 'place', 'team', 'name', 'removed', 'hidden.at as hidden'])
        .where('session', '=', session)
        .where('removed', 'is', null)
        .orderBy('place')
        .execute();
      return rows.map(
        ({ hidden, ...row }): Player => ({ ...playerOf(row), ...(hidden === null ? {} : { isHidden: true }) }),
      );
    }),
  );
  return {
    begin: ({ id, classId, kind, state, material, wakes = null, at }, posts) =>
      retrying(() =>
        db.transaction().execute(async (transaction) => {
          const begun = await transaction
            .insertInto('session')
            .values({ id, class: classId, kind, state, material, version: 0, wakes, at, joined: 0 })
            // The class may have a session of the kind, perhaps since a moment ago.
            .onConflict((conflict) => conflict.doNothing())
            .returning('id')
            .executeTakeFirst();
          if (begun && posts.length > 0) await insertPosts(transaction, posts, at);
          return begun !== undefined;
        }),
      ),
    step: ({ id, version }, { state, wakes = null }, posts, { again, ended }, at, closed) =>
      retrying(() =>
        db.transaction().execute(async (transaction) => {
          const { numUpdatedRows } = await transaction
            .updateTable('session')
            .set({ state, wakes, version: version + 1 })
            .where('id', '=', id)
            .where('version', '=', version)
            .executeTakeFirst();
          if (numUpdatedRows === 0n) return false;
          if (closed?.isLeftOut) await forgetClosedQuestion(transaction, id, closed);
          else if (closed) {
            await recordClosedQuestion(transaction, id, closed);
            await countAnswers(transaction, id, closed.at, closed.keys);
          }
          if (wakes === null) await transaction.deleteFrom('session_trace').where('session', '=', id).execute();
          if (posts.length > 0) await insertPosts(transaction, posts, at);
          if (again !== undefined) await showAnew(transaction, again);
          if (ended !== undefined) await endPosts(transaction, ended, at);
          return true;
        }),
      ),
    byId: (id) => found(storable(id), undefined),
    material: (id) =>
      retrying(async () => {
        const row = await db.selectFrom('session').select('material').where('id', '=', storable(id)).executeTakeFirst();
        return row?.material ?? undefined;
      }),
    running: (classId, kind) =>
      retrying(async () => {
        const all = sessions().where('class', '=', classId).where('wakes', 'is not', null);
        const rows = await (kind === undefined ? all : all.where('kind', '=', kind)).execute();
        return rows.map(sessionOf);
      }),
    history: (classId, kind, most) =>
      retrying(async () => {
        const own = sessions().where('class', '=', classId).where('kind', '=', kind);
        const rows = await own.orderBy('at', 'desc').limit(most).execute();
        return rows.map(sessionOf);
      }),
    played: (classId, kind) =>
      retrying(async () => {
        const own = db.selectFrom('session').select('id').where('class', '=', classId).where('kind', '=', kind);
        const rows = await own
          .where(({ exists, selectFrom }) =>
            exists(
              selectFrom('session_answer')
                .select('session_answer.session')
                .whereRef('session_answer.session', '=', 'session.id'),
            ),
          )
          .execute();
        return new Set(rows.map(({ id }) => id));
      }),
    waking: (kind, now, most) =>
      retrying(async () => {
        const due = sessions().where('wakes', '<=', now).where('kind', '=', kind);
        const rows = await due.orderBy('wakes').limit(most).execute();
        return rows.map(sessionOf);
      }),
    join: async (session, person, team, name) => {
      const comer: NewPlayer = {
        person: storable(person),
        ...(team === undefined ? {} : { team }),
        ...(name === undefined ? {} : { name: storable(name) }),
      };
      const player = (await joined(session, comer)).get(comer.person);
      if (!player) throw new Error('a player who joined has no place');
      return player;
    },
    players: (session) => playersOf(session, undefined),
    player: (session, person) =>
      retrying(async () => (await findPlayers(db, storable(session), [storable(person)])).get(storable(person))),
    renamePlayer: (session, place, name, keys) =>
      retrying(() =>
        db.transaction().execute(async (transaction) => {
          const renamed = await transaction
            .updateTable('session_player')
            .set({ name: storable(name) })
            .where('session', '=', storable(session))
            .where('place', '=', place)
            .returning('person')
            .executeTakeFirst();
          if (!renamed) return false;
          await transaction
            .updateTable('session_answer')
            .set({ name: storable(name) })
            .where('session', '=', storable(session))
            .where('person', '=', renamed.person)
            .execute();
          await showAnew(transaction, keys);
          return true;
        }),
      ),
    removed: (session) =>
      retrying(async () => (await removedFrom(db, storable(session)).execute()).map(({ person }) => person)),
    removePlayer: (session, place, at, keys) =>
      retrying(() =>
        db.transaction().execute(async (transaction) => {
          const { numUpdatedRows } = await transaction
            .updateTable('session_player')
            .set({ removed: at })
            .where('session', '=', storable(session))
            .where('place', '=', place)
            .executeTakeFirst();
          if (numUpdatedRows > 0n) await showAnew(transaction, keys);
          return numUpdatedRows > 0n;
        }),
      ),
    answer: async (answer, version) => {
      const row = {
        ...answer,
        person: storable(answer.person),
        name: storable(answer.name),
        picked: storable(answer.picked),
        right: Number(answer.right),
      };
      const given = await kept(row.session, { row, version });
      if (given.removed.has(row.person)) return 'removed';
      const first = given.kept.get(answerKey(row));
      if (first === undefined) return given.version === version ? 'twice' : 'moved';
      // An earlier try may have written it and lost the database's answer.
      return first.at === row.at && first.picked === row.picked ? 'kept' : 'twice';
    },
    tally: (session, question, keys, stale) =>
      retrying(async () => {
        await countAnswers(db, session, question, keys);
        await whereKeysBegin(db.updateTable('post'), keys)
          .set({ shown: UNCHECKED })
          .where('due', '<', stale)
          .where('editable', '<', stale)
          .whereRef('readers', '=', 'shown')
          .execute();
      }),
    tallyJoined: (session, before, keys) => retrying(() => countJoined(db, session, before, keys)),
    areAllIn: (session, question) => retrying(() => areAllIn(db, session, question)),
    answers: (session) =>
      retrying(async () => {
        const rows = await db
          .selectFrom('session_answer')
          .selectAll()
          .where('session', '=', session)
          .where('person', 'not in', removedFrom(db, session))
          .orderBy('at')
          .orderBy('person')
          .execute();
        return rows.map(answerOf);
      }),
    answersOf: (session, person) =>
      retrying(async () => {
        const own = db.selectFrom('session_answer').selectAll().where('session', '=', session);
        const rows = await own.where('person', '=', storable(person)).orderBy('question').execute();
        return rows.map(answerOf);
      }),
  };
}
