import type { Answer, Player } from '../core/session.ts';
import type { World } from '../course/context.ts';
import { boardOf } from './leaderboard.ts';
import { playedIn } from './results.ts';
import type { Standing } from './score.ts';
import type { Kept } from './state.ts';
import { type TeamStanding, teamStandings } from './teams.ts';

/** A session that is over, as each of its players looks at it. */
export interface Look {
  answers: ReadonlyMap<string, readonly Answer[]>;
  standings: ReadonlyMap<string, Standing>;
  players: ReadonlyMap<string, Player>;
  teams: readonly TeamStanding[];
  /** How many of its questions were played. */
  played: number;
}

/** Milliseconds for which a look is shared. */
const SHARED = 5000;

async function look(id: string, kept: Kept, { sessions }: Pick<World, 'sessions'>): Promise<Look> {
  const { teams } = kept.live.plan;
  const answers = await sessions.answers(id);
  const players = teams === undefined ? [] : await sessions.players(id);
  const board = boardOf(kept, answers);
  return {
    answers: Map.groupBy(answers, ({ person }) => person),
    standings: new Map(board.map((one) => [one.person, one])),
    players: new Map(players.map((one) => [one.person, one])),
    teams: teams === undefined ? [] : teamStandings(board, players, id, teams),
    played: playedIn(kept, answers),
  };
}

/** Looks at sessions. A class looks all at once, at thousands of answers: whoever comes within a few seconds shares it. */
export function looking(world: World): (id: string, kept: Kept) => Promise<Look> {
  let last: { id: string; until: number; looked: Promise<Look> } | undefined;
  return (id, kept) => {
    const now = world.now().epochMilliseconds;
    if (last?.id === id && now < last.until) return last.looked;
    const looked = look(id, kept, world);
    last = { id, until: now + SHARED, looked };
    // What failed is not shared.
    looked.catch(() => {
      last = undefined;
    });
    return looked;
  };
}
