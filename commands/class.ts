import { chooseCards } from '../src/classes/cards/choose.ts';
import { HOW as HOW_TO_CHOOSE } from '../src/classes/cards/lines.ts';
import { postCard } from '../src/classes/cards/post.ts';
import { previewCard } from '../src/classes/cards/preview.ts';
import { joinClass, leaveClass } from '../src/classes/channels/join.ts';
import { setDaysOff } from '../src/classes/days-off.ts';
import { setExam } from '../src/classes/exam/exam.ts';
import { showForm } from '../src/classes/form/form.ts';
import { formLine } from '../src/classes/form/lines.ts';
import { setInstructors } from '../src/classes/instructors.ts';
import { pauseClass, resumeClass } from '../src/classes/pause.ts';
import { setUpClass } from '../src/classes/setup-reply.ts';
import { showClass } from '../src/classes/show.ts';
import { closeClass } from '../src/classes/term/close.ts';
import { action, command } from '../src/core/command/command.ts';
import type { ChoiceOption } from '../src/core/command/options.ts';
import type { Context } from '../src/course/context.ts';
import { completeTitles } from '../src/course/find.ts';
import { samplesOf } from '../src/course/samples.ts';
import { completeHours, completeWeekdays, completeZones } from '../src/schedule/completions.ts';
import { readFirstDay } from '../src/schedule/first-day.ts';
import { readDates } from '../src/schedule/parse-dates.ts';
import { parseZone, readHour, readWeekdays } from '../src/schedule/parse-times.ts';

/** What becomes of the days or people that are named. */
const HOW = {
  type: 'choice',
  korean: '방법',
  summary: { ko: '더하기 또는 빼기', en: 'add or remove' },
  choices: { add: { ko: '더하기', en: 'add' }, remove: { ko: '빼기', en: 'remove' } },
} as const;

const conceptOption = (context: Context) =>
  ({
    type: 'text',
    korean: '개념',
    summary: { ko: '카드로 올릴 개념', en: 'concept' },
    complete: completeTitles(context, 'term'),
  }) as const;

/** What a class is taught, where the bot teaches several courses. */
function courseOption({ courses }: Context): { course?: ChoiceOption } {
  const all = courses().map(({ content }) => [content.settings.id, content.settings.title] as const);
  if (all.length < 2) return {};
  const summary = { ko: '배울 과목', en: 'course' };
  return { course: { type: 'choice', korean: '과목', summary, choices: Object.fromEntries(all) } };
}

export default (context: Context) =>
  command({
    name: 'class',
    summary: { ko: '수업과 매일 올릴 카드를 정해요', en: 'Sets up a class and its daily card' },
    usedBy: 'instructors',
    spoken: ['수업'],
    get examples() {
      const { concept } = samplesOf(context.course());
      return [
        { ko: 'class 설정 9시 평일', en: 'class setup 9am weekdays' },
        { ko: 'class 휴강 12월 14일~18일', en: 'class skip 12/14-12/18' },
        { ko: `class 카드 ${concept.ko} 다음`, en: `class cards ${concept.en} next` },
        { ko: 'class 종강', en: 'class close' },
      ];
    },
    options: {},
    run: (_, caller) => showClass(caller, context),
    actions: {
      setup: action({
        korean: '설정',
        summary: { ko: '이 채널의 수업을 만들거나 바꿔요', en: 'Sets up the class of this channel, or changes it' },
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
      show: action({
        korean: '보기',
        summary: { ko: '이 수업의 설정을 보여 줘요', en: 'Shows how this class is set up' },
        options: {},
        run: (_, caller) => showClass(caller, context),
      }),
      pause: action({
        korean: '쉬기',
        summary: { ko: '카드를 잠시 쉬어요', en: 'Pauses the daily card' },
        options: {},
        run: (_, caller) => pauseClass(caller, context),
      }),
      resume: action({
        korean: '다시',
        summary: { ko: '카드를 다시 시작해요', en: 'Resumes the daily card' },
        options: {
          how: {
            type: 'choice',
            korean: '방법',
            summary: { ko: '쓸 수 없는 채널은', en: 'a lost channel' },
            choices: { without: { ko: '빼고', en: 'without' } },
          },
        },
        run: (typed, caller) => resumeClass(typed, caller, context),
      }),
      skip: action({
        korean: '휴강',
        summary: { ko: '시험 기간처럼 카드를 쉴 날을 정해요', en: 'Sets days off, such as an exam week' },
        options: {
          dates: {
            type: 'text',
            korean: '날짜',
            required: true,
            summary: { ko: '12월 14일~18일', en: '12/14-12/18' },
          },
          how: HOW,
        },
        run: (typed, caller) => setDaysOff(typed, caller, context),
      }),
      exam: action({
        korean: '시험',
        summary: {
          ko: '시험 날을 정해, 학생들의 복습을 그날에 맞춰요',
          en: 'Sets the exam day, towards which students review',
        },
        options: {
          date: {
            type: 'text',
            korean: '날짜',
            summary: { ko: '12월 15일, 없음', en: '12/15, none' },
          },
        },
        run: (typed, caller) => setExam(typed, caller, context),
      }),
      post: action({
        korean: '올리기',
        summary: { ko: '오늘의 카드를 지금 올려요', en: "Posts today's card now" },
        options: { concept: conceptOption(context) },
        run: (typed, caller) => postCard(typed, caller, context),
      }),
      preview: action({
        korean: '미리보기',
        summary: { ko: '다음 카드를 나만 미리 봐요', en: 'Shows you the next card beforehand' },
        options: { concept: conceptOption(context) },
        run: (typed, caller) => previewCard(typed, caller, context),
      }),
      cards: action({
        korean: '카드',
        summary: {
          ko: '앞으로 올라갈 카드를 보고 순서를 정해요',
          en: 'Shows the cards to come, to choose or take out',
        },
        options: {
          concept: conceptOption(context),
          date: {
            type: 'word',
            korean: '날짜',
            summary: { ko: '카드가 올라갈 날', en: 'day of its card' },
            example: { ko: '12월 3일', en: '12/3' },
            read: readDates,
          },
          how: {
            type: 'choice',
            korean: '방법',
            summary: { ko: '다음 차례로, 빼기, 원래대로', en: 'make it next, take it out, take that back' },
            choices: HOW_TO_CHOOSE,
          },
        },
        run: (typed, caller) => chooseCards(typed, caller, context),
      }),
      instructors: action({
        korean: '선생님',
        summary: { ko: '함께 가르치는 선생님을 정해요', en: 'Names who else teaches the class' },
        options: {
          who: { type: 'mentionable', korean: '누구', summary: { ko: '사람이나 역할', en: 'person or role' } },
          how: HOW,
        },
        run: (typed, caller) => setInstructors(typed, caller, context),
      }),
      join: action({
        korean: '합치기',
        summary: {
          ko: '다른 수업의 코드를 적어 이 채널을 그 수업에 넣어요',
          en: 'Adds this channel to another class, by its code',
        },
        options: {
          code: { type: 'text', korean: '코드', required: true, summary: { ko: '수업 코드', en: 'code of the class' } },
          how: {
            type: 'choice',
            korean: '방법',
            byButton: true,
            summary: { ko: '이미 수업이 있으면', en: 'where there is a class already' },
            choices: { move: { ko: '옮기기', en: 'move' } },
          },
        },
        run: (typed, caller) => joinClass(typed, caller, context),
      }),
      leave: action({
        korean: '나가기',
        summary: { ko: '이 채널을 수업에서 빼요', en: 'Takes this channel out of its class' },
        options: {
          how: {
            type: 'choice',
            korean: '방법',
            byButton: true,
            summary: { ko: '묻지 않고', en: 'without asking' },
            choices: { sure: { ko: '바로', en: 'sure' } },
          },
        },
        run: (typed, caller) => leaveClass(typed, caller, context),
      }),
      close: action({
        korean: '종강',
        summary: {
          ko: '학기를 마쳐요. 보고서는 남아요',
          en: 'Ends the term; its reports stay',
        },
        options: {
          how: {
            type: 'choice',
            korean: '방법',
            byButton: true,
            summary: { ko: '묻지 않고, 또는 되돌리기', en: 'without asking, or undo' },
            choices: { sure: { ko: '바로', en: 'sure' }, undo: { ko: '되돌리기', en: 'undo' } },
          },
        },
        run: (typed, caller) => closeClass(typed, caller, context),
      }),
    },
  });
