import { type Class, dayOf } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Reply } from '../core/reply/blocks.ts';
import type { Context } from '../course/context.ts';
import { datesOf } from '../schedule/parse-dates.ts';
import { datesInWords } from '../schedule/words.ts';
import { changeClass } from './change.ts';
import { classReply } from './show.ts';

interface Dates {
  from: string;
  to: string;
}

/** Most ranges of days off, past ones included: more than two years have exams. */
const SKIPS = 40;
/** Nobody needs more letters for two dates. */
const LONGEST = 80;
/** Years ahead beyond which a date is a slip; after 9999 ISO dates no longer compare as texts do. */
const AHEAD = 10;

const BETWEEN = / ?(?:~|〜|∼|–|—|\.{2,3}|부터|\bto\b| - ) ?/;

const shifted = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

/** Days off with more of them; those that touch are one range. */
function including(skips: readonly Dates[], dates: Dates): Dates[] {
  const touches = ({ from, to }: Dates): boolean => from <= shifted(dates.to, 1) && shifted(to, 1) >= dates.from;
  // ISO dates compare as texts do.
  const all = [dates, ...skips.filter(touches)];
  const from = all.map((one) => one.from).sort()[0] ?? dates.from;
  const to =
    all
      .map((one) => one.to)
      .sort()
      .at(-1) ?? dates.to;
  const joined = { from, to };
  return [...skips.filter((one) => !touches(one)), joined].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Days off without some of them: a range may become two. */
const excluding = (skips: readonly Dates[], dates: Dates): Dates[] =>
  skips.flatMap((one) => {
    if (one.to < dates.from || one.from > dates.to) return [one];
    return [
      { from: one.from, to: shifted(dates.from, -1) },
      { from: shifted(dates.to, 1), to: one.to },
    ].filter(({ from, to }) => from <= to);
  });

/** Why a text is no dates: where they are swapped, that is said. */
function notDates(typed: string, today: Temporal.PlainDate): UserError {
  const [first = '', last = '', ...more] = typed.split(BETWEEN);
  // 12월 18일~14일: the month stands only once.
  const month = /^\d{1,2}일?$/.test(last) ? (/^.*?\d{1,2}(?:월 ?|\/)/.exec(first)?.[0] ?? '') : '';
  const swapped = more.length === 0 ? datesOf(`${month}${last} ~ ${first}`, today) : undefined;
  if (swapped)
    return new UserError({
      ko: `시작하는 날이 끝나는 날보다 늦어요. 혹시 ${datesInWords(swapped, 'ko')}인가요? 먼저 오는 날짜를 앞에 적어 주세요.`,
      en: `It ends before it begins. Did you mean ${datesInWords(swapped, 'en')}? Write the earlier date first.`,
    });
  return new UserError({
    ko: '쉴 날짜를 알아보지 못했어요. 달력에 있는 날짜를 이렇게 적어 주세요: `/class skip 12월 14일~18일` 또는 `/class skip 다음 주 금요일`',
    en: 'I could not read the dates. Write real calendar dates like `/class skip 12/14-12/18` or `/class skip 2026-12-25`.',
  });
}

const past = (dates: Dates): UserError =>
  new UserError({
    ko: `${datesInWords(dates, 'ko')}은 이미 지났어요. 앞으로 쉴 날짜를 적어 주세요.`,
    en: `${datesInWords(dates, 'en')} is in the past. Give dates that are still to come.`,
  });

/** Room for one more: those that ended longest ago go first, those to come never. */
function fitting(skips: readonly Dates[], today: string): readonly Dates[] {
  const tooMany = Math.max(0, skips.length - SKIPS);
  const kept = skips.filter(({ to }, i) => i >= tooMany || to >= today);
  if (kept.length <= SKIPS) return kept;
  throw new UserError({
    ko: `앞으로 쉬는 날은 ${SKIPS}번까지 정할 수 있어요. 이어진 날은 \`12월 14일~18일\`처럼 한 번에 적어 주세요.`,
    en: `You can set up to ${SKIPS} times off ahead. Write days in a row as one, such as \`12/14-12/18\`.`,
  });
}

/**
 * Days without a card, or with one again: what was typed, as dates of the class's own calendar.
 * @throws UserError for what are no dates or past ones, and for days that are not off where they are to be removed.
 */
async function skip(
  { id, timetable }: Class,
  typed: string,
  remove: boolean,
  context: Context,
): Promise<{ one: Class; dates: Dates }> {
  const today = dayOf(timetable, context.now());
  const dates = typed.length > LONGEST ? undefined : datesOf(typed, today);
  if (!dates || dates.to > today.add({ years: AHEAD }).toString()) throw notDates(typed.slice(0, LONGEST), today);
  if (dates.to < today.toString()) throw past(dates);
  const one = await changeClass(
    id,
    (now) => {
      const before = now.timetable.skips;
      const skips = remove ? excluding(before, dates) : fitting(including(before, dates), today.toString());
      if (remove && !before.some(({ from, to }) => from <= dates.to && to >= dates.from))
        throw new UserError({
          ko: `${datesInWords(dates, 'ko')}은 쉬는 날로 정해 두지 않았어요. 정해 둔 날은 \`/class\`로 볼 수 있어요.`,
          en: `${datesInWords(dates, 'en')} is not set as a day off. See the days off with \`/class\`.`,
        });
      return { ...now, timetable: { ...now.timetable, skips } };
    },
    context,
  );
  return { one, dates };
}

/** Sets days off, or takes them back, and says how to undo it. */
export async function skipReply(
  one: Class,
  typed: string,
  remove: boolean,
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const { locale } = caller;
  const ko = locale === 'ko';
  const { one: changed, dates } = await skip(one, typed, remove, context);
  const when = datesInWords(dates, locale);
  const whole = { now: context.now() };
  if (remove)
    return classReply(
      changed,
      { heading: ko ? `${when}에는 카드를 쉬지 않을게요` : `Cards will come again: ${when}`, whole },
      caller,
    );
  const days = typed.replaceAll('`', '');
  const lead = ko ? `되돌리려면: \`/class skip ${days} 빼기\`` : `To undo it: \`/class skip ${days} remove\``;
  return classReply(changed, { heading: ko ? `${when}에는 카드를 쉴게요` : `No card: ${when}`, lead, whole }, caller);
}
