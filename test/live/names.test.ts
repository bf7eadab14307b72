import { expect, test } from 'vitest';
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
  expect(Object.fromEntries(names)).toEqual({ p1: '민수', p2: '지수', p3: '민수 (2)', p4: '민수 (3)', p5: '지수 (2)' });
});

test('nobody takes over what another one is called', () => {
  const names = namesOf(
    [
      joined('p1', '민수'),
      joined('p2', '민수'),
      joined('p3', '민수 (2)'),
      joined('p4', '지수 (2)'),
      joined('p5', '지수'),
    ],
    [{ person: 'p6', name: '지수' }],
  );
  expect(Object.fromEntries(names)).toEqual({
    ...{ p1: '민수', p2: '민수 (2)', p3: '민수 (2) (2)' },
    ...{ p4: '지수 (2)', p5: '지수', p6: '지수 (3)' },
  });
});

test('nobody is numbered whose name is not known', () => {
  expect(Array.from(namesOf([joined('p1', ''), joined('p2', '')], []).values())).toEqual(['', '']);
});
