import type { Locale } from '../../core/locale.ts';
import type { Answer, Player } from '../../core/session.ts';
import type { Context } from '../../course/context.ts';
import { countedAnswers } from '../counted-answers.ts';
import type { LivePlan } from '../machine.ts';
import { modeOf } from '../modes.ts';
import { questionsIn } from '../session-questions.ts';
import { currentSceneName, type LiveState } from '../state.ts';
import { teamName, teamOf } from '../teams.ts';
import { playedQuestions } from './played.ts';
import { type ScoredAnswer, scoreAnswers } from './scores.ts';
import { shareBriefly } from './share-briefly.ts';
import { rankPlayers, rankTeams, type Standing, type TeamStanding } from './standings.ts';
import { text } from './text.ts';

/** A session whose latest answer is told, or that is over, as each of its players looks at it. */
export interface ResultSnapshot {
  answers: ReadonlyMap<string, readonly Answer[]>;
  points: ReadonlyMap<ScoredAnswer, number>;
  standings: ReadonlyMap<string, Standing>;
  players: ReadonlyMap<string, Player>;
  teams: readonly TeamStanding[];
  /** Its questions that were played, from 0. */
  played: readonly number[];
}

/** Milliseconds for which a snapshot is shared. */
const SHARED = 5000;

async function takeSnapshot(
  id: string,
  state: LiveState,
  { sessions, courses }: Pick<Context, 'sessions' | 'courses'>,
): Promise<ResultSnapshot> {
  const { plan } = state.live;
  const answers = await countedAnswers(id, state, { sessions });
  const questions = await questionsIn({ id }, state, { sessions, courses });
  const players = plan.teams === undefined ? [] : await sessions.players(id);
  const board = rankPlayers(plan, answers, questions);
  return {
    answers: Map.groupBy(answers, ({ person }) => person),
    points: scoreAnswers(plan, answers, questions),
    standings: new Map(board.map((one) => [one.person, one])),
    players: new Map(players.map((one) => [one.person, one])),
    teams: plan.teams === undefined ? [] : rankTeams(board, players, id, plan.teams),
    played: playedQuestions(state, answers),
  };
}

/** Those who come within a few seconds, while a session is at the same scene, share a snapshot. */
export function shareSnapshots(context: Context): (id: string, state: LiveState) => Promise<ResultSnapshot> {
  const share = shareBriefly<ResultSnapshot>(() => context.now().epochMilliseconds, SHARED);
  return (id, state) => share(`${id} ${currentSceneName(state)}`, () => takeSnapshot(id, state, context));
}

interface Field {
  name: string;
  value: string;
}

/** A player's points, and the rank where there are any: a player without points is not told how far behind they are. */
export function ownFields(person: string, plan: LivePlan, snapshot: ResultSnapshot, locale: Locale): Field[] {
  const words = text(locale);
  const own = snapshot.standings.get(person);
  if (!own || !modeOf(plan).isRanked) return [];
  const isShared =
    snapshot.standings
      .values()
      .filter(({ rank }) => rank === own.rank)
      .take(2)
      .toArray().length > 1;
  const rank = { name: words.rankName, value: words.rank(own.rank, snapshot.standings.size, isShared) };
  return [{ name: words.pointsName, value: own.points.toLocaleString(locale) }, ...(own.points > 0 ? [rank] : [])];
}

/** A player's team, and its rank where it has points. */
export function teamFields(
  person: string,
  id: string,
  plan: LivePlan,
  snapshot: ResultSnapshot,
  locale: Locale,
): Field[] {
  const words = text(locale);
  const player = snapshot.players.get(person);
  if (!player || plan.teams === undefined) return [];
  const own = teamOf(player, id, plan.teams);
  const standing = snapshot.teams.find(({ team }) => team === own);
  const rank = standing && standing.points > 0 ? [words.teamRank(standing.rank)] : [];
  return [{ name: words.teamName, value: [teamName(own, plan, locale), ...rank].join(' · ') }];
}
