import type { Locale, Localized } from '../core/locale.ts';
import type { Player } from '../core/session.ts';
import { seededShuffle } from '../practice/seeded-shuffle.ts';
import type { LivePlan } from './machine.ts';
import { ranked, type Standing } from './results/standings.ts';

/** What is in a lunch box. */
const TEAMS: readonly Localized[] = [
  { ko: '🍙 주먹밥 팀', en: '🍙 Team Rice Ball' },
  { ko: '🍳 달걀 팀', en: '🍳 Team Egg' },
  { ko: '🥕 당근 팀', en: '🥕 Team Carrot' },
  { ko: '🍤 새우 팀', en: '🍤 Team Prawn' },
  { ko: '🥦 브로콜리 팀', en: '🥦 Team Broccoli' },
  { ko: '🍓 딸기 팀', en: '🍓 Team Strawberry' },
];

/** How many teams may play. */
export const TEAM_COUNT = { min: 2, max: TEAMS.length } as const;

/** What a team is called: as its role, where roles make the teams and that is known. */
export const teamName = (team: number, { roles = [] }: Pick<LivePlan, 'roles'>, locale: Locale): string =>
  roles[team]?.name || (TEAMS[team]?.[locale] ?? '');

/** The team, from 0, of whoever is known by these addresses: the first of theirs; undefined where they have none. */
export function teamByRole({ roles = [] }: Pick<LivePlan, 'roles'>, known: readonly string[]): number | undefined {
  const at = roles.findIndex(({ address }) => known.includes(address));
  return at < 0 ? undefined : at;
}

/**
 * The team, from 0, of whoever came to a session in that place, or came for that team. Each so many who come one after
 * the other are drawn one to a team, so that teams differ by one person at most, and nobody chooses theirs by when they
 * come.
 */
export function teamOf({ place, team }: Omit<Player, 'person'>, session: string, teams: number): number {
  if (team !== undefined) return team;
  const round = Math.floor(place / teams);
  const drawn = seededShuffle(
    Array.from({ length: teams }, (_, team) => team),
    `${session}/${round}`,
    String,
  );
  return drawn[place % teams] ?? 0;
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
export function teamStandings(
  board: readonly Standing[],
  players: readonly Player[],
  session: string,
  teams: number,
): TeamStanding[] {
  const points = new Map(board.map((one) => [one.person, one.points]));
  const members = Map.groupBy(players, (player) => teamOf(player, session, teams));
  const all = Array.from(members, ([team, own]) => ({
    team,
    members: own.length,
    points: Math.round(own.reduce((sum, { person }) => sum + (points.get(person) ?? 0), 0) / own.length),
  })).sort((a, b) => b.points - a.points || a.team - b.team);
  return ranked(all);
}
