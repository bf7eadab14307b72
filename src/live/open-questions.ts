import { namesOfQuestion } from '../content/question-ids.ts';
import type { Session, Sessions } from '../core/session.ts';
import { withTimeout } from '../core/with-timeout.ts';
import type { Course } from '../course/course.ts';
import { questionIn } from '../course/courses.ts';
import { decodeState, LIVE_KIND } from './codec.ts';
import { questionsIn } from './session-questions.ts';

/** Sessions that are looked at: more than any deployment has at once. */
const MOST = 1000;
/** Milliseconds that practice waits for a database. */
const PATIENCE = 1000;

interface Deps {
  sessions: Pick<Sessions, 'waking' | 'material'>;
  courses: () => readonly Pick<Course, 'questionNamed'>[];
}

/** Ids of the question that is open in a session, as the session and the course of now have it. */
async function openQuestionIn(session: Session, deps: Deps): Promise<string[]> {
  const state = decodeState(session);
  if (state?.live.step.kind !== 'asking') return [];
  const { plan, step } = state.live;
  const id = plan.questions[step.at];
  const own = (await questionsIn(session, state, deps))[step.at];
  // An author may have given it another id since.
  const names = [...(id === undefined ? [] : [id]), ...(own ? namesOfQuestion(own) : [])];
  return names.map((name) => questionIn(deps.courses())(name)?.id ?? name);
}

/**
 * Ids of the questions that are open in live quizzes at this moment, which practice would give away. Of all classes: of a
 * student who writes a direct message, or comes for the first time, the class is not known.
 */
export async function openQuestions(deps: Deps): Promise<ReadonlySet<string>> {
  const find = async (): Promise<string[]> => {
    const running = await deps.sessions.waking(LIVE_KIND, Number.MAX_SAFE_INTEGER, MOST);
    return (await Promise.all(running.map((session) => openQuestionIn(session, deps)))).flat();
  };
  // While the store is away, practice goes on: no live quiz can be answered then.
  const found = find().catch((): string[] => []);
  return new Set((await withTimeout(found, PATIENCE)) ?? []);
}
