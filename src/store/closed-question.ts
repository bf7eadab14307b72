import type { Kysely } from 'kysely';
import type { Closed } from '../core/session.ts';
import type { Tables } from './tables.ts';
import { deleteAnswers, writeAnswers, writeMembers } from './write-rows.ts';

/** The answers that students gave to a question of a session. */
const answersTo = (db: Kysely<Tables>, session: string, { at }: Pick<Closed, 'at'>) =>
  db
    .selectFrom('session_answer')
    .innerJoin('session', 'session.id', 'session_answer.session')
    .select(['person', 'name', 'right', 'session_answer.at', 'class'])
    .where('session', '=', session)
    .where('question', '=', at);

type Given = Awaited<ReturnType<ReturnType<typeof answersTo>['execute']>>[number];

/** The same as practice. */
const asPractice =
  ({ question, term }: Pick<Closed, 'question' | 'term'>) =>
  ({ person, right, at, class: classId }: Given) => ({ row: { person, question, term, right, at }, classId });

/**
 * The answers to a question that has closed become practice of the students who gave them, and make them members of the
 * class. What was recorded before is passed over.
 */
export async function recordClosedQuestion(db: Kysely<Tables>, session: string, closed: Closed): Promise<void> {
  const rows = await answersTo(db, session, closed)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('answer')
            .select('answer.at')
            .whereRef('answer.person', '=', 'session_answer.person')
            .where('answer.question', '=', closed.question)
            .whereRef('answer.at', '=', 'session_answer.at'),
        ),
      ),
    )
    .execute();
  await writeAnswers(db, rows.map(asPractice(closed)));
  await writeMembers(
    db,
    rows.map(({ person, name, at, class: classId }) => ({ person, class: classId, at, name: name || null })),
  );
}

/** The answers to a question that an instructor left out after it had closed are no practice of the students any more. */
export async function forgetClosedQuestion(db: Kysely<Tables>, session: string, closed: Closed): Promise<void> {
  const rows = await answersTo(db, session, closed).execute();
  await deleteAnswers(db, rows.map(asPractice(closed)));
}
