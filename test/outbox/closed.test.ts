/** What was planned for a class is not said once its term is over, whatever process looks and however often. */
import { expect, test } from 'vitest';
import type { Class } from '../../src/core/class.ts';
import { openOutbox } from '../support/outbox.ts';

/** Wednesday 25 November 2026, 09:00 in Seoul. */
const HOUR = Date.parse('2026-11-25T09:00:00+09:00');
const MINUTE = 60_000;

const one: Class = {
  id: 'k',
  timetable: { zone: 'Asia/Seoul', minute: 540, weekdays: [1, 2, 3, 4, 5], holidays: true, skips: [] },
  locale: 'ko',
  channels: [
    { channel: 'test:1', space: 'test' },
    { channel: 'test:2', space: 'test' },
  ],
  instructors: [],
  paused: undefined,
  due: HOUR,
  owner: 'test:boss',
  code: 'CODE',
};

test('a card that waits is dropped when its class is closed, and comes once where that is taken back', async () => {
  const box = await openOutbox(HOUR - MINUTE);
  const { classes, outbox } = box.store;
  await classes.save(one, box.now());
  const clocks = [box.process(), box.process()];
  await box.to(HOUR);
  // It is planned, and sent to no channel yet: its requests have to wait.
  box.fates.push('later', 'later');
  await box.tick(...clocks);
  const planned = await classes.byId('k');
  if (!planned) throw new Error('no class');
  expect(await classes.replace(planned, { ...planned, due: undefined, closed: box.now() }, box.now())).toBe(true);
  for (const minutes of [2, 5, 30]) {
    await box.to(HOUR + minutes * MINUTE);
    await box.tick(...clocks);
  }
  expect(box.messages).toEqual([]);
  expect(await outbox.onDay('k', '2026-11-25')).toBeUndefined();
  const closed = await classes.byId('k');
  if (!closed) throw new Error('no class');
  const { closed: _, ...open } = closed;
  await classes.replace(closed, { ...open, due: HOUR }, box.now());
  await box.to(HOUR + 31 * MINUTE);
  await box.tick(...clocks);
  await box.tick(...clocks);
  expect(box.messages.map(({ channel }) => channel).toSorted()).toEqual(['test:1', 'test:2']);
});

test('whatever was killed, closed and taken back in between, a channel has its card of the day once', async () => {
  for (const fate of ['killed before', 'killed after', 'lost before', 'lost after', 'slow'] as const) {
    const box = await openOutbox(HOUR - MINUTE);
    const { classes } = box.store;
    await classes.save(one, box.now());
    const clocks = [box.process(), box.process()];
    await box.to(HOUR);
    box.fates.push(fate, fate);
    await box.tick(...clocks).catch(() => undefined);
    const planned = await classes.byId('k');
    if (!planned) throw new Error('no class');
    await classes.replace(planned, { ...planned, due: undefined, closed: box.now() }, box.now());
    for (const minutes of [1, 2, 10]) {
      await box.to(HOUR + minutes * MINUTE);
      await box.tick(...clocks);
    }
    // What was on its way has arrived; nothing else came after the class was closed.
    expect(box.messages.length, fate).toBeLessThanOrEqual(2);
    const closed = await classes.byId('k');
    if (!closed) throw new Error('no class');
    const { closed: _, ...open } = closed;
    await classes.replace(closed, { ...open, due: HOUR }, box.now());
    for (const minutes of [11, 12, 20]) {
      await box.to(HOUR + minutes * MINUTE);
      await box.tick(...clocks);
    }
    expect(box.messages.map(({ channel }) => channel).toSorted(), fate).toEqual(['test:1', 'test:2']);
  }
});
