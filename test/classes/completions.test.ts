import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offerDays, offerHours, offerZones } from '../../src/classes/completions.ts';
import { minuteOf, weekdaysOf, zoneOf } from '../../src/schedule/parse-times.ts';

const OFFERS = [
  ['hours', offerHours, minuteOf],
  ['days', offerDays, (text: string) => weekdaysOf(text)?.join()],
  ['zones', offerZones, zoneOf],
] as const;

describe.each(OFFERS)('%s', (_, offer, read) => {
  test('that are offered are read, as the same in both languages', () => {
    const typed = fc.oneof(
      fc.constantFrom('', '9', '오전', '9시', '9:30', '12', '0', '월', 'm', 'mon', '서', 'new', 'asia/', '뉴욕'),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(typed, (partial) => {
        const offered = offer(partial);
        expect(offered.length).toBeLessThanOrEqual(25);
        for (const { ko, en } of offered) {
          expect(read(ko), ko).toBeDefined();
          expect(read(en), en).toEqual(read(ko));
        }
      }),
    );
  });
});

test.each([
  ['', '서울 시간'],
  ['뉴', '뉴욕 시간'],
  ['kst', '서울 시간'],
  ['lond', '런던 시간'],
  ['denver', 'America/Denver'],
  ['america/den', 'America/Denver'],
])('of zones, %j means %s first', (typed, first) => {
  expect(offerZones(typed)[0]?.ko).toBe(first);
});

test('every zone that is known can be found by its name', () => {
  for (const zone of Intl.supportedValuesOf('timeZone')) expect(offerZones(zone)[0]?.en).toBe(zoneOf(zone));
});

test.each([
  ['9', ['오전 9시', '오전 9시 30분', '오후 9시', '오후 9시 30분']],
  ['9시 반', ['오전 9시 30분']],
  ['오후 2시', ['오후 2시']],
  ['0:30', ['00:30']],
  ['x', []],
])('of hours, %j means %j', (typed, all) => {
  expect(offerHours(typed).map(({ ko }) => ko)).toEqual(all);
});

test.each([
  ['', ['평일', '매일', '월수금', '화목', '월~목', '주말']],
  ['월', ['월', '월수금', '월~목']],
  ['화금', ['화금']],
])('of days, %j means %j', (typed, all) => {
  expect(offerDays(typed).map(({ ko }) => ko)).toEqual(all);
});
