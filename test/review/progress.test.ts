import { expect, test } from 'vitest';
import { levelOf, progressOf } from '../../src/review/progress.ts';
import { type Memory, review } from '../../src/review/schedule.ts';
import { courseOf, section, termNamed } from '../support/small-course.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 2);

/** Right at the start and again some days later. */
const twice = (later: number): Memory => review(review(undefined, 'good', START), 'good', START + later * DAY);

test('known is what lasts a week; met once, due or forgotten is still being learned', () => {
  const once = review(undefined, 'good', START);
  const lasting = twice(3);
  expect(levelOf(undefined, START)).toBe('fresh');
  expect(levelOf(once, START)).toBe('learning');
  expect(levelOf(lasting, lasting.reviewed)).toBe('known');
  expect(levelOf(lasting, lasting.due - 1)).toBe('known');
  expect(levelOf(lasting, lasting.due)).toBe('learning');
  expect(levelOf(review(lasting, 'again', lasting.due), lasting.due)).toBe('learning');
});

test('each term counts once: where it is taught, or else where it is named first, or with the rest', () => {
  const first = { ...section('pod', 'node'), id: 'c#first' };
  const second = { ...section('pod', 'service'), id: 'c#second' };
  const third = { ...section('pod'), id: 'c#third' };
  const node = { ...termNamed('node'), section: 'c#second' };
  const content = courseOf([termNamed('pod'), node, termNamed('service'), termNamed('job')], first, second, third);
  const memories = new Map([
    ['pod', twice(3)],
    ['service', review(undefined, 'good', START)],
    ['gone', twice(3)],
  ]);
  expect(progressOf(content, memories, START + 4 * DAY)).toEqual([
    { section: first, counts: { known: 1, learning: 0, fresh: 0 } },
    { section: second, counts: { known: 0, learning: 1, fresh: 1 } },
    { section: undefined, counts: { known: 0, learning: 0, fresh: 1 } },
  ]);
});
