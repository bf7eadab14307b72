import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Content } from '../../src/content/model.ts';
import { termOfTheDay } from '../../src/daily/card.ts';
import { courseOf, termNamed } from '../support/small-course.ts';

const contentOf = (ids: readonly string[]): Content => courseOf(ids.map((id) => termNamed(id)));

const anyDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => Temporal.PlainDate.from(date.toISOString().slice(0, 10)));
const anyClass = fc.string({ unit: 'binary' });

test('a course without concepts has no card', () => {
  expect(termOfTheDay(Temporal.PlainDate.from('2026-11-23'), 'class', contentOf([]))).toBeUndefined();
});

test('no card is shown again to a class until all were, whatever the class and the day', () => {
  fc.assert(
    fc.property(anyDay, anyClass, fc.integer({ min: 1, max: 12 }), (day, classId, size) => {
      const content = contentOf(Array.from({ length: size }, (_, i) => `t${i}`));
      const cards = Array.from({ length: size }, (_, days) => termOfTheDay(day.add({ days }), classId, content)?.id);
      expect(cards).not.toContain(undefined);
      expect(new Set(cards).size).toBe(size);
      expect(termOfTheDay(day.add({ days: size }), classId, content)?.id).toBe(cards[0]);
    }),
  );
});

test('two classes may see different cards on one day', () => {
  const content = contentOf(['a', 'b', 'c', 'd', 'e']);
  const day = Temporal.PlainDate.from('2026-11-23');
  const seen = ['discord:1', 'discord:2', 'slack:T1'].map((classId) => termOfTheDay(day, classId, content)?.id);
  expect(new Set(seen).size).toBeGreaterThan(1);
});
