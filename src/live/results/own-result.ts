import type { Answer, Player } from '../../core/session.ts';
import type { Context } from '../../course/context.ts';
import type { LiveState } from '../state.ts';
import { type TeamStanding, teamStandings } from '../teams.ts';
import { sessionStandings } from './leaderboard.ts';
import { countPlayed } from './scenes.ts';
import type { Standing } from './standings.ts';

/** A session that is over, as each of its players looks at it. */
export interface ResultSnapshot {
  answers: ReadonlyMap<string, readonly Answer[]>;
  standings: ReadonlyMap<string, Standing>;
  players: ReadonlyMap<string, Player>;
  teams: readonly TeamStanding[];
  /** How many of its questions were played. */
  played: number;
}

/** Milliseconds for which a look is shared. */
const SHARED = 5000;

async function look(id: string, state: LiveState, { sessions }: Pick<Context, 'sessions'>): Promise<ResultSnapshot> {
  const { teams } = state.live.plan;
  const answers = await sessions.answers(id);
  const players = teams === undefined ? [] : await sessions.players(id);
  const board = sessionStandings(state, answers);
  return {
    answers: Map.groupBy(answers, ({ person }) => person),
    standings: new Map(board.map((one) => [one.person, one])),
    players: new Map(players.map((one) => [one.person, one])),
    teams: teams === undefined ? [] : teamStandings(board, players, id, teams),
    played: countPlayed(state, answers),
  };
}

/** Looks at sessions. A class looks all at once, at thousands of answers: whoever comes within a few seconds shares it. */
export function shareSnapshots(context: Context): (id: string, state: LiveState) => Promise<ResultSnapshot> {
  let last: { id: string; until: number; looked: Promise<ResultSnapshot> } | undefined;
  return (id, state) => {
    const now = context.now().epochMilliseconds;
    if (last?.id === id && now < last.until) return last.looked;
    const looked = look(id, state, context);
    last = { id, until: now + SHARED, looked };
    // What failed is not shared.
    looked.catch(() => {
      last = undefined;
    });
    return looked;
  };
}
