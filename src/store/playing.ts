import type { Kysely, Selectable } from 'kysely';
import type { Player } from '../core/session.ts';
import type { Tables } from './schema.ts';
import { tracesOf } from './traces.ts';

export const playerOf = ({ person, place, team }: Omit<Tables['session_player'], 'session'>): Player => ({
  person,
  place,
  ...(team === null ? {} : { team }),
});

/** Somebody who is to have a place, and the team that they come for. */
export type Comer = Pick<Player, 'person' | 'team'>;

/** Those among them who have joined. */
export async function playersAmong(
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
export const seat = (db: Kysely<Tables>, session: string, comers: readonly Comer[]): Promise<Map<string, Player>> =>
  db.transaction().execute(async (transaction) => {
    // Whatever process else seats somebody waits until this is done: so no place is given twice or left out.
    const { joined } = await transaction
      .updateTable('session')
      .set(({ ref }) => ({ joined: ref('joined') }))
      .where('id', '=', session)
      .returning('joined')
      .executeTakeFirstOrThrow();
    const people = comers.map(({ person }) => person);
    const players = await playersAmong(transaction, session, people);
    const fresh = comers.filter(({ person }) => !players.has(person));
    if (fresh.length === 0) return players;
    const traces = await tracesOf(transaction, session, people);
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

export const keyOf = ({ question, person }: Pick<AnswerRow, 'question' | 'person'>): string => `${question} ${person}`;

/**
 * Keeps of these answers whichever are the first of their people to their questions; gives what is kept of each, but of
 * those who had answered and were forgotten in between.
 */
export async function keep(db: Kysely<Tables>, session: string, all: readonly AnswerRow[]) {
  const traces = await tracesOf(
    db,
    session,
    all.map(({ person }) => person),
  );
  const rows = all.filter(({ person, question }) => question > (traces.get(person)?.last ?? -1));
  if (rows.length === 0) return new Map<string, Pick<AnswerRow, 'at' | 'picked'>>();
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
