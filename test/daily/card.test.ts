import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Content } from '../../src/content/model.ts';
import { termOfTheDay } from '../../src/daily/card.ts';
import { courseOf, termNamed } from '../support/small-course.ts';

const contentOf = (ids: readonly string[]): Content => courseOf(ids.map((id) => termNamed(id)));

const anyDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => Temporal.PlainDate.from(date.toISOString().slice(0, 10)));

test('a course without concepts has no card', () => {
  expect(termOfTheDay(Temporal.PlainDate.from('2026-11-23'), contentOf([]))).toBeUndefined();
});

test('no card is shown again until all were, whatever the day', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 12 }), (day, size) => {
      const content = contentOf(Array.from({ length: size }, (_, i) => `t${i}`));
      const cards = Array.from({ length: size }, (_, days) => termOfTheDay(day.add({ days }), content)?.id);
      expect(cards).not.toContain(undefined);
      expect(new Set(cards).size).toBe(size);
      expect(termOfTheDay(day.add({ days: size }), content)?.id).toBe(cards[0]);
    }),
  );
});
