import { expect, test } from 'vitest';
import type { Caller } from '../../src/core/command/command.ts';
import { rolesOf } from '../../src/live/team-roles.ts';

const caller = (space: string, named: Caller['named'] = {}): Caller => ({
  ...{ id: 'x', space, locale: 'ko', manages: true, known: [], named },
});
const GUILD = 'discord:10000000000000001';
const [FIRST, SECOND] = ['&20000000000000001', '&20000000000000002'];

test('roles make teams in their order, each once, under the names that Discord tells', () => {
  const names = { [`discord:${FIRST}`]: '  1조\n' };
  expect(rolesOf([FIRST, undefined, SECOND, FIRST], caller(GUILD, names))).toEqual([
    { address: `discord:${FIRST}`, name: '1조' },
    { address: `discord:${SECOND}`, name: '' },
  ]);
  expect(rolesOf([undefined, undefined], caller(GUILD))).toBeUndefined();
});

test('at a terminal, where nobody has a role, teams have names alone', () => {
  expect(rolesOf(['1조', '2조'], caller('terminal'))?.map(({ name }) => name)).toEqual(['1조', '2조']);
});

test.each([
  ['everyone', [FIRST, '&10000000000000001'], GUILD, '모두'],
  ['a person', [FIRST, '30000000000000001'], GUILD, '사람이나'],
  ['a name that Discord does not know', [FIRST, '1조'], GUILD, '목록에서'],
  ['one role', [FIRST], GUILD, '둘은 있어야'],
  ['one role twice', [FIRST, FIRST], GUILD, '둘은 있어야'],
  ['people on Slack', ['U1', 'U2'], 'slack:T1', 'Discord에서만'],
])('%s is refused, and why', (_, given, space, words) => {
  expect(() => rolesOf(given, caller(space))).toThrow(
    expect.objectContaining({ text: expect.objectContaining({ ko: expect.stringContaining(words) }) }),
  );
});
