import type { Kysely } from 'kysely';
import type { Closed } from '../core/session.ts';
import type { Tables } from './tables.ts';
import { deleteAnswers, writeAnswers, writeMembers } from './write-rows.ts';

/**
 * The answers to a question that has closed become practice of the students who gave them, and make them members of the
 * class. What was recorded before is passed over.
 */
export async function recordClosedQuestion(
  db: Kysely<Tables>,
  session: string,
  { at, question, term }: Closed,
): Promise<void> {
  const rows = await db
    .selectFrom('session_answer')
    .innerJoin('session', 'session.id', 'session_answer.session')
    .select(['person', 'name', 'right', 'session_answer.at', 'class'])
    .where('session', '=', session)
    .where('question', '=', at)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('answer')
            .select('answer.at')
            .whereRef('answer.person', '=', 'session_answer.person')
            .where('answer.question', '=', question)
            .whereRef('answer.at', '=', 'session_answer.at'),
        ),
      ),
    )
    .execute();
  await writeAnswers(
    db,
    rows.map(({ person, right, at, class: classId }) => ({ row: { person, question, term, right, at }, classId })),
  );
  await writeMembers(
    db,
    rows.map(({ person, name, at, class: classId }) => ({ person, class: classId, at, name: name || null })),
  );
}

/** The answers to a question that was left out after it had closed are practice of nobody any more. */
export async function forgetClosedQuestion(
  db: Kysely<Tables>,
  session: string,
  { at, question, term }: Closed,
): Promise<void> {
  const rows = await db
    .selectFrom('session_answer')
    .innerJoin('session', 'session.id', 'session_answer.session')
    .select(['person', 'right', 'session_answer.at', 'class'])
    .where('session', '=', session)
    .where('question', '=', at)
    .execute();
  await deleteAnswers(
    db,
    rows.map(({ person, right, at, class: classId }) => ({ row: { person, question, term, right, at }, classId })),
  );
}
