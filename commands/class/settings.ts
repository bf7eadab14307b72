import { showFiles } from '../../src/classes/files/show.ts';
import { showForm } from '../../src/classes/form/form.ts';
import { formLine } from '../../src/classes/form/lines.ts';
import { setUpClass } from '../../src/classes/setup-reply.ts';
import { showClass } from '../../src/classes/show.ts';
import { action } from '../../src/core/command/command.ts';
import type { ChoiceOption } from '../../src/core/command/options.ts';
import type { Context } from '../../src/course/context.ts';
import { linkToPage } from '../../src/page/link.ts';
import { completeHours, completeWeekdays, completeZones } from '../../src/schedule/completions.ts';
import { readFirstDay } from '../../src/schedule/first-day.ts';
import { parseZone, readHour, readWeekdays } from '../../src/schedule/parse-times.ts';

/** What a class is taught, where the bot teaches several courses. */
function courseOption({ courses }: Context): { course?: ChoiceOption } {
  const all = courses().map(({ content }) => [content.settings.id, content.settings.title] as const);
  if (all.length < 2) return {};
  const summary = { ko: '배울 과목', en: 'course' };
  return { course: { type: 'choice', korean: '과목', summary, choices: Object.fromEntries(all), byPart: true } };
}

/** The settings of a class, typed, filled in and shown. */
export const settingsActions = (context: Context) => ({
  setup: action({
    korean: '설정',
    summary: { ko: '이 채널의 수업을 만들거나 바꿔요', en: "Sets up this channel's class, or changes it" },
    options: {
      channel: { type: 'channel', korean: '채널', summary: { ko: '카드를 올릴 채널', en: 'channel' } },
      days: {
        type: 'word',
        korean: '요일',
        summary: { ko: '카드가 올라올 요일', en: 'weekdays' },
        example: { ko: '평일, 월수금', en: 'weekdays, mon-thu' },
        read: readWeekdays,
        complete: completeWeekdays,
      },
      // Before the hour, of which `from 2 March` has the digits.
      first: {
        type: 'word',
        korean: '첫날',
        summary: { ko: '첫 카드가 올라올 날', en: 'day of the first card' },
        example: { ko: '3월 2일부터', en: 'from 2 March' },
        read: readFirstDay,
      },
      time: {
        type: 'word',
        korean: '시각',
        summary: { ko: '카드가 올라올 시각', en: 'hour of the card' },
        example: { ko: '9시', en: '9:00' },
        read: readHour,
        complete: completeHours,
      },
      zone: {
        type: 'word',
        korean: '시간대',
        summary: { ko: '시간대', en: 'time zone' },
        example: { ko: '서울', en: 'Asia/Seoul' },
        read: parseZone,
        complete: completeZones,
      },
      language: {
        type: 'choice',
        korean: '언어',
        summary: { ko: '카드의 언어', en: 'language of the card' },
        choices: { ko: { ko: '한국어', en: 'Korean' }, en: { ko: '영어', en: 'English' } },
      },
      holidays: {
        type: 'choice',
        korean: '공휴일',
        summary: { ko: '공휴일에는', en: 'on Korean public holidays' },
        choices: { rest: { ko: '공휴일휴무', en: 'rest' }, post: { ko: '공휴일에도', en: 'post' } },
      },
      ...courseOption(context),
      from: {
        type: 'channel',
        korean: '옮길수업',
        byButton: true,
        summary: { ko: '그 채널로 옮길 수업이 지금 있는 채널', en: 'where the class to move there is now' },
      },
    },
    form: formLine.name,
    run: (typed, caller) => setUpClass(typed, caller, context),
  }),
  form: action({
    korean: '입력창',
    summary: { ko: '수업 설정을 입력 창에서 골라요', en: 'Opens a form of the class settings' },
    options: {},
    run: (_, caller) => showForm('', caller, context),
  }),
  page: action({
    korean: '페이지',
    summary: {
      ko: '브라우저에서 선생님 화면을 여는 링크를 받아요',
      en: 'Gives a link to the instructor’s page in a browser',
    },
    options: {},
    run: (_, caller) => linkToPage(caller, '/teach', context),
  }),
  files: action({
    korean: '내용',
    summary: { ko: '수업 파일에서 고칠 곳을 보여 줘요', en: 'Shows what to correct in the course’s files' },
    options: {},
    run: (_, caller) => showFiles(caller, context),
  }),
  show: action({
    korean: '보기',
    summary: { ko: '이 수업의 설정을 보여 줘요', en: 'Shows how this class is set up' },
    options: {},
    run: (_, caller) => showClass(caller, context),
  }),
});
