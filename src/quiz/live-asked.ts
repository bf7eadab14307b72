import { UserError } from '../core/errors.ts';
import type { Session, Sessions } from '../core/session.ts';
import { inTime } from '../core/wait.ts';
import type { Course } from '../course/course.ts';
import { decodeKept, LIVE_KIND } from './live-state.ts';

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
  course,
}: {
  sessions: Pick<Sessions, 'waking'>;
  course: () => Pick<Course, 'questionNamed'>;
}): Promise<ReadonlySet<string>> {
  const on = sessions.waking(LIVE_KIND, Number.MAX_SAFE_INTEGER, MOST).catch((): readonly Session[] => []);
  // While the store is away, practice goes on; nobody answers a live quiz then.
  const known = (await inTime(on, PATIENCE)) ?? [];
  return new Set(
    known.flatMap((session) => {
      const live = decodeKept(session)?.live;
      const asked = live?.step.kind === 'asking' ? live.plan.questions[live.step.at] : undefined;
      return asked === undefined ? [] : (course().questionNamed(asked)?.id ?? asked);
    }),
  );
}

/** What practice says to one of them. */
export const beingAsked = (): UserError =>
  new UserError({
    ko: '지금 수업에서 함께 풀고 있는 문제예요. 끝나면 다시 풀 수 있어요.',
    en: 'A class is answering this question together just now. You can practise it when that is over.',
  });
