import { platformOf } from '../core/address.ts';
import type { Caller } from '../core/command/command.ts';
import type { Reply } from '../core/reply/blocks.ts';
import type { SetUp, Wanted } from './setup.ts';
import { classReply, dueInWords } from './show.ts';

/** What nobody said, and was assumed. */
function assumed({ minute, weekdays, zone, locale, holidays }: Wanted, ko: boolean): string[] {
  return [
    ...(minute === undefined ? [ko ? '시각' : 'hour'] : []),
    ...(weekdays === undefined ? [ko ? '요일' : 'weekdays'] : []),
    ...(zone === undefined ? [ko ? '시간대' : 'time zone'] : []),
    ...(locale === undefined ? [ko ? '언어' : 'language'] : []),
    ...(holidays === undefined ? [ko ? '공휴일' : 'holidays'] : []),
  ];
}

const HEADINGS: Readonly<Record<SetUp['what'], { ko: string; en: string }>> = {
  new: { ko: '수업을 시작할 준비가 됐어요', en: 'The class is ready' },
  moved: { ko: '수업을 이 채널로 옮겼어요', en: 'The class is in this channel now' },
  resumed: { ko: '수업을 다시 시작해요', en: 'The class is on again' },
  changed: { ko: '수업 설정을 바꿨어요', en: 'The settings of the class are changed' },
  same: { ko: '이 채널에는 이미 수업이 있어요', en: 'This channel already has a class' },
};

/** What happens now, what was assumed, and how to change it. */
function leadOf({ one, what }: SetUp, wanted: Wanted, { locale, space }: Caller): string | undefined {
  const ko = locale === 'ko';
  const change = ko
    ? '바꿀 것만 다시 적으면 돼요. 예: `/class setup 10시 월수금`'
    : 'To change something, type only that, for example `/class setup 10:00 mon wed fri`.';
  switch (what) {
    case 'new': {
      const next = dueInWords(one, locale);
      const first = ko
        ? `첫 카드는 **${next}**에 올라와요. 그 뒤로도 제가 알아서 올릴게요.`
        : `The first card comes on **${next}**; after that I post them by myself.`;
      const open = assumed(wanted, ko);
      const guessed = ko
        ? `따로 적지 않은 것(${open.join(', ')})은 기본값으로 정했어요. ${change}`
        : `What you left out (${open.join(', ')}) has its default. ${change}`;
      const rehearsal = ko
        ? '터미널은 연습하는 곳이라, 여기서 정한 것은 터미널을 끝내면 사라져요. 진짜 수업은 Discord나 Slack의 채널에서 똑같이 입력해서 시작해 주세요.'
        : 'The terminal is for rehearsing: what you set up here is gone when you leave it. For a real class, type the same in a channel on Discord or Slack.';
      return [
        ...(next === undefined ? [] : [first]),
        open.length === 0 ? change : guessed,
        ...(platformOf(space) === 'terminal' ? [rehearsal] : []),
      ].join('\n\n');
    }
    case 'moved':
      return ko
        ? '없어진 채널의 수업을 이어받았어요. 설정도, 지금까지 올린 카드의 기록도 그대로예요.'
        : 'It carries on the class of the channel that is gone, with the same settings and the record of its cards.';
    case 'same':
      return `${ko ? '그대로 두었어요.' : 'Nothing was changed.'} ${change}`;
    case 'resumed':
    case 'changed':
      return undefined;
    default:
      return what satisfies never;
  }
}

/** What an instructor sees who has set up a class. */
export function setUpReply(done: SetUp, wanted: Wanted, caller: Caller): Reply {
  const heading = HEADINGS[done.what][caller.locale];
  const lead = leadOf(done, wanted, caller);
  return classReply(done.one, lead === undefined ? { heading } : { heading, lead }, caller);
}
