import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Letters of what stands for a person: enough that no two in a session have the same. */
const WHO = 22;

/** Stands for a person in one session, and says nothing of whom. */
const whoOf = (session: string, person: string): string =>
  createHash('sha256').update(`${session}\0${person}`).digest('base64url').slice(0, WHO);

/**
 * Of whoever is about to be forgotten, each session that is on keeps that somebody has answered and where they sit: so
 * nobody answers twice, or looks for another team, by being forgotten in between.
 */
export async function leaveTombstones(db: Kysely<Tables>, person: string): Promise<void> {
  const inSession = ['session_answer', 'session_player'] as const;
  // Whoever steps one of them waits: what is told meanwhile would be noted of whoever is gone.
  const on = await db
    .updateTable('session')
    .set(({ ref }) => ({ joined: ref('joined') }))
    .where('wakes', 'is not', null)
    .where(({ or, eb, selectFrom }) =>
      or(inSession.map((table) => eb('id', 'in', selectFrom(table).select('session').where('person', '=', person)))),
    )
    .returning('id')
    .execute();
  for (const { id: session } of on) {
    const { last } = await db
      .selectFrom('session_answer')
      .select(({ fn }) => fn.max('question').as('last'))
      .where('session', '=', session)
      .where('person', '=', person)
      .executeTakeFirstOrThrow();
    const seat = await db
      .selectFrom('session_player')
      .select(['place', 'team'])
      .where('session', '=', session)
      .where('person', '=', person)
      .executeTakeFirst();
    await db
      .insertInto('session_trace')
      .values({ session, who: whoOf(session, person), last: last ?? -1, place: null, team: null, ...seat })
      .onConflict((conflict) =>
        conflict
          .columns(['session', 'who'])
          .doUpdateSet(({ ref }) => ({ last: ref('excluded.last') }))
          .whereRef('session_trace.last', '<', 'excluded.last'),
      )
      .execute();
  }
}

/** What is left of a person in a session: the last question that they have answered, and where they sat. */
interface Tombstone {
  last: number;
  seat?: { place: number; team: number | null };
}

/** Of those among them who were forgotten meanwhile. */
export async function findTombstones(
  db: Kysely<Tables>,
  session: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, Tombstone>> {
  const persons = new Map(people.map((person) => [whoOf(session, person), person]));
  const rows = await db
    .selectFrom('session_trace')
    .select(['who', 'last', 'place', 'team'])
    .where('session', '=', session)
    .where('who', 'in', Array.from(persons.keys()))
    .execute();
  return new Map(
    rows.map(({ who, last, place, team }) => [
      persons.get(who) ?? '',
      place === null ? { last } : { last, seat: { place, team } },
    ]),
  );
}
