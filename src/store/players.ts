import type { Kysely, Selectable } from 'kysely';
import type { Player } from '../core/session.ts';
import type { Tables } from './tables.ts';
import { findTombstones } from './tombstones.ts';

export const playerOf = ({ person, place, team }: Omit<Tables['session_player'], 'session'>): Player => ({
  person,
  place,
  ...(team === null ? {} : { team }),
});

/** Somebody who is to have a place, and the team that they come for. */
export type NewPlayer = Pick<Player, 'person' | 'team'>;

/** Those among them who have joined. */
export async function findPlayers(
  db: Kysely<Tables>,
  session: string,
  people: readonly string[],
): Promise<Map<string, Player>> {
  const rows = await db
    .selectFrom('session_player')
    .select(['person', 'place', 'team'])
    .where('session', '=', session)
    .where('person', 'in', people)
    .execute();
  return new Map(rows.map((row) => [row.person, playerOf(row)]));
}

/** Gives a place to each of them who has none, and says all their places. */
export const seatPlayers = (
  db: Kysely<Tables>,
  session: string,
  comers: readonly NewPlayer[],
): Promise<Map<string, Player>> =>
  db.transaction().execute(async (transaction) => {
    // Whatever process else seats somebody waits until this is done: so no place is given twice or left out.
    const { joined } = await transaction
      .updateTable('session')
      .set(({ ref }) => ({ joined: ref('joined') }))
      .where('id', '=', session)
      .returning('joined')
      .executeTakeFirstOrThrow();
    const people = comers.map(({ person }) => person);
    const players = await findPlayers(transaction, session, people);
    const fresh = comers.filter(({ person }) => !players.has(person));
    if (fresh.length === 0) return players;
    const traces = await findTombstones(transaction, session, people);
    let next = joined;
    const rows = fresh.map(({ person, team = null }) => {
      // Whoever was forgotten in between sits where they sat.
      const seat = traces.get(person)?.seat ?? { place: next++, team };
      return { person, ...seat };
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

/** As much as is read back of an answer. */
type KeptAnswer = Pick<AnswerRow, 'question' | 'person' | 'at' | 'picked'>;

/**
 * Keeps of these answers whichever are the first of their people to their questions, unless their session was stepped
 * since; gives its version and what is kept of each, but of those who had answered and were forgotten in between.
 */
export const keepAnswers = (db: Kysely<Tables>, session: string, all: readonly AdmittedAnswer[]) =>
  db.transaction().execute(async (transaction) => {
    // A process that steps the session waits until these are there, and counts them; those that come later see its step.
    const { version } = await transaction
      .updateTable('session')
      .set(({ ref }) => ({ joined: ref('joined') }))
      .where('id', '=', session)
      .returning('version')
      .executeTakeFirstOrThrow();
    const people = all.map(({ row }) => row.person);
    const traces = await findTombstones(transaction, session, people);
    const rows = all.filter(({ row }) => row.question > (traces.get(row.person)?.last ?? -1));
    const current = rows.flatMap((one) => (one.version === version ? [one.row] : []));
    const kept = new Map((await insertFirst(transaction, current)).map((row) => [answerKey(row), row]));
    const others = rows.flatMap(({ row }) => (kept.has(answerKey(row)) ? [] : [row]));
    for (const row of await findAnswers(transaction, session, others)) kept.set(answerKey(row), row);
    return { version, kept };
  });

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
