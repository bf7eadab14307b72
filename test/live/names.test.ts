import { expect, test } from 'vitest';
import { numbered } from '../../src/core/namesake.ts';
import { namesOf } from '../../src/live/names.ts';

const joined = (person: string, name?: string) => ({ person, ...(name === undefined ? {} : { name }) });

test('those who share a name are told apart by when they came; who joined is before who only answered', () => {
  const names = namesOf(
    [joined('p1', '민수'), joined('p2', '지수'), joined('p3', '민수'), joined('p5')],
    [
      { person: 'p4', name: '민수' },
      { person: 'p1', name: '민수 2세' },
      { person: 'p5', name: '지수' },
      { person: 'p4', name: '민수' },
    ],
  );
  expect(Object.fromEntries(names)).toEqual({
    ...{ p1: '민수', p2: '지수', p3: numbered('민수', 'p3') },
    ...{ p4: numbered('민수', 'p4'), p5: numbered('지수', 'p5') },
  });
});

test('nobody takes over what another one is called', () => {
  const names = namesOf(
    [
      joined('p1', '민수'),
      joined('p2', '민수'),
      joined('p3', numbered('민수', 'p2')),
      joined('p4', numbered('지수', 'p6')),
      joined('p5', '지수'),
    ],
    [{ person: 'p6', name: '지수' }],
  );
  expect(Object.fromEntries(names)).toEqual({
    ...{ p1: '민수', p2: numbered('민수', 'p2'), p3: numbered(numbered('민수', 'p2'), 'p3') },
    ...{ p4: numbered('지수', 'p6'), p5: '지수', p6: `${numbered('지수', 'p6')} (2)` },
  });
});

test('nobody is numbered whose name is not known', () => {
  expect(Array.from(namesOf([joined('p1', ''), joined('p2', '')], []).values())).toEqual(['', '']);
});

test('a number is its owner’s whoever comes first', () => {
  const people = ['p1', 'p2', 'p3'].map((person) => joined(person, '민수'));
  for (const all of [people, people.toReversed()])
    for (const [person, name] of namesOf(all, [])) expect(['민수', numbered('민수', person)]).toContain(name);
});
