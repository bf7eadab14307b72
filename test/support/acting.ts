/** A command with actions and with every kind of option, which tells what it was given. */
import { action, type Caller, type Command, command } from '../../src/core/command/command.ts';
import type { Args, Options } from '../../src/core/command/options.ts';
import type { Locale, Localized } from '../../src/core/locale.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';

export interface Ran {
  /** `class`, `class setup`. */
  name: string;
  /** Without those left out. */
  args: Record<string, unknown>;
  caller: Caller;
}

const both = (ko: string, en: string): Localized => ({ ko, en });
const offer = (...all: string[]) => all.map((one) => both(one, one));

/** `9시`, `오후 2시 30분`, `14:30` -> `14:30`. */
export function readTime(text: string): string | undefined {
  const [, half, hour, past, minute = past ?? '0'] =
    /^(오전 |오후 )?(\d{1,2})(?:시(?: (\d{1,2})분)?|:(\d\d))$/.exec(text) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  const at = (Number(hour) % (half ? 12 : 24)) + (half === '오후 ' ? 12 : 0);
  return `${String(at).padStart(2, '0')}:${minute.padStart(2, '0')}`;
}

export const time = {
  type: 'word',
  korean: '시각',
  summary: both('카드를 보낼 시각', 'hour of the card'),
  example: both('9시', '09:00'),
  read: readTime,
  complete: (partial: string) => (partial.startsWith('9') ? offer('9시', '9시 30분') : offer('09:00')),
} as const;

const days = {
  type: 'word',
  korean: '요일',
  summary: both('요일', 'weekdays'),
  example: both('월수금', '월수금'),
  read: (text: string) => (/^[월화수목금토일]+$/.test(text) ? text : undefined),
} as const;

/** `/class`, for the tests of each platform; what ran is in `ran`, in order. */
export function acting(): { room: Command; ran: Ran[] } {
  const ran: Ran[] = [];
  const tell = (name: string, args: Args<Options>, caller: Caller): Reply => {
    const given = Object.entries(args).filter(([, value]) => value !== undefined);
    ran.push({ name, args: Object.fromEntries(given), caller });
    const text = `${name}(${given.map(([key, value]) => `${key}=${value}`).join(' ')})`;
    return { visibility: 'caller', accent: 'info', share: name, blocks: [{ type: 'heading', text }] };
  };
  const room = command({
    name: 'class',
    summary: both('수업을 꾸려요', 'Runs the class'),
    usedBy: 'instructors',
    spoken: ['수업'],
    examples: [both('class setup #일반 9시', 'class setup #general 09:00'), both('class show', 'class show')],
    options: {},
    actions: {
      setup: action({
        summary: both('채널과 시각을 정해요', 'Sets channel and hour'),
        korean: '설정',
        options: {
          count: { type: 'integer', korean: '수', min: 1, max: 9, units: ['장'], summary: both('장수', 'cards') },
          channel: { type: 'channel', korean: '채널', required: true, summary: both('채널', 'channel') },
          time,
          days,
        },
        run: (args, caller) => tell('class setup', args, caller),
      }),
      show: action({
        summary: both('지금 설정을 보여 줘요', 'Shows the settings'),
        options: {},
        run: (args, caller) => tell('class show', args, caller),
      }),
      add: action({
        summary: both('선생님을 더해요', 'Adds an instructor'),
        korean: '추가',
        options: {
          who: { type: 'mentionable', korean: '누구', required: true, summary: both('누구', 'who') },
          note: {
            type: 'text',
            summary: both('메모', 'note'),
            complete: (partial: string) => offer(`${partial} 선생님`),
          },
        },
        run: (args, caller) => tell('class add', args, caller),
      }),
    },
    run: (args, caller) => tell('class', args, caller),
  });
  return { room, ran };
}

/** What is said where no action is named. */
export const whichOf = (locale: Locale): RegExp =>
  locale === 'ko' ? /`\/class` 뒤에는 이 중 하나를 적어 주세요/ : /After `\/class` write one of these/;
