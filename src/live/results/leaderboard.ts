import type { Locale } from '../../core/locale.ts';
import type { Block } from '../../core/reply/blocks.ts';
import { BOARD } from '../../core/reply/board.ts';
import type { Answer } from '../../core/session.ts';
import { truncate } from '../../language/truncate.ts';
import type { SceneData } from '../scene-blocks.ts';
import type { LiveState } from '../state.ts';
import { teamName, teamStandings } from '../teams.ts';
import { type Standing, standings } from './standings.ts';

const LEADERS = 5;
/** Letters of a name: more is cut. */
const NAME = 24;
const MEDALS = ['🥇', '🥈', '🥉'];

/** Whose name nobody knows, or nobody can draw. */
export const UNNAMED = { ko: '이름 없는 친구', en: 'Somebody' } as const;

/** `1 player`, `2 players`. */
export const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** Everyone's standing by the answers so far. */
export const sessionStandings = ({ live }: LiveState, answers: readonly Answer[]): Standing[] =>
  standings(
    live.plan,
    answers.map(({ person, question, right, elapsed }) => ({ person, at: question, right, elapsed })),
  );

/** Somebody, or a team, that leads; or those who share a rank. */
interface Leader {
  name: string;
  points: number;
  rank: number;
  value: string;
  /** Of a team. */
  size?: string;
}

const pointsIn = (points: number, locale: Locale): string =>
  locale === 'ko' ? `${points.toLocaleString('ko')}점` : `${points.toLocaleString('en')} points`;

/** Those of the first `most` ranks on as many lines: where they are more, equals share one, so that none is cut off. */
export function topLeaders(leaders: readonly Leader[], most: number): Leader[] {
  const first = leaders.filter(({ rank }) => rank <= most);
  if (first.length <= most) return first;
  return Array.from(Map.groupBy(first, ({ rank }) => rank).values()).flatMap((equals) =>
    equals
      .slice(0, 1)
      .map((one) => ({ ...one, name: truncate(equals.map(({ name }) => name).join(', '), BOARD.name) })),
  );
}

/** Those who lead, as the class knows them; in calm mode nobody is ranked. */
export function rankLeaders({ id, state, answers, players }: SceneData, locale: Locale): Leader[] {
  const ko = locale === 'ko';
  const { plan } = state.live;
  const { mode, teams } = plan;
  if (mode === 'calm') return [];
  const board = sessionStandings(state, answers);
  if (teams !== undefined)
    return teamStandings(board, players, id, teams).map(({ team, points, rank, members }) => ({
      name: teamName(team, plan, locale),
      points,
      rank,
      value: ko ? `평균 ${pointsIn(points, 'ko')}` : `${pointsIn(points, 'en')} on average`,
      size: ko ? `${members}명` : plural(members, 'member'),
    }));
  const names = new Map(answers.map(({ person, name }) => [person, name]));
  const all = board
    .filter(({ points }) => points > 0)
    .map(({ person, points, rank }) => {
      const name = truncate(names.get(person) || UNNAMED[locale], NAME);
      return { name, points, rank, value: pointsIn(points, locale) };
    });
  return topLeaders(all, LEADERS);
}

/** Leaders as a list with medals. */
export const leaderFields = (leaders: readonly Leader[]): Block[] =>
  leaders.length === 0
    ? []
    : [
        {
          type: 'fields',
          fields: leaders.map(({ name, points, rank, value, size }) => ({
            // A team without a point has won nothing.
            name: points === 0 ? name : `${MEDALS[rank - 1] ?? `${rank}.`} ${name}`,
            value: size === undefined ? value : `${value} · ${size}`,
          })),
        },
      ];
