import { localized } from '../../core/locale.ts';

/** Parts of the form, by the options of what it sends. */
export type FormName = 'channel' | 'days' | 'time' | 'language' | 'holidays' | 'first';

/** What instructors read in the form of a class's settings. */
interface FormText {
  openForm: string;
  formTitle: string;
  /** What it sends, as it is typed. */
  command: string;
  /** At most 45 characters each. */
  labels: Readonly<Record<FormName, string>>;
  hourHint: string;
  dayHint: string;
  /** The choices of the option, in words that need no more; `typed`: as they are typed. */
  holidays: Readonly<Record<'rest' | 'post', { label: string; typed: string }>>;
}

const ko: FormText = {
  openForm: '✎ 입력 창 열기',
  formTitle: '수업 설정',
  command: 'class 설정',
  labels: {
    channel: '카드를 올릴 채널',
    days: '카드를 올릴 요일',
    time: '카드를 올릴 시각',
    language: '카드의 언어',
    holidays: '공휴일에는',
    first: '첫 카드를 올릴 날(비워 두면 바로)',
  },
  hourHint: '예: 9시 반, 14:00',
  dayHint: '예: 3월 2일',
  holidays: {
    rest: { label: '쉬기', typed: '공휴일휴무' },
    post: { label: '올리기', typed: '공휴일에도' },
  },
};

const en: FormText = {
  openForm: '✎ Open the form',
  formTitle: 'Class settings',
  command: 'class setup',
  labels: {
    channel: 'Channel of the card',
    days: 'Weekdays of the card',
    time: 'Hour of the card',
    language: 'Language of the card',
    holidays: 'On Korean public holidays',
    first: 'Day of the first card (empty: at once)',
  },
  hourHint: 'such as 9:30 or 2pm',
  dayHint: 'such as 2 March',
  holidays: {
    rest: { label: 'No card', typed: 'rest' },
    post: { label: 'A card as usual', typed: 'post' },
  },
};

export const text = localized({ ko, en });
