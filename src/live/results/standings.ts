import type { Question } from '../../content/model.ts';
import type { Player } from '../../core/session.ts';
import type { LivePlan } from '../machine.ts';
import { teamOf } from '../teams.ts';
import { type ScoredAnswer, scoreAnswers } from './scores.ts';

/** A person's result so far. */
export interface Standing {
  person: string;
  points: number;
  right: number;
  answered: number;
  /** From 1; those with the same points share it. */
  rank: number;
}

/** Adds ranks to what is sorted best first. */
function withRanks<T extends { points: number }>(sorted: readonly T[]): (T & { rank: number })[] {
  let rank = 0;
  return sorted.map((one, i) => {
    if (one.points !== sorted[i - 1]?.points) rank = i + 1;
    return { ...one, rank };
  });
}

/** Everyone who has answered, best first; equals in the order of their ids, so that it is always the same. */
export function rankPlayers(
  plan: LivePlan,
  answers: readonly ScoredAnswer[],
  questions: readonly (Question | undefined)[],
): Standing[] {
  const points = scoreAnswers(plan, answers, questions);
  const byPerson = Map.groupBy(answers, ({ person }) => person);
  const all = Array.from(byPerson, ([person, own]) => ({
    person,
    points: own.reduce((sum, answer) => sum + (points.get(answer) ?? 0), 0),
    right: own.filter(({ right }) => right).length,
    answered: own.length,
  })).sort((a, b) => b.points - a.points || (a.person < b.person ? -1 : 1));
  return withRanks(all);
}

/** How a team does. */
export interface TeamStanding {
  team: number;
  /** The mean of its members' points, rounded, so that its size does not matter. */
  points: number;
  members: number;
  /** From 1; those with the same points share it. */
  rank: number;
}

/** The teams that have members, best first; equals in the order of their numbers. */
export function rankTeams(
  board: readonly Standing[],
  players: readonly Player[],
  session: string,
  teams: number,
): TeamStanding[] {
  const points = new Map(board.map((one) => [one.person, one.points]));
  // A student who joined and has answered nothing is no member: the others do not pay for that.
  const playing = players.filter(({ person }) => points.has(person));
  const members = Map.groupBy(playing, (player) => teamOf(player, session, teams));
  const all = Array.from(members, ([team, own]) => ({
    team,
    members: own.length,
    points: Math.round(own.reduce((sum, { person }) => sum + (points.get(person) ?? 0), 0) / own.length),
  })).sort((a, b) => b.points - a.points || a.team - b.team);
  return withRanks(all);
}
