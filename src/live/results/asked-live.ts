import type { Class } from '../../core/class.ts';
import type { Context } from '../../course/context.ts';
import { decodeState, LIVE_KIND } from '../codec.ts';

/** Live quizzes that are looked back on: more than a class plays in a term. */
const MOST = 200;

/** Ids of the questions that a class was asked in live quizzes that are over, as they were then. */
export async function askedLive(
  { id }: Pick<Class, 'id'>,
  { sessions }: Pick<Context, 'sessions'>,
): Promise<ReadonlySet<string>> {
  const all = await sessions.history(id, LIVE_KIND, MOST);
  const over = all.filter(({ wakes }) => wakes === undefined);
  return new Set(over.flatMap((session) => decodeState(session)?.live.plan.questions ?? []));
}
