import { describe, expect, test } from 'vitest';
import { ENGINES } from '../support/store/engines.ts';
import { classOf, NOW } from '../support/store/samples.ts';

describe.each(ENGINES)('what a person reviews towards, on $name', ({ place }) => {
  test('is kept over a restart, changed whole, and cleared by an empty goal', async () => {
    const { open } = await place();
    const [store, other] = [await open(), await open()];
    expect(await store.reviewGoal('kim')).toEqual({});
    await store.setReviewGoal('kim', { exam: '2026-12-15', daily: 20 }, NOW);
    await store.setReviewGoal('lee', { daily: 5 }, NOW);
    expect(await other.reviewGoal('kim')).toEqual({ exam: '2026-12-15', daily: 20 });
    expect(await other.reviewGoal('lee')).toEqual({ daily: 5 });
    await other.setReviewGoal('kim', { exam: '2026-12-16' }, NOW + 1);
    expect(await store.reviewGoal('kim')).toEqual({ exam: '2026-12-16' });
    expect((await store.personalData('kim')).reviewGoal).toEqual({ exam: '2026-12-16', at: NOW + 1 });
    await store.setReviewGoal('kim', {}, NOW + 2);
    expect(await other.reviewGoal('kim')).toEqual({});
    expect('reviewGoal' in (await store.personalData('kim'))).toBe(false);
  });

  test('is deleted with the person, and nobody else’s is', async () => {
    const store = await (await place()).open();
    for (const person of ['kim', 'lee']) await store.setReviewGoal(person, { exam: '2026-12-15' }, NOW);
    await store.forget('kim');
    expect(await store.reviewGoal('kim')).toEqual({});
    expect(await store.reviewGoal('lee')).toEqual({ exam: '2026-12-15' });
  });

  test('of a class is a part of it', async () => {
    const { open } = await place();
    const [store, other] = [await open(), await open()];
    await store.classes.save(classOf('a'), NOW);
    const was = await store.classes.byId('a');
    expect(was && 'exam' in was).toBe(false);
    const one = { ...classOf('a'), exam: '2026-12-15' };
    expect(await store.classes.replace(was, one, NOW)).toBe(true);
    expect(await other.classes.byId('a')).toEqual(one);
    // Another instructor, who has not seen the exam, does not overwrite it.
    expect(await other.classes.replace(was, classOf('a'), NOW)).toBe(false);
    expect(await other.classes.replace(one, classOf('a'), NOW)).toBe(true);
    expect(await store.classes.byId('a')).toEqual(classOf('a'));
  });
});
