import { localized } from '../../core/locale.ts';

/** Parts of the form, by the options of `/class setup`. */
export type FormName = 'channel' | 'days' | 'time' | 'language' | 'holidays' | 'first';

/** What instructors read in the form of a class's settings. */
interface FormText {
  openForm: string;
  formTitle: string;
  /** What it sends, as it is typed. */
  command: string;
  form: Readonly<Record<FormName, { label: string; word: string }>>;
  hourHint: string;
  dayHint: string;
  /** The choices of the option, in words that need no more; `typed`: as they are typed. */
  holidays: Readonly<Record<'rest' | 'post', { label: string; typed: string }>>;
}

const ko: FormText = {
  openForm: '✎ 입력 창 열기',
  formTitle: '수업 설정',
  command: 'class 설정',
  form: {
    channel: { label: '카드를 올릴 채널', word: '채널' },
    days: { label: '카드를 올릴 요일', word: '요일' },
    time: { label: '카드를 올릴 시각', word: '시각' },
    language: { label: '카드의 언어', word: '언어' },
    holidays: { label: '공휴일에는', word: '공휴일' },
    first: { label: '첫 카드를 올릴 날(비워 두면 바로)', word: '첫날' },
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
  form: {
    channel: { label: 'Channel of the card', word: 'channel' },
    days: { label: 'Weekdays of the card', word: 'days' },
    time: { label: 'Hour of the card', word: 'time' },
    language: { label: 'Language of the card', word: 'language' },
    holidays: { label: 'On Korean public holidays', word: 'holidays' },
    first: { label: 'Day of the first card (empty: at once)', word: 'first' },
  },
  hourHint: 'such as 9:30 or 2pm',
  dayHint: 'such as 2 March',
  holidays: {
    rest: { label: 'No card', typed: 'rest' },
    post: { label: 'A card as usual', typed: 'post' },
  },
};

export const text = localized({ ko, en });
