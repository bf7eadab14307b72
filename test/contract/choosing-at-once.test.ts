/** Several processes on one store: instructors choose cards while others do, and while the cards of the day are planned. */
import { describe, expect, test } from 'vitest';
import { chooseCards } from '../../src/classes/cards/choose.ts';
import type { Context } from '../../src/course/context.ts';
import { createCourse } from '../../src/course/course.ts';
import { readChoices } from '../../src/daily/choices.ts';
import { planDue } from '../../src/daily/plan.ts';
import { onDiscordAs } from '../support/classes.ts';
import { courseOf, section, termNamed } from '../support/small-course.ts';
import { REACHABLE } from '../support/store/engines.ts';
import { classOf, NOW } from '../support/store/samples.ts';
import { botOf, folderOf } from '../support/world.ts';

const DAY = 24 * 3_600_000;
const IDS = Array.from({ length: 12 }, (_, i) => `t${i + 10}`);
const COURSE = createCourse(
  courseOf(
    IDS.map((id) => termNamed(id)),
    section(...IDS),
  ),
);
const teacher = onDiscordAs('100009', { manages: true, space: 'discord:1', channel: 'discord:a' });

const never = (error: unknown): never => {
  throw error;
};

describe.each(REACHABLE)('on $name', ({ place }) => {
  test('no word of an instructor is lost, and every day has the card that was chosen for it, once', async () => {
    const { open } = await place();
    const { world } = await botOf([folderOf({})], { now: () => now });
    let now = NOW - 1;
    const processes = await Promise.all(
      Array.from({ length: 3 }, async (): Promise<Context> => {
        const store = await open();
        const { classes, outbox } = store;
        return {
          ...world,
          classes,
          outbox,
          records: { ...world.records, answered: store.answered },
          course: () => COURSE,
          courses: () => [COURSE],
        };
      }),
    );
    const [first] = processes;
    if (!first) throw new Error('no process');
    await first.classes.save(classOf('a'), NOW);
    const choose = (i: number, concept: string, what: { date?: string; how?: 'next' | 'remove' | 'restore' }) =>
      chooseCards({ date: undefined, how: undefined, concept, ...what }, teacher, processes[i % 3] ?? first);
    // Two words on one day, vetoes, and a next one, all at once.
    await Promise.all([
      choose(0, 't15', { date: '2026-11-26' }),
      choose(1, 't16', { date: '2026-11-26' }),
      choose(2, 't10', { how: 'remove' }),
      choose(0, 't11', { how: 'remove' }),
      choose(1, 't19', { how: 'next' }),
      choose(2, 't17', { date: '2026-12-01' }),
    ]);
    const one = await first.classes.byId('a');
    expect(one && readChoices(one)).toMatchObject({ vetoed: ['t10', 't11'], next: [{ term: 't19' }] });
    // Each day, instructors choose while all processes plan.
    for (let day = 0; day < 7; day++) {
      now = NOW + day * DAY;
      await Promise.all([
        ...processes.map((context) => planDue(now, context, never)),
        choose(day, 't18', { date: '2026-12-03' }),
        choose(day + 1, 't12', { how: 'remove' }),
        choose(day + 2, 't13', { date: '2026-12-02' }),
      ]);
      await planDue(now, first, never);
    }
    const cards = await first.outbox.history('a');
    expect(cards.map((card) => card.day)).toEqual([
      ...['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01'],
    ]);
    const concepts = cards.map(({ term }) => term);
    expect([concepts[1], concepts[2]].toSorted()).toEqual(['t15', 't16']);
    expect(concepts[4]).toBe('t17');
    for (const vetoed of ['t10', 't11']) expect(concepts).not.toContain(vetoed);
    expect(concepts).toContain('t19');
    expect(concepts.slice(1)).not.toContain('t12');
    for (const later of ['t13', 't18']) expect(concepts).not.toContain(later);
    const posts = await first.outbox.lease(['discord'], now, now + 1, 99);
    expect(posts).toHaveLength(cards.length);
  });
});
