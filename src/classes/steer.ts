import { platformOf } from '../core/address.ts';
import { type Class, dayOf } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Reply } from '../core/reply/blocks.ts';
import type { Context } from '../course/context.ts';
import { cardOf } from '../course/term-blocks.ts';
import { footOf } from '../daily/card-post.ts';
import { postNow, upcoming } from '../daily/plan.ts';
import { holidayOn } from '../schedule/holidays.ts';
import { isClassDay } from '../schedule/timetable.ts';
import { datesInWords } from '../schedule/words.ts';
import { changeClass, isOver } from './change.ts';
import { lostOf } from './channel.ts';
import { without } from './join.ts';
import { classReply } from './show.ts';

/** @throws UserError where nothing is taught. */
async function nextTerm(one: Class, context: Context) {
  const term = await upcoming(one, context.now().epochMilliseconds, context);
  if (term) return term;
  throw new UserError({
    ko: '카드로 보여 줄 개념이 아직 없어요. 수업 내용에 개념을 하나라도 넣어 주세요.',
    en: 'There are no concepts to show yet. Add one to the content.',
  });
}

/** The card that comes next, to whoever asks alone. */
export async function previewReply(one: Class, { locale }: Caller, context: Context): Promise<Reply> {
  const term = await nextTerm(one, context);
  const ko = locale === 'ko';
  const at = one.due === undefined ? undefined : Temporal.Instant.fromEpochMilliseconds(one.due);
  const day = at && dayOf(one.timetable, at).toString();
  const when = day && datesInWords({ from: day, to: day }, locale);
  const markdown = when
    ? ko
      ? `**${when}**에 올라갈 카드예요. 그사이 수업의 퀴즈 결과에 따라 바뀔 수 있어요.`
      : `The card of **${when}**. Quiz results until then may change it.`
    : ko
      ? '다음에 올라갈 카드예요. 지금은 올라갈 날이 정해져 있지 않아요.'
      : 'The next card. No day is set for it at the moment.';
  const foot = day ? footOf(day, one.locale) : one.locale === 'ko' ? '미리 보기' : 'Preview';
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [{ type: 'text', markdown }, cardOf(term, foot, one.locale)],
  };
}

const upAlready = (): UserError =>
  new UserError({
    ko: '오늘 카드는 이미 올렸어요. 카드는 하루에 한 장이에요. 다음 카드는 `/class preview`로 미리 볼 수 있어요.',
    en: "Today's card is up already; there is one card a day. See the next one with `/class preview`.",
  });

/** What is unusual about posting on that day. */
function aside({ paused, timetable }: Class, day: Temporal.PlainDate, ko: boolean): string {
  if (paused)
    return ko ? ' 수업은 계속 쉬고 있어요. 이번 한 장만 올라가요.' : ' The class stays paused; it is this one only.';
  if (isClassDay(timetable, day)) return '';
  const holiday = timetable.holidays ? holidayOn(day) : undefined;
  const why = holiday === undefined ? '' : `(${holiday})`;
  return ko ? ` 오늘은 원래 카드를 쉬는 날이에요${why}.` : ` Today would normally have no card${why && ` ${why}`}.`;
}

/** Times that an instructor's change may come between. */
const TRIES = 5;

/**
 * Today's card, now: also on a day off and while the class is paused, since somebody wants it.
 * @throws UserError where the class has had one today, and where it cannot reach its channel.
 */
export async function postReply({ id }: Class, { locale }: Caller, context: Context): Promise<Reply> {
  const ko = locale === 'ko';
  for (let tries = 0; tries < TRIES; tries++) {
    const one = await context.classes.byId(id);
    if (!one) throw isOver();
    if (one.paused && one.paused.why !== 'asked')
      throw new UserError({
        ko: '카드를 올릴 채널에 문제가 있어서 쉬고 있어요. `/class`에서 이유를 보고 다시 시작한 다음 올려 주세요.',
        en: 'The class is paused because something is wrong with its channel. See why with `/class`, resume it, then post.',
      });
    const term = await nextTerm(one, context);
    const day = dayOf(one.timetable, context.now());
    if (one.channels.every(({ channel }) => platformOf(channel) === 'terminal'))
      return {
        visibility: 'caller',
        accent: 'info',
        blocks: [
          {
            type: 'text',
            markdown: ko
              ? '터미널은 연습하는 곳이라 카드를 올리지는 않아요. Discord나 Slack에서는 지금 이 카드가 채널에 올라가요.'
              : 'The terminal is for rehearsing, so nothing is posted. On Discord and Slack this card would go to the channel now.',
          },
          cardOf(term, footOf(day.toString(), one.locale), one.locale),
        ],
      };
    // A zone further west may make it yesterday again: that day had its card as well.
    const last = (await context.outbox.history(id)).at(-1)?.day ?? '';
    if (last >= day.toString()) throw upAlready();
    if (await postNow(one, context.now().epochMilliseconds, context)) {
      const markdown = ko
        ? `오늘 카드를 올릴게요. 곧 채널에 보여요.${aside(one, day, ko)}`
        : `Today's card is on its way; the channel sees it in a moment.${aside(one, day, ko)}`;
      return { visibility: 'caller', accent: 'success', blocks: [{ type: 'text', markdown }] };
    }
  }
  throw upAlready();
}

/** No cards until it is resumed; a class that waits for a channel goes on waiting for that. */
export async function pauseReply({ id }: Class, caller: Caller, context: Context): Promise<Reply> {
  const one = await changeClass(id, (now) => ({ ...now, paused: now.paused ?? { why: 'asked' } }), context);
  const heading = caller.locale === 'ko' ? '카드를 잠시 쉴게요' : 'The daily card is paused';
  return classReply(one, { heading }, caller);
}

/** Cards come again, unless a channel is still lost; `drop`: without the channel for which they stopped. */
export async function resumeReply({ id }: Class, drop: boolean, caller: Caller, context: Context): Promise<Reply> {
  const ko = caller.locale === 'ko';
  const ready = (now: Class): Class => {
    const { paused, channels } = now;
    return drop && paused && paused.why !== 'asked' && channels.length > 1 ? without(paused.channel, now) : now;
  };
  const before = await context.classes.byId(id);
  const lost = before && (await lostOf(ready(before).channels, context));
  const one = await changeClass(id, (now) => ({ ...ready(now), paused: lost }), context);
  const heading = lost
    ? ko
      ? '아직 다시 시작할 수 없어요'
      : 'It cannot resume yet'
    : ko
      ? '카드를 다시 시작할게요'
      : 'The daily card is on again';
  return classReply(one, { heading }, caller);
}
