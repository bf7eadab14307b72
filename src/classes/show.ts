import type { Class } from '../core/class.ts';
import type { Caller } from '../core/command.ts';
import type { Locale } from '../core/locale.ts';
import { type Block, button, mentionOf, type Reply } from '../core/reply.ts';
import { dayOf } from '../daily/timetable.ts';
import { datesInWords, minuteInWords, timetableInWords } from '../daily/words.ts';
import { platformOf } from './find.ts';

const NAMES: Readonly<Record<string, string>> = { discord: 'Discord', slack: 'Slack' };

/** `ABCDEFGH` as people read and type it. */
export const codeInWords = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** When the next card comes: `11월 26일(목) 09:00`. */
function dueInWords({ timetable, due }: Class, locale: Locale): string | undefined {
  if (due === undefined) return undefined;
  const at = Temporal.Instant.fromEpochMilliseconds(due);
  const day = dayOf(timetable, at).toString();
  const { hour, minute } = at.toZonedDateTimeISO(timetable.zone);
  return `${datesInWords({ from: day, to: day }, locale)} ${minuteInWords(hour * 60 + minute)}`;
}

function pausedBlocks({ paused }: Class, { space, locale }: Caller): Block[] {
  if (!paused) return [];
  const ko = locale === 'ko';
  const resume: Block = {
    type: 'buttons',
    buttons: [{ ...button(ko ? '다시 시작' : 'Resume', 'class resume'), primary: true }],
  };
  if (paused.why === 'asked')
    return [{ type: 'text', markdown: ko ? '⏸️ 지금은 쉬고 있어요.' : '⏸️ The class is paused.' }, resume];
  const why = {
    gone: {
      ko: '⚠️ 카드를 올리던 채널이 없어졌거나 보관되어서 쉬고 있어요. 새 채널에서 `/class setup`을 입력해 주세요.',
      en: '⚠️ Paused, since a channel of its card is gone or archived. Type `/class setup` in a new channel.',
    },
    forbidden: {
      ko: '⚠️ 카드를 올리던 채널에 글을 쓸 수 없어서 쉬고 있어요. 도시락이 채널을 보고 글을 쓸 수 있게 해 준 다음 다시 시작해 주세요.',
      en: '⚠️ Paused, since I may not write in a channel of its card. Let Dosirak see and write there, then resume.',
    },
  }[paused.why];
  const here = platformOf(paused.channel) === platformOf(space);
  return [
    { type: 'text', markdown: why[locale] },
    ...(here
      ? [
          {
            type: 'mentions',
            name: ko ? '그 채널' : 'The channel',
            mentions: [mentionOf(paused.channel, '#')],
          } as const,
        ]
      : []),
    resume,
  ];
}

/** Addresses of the reader's platform as mentions, those of others by their number. */
function mentions(name: string, addresses: readonly string[], kind: '#' | '@', { space, locale }: Caller): Block[] {
  const [mine, others] = [
    addresses.filter((one) => platformOf(one) === platformOf(space)),
    addresses.filter((one) => platformOf(one) !== platformOf(space)),
  ];
  const known = mine.map((one) => mentionOf(one, kind)).filter(Boolean);
  const elsewhere = Map.groupBy(others, platformOf);
  const told = Array.from(elsewhere, ([platform, all]) => `${NAMES[platform] ?? platform} ${all.length}`);
  return [
    ...(known.length > 0 ? [{ type: 'mentions', name, mentions: known } as const] : []),
    ...(told.length > 0
      ? [
          {
            type: 'fields',
            fields: [{ name: locale === 'ko' ? `${name}(다른 곳)` : `${name} elsewhere`, value: told.join(', ') }],
          } as const,
        ]
      : []),
  ];
}

/** A class as its instructors see it, under a heading that says what has just happened. */
export function classReply(one: Class, heading: string, caller: Caller): Reply {
  const { locale } = caller;
  const ko = locale === 'ko';
  const { timetable, channels, instructors, code } = one;
  const next = dueInWords(one, locale);
  const skips = timetable.skips.map((skip) => datesInWords(skip, locale)).join(', ');
  const language = one.locale === 'ko' ? (ko ? '한국어' : 'Korean') : ko ? '영어' : 'English';
  return {
    visibility: 'caller',
    accent: one.paused ? 'warning' : 'success',
    blocks: [
      { type: 'heading', text: heading },
      ...pausedBlocks(one, caller),
      {
        type: 'fields',
        fields: [
          { name: ko ? '카드가 올라오는 때' : 'The card comes', value: timetableInWords(timetable, locale) },
          ...(next === undefined ? [] : [{ name: ko ? '다음 카드' : 'Next card', value: next }]),
          ...(skips === '' ? [] : [{ name: ko ? '쉬는 날' : 'Days off', value: skips }]),
          { name: ko ? '카드의 언어' : 'Language', value: language },
          { name: ko ? '다른 채널을 함께 묶는 코드' : 'Code to join another channel', value: codeInWords(code) },
        ],
      },
      ...mentions(
        ko ? '채널' : 'Channels',
        channels.map(({ channel }) => channel),
        '#',
        caller,
      ),
      ...mentions(ko ? '선생님' : 'Instructors', instructors, '@', caller),
      {
        type: 'buttons',
        buttons: [
          button(ko ? '다음 카드 미리 보기' : 'Preview the next card', 'class preview'),
          ...(one.paused ? [] : [button(ko ? '오늘 카드 지금 올리기' : "Post today's card now", 'class post')]),
          ...(one.paused ? [] : [button(ko ? '잠시 쉬기' : 'Pause', 'class pause')]),
        ],
      },
      {
        type: 'footer',
        text: ko
          ? `다른 채널에서 /class join ${codeInWords(code)}을 입력하면 이 수업에 함께해요`
          : `Type /class join ${codeInWords(code)} in another channel to add it to this class`,
      },
    ],
  };
}
