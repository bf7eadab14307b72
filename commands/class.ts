import { classAt, classToTeach, teaches } from '../src/classes/find.ts';
import { join, keepClass, setUp } from '../src/classes/setup.ts';
import { classReply } from '../src/classes/show.ts';
import { name, postReply, previewReply, skip } from '../src/classes/steer.ts';
import { action, type Caller, command } from '../src/core/command.ts';
import { minuteOf, weekdaysOf, zoneOf } from '../src/daily/typed.ts';
import { minuteInWords } from '../src/daily/words.ts';
import type { World } from '../src/world.ts';

const HOW = {
  add: { ko: '더하기', en: 'add' },
  remove: { ko: '빼기', en: 'remove' },
} as const;

const say = (ko: string, en: string, { locale }: Caller): string => (locale === 'ko' ? ko : en);

export default (world: World) => {
  const show = async (caller: Caller) => {
    const here = await classAt(caller, world);
    // Somebody who could set one up is told how, not refused.
    const one = here && teaches(here, caller) ? here : await classToTeach(caller, world);
    return classReply(one, say('이 수업은 이렇게 되어 있어요', 'This class', caller), caller);
  };
  return command({
    name: 'class',
    summary: { ko: '수업과 매일의 카드를 정해요(선생님)', en: 'Sets up a class and its daily card (instructors)' },
    usedBy: 'instructors',
    spoken: ['수업'],
    examples: [
      { ko: 'class setup 9시 평일', en: 'class setup 9am weekdays' },
      { ko: 'class skip 12월 14일~18일', en: 'class skip 12/14-12/18' },
    ],
    options: {},
    run: (_, caller) => show(caller),
    actions: {
      setup: action({
        korean: '설정',
        summary: { ko: '이 채널의 수업을 만들거나 바꿔요', en: 'Sets up the class of this channel, or changes it' },
        options: {
          channel: { type: 'channel', korean: '채널', summary: { ko: '카드를 올릴 채널', en: 'channel' } },
          time: {
            type: 'word',
            korean: '시각',
            summary: { ko: '카드가 올라올 시각', en: 'hour of the card' },
            example: { ko: '9시', en: '9:00' },
            read(text) {
              const minute = minuteOf(text);
              return minute === undefined ? undefined : minuteInWords(minute);
            },
          },
          days: {
            type: 'word',
            korean: '요일',
            summary: { ko: '카드가 올라올 요일', en: 'weekdays' },
            example: { ko: '평일, 월수금', en: 'weekdays, mon-thu' },
            read: (text) => (/^[1-7](?:,[1-7])*$/.test(text) ? text : weekdaysOf(text)?.join(',')),
          },
          zone: {
            type: 'word',
            korean: '시간대',
            summary: { ko: '시간대', en: 'time zone' },
            example: { ko: '서울', en: 'Asia/Seoul' },
            read: zoneOf,
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
        },
        async run({ channel, time, days, zone, language, holidays }, caller) {
          const wanted = {
            channel,
            zone,
            minute: time === undefined ? undefined : minuteOf(time),
            weekdays: days?.split(',').map(Number),
            locale: language,
            holidays: holidays === undefined ? undefined : holidays === 'rest',
          };
          const { one, isNew } = await setUp(wanted, caller, world);
          const done = isNew
            ? say('수업을 시작할 준비가 됐어요', 'The class is ready', caller)
            : say('수업 설정을 바꿨어요', 'The class is changed', caller);
          return classReply(one, done, caller);
        },
      }),
      show: action({
        korean: '보기',
        summary: { ko: '이 수업의 설정을 보여 줘요', en: 'Shows how this class is set up' },
        options: {},
        run: (_, caller) => show(caller),
      }),
      pause: action({
        korean: '쉬기',
        summary: { ko: '카드를 잠시 쉬어요', en: 'Pauses the daily card' },
        options: {},
        async run(_, caller) {
          const one = await classToTeach(caller, world);
          const paused = await keepClass({ ...one, paused: one.paused ?? { why: 'asked' } }, world);
          return classReply(paused, say('카드를 잠시 쉴게요', 'The daily card is paused', caller), caller);
        },
      }),
      resume: action({
        korean: '다시',
        summary: { ko: '카드를 다시 시작해요', en: 'Resumes the daily card' },
        options: {},
        async run(_, caller) {
          const one = await classToTeach(caller, world);
          const resumed = await keepClass({ ...one, paused: undefined }, world);
          return classReply(resumed, say('카드를 다시 시작할게요', 'The daily card goes on', caller), caller);
        },
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
          how: {
            type: 'choice',
            korean: '방법',
            summary: { ko: '더하기 또는 빼기', en: 'add or remove' },
            choices: HOW,
          },
        },
        async run({ dates, how }, caller) {
          const one = await skip(await classToTeach(caller, world), dates, how === 'remove', world);
          const done =
            how === 'remove'
              ? say('쉬는 날을 뺐어요', 'The days off are removed', caller)
              : say('그날은 카드를 쉴게요', 'No card on these days', caller);
          return classReply(one, done, caller);
        },
      }),
      post: action({
        korean: '올리기',
        summary: { ko: '오늘의 카드를 지금 올려요', en: "Posts today's card now" },
        options: {},
        run: async (_, caller) => postReply(await classToTeach(caller, world), caller, world),
      }),
      preview: action({
        korean: '미리보기',
        summary: { ko: '다음 카드를 나만 미리 봐요', en: 'Shows you the next card beforehand' },
        options: {},
        run: async (_, caller) => previewReply(await classToTeach(caller, world), caller, world),
      }),
      instructors: action({
        korean: '선생님',
        summary: { ko: '함께 가르치는 선생님을 정해요', en: 'Names who else teaches the class' },
        options: {
          who: { type: 'mentionable', korean: '누구', summary: { ko: '사람이나 역할', en: 'person or role' } },
          how: {
            type: 'choice',
            korean: '방법',
            summary: { ko: '더하기 또는 빼기', en: 'add or remove' },
            choices: HOW,
          },
        },
        async run({ who, how }, caller) {
          const one = await classToTeach(caller, world);
          if (who === undefined)
            return classReply(one, say('함께 가르치는 선생님', 'Who teaches this class', caller), caller);
          const named = await name(one, who, how === 'remove', caller, world);
          return classReply(named, say('선생님을 다시 정했어요', 'The instructors are changed', caller), caller);
        },
      }),
      join: action({
        korean: '합치기',
        summary: {
          ko: '다른 수업의 코드로 이 채널을 그 수업에 더해요',
          en: 'Adds this channel to the class of a code',
        },
        options: {
          code: { type: 'text', korean: '코드', required: true, summary: { ko: '수업 코드', en: 'code of the class' } },
        },
        async run({ code }, caller) {
          const one = await join(code, caller, world);
          return classReply(one, say('이 채널이 수업에 함께해요', 'This channel is in the class now', caller), caller);
        },
      }),
    },
  });
};
