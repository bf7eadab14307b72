import { localized } from '../core/locale.ts';
import { withParticle } from '../language/with-particle.ts';
import { cityOf, ZONE_NAMES } from './zones.ts';

/** How weekdays, hours, zones and timetables are written for people. */
interface ScheduleText {
  everyDay: string;
  weekdays: string;
  weekends: string;
  /** Three weekdays or more in a row, by the first and the last. */
  fromTo(first: string, last: string): string;
  /** Between weekdays that are named one by one. */
  comma: string;
  /** Weekdays as most classes have them, as an instructor would type them; the same ones in each language. */
  usualWeekdays: readonly string[];
  /** Days as an instructor would type them; the same ones in each language. */
  usualDays: readonly string[];
  /** An hour to pick, which is read again as it stands. */
  hour(hour: number, minute: number): string;
  /** The time of a zone; undefined where this language has no name for it of ours. */
  timeIn(zone: string): string | undefined;
  /** `zone`: the time that the hour is in. */
  timetable(weekdays: string, hour: string, zone: string): string;
  notOnHolidays: string;
  // A day that is refused; examples are lines to type.
  noDay(examples: string): string;
  severalDays(dates: string, examples: string): string;
  dayPast(date: string): string;
  /** `years` from this one until it comes again, `next`: that day as it is typed. */
  justPassed(date: string, years: number, next: string): string;
  dayTooFar(date: string): string;
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

const ko: ScheduleText = {
  everyDay: '매일',
  weekdays: '평일',
  weekends: '주말',
  fromTo: (first, last) => `${first}~${last}`,
  comma: '·',
  usualWeekdays: ['평일', '매일', '월수금', '화목', '월~목', '주말'],
  usualDays: ['오늘', '내일', '월요일', '화요일', '수요일', '목요일', '금요일'],
  hour: (hour, minute) => `${hour < 12 ? '오전' : '오후'} ${hour % 12 || 12}시${minute === 0 ? '' : ` ${minute}분`}`,
  timeIn(zone) {
    const name = ZONE_NAMES[zone]?.[0];
    return name === undefined ? undefined : `${name} 시간`;
  },
  timetable: (weekdays, hour, zone) => `${weekdays} ${hour}(${zone})`,
  notOnHolidays: ', 공휴일은 쉬어요',
  noDay: (examples) => `날짜를 알아보지 못했어요. 달력에 있는 날짜를 이렇게 적어 주세요: ${examples}`,
  severalDays: (dates, examples) =>
    `시험 날은 하루만 정할 수 있어요(적은 날: ${dates}). 시험이 여러 날이면 첫날을 적어 주세요: ${examples}`,
  dayPast: (date) => `${withParticle(date, '은/는')} 이미 지났어요. 오늘이나 그 뒤의 날짜를 적어 주세요.`,
  justPassed(date, years, next) {
    const when = ['올해라면', '내년이라면'][years] ?? '다음에 오는 날이라면';
    return `${withParticle(date, '은/는')} 지났어요. ${when} ${next}처럼 적어 주세요.`;
  },
  dayTooFar: (date) => `${withParticle(date, '은/는')} 너무 멀어요. 1년 안의 날짜를 적어 주세요.`,
};

const en: ScheduleText = {
  everyDay: 'Every day',
  weekdays: 'Weekdays',
  weekends: 'Weekends',
  fromTo: (first, last) => `${first}–${last}`,
  comma: ', ',
  usualWeekdays: ['Weekdays', 'Every day', 'Mon, Wed, Fri', 'Tue, Thu', 'Mon-Thu', 'Weekends'],
  usualDays: ['today', 'tomorrow', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
  hour: (hour, minute) => `${twoDigits(hour)}:${twoDigits(minute)}`,
  // Etc/GMT+5 is five hours behind: its name says the opposite.
  timeIn: (zone) => (zone.startsWith('Etc/') ? undefined : `${cityOf(zone)} time`),
  timetable: (weekdays, hour, zone) => `${weekdays} at ${hour} (${zone})`,
  notOnHolidays: ', not on Korean public holidays',
  noDay: (examples) => `I could not read the date. Write a real calendar date like this: ${examples}`,
  severalDays: (dates, examples) =>
    `The exam can be on one day only (you wrote ${dates}). If it takes several, write the first: ${examples}`,
  dayPast: (date) => `${date} is in the past. Give a day that is still to come.`,
  justPassed(date, years, next) {
    const when = ['this year’s', 'next year’s'][years] ?? 'the next one';
    return `${date} has passed. If you mean ${when}, write it like ${next}.`;
  },
  dayTooFar: (date) => `${date} is too far ahead. Give a day within a year.`,
};

export const text = localized({ ko, en });
