import type { Appointment } from '../../core/appointments.ts';
import type { Class } from '../../core/class.ts';
import { UserError } from '../../core/errors.ts';
import { type Messenger, messengerFor } from '../../core/platform.ts';
import { type FindingDeps, findQuestions } from '../find-questions.ts';
import { plannedLive } from '../machine.ts';
import { questionsOf } from '../preview/draft.ts';
import { beginSession, type LiveDeps } from '../sessions.ts';
import type { Hindrance, PlannedQuiz } from './codec.ts';

export type BeginDeps = Pick<LiveDeps, 'sessions' | 'newId' | 'page'> &
  Omit<FindingDeps, 'now'> & {
    messengers: readonly Messenger[];
    /** Epoch milliseconds. */
    now: () => number;
  };

/** The questions of a planned quiz as the course is now: those that were prepared, or else drawn; undefined where its topic has none any more. */
export async function questionsFor(
  { id }: Pick<Appointment, 'id'>,
  {
    words,
    topic,
    count,
    source,
    prepared = [],
  }: Pick<PlannedQuiz, 'words' | 'topic' | 'count' | 'source' | 'prepared'>,
  one: Class,
  { now, ...deps }: Pick<BeginDeps, 'courses' | 'records' | 'classQuestions' | 'outbox' | 'now'>,
) {
  const questions = await questionsOf({ questions: prepared }, one, deps);
  if (questions.length > 0) return { topic, questions };
  const instant = (): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(now());
  try {
    const found = await findQuestions(words, count, one, id, { ...deps, now: instant }, source);
    return 'questions' in found && found.questions.length > 0 ? found : undefined;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** Can a message be written in any channel of the class? `elsewhere`: this process writes on none of their platforms. */
async function isReachable({ channels }: Class, messengers: readonly Messenger[]): Promise<boolean | 'elsewhere'> {
  const asked = channels.flatMap(({ channel }) => {
    const messenger = messengerFor(channel, messengers);
    return messenger ? [messenger.reach(channel)] : [];
  });
  if (asked.length === 0) return 'elsewhere';
  // The first one that answers will do: another platform may be away for long.
  return Promise.any(
    asked.map(async (reached) => ((await reached)?.kind === 'open' ? true : Promise.reject(new Error('away')))),
  ).catch(() => false);
}

/**
 * Begins a planned quiz, at its hour or a little later; a quiz that a process has begun before it was killed counts.
 * The session has the appointment's own id, so that of any number of processes one begins it, once.
 */
export async function beginPlanned(
  appointment: Appointment,
  planned: PlannedQuiz,
  one: Class,
  deps: BeginDeps,
): Promise<'begun' | 'elsewhere' | Hindrance> {
  const { id } = appointment;
  const hasBegun = async (): Promise<boolean> => (await deps.sessions.byId(id)) !== undefined;
  if (await hasBegun()) return 'begun';
  if (one.paused?.why === 'asked') return 'paused';
  const found = await questionsFor(appointment, planned, one, deps);
  if (!found) return 'topic';
  const reached = await isReachable(one, deps.messengers);
  if (reached === 'elsewhere') return 'elsewhere';
  if (!reached) return 'away';
  const start = { ...planned.how, questions: found.questions };
  const begun = await beginSession(one, start, found.topic, deps.now(), deps, id, plannedLive);
  return begun || (await hasBegun()) ? 'begun' : 'busy';
}
