import { platformOf } from '../core/address.ts';
import { type Class, dayOf } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Locale } from '../core/locale.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { notice } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import { cardOf } from '../course/term-blocks.ts';
import { cardFoot } from '../daily/card.ts';
import { chooseTerm, postNow } from '../daily/plan.ts';
import { holidayOn } from '../schedule/holidays.ts';
import { isClassDay } from '../schedule/timetable.ts';
import { datesInWords } from '../schedule/words.ts';
import { classOver } from './change.ts';
import { classToTeach } from './find.ts';
import { text } from './text.ts';

/** @throws UserError where the course has no terms. */
async function nextTerm(one: Class, context: Context) {
  const term = await chooseTerm(one, context.now().epochMilliseconds, context);
  if (term) return term;
  throw new UserError(text.both((words) => words.noConcepts));
}

/** The card that the instructor's class has next, in the language of the class. */
export async function previewCard(caller: Caller, context: Context): Promise<Reply> {
  const one = await classToTeach(caller, context);
  const term = await nextTerm(one, context);
  const words = text(caller.locale);
  const due = one.due === undefined ? undefined : Temporal.Instant.fromEpochMilliseconds(one.due);
  const day = due && dayOf(one.timetable, due).toString();
  const markdown = day ? words.previewOf(datesInWords({ from: day, to: day }, caller.locale)) : words.previewOfNext;
  const foot = day ? cardFoot(day, one.locale) : text(one.locale).previewFoot;
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [{ type: 'text', markdown }, cardOf(term, foot, one.locale)],
  };
}

const postedToday = (): UserError => new UserError(text.both((words) => words.postedToday));

/** That the card comes, and what is unusual about it on that day. */
function postingInWords({ paused, timetable }: Class, day: Temporal.PlainDate, locale: Locale): string {
  const words = text(locale);
  if (paused) return `${words.willPost} ${words.staysPaused}`;
  if (isClassDay(timetable, day)) return words.willPost;
  return `${words.willPost} ${words.dayOff(timetable.holidays ? holidayOn(day) : undefined)}`;
}

/** Attempts at posting to a class that an instructor changes at the same time. */
const ATTEMPTS = 5;

/**
 * Posts today's card of the instructor's class now: also on a day off and while the class is paused, since it is asked
 * for. At a terminal it is only shown.
 * @throws UserError where the class has had one today, and where it cannot reach its channel.
 */
export async function postCard(caller: Caller, context: Context): Promise<Reply> {
  const { id } = await classToTeach(caller, context);
  const words = text(caller.locale);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const one = await context.classes.byId(id);
    if (!one) throw classOver();
    if (one.paused && one.paused.why !== 'asked') throw new UserError(text.both((words) => words.channelTrouble));
    const term = await nextTerm(one, context);
    const day = dayOf(one.timetable, context.now());
    if (one.channels.every(({ channel }) => platformOf(channel) === 'terminal'))
      return {
        visibility: 'caller',
        accent: 'info',
        blocks: [
          { type: 'text', markdown: words.notPosted },
          cardOf(term, cardFoot(day.toString(), one.locale), one.locale),
        ],
      };
    // A zone further west may make it yesterday again: that day had its card as well.
    const last = (await context.outbox.history(id)).at(-1)?.day ?? '';
    if (last >= day.toString()) throw postedToday();
    if (await postNow(one, context.now().epochMilliseconds, context))
      return { ...notice(postingInWords(one, day, caller.locale)), accent: 'success' };
  }
  throw postedToday();
}
