import type { Question } from '../content/model.ts';
import { UserError } from '../core/errors.ts';
import type { Session, Sessions } from '../core/session.ts';
import { inTime } from '../core/wait.ts';
import { decodeKept } from './live-kept.ts';

/** Sessions that are looked at. */
const MOST = 1000;
/** Milliseconds that practice waits for a database. */
const PATIENCE = 1000;

/**
 * Ids of the questions that classes are asked at this moment, which practice would give away. Of any class: whoever
 * comes from a direct message, or for the first time, tells none.
 */
export async function askedNow({
  sessions,
  questions,
}: {
  sessions: Pick<Sessions, 'waking'>;
  questions: ReadonlyMap<string, Question>;
}): Promise<ReadonlySet<string>> {
  const on = sessions.waking(Number.MAX_SAFE_INTEGER, MOST).catch((): readonly Session[] => []);
  // While the store is away, practice goes on; nobody answers a live quiz then.
  const known = (await inTime(on, PATIENCE)) ?? [];
  return new Set(
    known.flatMap((session) => {
      const { plan, step } = decodeKept(session).live;
      const asked = step.kind === 'asking' ? plan.questions[step.at] : undefined;
      return asked === undefined ? [] : (questions.get(asked)?.id ?? asked);
    }),
  );
}

/** What practice says to one of them. */
export const beingAsked = (): UserError =>
  new UserError({
    ko: '지금 수업에서 함께 풀고 있는 문제예요. 끝나면 다시 풀 수 있어요.',
    en: 'A class is answering this question together just now. You can practise it when that is over.',
  });
