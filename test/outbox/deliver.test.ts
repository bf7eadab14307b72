import { expect, onTestFinished, test } from 'vitest';
import { deliveryOf } from '../../src/app/clock.ts';
import type { Class } from '../../src/core/class.ts';
import { postNow } from '../../src/daily/plan.ts';
import { deliverPost } from '../../src/outbox/deliver.ts';
import { type Fate, type Outbox, openOutbox } from '../support/outbox.ts';
import { termNamed } from '../support/small-course.ts';
import { classOf, NOW } from '../support/store/samples.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** When its process looks first: a moment after the hour. */
const TICK = 300;
const DAY = '2026-11-25';

/** A class of these channels whose card is planned and not sent: the process that leased it was killed. */
async function planned(channels: readonly string[], how: Partial<Class> = {}): Promise<Outbox & { one: Class }> {
  const outbox = await openOutbox(NOW);
  onTestFinished(() => outbox.store.close());
  const all = channels.map((channel) => ({ channel: `test:${channel}`, space: 'test' }));
  const one = classOf('a', { channels: all, ...how });
  await outbox.store.classes.save(one, NOW);
  outbox.fates.push(...channels.map((): Fate => 'killed before'));
  await outbox.to(NOW + TICK);
  await outbox.tick(outbox.process());
  outbox.fates.length = 0;
  return { ...outbox, one };
}

/** Looks at what is due every 20 s, so long. */
async function pass({ to, now, tick, process }: Outbox, ms: number): Promise<void> {
  const clock = process();
  for (const end = now() + ms; now() < end; ) {
    await to(now() + 20 * SECOND);
    await tick(clock);
  }
}

const channelsOf = ({ messages }: Outbox): string[] => messages.map(({ channel }) => channel).toSorted();

test('what a killed process has begun is sent when its lease is over, and not before', async () => {
  const outbox = await planned(['1', '2']);
  await outbox.to(NOW + 20 * SECOND);
  await outbox.tick(outbox.process());
  expect(channelsOf(outbox)).toEqual([]);
  await outbox.to(NOW + 20 * SECOND + TICK);
  await outbox.tick(outbox.process());
  expect(channelsOf(outbox)).toEqual(['test:1', 'test:2']);
});

test('a card whose channel has left the class, or whose class is over, is not sent', async () => {
  const outbox = await planned(['1', '2']);
  const { one, store } = outbox;
  await store.classes.save({ ...one, channels: one.channels.slice(1) }, NOW);
  await pass(outbox, MINUTE);
  expect(channelsOf(outbox)).toEqual(['test:2']);
  const other = await planned(['1']);
  await other.store.classes.save(classOf('b', { channels: other.one.channels, due: undefined }), NOW);
  await pass(other, MINUTE);
  expect(other.messages).toEqual([]);
});

test('a card whose class is paused waits, and comes when the class goes on the same day', async () => {
  const outbox = await planned(['1']);
  await outbox.store.classes.pause('a', { why: 'asked' });
  await pass(outbox, HOUR);
  expect(outbox.messages).toEqual([]);
  await outbox.store.classes.save({ ...outbox.one, due: NOW + 24 * HOUR }, outbox.now());
  await pass(outbox, 2 * MINUTE);
  expect(channelsOf(outbox)).toEqual(['test:1']);
});

test('a card whose class is paused until its time is over is not sent any more, and the day counts as one without', async () => {
  const outbox = await planned(['1']);
  await outbox.store.classes.pause('a', { why: 'asked' });
  await outbox.to(NOW + 13 * HOUR);
  await pass(outbox, 2 * MINUTE);
  await outbox.store.classes.save({ ...outbox.one, due: NOW + 24 * HOUR }, outbox.now());
  await pass(outbox, 2 * MINUTE);
  expect(outbox.messages).toEqual([]);
  expect(await outbox.store.outbox.history('a')).toEqual([]);
});

test('a card that an instructor asks for comes although the class is paused', async () => {
  const outbox = await openOutbox(NOW);
  onTestFinished(() => outbox.store.close());
  const one = classOf('a', {
    channels: [{ channel: 'test:1', space: 'test' }],
    paused: { why: 'asked' },
    due: undefined,
  });
  await outbox.store.classes.save(one, NOW);
  await postNow(one, termNamed('a'), NOW, outbox.sending());
  await outbox.tick(outbox.process());
  expect(channelsOf(outbox)).toEqual(['test:1']);
});

test('where the platform cannot tell whether a card is there, it is not sent again, and not looked for for ever', async () => {
  const outbox = await planned(['1']);
  outbox.fates.push(...Array.from({ length: 5000 }, (): Fate => 'blind'));
  await outbox.to(NOW + 11 * HOUR);
  await pass(outbox, 70 * MINUTE);
  const left = outbox.fates.length;
  await pass(outbox, 10 * MINUTE);
  expect(outbox.fates).toHaveLength(left);
  expect(outbox.messages).toEqual([]);
});

test('tries come further apart, up to a minute', async () => {
  const outbox = await planned(['1']);
  outbox.fates.push(...Array.from({ length: 500 }, (): Fate => 'blind'));
  await pass(outbox, 10 * MINUTE);
  const before = outbox.fates.length;
  await pass(outbox, 60 * MINUTE);
  expect(before - outbox.fates.length).toBe(60);
});

test('a lost channel pauses its class and is told to each of its people once; its other channel has its card', async () => {
  const outbox = await planned(['1', '2'], { owner: 'test:9', instructors: ['test:&7', 'test:T:8', 'test:9'] });
  outbox.closed.add('test:1');
  await pass(outbox, HOUR);
  expect(channelsOf(outbox)).toEqual(['test:2', 'test:@8', 'test:@9']);
  const paused = { why: 'gone', channel: 'test:1' };
  expect(await outbox.store.classes.byId('a')).toMatchObject({ paused, due: undefined });
  // It is still lost when the class goes on.
  await outbox.store.classes.save({ ...outbox.one, due: undefined }, outbox.now());
  await pass(outbox, HOUR);
  expect(outbox.messages).toHaveLength(3);
  expect(await outbox.store.classes.byId('a')).toMatchObject({ paused });
  outbox.closed.clear();
  await outbox.store.classes.save({ ...outbox.one, due: undefined }, outbox.now());
  await pass(outbox, 2 * MINUTE);
  expect(channelsOf(outbox)).toEqual(['test:1', 'test:2', 'test:@8', 'test:@9']);
});

test('a crash while the people of a lost channel are notified loses no notice, and sends none twice', async () => {
  const outbox = await planned(['1'], { owner: 'test:9' });
  outbox.closed.add('test:1');
  const broken = outbox.sending();
  const pause = () => Promise.reject(new Error('killed'));
  await outbox.to(NOW + 21 * SECOND);
  const [post] = await outbox.store.outbox.lease(['test'], outbox.now(), outbox.now() + 20 * SECOND, 1);
  if (!post) throw new Error('nothing was taken');
  await expect(deliverPost(post, deliveryOf({ ...broken, classes: { ...broken.classes, pause } }))).rejects.toThrow(
    'killed',
  );
  await pass(outbox, HOUR);
  expect(channelsOf(outbox)).toEqual(['test:@9']);
  expect(await outbox.store.classes.byId('a')).toMatchObject({ paused: { why: 'gone', channel: 'test:1' } });
});

test('a notice that cannot be delivered is given up, and pauses nothing', async () => {
  const outbox = await planned(['1'], { owner: 'test:9' });
  for (const channel of ['test:1', 'test:@9']) outbox.closed.add(channel);
  await pass(outbox, MINUTE);
  outbox.closed.delete('test:@9');
  await pass(outbox, HOUR);
  expect(outbox.messages).toEqual([]);
  expect((await outbox.store.classes.byId('a'))?.paused).toEqual({ why: 'gone', channel: 'test:1' });
});

test('an edit that fails is tried again; one that does not, is not', async () => {
  const outbox = await planned(['1']);
  await pass(outbox, MINUTE);
  const post = await outbox.store.outbox.onDay('a', DAY);
  await outbox.store.record([
    { kind: 'press', person: 'kim', post: post?.id ?? '', term: 'a', press: 'knew', at: outbox.now() },
  ]);
  outbox.fates.push('later', 'later');
  await pass(outbox, 2 * MINUTE);
  expect(outbox.edits).toHaveLength(3);
});
