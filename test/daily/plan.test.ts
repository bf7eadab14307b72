import { describe, expect, onTestFinished, test } from 'vitest';
import type { Class } from '../../src/core/class.ts';
import { createCourse } from '../../src/course/course.ts';
import { type Choices, NO_CHOICES, withChoices } from '../../src/daily/choices.ts';
import { pickCard } from '../../src/daily/coming.ts';
import { loadOutlook, nextDue, planDue, postNow } from '../../src/daily/plan.ts';
import { type Outbox, openOutbox } from '../support/outbox.ts';
import { courseOf, termNamed } from '../support/small-course.ts';
import { classOf, NOW } from '../support/store/samples.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const never = (error: unknown): never => {
  throw error;
};

async function opened(...classes: readonly Class[]): Promise<Outbox> {
  const outbox = await openOutbox(NOW);
  onTestFinished(() => outbox.store.close());
  for (const one of classes) await outbox.store.classes.save(one, NOW);
  return outbox;
}

const byId = async ({ store }: Outbox, id = 'a'): Promise<Class> =>
  (await store.classes.byId(id)) ?? Promise.reject(new Error(`no class ${id}`));

/** What is written down, to be sent at `at`. */
const written = async ({ store }: Outbox, at: number) =>
  (await store.outbox.lease(['discord', 'test'], at, at + 1, 99)).map(({ channel, day, what }) => ({
    channel,
    day,
    what,
  }));

describe('at its hour', () => {
  test('a class has one card a channel, of one concept, and is due again the next day', async () => {
    const channels = ['discord:1', 'test:2'].map((channel) => ({ channel, space: 'test' }));
    const outbox = await opened(classOf('a', { channels }));
    expect(await planDue(NOW - 1, outbox.sending(), never)).toEqual({ due: 0, missed: 0 });
    expect(await planDue(NOW, outbox.sending(), never)).toEqual({ due: 2, missed: 0 });
    expect(await planDue(NOW, outbox.sending(), never)).toEqual({ due: 0, missed: 0 });
    const day = '2026-11-25';
    expect(await written(outbox, NOW)).toEqual(channels.map(({ channel }) => ({ channel, day, what: 'a' })));
    expect((await byId(outbox)).due).toBe(NOW + DAY);
    expect(pickCard(await loadOutlook(await byId(outbox), NOW, outbox.sending()), '2026-11-26').term?.id).toBe('b');
  });

  test('that passed while no process ran, it has the card of the day late, and none of the days before', async () => {
    const outbox = await opened(classOf('a', { due: NOW - 2 * DAY }));
    expect(await planDue(NOW + 3 * HOUR, outbox.sending(), never)).toEqual({ due: 1, missed: 1 });
    expect(await written(outbox, NOW + 3 * HOUR)).toMatchObject([{ day: '2026-11-25' }]);
    expect((await byId(outbox)).due).toBe(NOW + DAY);
  });

  test('from 21:00 on the card is left, and comes the next day', async () => {
    const outbox = await opened(classOf('a'));
    expect(await planDue(NOW + 12 * HOUR, outbox.sending(), never)).toEqual({ due: 0, missed: 1 });
    expect(await written(outbox, NOW + 12 * HOUR)).toEqual([]);
    expect((await byId(outbox)).due).toBe(NOW + DAY);
  });

  test('a class that cannot be planned keeps no other from its card', async () => {
    const outbox = await opened(classOf('a'), classOf('b', { due: NOW + 1 }));
    const sending = outbox.sending();
    const { outbox: stored } = sending;
    const failed: unknown[] = [];
    const history = (id: string) => (id === 'a' ? Promise.reject(new Error('broken')) : stored.history(id));
    const planned = await planDue(
      NOW + 1,
      { ...sending, outbox: { ...stored, history } },
      (error) => void failed.push(error),
    );
    expect(planned).toEqual({ due: 1, missed: 0 });
    expect(failed.length).toBeGreaterThan(0);
    expect(await written(outbox, NOW + 1)).toMatchObject([{ channel: 'discord:b' }]);
  });

  test('only classes that are due are looked at, however many there are', async () => {
    const outbox = await opened(...Array.from({ length: 300 }, (_, i) => classOf(`c${i}`, { due: NOW + i * DAY })));
    const sending = outbox.sending();
    const asked: string[] = [];
    const history = (id: string) => {
      asked.push(id);
      return sending.outbox.history(id);
    };
    await planDue(NOW, { ...sending, outbox: { ...sending.outbox, history } }, never);
    expect(new Set(asked)).toEqual(new Set(['c0']));
  });

  test('a class that is changed while its card is written down has no second one', async () => {
    const outbox = await opened(classOf('a'));
    const before = await byId(outbox);
    await planDue(NOW, outbox.sending(), never);
    await outbox.store.classes.save({ ...before, locale: 'en' }, NOW);
    expect(await planDue(NOW + 1, outbox.sending(), never)).toEqual({ due: 0, missed: 0 });
    expect(await written(outbox, NOW + 1)).toHaveLength(1);
    expect((await byId(outbox)).due).toBe(NOW + DAY);
  });

  test('without anything to teach there is no card, and the class goes on', async () => {
    const outbox = await opened(classOf('a'));
    expect(await planDue(NOW, { ...outbox.sending(), courses: () => [createCourse(courseOf([]))] }, never)).toEqual({
      due: 0,
      missed: 0,
    });
    expect((await byId(outbox)).due).toBe(NOW + DAY);
  });

  test('of many that plan at once, one does', async () => {
    const outbox = await opened(...Array.from({ length: 30 }, (_, i) => classOf(`c${i}`)));
    const plans = Array.from({ length: 4 }, () => planDue(NOW, outbox.sending(), never));
    const due = (await Promise.all(plans)).reduce((sum, planned) => sum + planned.due, 0);
    expect(due).toBe(30);
    expect(await written(outbox, NOW)).toHaveLength(30);
  });
});

describe("posted by an instructor's word", () => {
  test('a card comes at once, and the hour of that day brings no other', async () => {
    const outbox = await opened(classOf('a'));
    const early = NOW - 2 * HOUR;
    expect(await postNow(await byId(outbox), termNamed('c'), early, outbox.sending())).toBe(true);
    expect(await written(outbox, early)).toMatchObject([{ day: '2026-11-25', what: 'c' }]);
    expect((await byId(outbox)).due).toBe(NOW + DAY);
    expect(await postNow(await byId(outbox), termNamed('c'), early + 1, outbox.sending())).toBe(false);
    expect(await planDue(NOW, outbox.sending(), never)).toEqual({ due: 0, missed: 0 });
  });

  test('twice at once, or beside the hour, it is one', async () => {
    const outbox = await opened(classOf('a'));
    const one = await byId(outbox);
    const posted = [
      postNow(one, termNamed('c'), NOW, outbox.sending()),
      postNow(one, termNamed('c'), NOW, outbox.sending()),
    ];
    await Promise.all([...posted, planDue(NOW, outbox.sending(), never)]);
    expect(await written(outbox, NOW)).toHaveLength(1);
  });

  test('on a day without a card there is one; a paused class stays paused', async () => {
    const outbox = await opened(classOf('a', { paused: { why: 'asked' }, due: undefined }));
    const sunday = NOW + 4 * DAY;
    expect(await postNow(await byId(outbox), termNamed('c'), sunday, outbox.sending())).toBe(true);
    expect(await byId(outbox)).toMatchObject({ paused: { why: 'asked' }, due: undefined });
  });

  test('late in the evening, it is not sent on the next day any more', async () => {
    const outbox = await opened(classOf('a'));
    const evening = Date.parse('2026-11-25T23:58:00+09:00');
    expect(await postNow(await byId(outbox), termNamed('c'), evening, outbox.sending())).toBe(true);
    const [post] = await outbox.store.outbox.lease(['discord'], evening, evening + 1, 1);
    expect(post?.expiresAt).toBe(Date.parse('2026-11-26T00:00:00+09:00'));
  });
});

test('a class is due at its next hour, on a day that had no card', async () => {
  const outbox = await opened(classOf('a', { due: NOW - DAY }));
  const due = async (now: number) => nextDue(await byId(outbox), now, outbox.sending());
  expect(await due(NOW - 1)).toBe(NOW);
  expect(await due(NOW)).toBe(NOW + DAY);
  await planDue(NOW - DAY, outbox.sending(), never);
  expect(await due(NOW - DAY - 1)).toBe(NOW);
});

describe('what instructors have chosen', () => {
  const wish = (term: string) => ({ term, after: '' });
  const chosen = (choices: Partial<Choices>, how: Partial<Class> = {}): Class =>
    withChoices(classOf('a', how), { ...NO_CHOICES, ...choices });
  const failed = (outbox: Outbox, at: number) => outbox.store.outbox.lease(['discord', 'test'], at, at + 1, 99);

  test('comes, and what was vetoed does not, over several days and processes', async () => {
    const outbox = await opened(
      chosen({ dated: [{ ...wish('a'), day: '2026-11-27' }], next: [wish('d')], vetoed: ['b'] }),
    );
    for (let day = 0; day < 3; day++)
      await Promise.all(Array.from({ length: 4 }, () => planDue(NOW + day * DAY, outbox.sending(), never)));
    expect((await written(outbox, NOW + 2 * DAY)).map(({ what }) => what)).toEqual(['d', 'c', 'a']);
  });

  test('comes again on the next day where its card was never sent', async () => {
    const outbox = await opened(chosen({ next: [wish('d')] }));
    await planDue(NOW, outbox.sending(), never);
    const [post] = await outbox.store.outbox.lease(['discord'], NOW, NOW + 1, 9);
    if (post) await outbox.store.outbox.abandon(post);
    await planDue(NOW + DAY, outbox.sending(), never);
    expect(await written(outbox, NOW + DAY)).toMatchObject([{ day: '2026-11-26', what: 'd' }]);
  });

  test('of which a day passes while no process runs comes on the next one', async () => {
    const outbox = await opened(chosen({ dated: [{ ...wish('e'), day: '2026-11-25' }] }));
    expect(await planDue(NOW + DAY, outbox.sending(), never)).toEqual({ due: 1, missed: 1 });
    expect(await written(outbox, NOW + DAY)).toMatchObject([{ day: '2026-11-26', what: 'e' }]);
  });

  test('while a process plans is minded: the card that was vetoed meanwhile does not come', async () => {
    const outbox = await opened(classOf('a'));
    const sending = outbox.sending();
    let vetoes = 0;
    const answered: typeof sending.records.answered = async (...asked) => {
      // Between what the process has read and what it writes.
      if (vetoes++ === 0) await outbox.store.classes.save(chosen({ vetoed: ['a'] }), NOW);
      return sending.records.answered(...asked);
    };
    await planDue(NOW, { ...sending, records: { ...sending.records, answered } }, never);
    expect(vetoes).toBeGreaterThan(0);
    await planDue(NOW + 1, sending, never);
    expect(await written(outbox, NOW + 1)).toMatchObject([{ what: 'b' }]);
  });

  test('and the course no longer has is skipped, with one word to each who steers the class', async () => {
    const channels = [{ channel: 'test:1', space: 'test' }];
    const owner = 'test:kim';
    const outbox = await opened(
      chosen({ next: [wish('gone'), wish('d')] }, { channels, owner, instructors: ['test:&5'] }),
    );
    for (let day = 0; day < 3; day++) await planDue(NOW + day * DAY, outbox.sending(), never);
    const posts = await failed(outbox, NOW + 2 * DAY);
    expect(posts.filter(({ kind }) => kind === 'card').map(({ what }) => what)).toEqual(['d', 'a', 'b']);
    expect(posts.filter(({ kind }) => kind === 'skipped')).toMatchObject([{ what: 'gone', channel: 'test:@kim' }]);
  });

  test('in a version that nobody here knows is left to others, and a card comes late without it, with one word', async () => {
    const choices = '{"kind":"cards","version":2,"weeks":[]}';
    const outbox = await opened(classOf('a', { owner: 'test:kim', choices }));
    expect(await planDue(NOW, outbox.sending(), never)).toEqual({ due: 0, missed: 0 });
    expect(await planDue(NOW + 5 * 60_000, outbox.sending(), never)).toEqual({ due: 1, missed: 0 });
    const posts = await failed(outbox, NOW + HOUR);
    expect(posts.map(({ kind, what }) => [kind, what])).toEqual([
      ['card', 'a'],
      ['skipped', ''],
    ]);
    expect((await byId(outbox)).choices).toBe(choices);
  });

  test('that are broken keep no card from coming at its hour', async () => {
    const outbox = await opened(classOf('a', { choices: '{' }));
    expect(await planDue(NOW, outbox.sending(), never)).toEqual({ due: 1, missed: 0 });
    expect(await written(outbox, NOW)).toMatchObject([{ what: 'a' }]);
  });

  test('two cards that are asked for at once while the class is paused: one comes, and one hears so', async () => {
    const outbox = await opened(classOf('a', { paused: { why: 'asked' }, due: undefined }));
    const one = await byId(outbox);
    const posted = await Promise.all(['b', 'd'].map((id) => postNow(one, termNamed(id), NOW, outbox.sending())));
    expect(posted.filter(Boolean)).toHaveLength(1);
    const [card, ...others] = await written(outbox, NOW);
    expect(others).toEqual([]);
    expect(card?.what).toBe(posted[0] ? 'b' : 'd');
  });
});
