import { namesOfQuestion } from '../content/question-ids.ts';
import { UserError } from '../core/errors.ts';
import type { Session, Sessions } from '../core/session.ts';
import { withTimeout } from '../core/with-timeout.ts';
import type { Course } from '../course/course.ts';
import { decodeState, LIVE_KIND } from './codec.ts';
import { questionsIn } from './session-questions.ts';

/** Sessions that are looked at. */
const MOST = 1000;
/** Milliseconds that practice waits for a database. */
const PATIENCE = 1000;

interface Asking {
  sessions: Pick<Sessions, 'waking' | 'material'>;
  course: () => Pick<Course, 'questionNamed'>;
}

/** Ids of the question that a class is asked, as its session and the course of now have it. */
async function askedIn(session: Session, asking: Asking): Promise<string[]> {
  const state = decodeState(session);
  if (state?.live.step.kind !== 'asking') return [];
  const { plan, step } = state.live;
  const id = plan.questions[step.at];
  const own = (await questionsIn(session, state, asking))[step.at];
  // An author may have given it another id since.
  const names = [...(id === undefined ? [] : [id]), ...(own ? namesOfQuestion(own) : [])];
  return names.map((name) => asking.course().questionNamed(name)?.id ?? name);
}

/**
 * Ids of the questions that classes are asked at this moment, which practice would give away. Of any class: whoever
 * comes from a direct message, or for the first time, tells none.
 */
export async function openQuestions(asking: Asking): Promise<ReadonlySet<string>> {
  const find = async (): Promise<string[]> => {
    const on = await asking.sessions.waking(LIVE_KIND, Number.MAX_SAFE_INTEGER, MOST);
    return (await Promise.all(on.map((session) => askedIn(session, asking)))).flat();
  };
  // While the store is away, practice goes on; nobody answers a live quiz then.
  const found = find().catch((): string[] => []);
  return new Set((await withTimeout(found, PATIENCE)) ?? []);
}

/** What practice says to one of them. */
export const beingAsked = (): UserError =>
  new UserError({
    ko: '지금 수업에서 함께 풀고 있는 문제예요. 끝나면 다시 풀 수 있어요.',
    en: 'A class is answering this question together just now. You can practise it when that is over.',
  });
