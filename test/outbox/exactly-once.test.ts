import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Class, dayOf } from '../../src/core/class.ts';
import { nextCardTime, postingDeadline } from '../../src/schedule/timetable.ts';
import { type Fate, type Outbox, openOutbox } from '../support/outbox.ts';
import { classOf } from '../support/store/samples.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const instant = Temporal.Instant.fromEpochMilliseconds;
const dateAt = (one: Class, at: number): string => dayOf(one.timetable, instant(at)).toString();

/** Zones whose clocks change by an hour, by half an hour, at midnight, and never. */
const zone = fc.constantFrom(
  'Asia/Seoul',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Casablanca',
);
const minute = fc.constantFrom(0, 30, 90, 120, 150, 179, 540, 1260, 1320, 1439);

/** Weeks around a change of clocks, in spring or autumn. */
const start = fc.constantFrom('2026-03-01', '2026-03-20', '2026-09-01', '2026-10-15').map((day) => Date.parse(day));

const fate = fc.constantFrom<Fate>(
  ...([
    'done',
    'done',
    'lost before',
    'lost after',
    'later',
    'killed before',
    'killed after',
    'frozen',
    'slow',
    'slow',
    'blind',
  ] as const),
);

/** One look at the hour, after `after` ms: by one process, the other, or both; `fates` of what they ask. */
const look = fc.record({
  after: fc.oneof(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 40_000 })),
  who: fc.constantFrom('first', 'second', 'both'),
  fates: fc.array(fate, { maxLength: 4 }),
  restart: fc.boolean(),
});
/** `asleep`: nobody was there for so long after the hour. */
const day = fc.record({
  asleep: fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 0, max: 30 * HOUR })),
  looks: fc.array(look, { maxLength: 4 }),
});

/** All that was begun is over: leases, pauses, and whoever was frozen. */
async function rest(outbox: Outbox): Promise<void> {
  outbox.fates.length = 0;
  await outbox.thaw();
  const clock = outbox.process();
  for (let i = 0; i < 5; i++) {
    await outbox.to(outbox.now() + 45 * SECOND);
    await outbox.tick(clock);
  }
}

test('whatever is killed, lost, frozen or done by two: one card a class and channel on its days, in time', async () => {
  const classes = fc.array(fc.record({ zone, minute }), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(
      classes,
      start,
      fc.array(day, { minLength: 4, maxLength: 14 }),
      async (timetables, begun, days) => {
        const outbox = await openOutbox(begun);
        const all = timetables.map((timetable, i): Class => {
          const whole = { ...timetable, weekdays: [1, 2, 3, 4, 5, 7], holidays: false, skips: [] };
          const channels = [0, 1].map((at) => ({ channel: `test:${i}.${at}`, space: 'test' }));
          const due = nextCardTime(whole, instant(begun))?.epochMilliseconds;
          return classOf(`class${i}`, { timetable: whole, channels, due });
        });
        for (const one of all) await outbox.store.classes.save(one, begun);
        /** When somebody who was not disturbed had finished. */
        const calm: number[] = [];
        let [first, second] = [outbox.process(), outbox.process(900)];
        for (const { asleep, looks } of days) {
          const due = Math.min(
            ...(await outbox.store.classes.due(Number.MAX_SAFE_INTEGER, 1)).flatMap((one) => one.due ?? []),
          );
          await outbox.to(Math.max(outbox.now(), due) + asleep);
          for (const { after, who, fates, restart } of looks) {
            await outbox.to(outbox.now() + after);
            outbox.fates.push(...fates);
            await outbox.tick(...(who === 'second' ? [] : [first]), ...(who === 'first' ? [] : [second]));
            if (restart) [first, second] = [outbox.process(), outbox.process(900)];
          }
          await rest(outbox);
          calm.push(outbox.now());
        }
        for (const one of all) {
          for (const { channel } of one.channels) {
            const sent = outbox.messages.filter((message) => message.channel === channel);
            const dates = sent.map(({ at }) => dateAt(one, at));
            expect(new Set(dates).size).toBe(dates.length);
            const hours = new Map<string, number>();
            for (
              let at = nextCardTime(one.timetable, instant(begun));
              at && at.epochMilliseconds <= outbox.now();
              at = nextCardTime(one.timetable, at)
            )
              hours.set(dateAt(one, at.epochMilliseconds), at.epochMilliseconds);
            for (const { at } of sent) {
              const hour = hours.get(dateAt(one, at)) ?? Number.POSITIVE_INFINITY;
              // The clock of one of them is a little ahead.
              expect(at + 900).toBeGreaterThanOrEqual(hour);
              expect(at).toBeLessThan(postingDeadline(one.timetable, instant(hour)).epochMilliseconds);
            }
            // Where somebody was there in time, and had the time, there is one.
            for (const [date, hour] of hours) {
              const last = postingDeadline(one.timetable, instant(hour)).epochMilliseconds;
              // Nothing is begun in the last seconds: it might arrive too late.
              const inTime = calm.some((at) => at - 225 * SECOND >= hour && at < last - 60 * SECOND);
              if (inTime) expect(dates).toContain(date);
            }
          }
        }
        expect(await outbox.store.outbox.lease(['test'], outbox.now() + 40 * HOUR, 0, 99)).toEqual([]);
        await outbox.store.close();
      },
    ),
    // The same each time: whoever changes the outbox runs thousands without the seed.
    { numRuns: 30, seed: 20_261_125 },
  );
});
