import type { Kysely } from 'kysely';
import type { Roster } from '../core/session.ts';
import type { Tables } from './tables.ts';

/**
 * Those who have joined a session as its question is asked: they pressed that they do, or have answered an earlier
 * question; how many they are, and how many of them have not answered this one.
 */
export async function countRoster(db: Kysely<Tables>, session: string, question: number): Promise<Roster> {
  const { joined, missing } = await db
    .selectFrom(({ selectFrom }) =>
      selectFrom('session_player')
        .select('person')
        .where('session', '=', session)
        .where('name', 'is not', null)
        // Without those who are in both.
        .union(
          selectFrom('session_answer').select('person').where('session', '=', session).where('question', '<', question),
        )
        .as('roster'),
    )
    .leftJoin('session_answer', (join) =>
      join
        .onRef('session_answer.person', '=', 'roster.person')
        .on('session_answer.session', '=', session)
        .on('session_answer.question', '=', question),
    )
    .select(({ fn, cast, eb }) => [
      cast<number>(fn.countAll(), 'integer').as('joined'),
      cast<number>(eb(fn.countAll(), '-', fn.count('session_answer.person')), 'integer').as('missing'),
    ])
    .executeTakeFirstOrThrow();
  return { joined, missing };
}
