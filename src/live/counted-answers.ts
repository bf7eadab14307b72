import type { Answer, Sessions } from '../core/session.ts';
import { isCounted } from './machine.ts';
import type { LiveState } from './state.ts';

/** What students have answered in a session, without the questions that its instructor left out. */
export async function countedAnswers(
  id: string,
  { live }: Pick<LiveState, 'live'>,
  { sessions }: { sessions: Pick<Sessions, 'answers'> },
): Promise<readonly Answer[]> {
  const answers = await sessions.answers(id);
  return answers.filter(({ question }) => isCounted(live, question));
}
