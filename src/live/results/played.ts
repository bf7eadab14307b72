import type { Question } from '../../content/model.ts';
import { byShare, percentInWords, type Tally } from '../../core/reply/percent.ts';
import type { Answer, Session } from '../../core/session.ts';
import type { Context } from '../../course/context.ts';
import { decodeState } from '../codec.ts';
import { countedAnswers } from '../counted-answers.ts';
import { isCounted } from '../machine.ts';
import { questionsIn } from '../session-questions.ts';
import type { LiveState } from '../state.ts';

/** A session that is looked back at, with all its answers. */
export interface PlayedSession {
  id: string;
  state: LiveState;
  /** In the order of the plan; undefined for one that is in neither the session nor the course. */
  questions: readonly (Question | undefined)[];
  answers: readonly Answer[];
}

/** Below this share of right answers a question is worth asking once more. */
const KNOWN = 0.8;

/** Undefined where the state of the session cannot be read. */
export async function readPlayedSession(session: Session, context: Context): Promise<PlayedSession | undefined> {
  const state = decodeState(session);
  if (!state) return undefined;
  return {
    id: session.id,
    state,
    questions: await questionsIn(session, state, context),
    answers: await countedAnswers(session.id, state, context),
  };
}

/** The questions of a session that count, from 0: those that its instructor has not left out. */
export const countedQuestions = ({ live }: Pick<LiveState, 'live'>): number[] =>
  live.plan.questions.flatMap((_, at) => (isCounted(live, at) ? [at] : []));

/** Those of them that were played: of a session that ended early, up to the last that has an answer. */
export function playedQuestions(state: Pick<LiveState, 'live'>, answers: readonly Answer[]): number[] {
  const { step } = state.live;
  const all = countedQuestions(state);
  if (step.kind === 'over' && step.why === 'done') return all;
  const last = answers.reduce((most, { question }) => Math.max(most, question), -1);
  return all.filter((at) => at <= last);
}

export const tallyOf = (answers: readonly Answer[]): Tally => ({
  answered: answers.length,
  right: answers.filter(({ right }) => right).length,
});

export const answersTo = ({ answers }: Pick<PlayedSession, 'answers'>, at: number): Answer[] =>
  answers.filter(({ question }) => question === at);

/** How many played, and the share of right answers: `64%`. */
export const summarizeAnswers = ({ answers }: Pick<PlayedSession, 'answers'>): { players: number; share: string } => ({
  players: new Set(answers.map(({ person }) => person)).size,
  share: percentInWords(tallyOf(answers)),
});

/**
 * Ids of the questions that are worth asking this class once more, worst first: those that fewer than four of five
 * knew; where there are none, those that a student missed.
 */
export function findMissed(played: PlayedSession): string[] {
  const all = played.questions
    .flatMap((question, at) => {
      const own = answersTo(played, at);
      return question && own.length > 0 ? [{ id: question.id, ...tallyOf(own) }] : [];
    })
    .sort(byShare);
  const hard = all.filter(({ answered, right }) => right / answered < KNOWN);
  return (hard.length > 0 ? hard : all.filter(({ answered, right }) => right < answered)).map(({ id }) => id);
}
