import type { Kysely, Selectable } from 'kysely';
import type { Player } from '../core/session.ts';
import type { Tables } from './tables.ts';
import { findTombstones } from './tombstones.ts';

export const playerOf = ({
  person,
  place,
  team,
  name,
  removed,
}: Omit<Tables['session_player'], 'session'>): Player => ({
  person,
  place,
  ...(team === null ? {} : { team }),
  ...(name === null ? {} : { name }),
  ...(removed === null ? {} : { isRemoved: true }),
});

/** A student who is to have a place, the team that they come for, and their name where they pressed that they join. */
export type NewPlayer = Pick<Player, 'person' | 'team' | 'name'>;

/** The people among these who have joined, by person. */
export async function findPlayers(
  db: Kysely<Tables>,
  session: string,
  people: readonly string[],
): Promise<Map<string, Player>> {
  const rows = await db
    .selectFrom('session_player')
    .select(['person', 'place', 'team', 'name', 'removed'])
    .where('session', '=', session)
    .where('person', 'in', people)
    .execute();
  return new Map(rows.map((row) => [row.person, playerOf(row)]));
}

/** Has each of these players what they come for? */
export const areSeated = (comers: readonly NewPlayer[], players: ReadonlyMap<string, Player>): boolean =>
  comers.every(({ person, name }) => {
    const player = players.get(person);
    return player !== undefined && (name === undefined || player.name !== undefined);
  });

/**
 * Gives a place to each of these players who has none, and a name to those who had but a place; resolves with the places
 * of all, by person.
 */
export const seatPlayers = (
  db: Kysely<Tables>,
  session: string,
  comers: readonly NewPlayer[],
): Promise<Map<string, Player>> =>
  db.transaction().execute(async (transaction) => {
    // Locks the session: another process that gives places waits, so that none is given twice or left out.
    const { joined } = await transaction
      .updateTable('session')
      .set(({ ref }) => ({ joined: ref('joined') }))
      .where('id', '=', session)
      .returning('joined')
      .executeTakeFirstOrThrow();
    const people = comers.map(({ person }) => person);
    const players = await findPlayers(transaction, session, people);
    for (const { person, name } of comers) {
      const player = players.get(person);
      if (player === undefined || name === undefined || player.name !== undefined) continue;
      await transaction
        .updateTable('session_player')
        .set({ name })
        .where('session', '=', session)
        .where('person', '=', person)
        .execute();
      players.set(person, { ...player, name });
    }
    const fresh = comers.filter(({ person }) => !players.has(person));
    if (fresh.length === 0) return players;
    const tombstones = await findTombstones(transaction, session, people);
    let next = joined;
    const rows = fresh.map(({ person, team = null, name = null }) => {
      // A student whose data was deleted in between gets the place that they had.
      const seat = tombstones.get(person)?.seat ?? { place: next++, team, removed: null };
      return { person, ...seat, name };
    });
    await transaction
      .insertInto('session_player')
      .values(rows.map((row) => ({ session, ...row })))
      .execute();
    await transaction.updateTable('session').set({ joined: next }).where('id', '=', session).execute();
    for (const row of rows) players.set(row.person, playerOf(row));
    return players;
  });

export type AnswerRow = Selectable<Tables['session_answer']>;

export const answerKey = ({ question, person }: Pick<AnswerRow, 'question' | 'person'>): string =>
  `${question} ${person}`;

/** An answer that was let in by what its session was at `version`. */
export interface AdmittedAnswer {
  row: AnswerRow;
  version: number;
}

/** What is read back of an answer. */
type KeptAnswer = Pick<AnswerRow, 'question' | 'person' | 'at' | 'picked'>;

/**
 * Keeps those of these answers that are a person's first to a question, unless the session was stepped since they were
 * let in. Resolves with the session's version and with what is kept of each answer. Nothing is kept of an answer whose
 * person had answered before and was forgotten in between.
 */
export const keepAnswers = (db: Kysely<Tables>, session: string, all: readonly AdmittedAnswer[]) =>
  db.transaction().execute(async (transaction) => {
    // Locks the session: a process that steps it waits, and counts these answers. Later answers see its step.
    const { version } = await transaction
      .updateTable('session')
      .set(({ ref }) => ({ joined: ref('joined') }))
      .where('id', '=', session)
      .returning('version')
      .executeTakeFirstOrThrow();
    const people = all.map(({ row }) => row.person);
    const tombstones = await findTombstones(transaction, session, people);
    const removed = await findRemoved(transaction, session, people);
    const rows = all.filter(
      ({ row }) => row.question > (tombstones.get(row.person)?.last ?? -1) && !removed.has(row.person),
    );
    const current = rows.flatMap((one) => (one.version === version ? [one.row] : []));
    const kept = new Map((await insertFirst(transaction, current)).map((row) => [answerKey(row), row]));
    const others = rows.flatMap(({ row }) => (kept.has(answerKey(row)) ? [] : [row]));
    for (const row of await findAnswers(transaction, session, others)) kept.set(answerKey(row), row);
    return { version, kept, removed };
  });

/** The people whom an instructor has out of a session. */
export const removedFrom = (db: Kysely<Tables>, session: string) =>
  db.selectFrom('session_player').select('person').where('session', '=', session).where('removed', 'is not', null);

/** Those of these people whom an instructor has out. */
async function findRemoved(db: Kysely<Tables>, session: string, people: readonly string[]): Promise<Set<string>> {
  const rows = await removedFrom(db, session).where('person', 'in', people).execute();
  return new Set(rows.map(({ person }) => person));
}

const COLUMNS = ['question', 'person', 'at', 'picked'] as const;

async function insertFirst(db: Kysely<Tables>, rows: readonly AnswerRow[]): Promise<KeptAnswer[]> {
  if (rows.length === 0) return [];
  return db
    .insertInto('session_answer')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning(COLUMNS)
    .execute();
}

/** What was kept before of the same people's answers to the same questions. */
async function findAnswers(db: Kysely<Tables>, session: string, rows: readonly AnswerRow[]): Promise<KeptAnswer[]> {
  if (rows.length === 0) return [];
  const questions = rows.map(({ question }) => question);
  const people = rows.map(({ person }) => person);
  return db
    .selectFrom('session_answer')
    .select(COLUMNS)
    .where('session', '=', session)
    .where('question', 'in', questions)
    .where('person', 'in', people)
    .execute();
}
