import { platformName, platformOf } from '../core/address.ts';
import { type Class, dayOf } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Button, Reply } from '../core/reply/blocks.ts';
import { button, mentionOf } from '../core/reply/builders.ts';
import { datesInWords, minuteInWords, timetableInWords } from '../schedule/words.ts';
import { codeInWords } from './code.ts';

/** Ranges of days off that are told one by one. */
const FEW = 6;

/** When the next card comes: `11월 26일(목) 09:00`. */
export function dueInWords({ timetable, due }: Class, locale: Locale): string | undefined {
  if (due === undefined) return undefined;
  const at = Temporal.Instant.fromEpochMilliseconds(due);
  const day = dayOf(timetable, at).toString();
  const { hour, minute } = at.toZonedDateTimeISO(timetable.zone);
  return `${datesInWords({ from: day, to: day }, locale)} ${minuteInWords(hour * 60 + minute)}`;
}

/** Why there are no cards, and what to do about it. */
function pausedBlocks({ paused, channels }: Class, { space, locale }: Caller): Block[] {
  if (!paused) return [];
  const ko = locale === 'ko';
  if (paused.why === 'asked') {
    const markdown = ko
      ? '⏸️ 지금은 쉬고 있어요. 다시 시작할 때까지 카드가 올라오지 않아요.'
      : '⏸️ The class is paused: no cards until it is resumed.';
    return [{ type: 'text', markdown }];
  }
  const here = platformOf(paused.channel) === platformOf(space);
  const where = here ? '' : ` ${platformName(paused.channel) ?? platformOf(paused.channel)}`;
  const why = {
    gone: ko
      ? `⚠️ 카드를 올리던${where} 채널이 없어졌거나 보관되어서 쉬고 있어요. 새 채널에서 \`/class setup\`을 입력하면 설정 그대로 이어져요.`
      : `⚠️ Paused, because a${where} channel for its card is gone or archived. Type \`/class setup\` in a new channel: all settings stay.`,
    forbidden: ko
      ? `⚠️ 카드를 올리던${where} 채널에 글을 쓸 수 없어서 쉬고 있어요. 도시락이 그 채널을 보고 글을 쓸 수 있게 해 준 다음 ‘다시 시작’을 눌러 주세요.`
      : `⚠️ Paused, because I may not write in a${where} channel for its card. Let Dosirak see and write there, then press “Resume”.`,
  }[paused.why];
  const others = channels.length > 1;
  return [
    { type: 'text', markdown: why },
    ...mentions(ko ? '그 채널' : 'The channel', here ? [paused.channel] : [], '#'),
    ...(others
      ? [
          {
            type: 'buttons',
            buttons: [button(ko ? '그 채널을 빼고 다시 시작' : 'Resume without it', 'class resume without')],
          } as const,
        ]
      : []),
  ];
}

function mentions(name: string, addresses: readonly string[], kind: '#' | '@'): Block[] {
  const known = addresses.map((one) => mentionOf(one, kind)).filter(Boolean);
  return known.length > 0 ? [{ type: 'mentions', name, mentions: known }] : [];
}

/** Addresses of the reader's platform as mentions, those of others by their number. */
function placed(name: string, addresses: readonly string[], kind: '#' | '@', { space, locale }: Caller): Block[] {
  const own = platformOf(space);
  const unit = kind === '#' ? '개' : '명';
  const elsewhere = Map.groupBy(
    addresses.filter((one) => platformOf(one) !== own),
    platformOf,
  );
  const fields = Array.from(elsewhere, ([platform, { length }]) => ({
    name: `${platformName(platform) ?? platform} ${name}`,
    value: locale === 'ko' ? `${length}${unit}` : String(length),
  }));
  const mine = addresses.filter((one) => platformOf(one) === own);
  return [...mentions(name, mine, kind), ...(fields.length > 0 ? [{ type: 'fields', fields } as const] : [])];
}

/** The days off that are not over; none is undefined. */
function skipsInWords({ timetable }: Class, now: Temporal.Instant, locale: Locale): string | undefined {
  const today = dayOf(timetable, now).toString();
  const ahead = timetable.skips.filter(({ to }) => to >= today);
  const more = ahead.length - FEW;
  const told = ahead.slice(0, FEW).map((skip) => datesInWords(skip, locale));
  if (more > 0) told.push(locale === 'ko' ? `그 밖에 ${more}번` : `and ${more} more`);
  return told.length === 0 ? undefined : told.join(', ');
}

function buttons({ paused, due }: Class, ko: boolean): Button[] {
  const preview = button(ko ? '다음 카드 미리 보기' : 'Preview the next card', 'class preview');
  const post = button(ko ? '오늘 카드 지금 올리기' : "Post today's card now", 'class post');
  const resume = { ...button(ko ? '다시 시작' : 'Resume', 'class resume'), primary: true };
  if (paused) return paused.why === 'asked' ? [resume, preview, post] : [resume, preview];
  return [...(due === undefined ? [] : [preview]), post, button(ko ? '잠시 쉬기' : 'Pause', 'class pause')];
}

export interface Telling {
  /** What has just happened. */
  heading: string;
  /** What follows from it, Markdown. */
  lead?: string;
  /** All that is known of the class. */
  whole?: { now: Temporal.Instant };
}

/** A class as its instructors see it. A press that changes it shows it anew in the same message. */
export function classReply(one: Class, { heading, lead, whole }: Telling, caller: Caller): Reply {
  const { locale } = caller;
  const ko = locale === 'ko';
  const { timetable, channels, instructors, code, paused } = one;
  const never = ko ? '정해진 날이 없어요. 요일과 쉬는 날을 확인해 주세요' : 'None: check the weekdays and days off';
  const skips = whole && skipsInWords(one, whole.now, locale);
  const language = one.locale === 'ko' ? (ko ? '한국어' : 'Korean') : ko ? '영어' : 'English';
  const channelNames = channels.map(({ channel }) => channel);
  return {
    visibility: 'caller',
    accent: paused ? 'warning' : 'success',
    replaces: true,
    blocks: [
      { type: 'heading', text: heading },
      ...(lead === undefined ? [] : [{ type: 'text', markdown: lead } as const]),
      ...pausedBlocks(one, caller),
      {
        type: 'fields',
        fields: [
          { name: ko ? '카드가 올라오는 때' : 'Cards', value: timetableInWords(timetable, locale) },
          ...(paused ? [] : [{ name: ko ? '다음 카드' : 'Next card', value: dueInWords(one, locale) ?? never }]),
          ...(skips === undefined ? [] : [{ name: ko ? '쉬는 날' : 'Days off', value: skips }]),
          ...(whole ? [{ name: ko ? '카드의 언어' : 'Language', value: language }] : []),
        ],
      },
      ...placed(ko ? '채널' : 'Channels', channelNames, '#', caller),
      ...(whole ? placed(ko ? '선생님' : 'Instructors', instructors, '@', caller) : []),
      { type: 'buttons', buttons: buttons(one, ko) },
      {
        type: 'footer',
        text: whole
          ? ko
            ? `다른 채널도 이 수업에 넣으려면, 그 채널에서 /class join ${codeInWords(code)}`
            : `To add another channel to this class, type there: /class join ${codeInWords(code)}`
          : ko
            ? '바꾸기 /class setup · 휴강 /class skip · 채널 빼기 /class leave · 모두 보기 /class show'
            : 'Change /class setup · days off /class skip · take out /class leave · see all /class show',
      },
    ],
  };
}

/** Where several may be meant: which there are. */
export function severalReply(all: readonly Class[], { locale, space }: Caller): Reply {
  const ko = locale === 'ko';
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      { type: 'heading', text: ko ? `수업이 ${all.length}개 있어요` : `There are ${all.length} classes` },
      ...all.slice(0, FEW).flatMap((one) =>
        mentions(
          timetableInWords(one.timetable, locale),
          one.channels.filter((known) => known.space === space).map(({ channel }) => channel),
          '#',
        ),
      ),
      {
        type: 'text',
        markdown: ko
          ? '그 수업의 채널에서 `/class`를 입력하면 자세히 볼 수 있어요.'
          : 'Type `/class` in the channel of one to see more.',
      },
    ],
  };
}

/** Somebody who could set one up is told how, not refused. */
export function beginReply({ locale }: Caller): Reply {
  const ko = locale === 'ko';
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      { type: 'heading', text: ko ? '아직 수업이 없어요' : 'There is no class yet' },
      {
        type: 'text',
        markdown: ko
          ? '수업을 시작하면 이 채널에 쿠버네티스 개념 카드가 하루에 한 장씩 올라와요. 평일 09:00에 올릴까요? 다르게 하려면 `/class setup 10시 월수금`처럼 적어 주세요.'
          : 'A class gets a card about one Kubernetes concept a day, in this channel. Shall it come on weekdays at 09:00? For another time type, for example, `/class setup 10:00 mon wed fri`.',
      },
      {
        type: 'buttons',
        buttons: [{ ...button(ko ? '이 채널에서 시작하기' : 'Start in this channel', 'class setup'), primary: true }],
      },
    ],
  };
}
