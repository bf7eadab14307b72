import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { showAnew } from './post-rows.ts';
import type { Tables } from './tables.ts';

/** Letters of a hash: enough that no two people of a session have the same. */
const HASH = 22;

/** Stands for a person in one session, without saying who it is. */
const hashOf = (session: string, person: string): string =>
  createHash('sha256').update(`${session}\0${person}`).digest('base64url').slice(0, HASH);

/**
 * Before a person's data is deleted: each session that is on keeps, under a hash, which questions they have answered and
 * their place. So deleting one's data gives neither a second answer nor another team.
 */
export async function leaveTombstones(db: Kysely<Tables>, person: string): Promise<void> {
  const inSession = ['session_answer', 'session_player'] as const;
  // Locks the sessions: an answer closed while this runs would be recorded for a deleted person.
  const on = await db
    .updateTable('session')
    .set(({ ref }) => ({ joined: ref('joined') }))
    .where('wakes', 'is not', null)
    .where(({ or, eb, selectFrom }) =>
      or(inSession.map((table) => eb('id', 'in', selectFrom(table).select('session').where('person', '=', person)))),
    )
    .returning(['id', 'kind'])
    .execute();
  for (const { id: session, kind } of on) {
    // Their name leaves what a class sees at this moment.
    await showAnew(db, `${kind}:${session}`);
    const { last } = await db
      .selectFrom('session_answer')
      .select(({ fn }) => fn.max('question').as('last'))
      .where('session', '=', session)
      .where('person', '=', person)
      .executeTakeFirstOrThrow();
    const seat = await db
      .selectFrom('session_player')
      .select(['place', 'team', 'removed'])
      .where('session', '=', session)
      .where('person', '=', person)
      .executeTakeFirst();
    await db
      .insertInto('session_trace')
      .values({
        session,
        who: hashOf(session, person),
        last: last ?? -1,
        place: null,
        team: null,
        removed: null,
        ...seat,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['session', 'who'])
          .doUpdateSet(({ ref }) => ({ last: ref('excluded.last') }))
          .whereRef('session_trace.last', '<', 'excluded.last'),
      )
      .execute();
  }
}

/** What is left of a person in a session: the last question that they had answered, and their place. */
interface Tombstone {
  last: number;
  seat?: { place: number; team: number | null; removed: number | null };
}

/** The tombstones of those of these people whose data was deleted meanwhile. */
export async function findTombstones(
  db: Kysely<Tables>,
  session: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, Tombstone>> {
  const persons = new Map(people.map((person) => [hashOf(session, person), person]));
  const rows = await db
    .selectFrom('session_trace')
    .select(['who', 'last', 'place', 'team', 'removed'])
    .where('session', '=', session)
    .where('who', 'in', Array.from(persons.keys()))
    .execute();
  return new Map(
    rows.map(({ who, last, place, team, removed }) => [
      persons.get(who) ?? '',
      place === null ? { last } : { last, seat: { place, team, removed } },
    ]),
  );
}
