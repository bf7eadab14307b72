/** A class with students who have answered, as its instructor reports on it. */
import type { Term } from '../../src/content/model.ts';
import type { Class } from '../../src/core/class.ts';
import type { Context } from '../../src/course/context.ts';

export const DAY = 86_400_000;

export const classOf = (channel: string, space: string, more: Partial<Class> = {}): Class => ({
  id: `class-of-${channel}`,
  timetable: { zone: 'Asia/Seoul', minute: 540, weekdays: [1, 2, 3, 4, 5], holidays: false, skips: [] },
  locale: 'ko',
  channels: [{ channel, space }],
  instructors: [],
  paused: undefined,
  due: undefined,
  owner: '',
  code: `code-${channel}`,
  ...more,
});

/** So many answers of a person on a concept, of which so many are right, one a minute from `at` on. */
export function answers(
  world: Context,
  who: { person: string; name?: string; channel: string },
  { id, questions }: Term,
  { count, right, at }: { count: number; right: number; at: number },
): void {
  for (let i = 0; i < count; i++)
    world.records.record({
      kind: 'answer',
      ...who,
      question: questions[i % questions.length]?.id ?? id,
      term: id,
      right: i < right,
      at: at + i * 60_000,
    });
}
