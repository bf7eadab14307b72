import { platformName, platformOf } from '../core/address.ts';
import { type Class, dayOf } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Button, Reply } from '../core/reply/blocks.ts';
import { button, mentionOf } from '../core/reply/builders.ts';
import { datesInWords, instantInWords, timetableInWords } from '../schedule/words.ts';
import { formatCode } from './channels/code.ts';
import { lostChannelBlocks } from './channels/lost.ts';
import { text as examText } from './exam/text.ts';
import { text } from './text.ts';

/** Ranges of days off that are named one by one. */
const FEW = 6;

/** When the next card comes: `11월 26일(목) 09:00`. */
export const dueInWords = ({ timetable, due }: Class, locale: Locale, now: Temporal.Instant): string | undefined =>
  due === undefined ? undefined : instantInWords(due, timetable, locale, now.epochMilliseconds);

/** Why there are no cards, and what to do about it. */
function pausedBlocks({ paused, channels }: Class, { space, locale }: Caller): Block[] {
  if (!paused) return [];
  const words = text(locale);
  if (paused.why === 'asked') return [{ type: 'text', markdown: words.paused }];
  const drop = button(words.resumeWithoutChannel, 'class resume without');
  return [
    ...lostChannelBlocks(paused, space, locale),
    ...(channels.length > 1 ? [{ type: 'buttons', buttons: [drop] } as const] : []),
  ];
}

/** Mentions under a name; none where no address can be mentioned. */
export function mentions(name: string, addresses: readonly string[], kind: '#' | '@'): Block[] {
  const known = addresses.map((one) => mentionOf(one, kind)).filter(Boolean);
  return known.length > 0 ? [{ type: 'mentions', name, mentions: known }] : [];
}

/** Addresses of the reader's platform as mentions, those of others by their number. */
function placed(
  name: string,
  addresses: readonly string[],
  kind: '#' | '@',
  count: (length: number) => string,
  { space }: Caller,
): Block[] {
  const own = platformOf(space);
  const elsewhere = Map.groupBy(
    addresses.filter((one) => platformOf(one) !== own),
    platformOf,
  );
  const fields = Array.from(elsewhere, ([platform, { length }]) => ({
    name: `${platformName(platform) ?? platform} ${name}`,
    value: count(length),
  }));
  const mine = addresses.filter((one) => platformOf(one) === own);
  return [...mentions(name, mine, kind), ...(fields.length > 0 ? [{ type: 'fields', fields } as const] : [])];
}

/** The days off that are not over; undefined where there are none. */
function daysOffInWords({ timetable }: Class, now: Temporal.Instant, locale: Locale): string | undefined {
  const today = dayOf(timetable, now);
  const ahead = timetable.skips.filter(({ to }) => to >= today.toString());
  const shown = ahead.slice(0, FEW).map((skip) => datesInWords(skip, locale, today));
  if (ahead.length > FEW) shown.push(text(locale).moreDaysOff(ahead.length - FEW));
  return shown.length === 0 ? undefined : shown.join(', ');
}

/** The day (ISO) of a class's exam that is not over. */
export const examAhead = ({ exam, timetable }: Class, now: Temporal.Instant): string | undefined =>
  // ISO dates compare as texts do.
  exam !== undefined && exam >= dayOf(timetable, now).toString() ? exam : undefined;

function buttons({ paused, due }: Class, locale: Locale): Button[] {
  const words = text(locale);
  const preview = button(words.preview, 'class preview');
  const post = button(words.post, 'class post');
  const resume = { ...button(words.resume, 'class resume'), primary: true };
  const form = button(words.setUpByForm, 'class form');
  if (paused) return paused.why === 'asked' ? [resume, preview, post, form] : [resume, preview, form];
  return [...(due === undefined ? [] : [preview]), post, button(words.pause, 'class pause'), form];
}

/** What a reply says of a class, beside what the class is. */
export interface Lead {
  /** What has just happened. */
  heading: string;
  /** What follows from it, Markdown. */
  lead?: string | undefined;
  /** Whom it is about. */
  people?: readonly Block[];
  /** Its course, where there are several. */
  course?: string | undefined;
  now: Temporal.Instant;
  /** Is all of the class to be shown? */
  whole?: true;
  /** Buttons before those that a class always has, such as the way back. */
  first?: readonly Button[];
}

/** A class as its instructors see it. A press that changes it shows it anew in the same message. */
export function classReply(
  one: Class,
  { heading, lead, people = [], course, now, whole, first = [] }: Lead,
  caller: Caller,
): Reply {
  const { locale } = caller;
  const words = text(locale);
  const { timetable, channels, instructors, code, paused } = one;
  const today = dayOf(timetable, now);
  const exam = whole && examAhead(one, now);
  const daysOff = whole && daysOffInWords(one, now, locale);
  const addresses = channels.map(({ channel }) => channel);
  return {
    visibility: 'caller',
    accent: paused ? 'warning' : 'success',
    replaces: true,
    blocks: [
      { type: 'heading', text: heading },
      ...(lead === undefined ? [] : [{ type: 'text', markdown: lead } as const]),
      ...people,
      ...pausedBlocks(one, caller),
      {
        type: 'fields',
        fields: [
          ...(course === undefined ? [] : [{ name: words.setting.course, value: course }]),
          { name: words.cards, value: timetableInWords(timetable, locale) },
          ...(paused ? [] : [{ name: words.nextCard, value: dueInWords(one, locale, now) ?? words.noNextCard }]),
          ...(daysOff === undefined ? [] : [{ name: words.daysOff, value: daysOff }]),
          ...(exam === undefined
            ? []
            : [{ name: examText(locale).exam, value: datesInWords({ from: exam, to: exam }, locale, today) }]),
          ...(whole ? [{ name: words.language, value: words.languages[one.locale] }] : []),
        ],
      },
      ...placed(words.channels, addresses, '#', words.channelCount, caller),
      ...(whole ? placed(words.instructors, instructors, '@', words.instructorCount, caller) : []),
      { type: 'buttons', buttons: [...first, ...buttons(one, locale)] },
      { type: 'text', markdown: whole ? words.toAddChannel(formatCode(code)) : words.otherCommands },
    ],
  };
}
