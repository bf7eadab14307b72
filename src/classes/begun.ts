import type { Caller } from '../core/command.ts';
import type { Reply } from '../core/reply.ts';
import { platformOf } from './find.ts';
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
  resumed: { ko: '수업을 다시 시작해요', en: 'The class goes on' },
  changed: { ko: '수업 설정을 바꿨어요', en: 'The class is changed' },
  same: { ko: '이 채널에는 이미 수업이 있어요', en: 'This channel has a class already' },
};

/** What happens now, what was assumed, and how to change it. */
function leadOf({ one, what }: SetUp, wanted: Wanted, { locale, space }: Caller): string | undefined {
  const ko = locale === 'ko';
  const change = ko
    ? '바꿀 것만 다시 적으면 돼요. 예: `/class setup 10시 월수금`'
    : 'To change something, write just that, such as `/class setup 10:00 mon wed fri`.';
  switch (what) {
    case 'new': {
      const next = dueInWords(one, locale);
      const first = ko
        ? `첫 카드는 **${next}**에 올라와요. 그다음부터도 제가 알아서 올릴게요.`
        : `The first card comes on **${next}**, and the others by themselves.`;
      const open = assumed(wanted, ko);
      const guessed = ko
        ? `따로 적지 않은 것(${open.join(', ')})은 보통대로 정했어요. ${change}`
        : `What you left out (${open.join(', ')}) is as most classes have it. ${change}`;
      const rehearsal = ko
        ? '터미널은 연습하는 곳이라 여기서 정한 것은 끝내면 사라져요. 진짜 수업은 Discord나 Slack의 채널에서 똑같이 입력해 주세요.'
        : 'The terminal is for rehearsal, and forgets it in the end. Type the same in a channel on Discord or Slack.';
      return [
        ...(next === undefined ? [] : [first]),
        open.length === 0 ? change : guessed,
        ...(platformOf(space) === 'terminal' ? [rehearsal] : []),
      ].join('\n\n');
    }
    case 'moved':
      return ko
        ? '없어진 채널의 수업이에요. 설정도, 지금까지 나온 카드도 그대로 이어져요.'
        : 'It is the class of the channel that is gone, with its settings and the cards that it has had.';
    case 'same':
      return `${ko ? '그대로 두었어요.' : 'It is as it was.'} ${change}`;
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
