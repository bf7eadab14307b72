import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Evidence } from '../../src/core/learner-records.ts';
import { replay } from '../../src/review/replay.ts';
import { review } from '../../src/review/schedule.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 2);

const anyShown = fc.array(
  fc.record<Evidence>({
    term: fc.constantFrom('pod', 'node', 'service'),
    how: fc.constantFrom('right', 'wrong', 'knew', 'again', 'quiz', 'more'),
    at: fc.integer({ min: START, max: START + 60 * DAY }),
  }),
  { maxLength: 30 },
);

test('an answer and a button of a card say the same of what is known; to read on says nothing', () => {
  const [first, second] = [START, START + 3 * DAY];
  const good = review(review(undefined, 'good', first), 'again', second);
  const byAnswers = replay([
    { term: 'pod', how: 'right', at: first },
    { term: 'pod', how: 'wrong', at: second },
  ]);
  const byPresses = replay([
    { term: 'pod', how: 'more', at: first - DAY },
    { term: 'pod', how: 'knew', at: first },
    { term: 'pod', how: 'quiz', at: first + DAY },
    { term: 'pod', how: 'again', at: second },
    { term: 'node', how: 'more', at: second },
  ]);
  expect(byAnswers).toEqual(new Map([['pod', good]]));
  expect(byPresses).toEqual(byAnswers);
});

test('a term is remembered as if there were no other, and the past stays as it was', () => {
  fc.assert(
    fc.property(anyShown, (any) => {
      const shown = any.toSorted((a, b) => a.at - b.at);
      const all = replay(shown);
      for (const term of ['pod', 'node', 'service'])
        expect(replay(shown.filter((one) => one.term === term)).get(term)).toEqual(all.get(term));
      const before = replay(shown.slice(0, -1));
      for (const [term, memory] of all) if (term !== shown.at(-1)?.term) expect(before.get(term)).toEqual(memory);
      for (const { reviewed, due } of all.values()) expect(due).toBeGreaterThan(reviewed);
    }),
  );
});
