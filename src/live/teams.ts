import type { Locale } from '../core/locale.ts';
import { seededShuffle } from '../core/seeded-shuffle.ts';
import type { Player } from '../core/session.ts';
import type { LivePlan } from './machine.ts';
import { text } from './text.ts';

/** How many teams may play: each has a name of its own, of what is in a lunch box. */
export const TEAM_COUNT = { min: 2, max: text('ko').teams.length } as const;

/** What a team is called: as its role, where roles make the teams and the role's name is known. */
export const teamName = (team: number, { roles = [] }: Pick<LivePlan, 'roles'>, locale: Locale): string =>
  roles[team]?.name || (text(locale).teams[team] ?? '');

/** The team, from 0, of a person with these addresses: of the first role that they have; undefined where they have none. */
export function teamByRole({ roles = [] }: Pick<LivePlan, 'roles'>, known: readonly string[]): number | undefined {
  const at = roles.findIndex(({ address }) => known.includes(address));
  return at < 0 ? undefined : at;
}

/**
 * A player's team, from 0: the one that they came for, or else by the place in which they came. Each `teams` players who
 * come one after the other are drawn one to a team, so that teams differ by one person at most, and a player cannot
 * choose a team by when they come.
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
