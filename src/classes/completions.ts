import type { Localized } from '../core/locale.ts';
import { normalize } from '../language/normalize.ts';
import { minuteOf, weekdaysOf, zoneOf } from '../schedule/parse-times.ts';
import { minuteInWords } from '../schedule/words.ts';
import { cityOf, ZONE_NAMES } from '../schedule/zones.ts';

/** What a client shows at most (Discord, autocomplete: 25 choices). */
const MOST = 25;

const NOON = 12 * 60;
const DAY = 24 * 60;

/** `오전 9시 30분`, which is read again as it stands. */
function hour(minute: number): Localized {
  const half = minute < NOON ? '오전' : '오후';
  const [h, m] = [Math.floor((minute % NOON) / 60) || 12, minute % 60];
  const ko = minute < 60 ? minuteInWords(minute) : `${half} ${h}시${m === 0 ? '' : ` ${m}분`}`;
  return { ko, en: minuteInWords(minute) };
}

/** Hours for what was typed of one: that, half an hour later, and the same in the other half of the day. */
export function offerHours(partial: string): readonly Localized[] {
  const typed = minuteOf(partial);
  if (typed === undefined) return partial === '' ? [8.5, 9, 9.5, 10, 13, 14].map((one) => hour(one * 60)) : [];
  const all = [typed, typed + 30, typed + NOON, typed + NOON + 30].map((minute) => hour(minute % DAY));
  // Whoever writes minutes or a half of the day means those.
  return /^\d{1,2}시?$/.test(partial.trim()) ? all : all.slice(0, 1);
}

const DAYS: readonly Localized[] = [
  { ko: '평일', en: 'Weekdays' },
  { ko: '매일', en: 'Every day' },
  { ko: '월수금', en: 'Mon, Wed, Fri' },
  { ko: '화목', en: 'Tue, Thu' },
  { ko: '월~목', en: 'Mon-Thu' },
  { ko: '주말', en: 'Weekends' },
];

/** Weekdays as most classes have them; what was typed and is understood stands first. */
export function offerDays(partial: string): readonly Localized[] {
  const typed = normalize(partial).toLowerCase();
  const fitting = DAYS.filter(({ ko, en }) => ko.startsWith(typed) || en.toLowerCase().startsWith(typed));
  const own = typed !== '' && weekdaysOf(partial) ? [{ ko: partial, en: partial }] : [];
  return [...own, ...fitting];
}

const ZONES: readonly { zone: string; names: readonly string[] }[] = [
  ...Object.entries(ZONE_NAMES).map(([zone, names]) => ({ zone, names })),
  ...Intl.supportedValuesOf('timeZone')
    .filter((zone) => !Object.hasOwn(ZONE_NAMES, zone))
    .map((zone) => ({ zone, names: [] })),
].map(({ zone, names }) => ({ zone, names: [...names, cityOf(zone).toLowerCase(), zone.toLowerCase()] }));

const shown = (zone: string): Localized => {
  const name = ZONE_NAMES[zone]?.[0];
  return { ko: name === undefined ? zone : `${name} 시간`, en: zone };
};

/** Zones by any of their names' beginnings, those that classes here are in first; then by any part of their names. */
export function offerZones(partial: string): readonly Localized[] {
  const typed = normalize(partial).toLowerCase();
  const begins = ZONES.filter(({ names }) => names.some((name) => name.startsWith(typed)));
  const has = ZONES.filter(({ names }) => names.some((name) => name.includes(typed)));
  const exact = zoneOf(partial);
  const all = new Set([...(exact === undefined ? [] : [exact]), ...begins.concat(has).map(({ zone }) => zone)]);
  return Array.from(all).slice(0, MOST).map(shown);
}
