import { cardOf } from '../content/show.ts';
import type { Class } from '../core/class.ts';
import type { Caller } from '../core/command.ts';
import { UserError } from '../core/errors.ts';
import { notice, type Reply } from '../core/reply.ts';
import { postNow, upcoming } from '../daily/plan.ts';
import { footOf } from '../daily/posted.ts';
import { dayOf } from '../daily/timetable.ts';
import { datesOf } from '../daily/typed-dates.ts';
import { datesInWords } from '../daily/words.ts';
import type { World } from '../world.ts';
import { platformOf } from './find.ts';
import { keepClass } from './setup.ts';

/** The card that comes next, to whoever asks alone. */
export async function previewReply(one: Class, { locale }: Caller, world: World): Promise<Reply> {
  const term = await upcoming(one, world.now().epochMilliseconds, world);
  if (!term)
    throw new UserError({ ko: '카드로 보여 줄 개념이 아직 없어요.', en: 'There are no concepts to show yet.' });
  const at = one.due === undefined ? world.now() : Temporal.Instant.fromEpochMilliseconds(one.due);
  const day = dayOf(one.timetable, at).toString();
  const ko = locale === 'ko';
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      {
        type: 'text',
        markdown: ko
          ? `**${datesInWords({ from: day, to: day }, locale)}**에 올라갈 카드예요. 그 사이 수업의 퀴즈 결과에 따라 바뀔 수 있어요.`
          : `The card of **${datesInWords({ from: day, to: day }, locale)}**. Quiz results until then may change it.`,
      },
      cardOf(term, footOf(day, one.locale), one.locale),
    ],
  };
}

/** Today's card, now. @throws UserError where the class has had one today. */
export async function postReply(one: Class, { locale }: Caller, world: World): Promise<Reply> {
  if (!(await postNow(one, world.now().epochMilliseconds, world)))
    throw new UserError({
      ko: '오늘 카드는 이미 올렸어요. 다음 카드는 `/class preview`로 미리 볼 수 있어요.',
      en: "Today's card is up already. See the next one with `/class preview`.",
    });
  return notice(
    locale === 'ko'
      ? '오늘 카드를 지금 올릴게요. 곧 채널에 보여요.'
      : "Today's card is on its way; the channel sees it in a moment.",
  );
}

const notDates = (): UserError =>
  new UserError({
    ko: '쉴 날짜를 알아보지 못했어요. 이렇게 적어 주세요: `/class skip 12월 14일~18일` 또는 `/class skip 12월 25일`',
    en: 'I could not read the dates. Write them like `/class skip 12/14-12/18` or `/class skip 2026-12-25`.',
  });

/** Most ranges of days off: more than a year has exams. */
const SKIPS = 40;

/** Days without a card, or with one again. @throws UserError for what are no dates. */
export async function skip(one: Class, typed: string, remove: boolean, world: World): Promise<Class> {
  const { timetable } = one;
  const dates = datesOf(typed, dayOf(timetable, world.now()));
  if (!dates) throw notDates();
  const others = timetable.skips.filter(({ from, to }) => from !== dates.from || to !== dates.to);
  if (remove && others.length === timetable.skips.length)
    throw new UserError({
      ko: '그 날짜로 정해 둔 쉬는 날이 없어요. `/class show`로 확인해 주세요.',
      en: 'There are no days off with these dates. See them with `/class show`.',
    });
  if (!remove && others.length >= SKIPS)
    throw new UserError({
      ko: `쉬는 날은 ${SKIPS}개까지 정할 수 있어요. 지난 것부터 지워 주세요.`,
      en: `There can be ${SKIPS} ranges of days off. Remove past ones first.`,
    });
  const skips = remove ? others : [...others, dates].sort((a, b) => (a.from < b.from ? -1 : 1));
  return keepClass({ ...one, timetable: { ...timetable, skips } }, world);
}

/** Most people and roles that are named. */
const INSTRUCTORS = 25;

/** Names somebody an instructor, or no longer. `who`: as the platform writes them, `123`, `&123`, `U1`. */
export async function name(one: Class, who: string, remove: boolean, caller: Caller, world: World): Promise<Class> {
  const platform = platformOf(caller.space);
  const address = platform === 'slack' ? `${caller.space}:${who}` : `${platform}:${who}`;
  const others = one.instructors.filter((known) => known !== address);
  if (!remove && others.length >= INSTRUCTORS)
    throw new UserError({
      ko: `선생님은 ${INSTRUCTORS}명까지 정할 수 있어요.`,
      en: `There can be ${INSTRUCTORS} named instructors.`,
    });
  return keepClass({ ...one, instructors: remove ? others : [...others, address] }, world);
}
