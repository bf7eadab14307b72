import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findStudent } from '../../src/report/find-student.ts';

const students = ['김민수', '이민수', '박지영', 'Kim Minsu', '최 하늘', '🙂', undefined].map((name, at) => ({
  person: `discord:${at}`,
  name,
  at: 0,
}));

const namesOf = (typed: string): readonly unknown[] | string => {
  const meant = findStudent(typed, students);
  if ('student' in meant) return meant.student.name ?? '';
  return 'likely' in meant
    ? ['likely', ...meant.likely.map(({ name }) => name)]
    : ['near', ...meant.near.map(({ name }) => name)];
};

test.each([
  ['김민수', '김민수'],
  ['김민수 학생', '김민수'],
  ['김민수님', '김민수'],
  ['지영', '박지영'],
  ['kim', 'Kim Minsu'],
  ['KIMMINSU', 'Kim Minsu'],
  ['최하늘', '최 하늘'],
  ['🙂', '🙂'],
  ['민수', ['likely', '김민수', '이민수']],
  ['김민서', ['near', '김민수']],
  ['박지연', ['near', '박지영']],
  ['홍길동', ['near']],
  ['', ['near']],
])('“%s” means %s', (typed, meant) => {
  expect(namesOf(typed)).toEqual(meant);
});

test('a whole name is not one of those that only have it in them', () => {
  const own = [...students, { person: 'discord:9', name: '민수', at: 0 }];
  expect(findStudent('민수', own)).toEqual({ student: own.at(-1) });
});

test('whatever is typed, it gives an answer, and only students who are there', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const meant = findStudent(typed, students);
      const all = 'student' in meant ? [meant.student] : 'likely' in meant ? meant.likely : meant.near;
      expect(all.every((one) => students.includes(one))).toBe(true);
    }),
  );
});
