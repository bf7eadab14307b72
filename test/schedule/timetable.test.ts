import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, type Timetable } from '../../src/core/class.ts';
import { isClassDay, nextCardTime, skipMissed, timeliness } from '../../src/schedule/timetable.ts';
import { runs } from '../support/sample.ts';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const WEEKDAYS = [1, 2, 3, 4, 5];

const timetable = (zone: string, hour: string, more: Partial<Timetable> = {}): Timetable => {
  const { hour: hours, minute } = Temporal.PlainTime.from(hour);
  return { zone, minute: hours * 60 + minute, weekdays: EVERY_DAY, holidays: false, skips: [], ...more };
};

const instant = (text: string): Temporal.Instant => Temporal.ZonedDateTime.from(text).toInstant();
const at = (zone: string, local: string): Temporal.Instant => instant(`${local}[${zone}]`);

/** The next cards after a local time, as local times with their offsets. */
function cards(of: Timetable, after: string, count: number): string[] {
  const found: string[] = [];
  for (let last = at(of.zone, after); found.length < count; ) {
    const next = nextCardTime(of, last);
    if (!next) break;
    found.push(next.toZonedDateTimeISO(of.zone).toString({ timeZoneName: 'never', smallestUnit: 'minute' }));
    last = next;
  }
  return found;
}

test('weekdays at nine: Friday, then Monday', () => {
  const seoul = timetable('Asia/Seoul', '09:00', { weekdays: WEEKDAYS });
  expect(cards(seoul, '2026-11-26T09:00', 3)).toEqual([
    '2026-11-27T09:00+09:00',
    '2026-11-30T09:00+09:00',
    '2026-12-01T09:00+09:00',
  ]);
});

test('strictly after: a moment before the hour it is today, at the hour it is tomorrow', () => {
  const seoul = timetable('Asia/Seoul', '09:00');
  expect(cards(seoul, '2026-11-26T08:59:59.999999999', 1)).toEqual(['2026-11-26T09:00+09:00']);
  expect(cards(seoul, '2026-11-26T09:00', 1)).toEqual(['2026-11-27T09:00+09:00']);
});

test('public holidays are left out when the class wants it', () => {
  const chuseok = timetable('Asia/Seoul', '09:00', { weekdays: WEEKDAYS, holidays: true });
  expect(cards(chuseok, '2026-09-23T09:00', 2)).toEqual(['2026-09-28T09:00+09:00', '2026-09-29T09:00+09:00']);
  expect(cards({ ...chuseok, holidays: false }, '2026-09-23T09:00', 1)).toEqual(['2026-09-24T09:00+09:00']);
});

test('skipped dates are left out, both ends included', () => {
  const exams = timetable('Asia/Seoul', '09:00', {
    weekdays: WEEKDAYS,
    skips: [
      { from: '2026-12-14', to: '2026-12-18' },
      { from: '2026-12-22', to: '2026-12-22' },
    ],
  });
  expect(cards(exams, '2026-12-11T09:00', 2)).toEqual(['2026-12-21T09:00+09:00', '2026-12-23T09:00+09:00']);
  expect(isClassDay(exams, Temporal.PlainDate.from('2026-12-14'))).toBe(false);
  expect(isClassDay(exams, Temporal.PlainDate.from('2026-12-21'))).toBe(true);
});

test('everything is skipped: none', () => {
  const over = timetable('Asia/Seoul', '09:00', { skips: [{ from: '2026-01-01', to: '2099-12-31' }] });
  expect(cards(over, '2026-11-26T09:00', 1)).toEqual([]);
});

test('an hour that does not exist comes as much later as the clocks leap', () => {
  expect(cards(timetable('America/New_York', '02:30'), '2026-03-07T02:30', 2)).toEqual([
    '2026-03-08T03:30-04:00',
    '2026-03-09T02:30-04:00',
  ]);
  expect(cards(timetable('Australia/Lord_Howe', '02:15'), '2026-10-03T02:15', 2)).toEqual([
    '2026-10-04T02:45+11:00',
    '2026-10-05T02:15+11:00',
  ]);
  expect(cards(timetable('Africa/Cairo', '00:00'), '2026-04-23T00:00', 2)).toEqual([
    '2026-04-24T01:00+03:00',
    '2026-04-25T00:00+03:00',
  ]);
});

test('an hour that comes twice is the first, once', () => {
  expect(cards(timetable('America/New_York', '01:30'), '2026-10-31T01:30', 2)).toEqual([
    '2026-11-01T01:30-04:00',
    '2026-11-02T01:30-05:00',
  ]);
  const newYork = timetable('America/New_York', '01:30');
  expect(nextCardTime(newYork, instant('2026-11-01T01:15-05:00[America/New_York]'))).toEqual(
    instant('2026-11-02T01:30-05:00[America/New_York]'),
  );
});

test('where the clocks leap into the next day, the card stays on its own', () => {
  const nuuk = timetable('America/Nuuk', '23:30');
  expect(cards(nuuk, '2026-03-27T23:30', 3)).toEqual([
    '2026-03-28T22:30-02:00',
    '2026-03-29T23:30-01:00',
    '2026-03-30T23:30-01:00',
  ]);
});

test('a date that a zone left out has no card', () => {
  expect(cards(timetable('Pacific/Apia', '09:00'), '2011-12-28T09:00', 3)).toEqual([
    '2011-12-29T09:00-10:00',
    '2011-12-31T09:00+14:00',
    '2012-01-01T09:00+14:00',
  ]);
});

test('a class that moves to another zone or hour has no second card on a date', () => {
  const posted = at('Asia/Seoul', '2026-11-25T09:00');
  const had = '2026-11-25';
  const west = timetable('America/New_York', '09:00');
  expect(nextCardTime(west, posted)).toEqual(at('America/New_York', '2026-11-25T09:00'));
  expect(nextCardTime(west, posted, had)).toEqual(at('America/New_York', '2026-11-26T09:00'));
  // In New York it is still the evening before.
  expect(nextCardTime(timetable('America/New_York', '21:00'), posted, had)).toEqual(
    at('America/New_York', '2026-11-26T21:00'),
  );
  const east = timetable('Pacific/Auckland', '18:00');
  expect(nextCardTime(east, posted, had)).toEqual(at('Pacific/Auckland', '2026-11-26T18:00'));
  const later = timetable('Asia/Seoul', '15:00');
  expect(nextCardTime(later, posted, had)).toEqual(at('Asia/Seoul', '2026-11-26T15:00'));
});

const ZONES = [
  'Asia/Seoul',
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'America/Nuuk',
  'Pacific/Apia',
  'Africa/Cairo',
  'Africa/Casablanca',
  'UTC',
];

const anyTimetable = fc.record({
  zone: fc.constantFrom(...ZONES),
  minute: fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.constantFrom(0, 1, 90, 135, 150, 1410, 1439)),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
  holidays: fc.boolean(),
  skips: fc.array(
    fc.tuple(fc.integer({ min: 0, max: 365 * 17 }), fc.integer({ min: 0, max: 30 })).map(([start, length]) => {
      const from = Temporal.PlainDate.from('2011-01-01').add({ days: start });
      return { from: from.toString(), to: from.add({ days: length }).toString() };
    }),
    { maxLength: 4 },
  ),
});
const SECONDS = { min: Date.UTC(2010, 0, 1) / 1000, max: Date.UTC(2027, 0, 1) / 1000 };
const anyInstant = fc.integer(SECONDS).map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000));

test('the next card is strictly later, on a class day, at the local minute or where the clocks leap over it', () => {
  fc.assert(
    fc.property(anyTimetable, anyInstant, (of, after) => {
      const next = nextCardTime(of, after);
      if (!next) throw new Error('a class with a weekday has a card within two years');
      expect(Temporal.Instant.compare(next, after)).toBe(1);
      expect(isClassDay(of, dayOf(of, next))).toBe(true);
      const local = next.toZonedDateTimeISO(of.zone);
      const minute = local.hour * 60 + local.minute;
      if (minute === of.minute) return;
      // Only where the wanted time names no instant at all.
      const wanted = local.toPlainDate().toPlainDateTime({ hour: Math.floor(of.minute / 60), minute: of.minute % 60 });
      expect(() => wanted.toZonedDateTime(of.zone, { disambiguation: 'reject' }).offset).toThrow(RangeError);
    }),
    { numRuns: runs(100) },
  );
});

/** Two years with what is rare (clocks set back over midnight in St John's, Apia's lost day), two with today's rules. */
const SPANS = [
  ['2010-01-01', '2011-12-31'],
  ['2026-01-01', '2027-12-31'],
] as const;

const LOST: Readonly<Record<string, string>> = { 'Pacific/Apia': '2011-12-30' };

const zonesAndSpans = ZONES.flatMap((zone) => SPANS.map((span) => [zone, ...span] as const));

test.each(zonesAndSpans)('in %s from %s to %s each class day has one card, no other day any', (zone, from, to) => {
  for (const minute of [0, 30, 135, 540, 1410, 1439]) {
    const of: Timetable = { zone, minute, weekdays: [1, 2, 4, 5, 6, 7], holidays: true, skips: [] };
    const [first, end] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
    const had: string[] = [];
    for (let now = first.toZonedDateTime({ timeZone: zone }).toInstant().subtract({ seconds: 1 }); ; ) {
      const next = nextCardTime(of, now);
      if (!next || Temporal.PlainDate.compare(dayOf(of, next), end) > 0) break;
      had.push(dayOf(of, next).toString());
      now = next;
    }
    const days = Array.from({ length: first.until(end).days + 1 }, (_, days) => first.add({ days }));
    expect(had).toEqual(days.filter((day) => isClassDay(of, day) && day.toString() !== LOST[zone]).map(String));
  }
});

test('however hours and zones change, no two cards share a date', () => {
  const change = fc.tuple(anyTimetable, fc.integer({ min: 0, max: 60 * 40 }));
  fc.assert(
    fc.property(anyInstant, fc.array(change, { minLength: 2, maxLength: 8 }), (start, changes) => {
      const dates: string[] = [];
      let now = start;
      for (const [of, minutes] of changes) {
        const next = nextCardTime(of, now, dates.at(-1));
        if (!next) continue;
        dates.push(dayOf(of, next).toString());
        now = next.add({ minutes });
      }
      expect(new Set(dates).size).toBe(dates.length);
      expect(dates).toEqual(dates.toSorted());
    }),
  );
});

const seoul = timetable('Asia/Seoul', '09:00', { weekdays: WEEKDAYS });
const due = at('Asia/Seoul', '2026-11-25T09:00');

test.each([
  ['2026-11-25T08:59:59', 'early'],
  ['2026-11-25T09:00', 'now'],
  ['2026-11-25T09:04:59', 'now'],
  ['2026-11-25T09:05', 'late'],
  ['2026-11-25T20:59:59', 'late'],
  ['2026-11-25T21:00', 'missed'],
  ['2026-11-26T08:00', 'missed'],
  ['2026-11-26T09:00', 'missed'],
])('a card of nine at %s: %s', (now, expected) => {
  expect(timeliness(seoul, due, at('Asia/Seoul', now))).toBe(expected);
});

test.each([
  ['20:58', '2026-11-25T21:01', 'now'],
  ['20:58', '2026-11-25T21:04', 'missed'],
  ['21:00', '2026-11-25T23:59:59', 'late'],
  ['23:58', '2026-11-25T23:59', 'now'],
  ['23:58', '2026-11-26T00:00', 'missed'],
])('a class of %s at %s: %s', (hour, now, expected) => {
  const evening = timetable('Asia/Seoul', hour);
  expect(timeliness(evening, at('Asia/Seoul', `2026-11-25T${hour}`), at('Asia/Seoul', now))).toBe(expected);
});

test('a card of a day that was skipped since is left', () => {
  const skipped = { ...seoul, skips: [{ from: '2026-11-25', to: '2026-11-25' }] };
  expect(timeliness(skipped, due, due)).toBe('missed');
  expect(timeliness(skipped, due, at('Asia/Seoul', '2026-11-25T08:00'))).toBe('early');
});

test('days and hours are those of the zone as it is now', () => {
  // 09:00 in Seoul is 19:00 of the day before in New York.
  const newYork = { ...seoul, zone: 'America/New_York' };
  expect(timeliness(newYork, due, at('America/New_York', '2026-11-24T20:59'))).toBe('late');
  expect(timeliness(newYork, due, at('America/New_York', '2026-11-24T21:00'))).toBe('missed');
});

test.each([
  ['the same day', '2026-11-25T20:00', '2026-11-25T09:00', 'late'],
  ['two days later, after the hour', '2026-11-27T10:00', '2026-11-27T09:00', 'late'],
  ['two days later, at night', '2026-11-27T22:00', '2026-11-30T09:00', 'early'],
  ['at the weekend', '2026-11-28T10:00', '2026-11-30T09:00', 'early'],
  ['before the hour', '2026-11-26T08:00', '2026-11-26T09:00', 'early'],
])('a bot that is back %s has one card to think of', (_, now, expected, what) => {
  const card = skipMissed(seoul, due, at('Asia/Seoul', now));
  expect(card).toEqual(at('Asia/Seoul', expected));
  if (card) expect(timeliness(seoul, card, at('Asia/Seoul', now))).toBe(what);
});

test('a date that had its card has no second one after an outage', () => {
  expect(skipMissed(seoul, due, at('Asia/Seoul', '2026-11-26T10:00'), '2026-11-26')).toEqual(
    at('Asia/Seoul', '2026-11-27T09:00'),
  );
});

test('whenever the bot looks, a card is posted on its own local date or not at all', () => {
  fc.assert(
    fc.property(anyTimetable, anyInstant, fc.integer({ min: 0, max: 3 * 24 * 60 }), (of, after, minutes) => {
      const card = nextCardTime(of, after);
      if (!card) return;
      const now = card.add({ minutes });
      const found = timeliness(of, card, now);
      expect(found).not.toBe('early');
      if (found !== 'missed') expect(dayOf(of, now)).toEqual(dayOf(of, card));
    }),
  );
});
