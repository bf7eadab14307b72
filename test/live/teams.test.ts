import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankPlayers, rankTeams } from '../../src/live/results/standings.ts';
import { TEAM_COUNT, teamByRole, teamName, teamOf } from '../../src/live/teams.ts';

const anyTeams = fc.integer(TEAM_COUNT);

test('however many come, teams differ by one person at most, and a place has its team for good', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), anyTeams, fc.nat(100), (session, teams, people) => {
      const drawn = Array.from({ length: people }, (_, place) => teamOf({ place }, session, teams));
      const sizes = Array.from({ length: teams }, (_, team) => drawn.filter((one) => one === team).length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      expect(drawn).toEqual(drawn.map((_, place) => teamOf({ place }, session, teams)));
    }),
  );
});

test('who comes when does not say which team they get', () => {
  const firsts = new Set(Array.from({ length: 50 }, (_, i) => teamOf({ place: 0 }, `session${i}`, 3)));
  expect(firsts).toEqual(new Set([0, 1, 2]));
});

test('a team stands by the mean of its members, who have joined, so that its size does not matter', () => {
  const plan = { questions: ['a'], mode: 'team', open: 10_000, teams: 2 } as const;
  const players = Array.from({ length: 3 }, (_, place) => ({ person: `p${place}`, place }));
  const alone = players.find(({ place }) =>
    players.every((other) => other.place === place || teamOf(other, 's', 2) !== teamOf({ place }, 's', 2)),
  );
  const answers = players.map(({ person }) => ({
    ...{ person, question: 0, picked: 'a', right: true },
    // Everyone is as fast as the others.
    elapsed: 0,
  }));
  const even = rankTeams(rankPlayers(plan, answers, []), players, 's', 2);
  expect(even.map(({ points, rank }) => [points, rank])).toEqual([
    [1000, 1],
    [1000, 1],
  ]);
  expect(even.map(({ members }) => members).toSorted()).toEqual([1, 2]);
  // One of two is wrong: their team has half, the one who is alone has all.
  const wrong = players.find(({ person }) => person !== alone?.person)?.person;
  const some = answers.map((answer) => ({ ...answer, right: answer.person !== wrong }));
  expect(rankTeams(rankPlayers(plan, some, []), players, 's', 2).map(({ points }) => points)).toEqual([1000, 500]);
});

test('a player with the role of a team plays for it, the first where they have several, and the others are drawn', () => {
  const plan = {
    roles: [
      { address: 'discord:&1', name: '1조' },
      { address: 'discord:&2', name: '' },
    ],
  };
  expect(teamByRole(plan, ['discord:9', 'discord:&2'])).toBe(1);
  expect(teamByRole(plan, ['discord:9', 'discord:&2', 'discord:&1'])).toBe(0);
  expect(teamByRole(plan, ['slack:T1:U1'])).toBeUndefined();
  expect(teamByRole({}, ['discord:&1'])).toBeUndefined();
  expect(teamOf({ place: 7, team: 1 }, 's', 2)).toBe(1);
  // A role whose name is not known has a team's usual one.
  expect([0, 1].map((team) => teamName(team, plan, 'ko'))).toEqual(['1조', '🍳 달걀 팀']);
});
