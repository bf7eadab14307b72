import { expect, test } from 'vitest';
import { findTopics } from '../../src/course/find.ts';
import { SIDE_BY_SIDE } from '../../src/search/mentions.ts';
import { COURSE, courseIn } from '../support/world.ts';

const course = courseIn([COURSE]);

test('a button’s line names what is set side by side', () => {
  expect(findTopics('pod vs node', course)).toMatchObject({ compares: true, ids: ['pod', 'node'] });
});

test('a name that is typed over and over is one', () => {
  expect(findTopics('pod vs pod', course).compares).toBe(false);
  expect(findTopics(Array.from({ length: 700 }, () => 'pod').join(' vs '), course).compares).toBe(false);
});

test('more names than a line of ours has are not all set side by side', () => {
  const many = Array.from(course.terms.keys()).slice(0, 100).join(' vs ');
  const { compares, ids } = findTopics(many, course);
  expect(compares ? ids.length : 0).toBeLessThanOrEqual(SIDE_BY_SIDE);
});
