import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completeHours, completeWeekdays, completeZones } from '../../src/schedule/completions.ts';
import { parseMinute, parseWeekdays, parseZone } from '../../src/schedule/parse-times.ts';

const OPTIONS = [
  ['hours', completeHours, parseMinute],
  ['days', completeWeekdays, (text: string) => parseWeekdays(text)?.join()],
  ['zones', completeZones, parseZone],
] as const;

describe.each(OPTIONS)('%s', (_, complete, read) => {
  test('that are completed are read, as the same in both languages', () => {
    const typed = fc.oneof(
      fc.constantFrom('', '9', '오전', '9시', '9:30', '12', '0', '월', 'm', 'mon', '서', 'new', 'asia/', '뉴욕'),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(typed, (partial) => {
        const completed = complete(partial);
        expect(completed.length).toBeLessThanOrEqual(25);
        for (const { ko, en } of completed) {
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
  expect(completeZones(typed)[0]?.ko).toBe(first);
});

test('every zone that is known can be found by its name', () => {
  for (const zone of Intl.supportedValuesOf('timeZone')) expect(completeZones(zone)[0]?.en).toBe(parseZone(zone));
});

test.each([
  ['9', ['오전 9시', '오전 9시 30분', '오후 9시', '오후 9시 30분']],
  ['9시 반', ['오전 9시 30분']],
  ['오후 2시', ['오후 2시']],
  ['0:30', ['00:30']],
  ['x', []],
])('of hours, %j means %j', (typed, all) => {
  expect(completeHours(typed).map(({ ko }) => ko)).toEqual(all);
});

test.each([
  ['', ['평일', '매일', '월수금', '화목', '월~목', '주말']],
  ['월', ['월', '월수금', '월~목']],
  ['화금', ['화금']],
])('of days, %j means %j', (typed, all) => {
  expect(completeWeekdays(typed).map(({ ko }) => ko)).toEqual(all);
});
