import { expect, test } from 'vitest';
import { MODE_CHOICES, MODE_NAMES, modeOf } from '../../src/live/modes.ts';
import { TEAM_COUNT } from '../../src/live/teams.ts';
import { text } from '../../src/live/text.ts';

const plan = { questions: ['a', 'b'], open: 20_000, teams: 3 } as const;

test.each(MODE_NAMES)('%s says how it is played, in both languages, and is among the choices', (mode) => {
  const own = modeOf({ mode });
  expect(own.rules({ ...plan, mode }, 'ko')).toContain('문제 2개');
  expect(own.rules({ ...plan, mode }, 'en')).toContain('2 questions');
  expect(own.rules({ ...plan, mode }, 'ko').includes('20초')).toBe(own.isTimed);
  expect(own.label({ ...plan, mode }, 'ko')).toBe(own.hasTeams ? '3팀' : MODE_CHOICES[mode].ko);
});

test('roles that make teams are named, and call nobody', () => {
  const roles = [
    { address: 'discord:&1', name: '1조 **@everyone**' },
    { address: 'discord:&2', name: '' },
  ];
  const rules = modeOf({ mode: 'team' }).rules({ ...plan, mode: 'team', teams: 2, roles }, 'ko');
  expect(rules).toContain('1조 \\*\\*');
  expect(rules).toContain('달걀 팀');
});

test('there is a name for every team, in both languages', () => {
  expect(text('en').teams).toHaveLength(TEAM_COUNT.max);
});
