import { type Kysely, sql } from 'kysely';
import { removedFrom } from './players.ts';
import type { Tables } from './tables.ts';

/**
 * Has each student answered a question who had joined a session before: by pressing that they do, or by answering an
 * earlier question? False where none has joined. Each look ends at the first person who is missing: a lecture has thousands.
 */
export async function areAllIn(db: Kysely<Tables>, session: string, question: number): Promise<boolean> {
  const pressed = db
    .selectFrom('session_player as joined')
    .select('joined.person')
    .where('joined.session', '=', session)
    .where('joined.name', 'is not', null)
    .where('joined.removed', 'is', null)
    .limit(1);
  const answered = db
    .selectFrom('session_answer as joined')
    .select('joined.person')
    .where('joined.session', '=', session)
    .where('joined.question', '<', question)
    .where('joined.person', 'not in', removedFrom(db, session))
    .limit(1);
  const own = db
    .selectFrom('session_answer as own')
    .select('own.at')
    .where('own.session', '=', session)
    .where('own.question', '=', question)
    .where('own.person', '=', sql.ref<string>('joined.person'));
  if (await pressed.where(({ not, exists }) => not(exists(own))).executeTakeFirst()) return false;
  if (await answered.where(({ not, exists }) => not(exists(own))).executeTakeFirst()) return false;
  return Boolean((await pressed.executeTakeFirst()) ?? (await answered.executeTakeFirst()));
}
