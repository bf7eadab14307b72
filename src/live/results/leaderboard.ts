import type { Locale } from '../../core/locale.ts';
import type { Block } from '../../core/reply/blocks.ts';
import { BOARD } from '../../core/reply/board.ts';
import { fields } from '../../core/reply/builders.ts';
import { truncate } from '../../language/truncate.ts';
import { modeOf } from '../modes.ts';
import { namesOf } from '../names.ts';
import type { SceneData } from '../scene-blocks.ts';
import { teamName } from '../teams.ts';
import { rankPlayers, rankTeams } from './standings.ts';
import { text } from './text.ts';

const LEADERS = 5;
/** Letters of a name: more is cut. */
const NAME = 24;
/** Letters for how many more there are. */
const MORE = 15;
const MEDALS = ['🥇', '🥈', '🥉'];

/** A player or a team that leads; or several who share a rank. */
interface Leader {
  name: string;
  points: number;
  rank: number;
  value: string;
  /** Of a team. */
  size?: string;
}

/** Equals that are named on one line; the others are counted. */
const NAMED = 4;

/** Leaders who share a rank, on one line: as many names as it has room for, and how many more there are. */
function namesTogether(equals: readonly Leader[], locale: Locale): string {
  const words = text(locale);
  const all = equals.map(({ name }) => name);
  const fits = (count: number): boolean =>
    all.slice(0, count).join(', ').length <= (count < all.length ? BOARD.name - MORE : BOARD.name);
  let count = Math.min(NAMED, all.length);
  while (count > 1 && !fits(count)) count--;
  const names = all.slice(0, count).join(', ');
  const more = all.length - count;
  if (more === 0) return names;
  return equals.some(({ size }) => size !== undefined) ? words.andTeams(names, more) : words.andPeople(names, more);
}

/** Leaders of the first `most` ranks on as many lines: where they are more, equals share a line, so that none is left out. */
export function topLeaders(leaders: readonly Leader[], most: number, locale: Locale): Leader[] {
  const first = leaders.filter(({ rank }) => rank <= most);
  if (first.length <= most) return first;
  return Array.from(Map.groupBy(first, ({ rank }) => rank).values()).flatMap((equals) =>
    equals.slice(0, 1).map((one) => ({ ...one, name: namesTogether(equals, locale) })),
  );
}

/** The students who lead, or all who play where they are few, as the class knows them; none where the mode has no ranks. */
export function rankLeaders({ id, state, answers, players, questions }: SceneData, locale: Locale): Leader[] {
  const { plan } = state.live;
  const words = text(locale);
  if (!modeOf(plan).isRanked) return [];
  const board = rankPlayers(plan, answers, questions);
  if (plan.teams !== undefined)
    return rankTeams(board, players, id, plan.teams).map(({ team, points, rank, members }) => ({
      name: teamName(team, plan, locale),
      points,
      rank,
      value: words.meanPoints(points),
      size: words.members(members),
    }));
  const names = namesOf(players, answers);
  const scorers = board.filter(({ points }) => points > 0);
  // Until a player has points there is no order. Then players without are behind all others, also those who only joined.
  if (scorers.length === 0) return [];
  const known = new Set(board.map(({ person }) => person));
  const joined = players.filter(({ person, name, isHidden }) => name !== undefined && !isHidden && !known.has(person));
  const last = [...board.slice(scorers.length), ...joined].map(({ person }) => ({
    ...{ person, points: 0, rank: scorers.length + 1 },
  }));
  const all = [...scorers, ...last].map(({ person, points, rank }) => {
    const name = truncate(names.get(person) || words.unnamed, NAME);
    return { name, points, rank, value: words.points(points) };
  });
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return topLeaders(
    all.toSorted((one, other) => one.rank - other.rank || compare(one.name, other.name)),
    LEADERS,
    locale,
  );
}

/** Leaders as a list with medals. */
export function renderLeaders(leaders: readonly Leader[]): Block[] {
  if (leaders.length === 0) return [];
  const listed = leaders.map(({ name, points, rank, value, size }) => ({
    // Without a point no player has won anything.
    name: points === 0 ? name : `${MEDALS[rank - 1] ?? `${rank}.`} ${name}`,
    value: size === undefined ? value : `${value} · ${size}`,
  }));
  return [fields(...listed)];
}
