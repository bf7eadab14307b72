import { dayOf } from '../src/core/class.ts';
import { action, type Caller, command } from '../src/core/command/command.ts';
import type { PersonalData } from '../src/core/learner-records.ts';
import type { Locale } from '../src/core/locale.ts';
import type { Button, Reply } from '../src/core/reply/blocks.ts';
import { button } from '../src/core/reply/builders.ts';
import type { Context } from '../src/course/context.ts';
import type { Course } from '../src/course/course.ts';
import { playerOf } from '../src/practice/practice.ts';
import { USUAL } from '../src/schedule/timetable.ts';

const ABOUT = {
  ko: [
    '- **남기는 것**: 찾아본 개념(최근 100개), 푼 문제와 맞았는지, 카드에서 누른 버튼, 공부하는 수업과 거기에서 쓰는 이름, 그리고 Slack 워크스페이스의 관리자인지예요. 복습할 때를 고르고, 나와 선생님에게 진도를 보여 주고, 수업을 열고 바꿀 수 있는 분인지 확인하는 데만 써요.',
    '- **라이브 퀴즈**: 그때 쓴 이름과 답, 걸린 시간을 남겨요. 앞선 사람의 이름은 채널에 나오고, 답은 누구의 것인지 나오지 않아요. 맞힌 문제 수는 선생님의 보고서에 들어가요.',
    '- **남기지 않는 것**: 대화와, 혼자 하는 연습에서 답으로 쓴 글은 남기지 않아요. 누구인지는 메신저가 쓰는 번호(ID)로 알아봐요.',
    '- **언제까지**: 직접 지울 때까지 두고, 지우면 바로 사라져요.',
    '- **누가 보는지**: 찾아본 것과 답 하나하나는 나만 볼 수 있어요. 다만 선생님은 `/report`에서 이름과 함께 익힌 개념과 푼 문제의 수, 정답률, 마지막으로 공부한 날, 연속 공부를 봐요. `/privacy hide`로 여기서 빠질 수 있고, 수업 전체의 합계에는 누구의 답인지 남지 않아요.',
  ],
  en: [
    '- **Kept**: concepts looked up (the last 100), questions answered and whether rightly, buttons pressed on cards, your class and the name you have there, and whether you manage a Slack workspace. They only serve to choose what to review, to show your progress to you and to your instructors, and to know who may open and change a class.',
    '- **Live quizzes**: your name at that time, your answers and how long they took. The channel sees who leads, but not whose an answer is; how many you got right counts in your instructors’ report.',
    '- **Not kept**: conversations, and what you typed as an answer in practice. You are known by the number (ID) that the messenger gives you.',
    '- **How long**: until you delete it; then it is gone at once.',
    '- **Who sees it**: what you looked up and each of your answers, only you can see. But instructors see, by name in `/report`, how many concepts you know and questions you answered, the share that was right, when you were last active and your streak. `/privacy hide` keeps you out of it; a class’s totals do not say whose answers they are.',
  ],
} as const;

const hideOrShow = (hidden: boolean, ko: boolean): Button =>
  hidden
    ? button(ko ? '다시 보이기' : 'Show me again', 'privacy show')
    : button(ko ? '보고서에서 내 이름 빼기' : 'Keep me out of reports', 'privacy hide');

const about = (hidden: boolean, locale: Locale): Reply => {
  const ko = locale === 'ko';
  const state = ko ? '🙈 지금은 보고서에서 내 이름을 뺐어요.' : '🙈 At present you keep out of reports.';
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      { type: 'heading', text: ko ? '내 기록은 이렇게 다뤄요' : 'What is kept of you' },
      { type: 'text', markdown: ABOUT[locale].join('\n') },
      ...(hidden ? [{ type: 'text', markdown: state } as const] : []),
      {
        type: 'buttons',
        buttons: [
          button(ko ? '내 기록 내보내기' : 'Export my data', 'privacy export'),
          hideOrShow(hidden, ko),
          button(ko ? '내 기록 지우기' : 'Delete my data', 'privacy delete'),
        ],
      },
    ],
  };
};

/** With the id that a question has now, also where it was answered before its author gave it one. */
const withCurrentIds = (kept: PersonalData, { questionNamed }: Course): PersonalData => ({
  ...kept,
  answers: kept.answers.map((one) => ({ ...one, question: questionNamed(one.question)?.id ?? one.question })),
});

/** As JSON that people can read: times are instants (ISO 8601, UTC). */
const jsonOf = (person: string, kept: PersonalData): string =>
  JSON.stringify(
    { person, ...kept },
    (key, value: unknown) =>
      key === 'at' && typeof value === 'number' ? Temporal.Instant.fromEpochMilliseconds(value).toString() : value,
    2,
  );

function exported(person: string, kept: PersonalData, now: Temporal.Instant, locale: Locale): Reply {
  const ko = locale === 'ko';
  const count = (n: number): string => (ko ? `${n}개` : String(n));
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      { type: 'heading', text: ko ? '내 기록을 모두 담았어요' : 'All that is kept of you' },
      {
        type: 'fields',
        fields: [
          { name: ko ? '찾아본 개념' : 'Lookups', value: count(kept.lookups.length) },
          { name: ko ? '푼 문제' : 'Answers', value: count(kept.answers.length) },
          { name: ko ? '라이브 퀴즈의 답' : 'Answers in live quizzes', value: count(kept.live.length) },
          { name: ko ? '카드에서 누른 버튼' : 'Buttons pressed on cards', value: count(kept.presses.length) },
          { name: ko ? '수업' : 'Classes', value: count(kept.classes.length) },
        ],
      },
      ...(kept.live.some(({ right }) => right === undefined)
        ? [
            {
              type: 'footer',
              text: ko
                ? '지금 하고 있는 라이브 퀴즈의 답이 맞았는지는 퀴즈가 끝난 뒤에 담겨요.'
                : 'Whether your answers to the live quiz that is on were right is in it once that is over.',
            } as const,
          ]
        : []),
      { type: 'file', name: `dosirak-${dayOf(USUAL, now)}.json`, text: jsonOf(person, kept) },
    ],
  };
}

/** The button bears whose it is: pressed by anybody else it deletes nothing. */
function asks(person: string, { instructorOf, ownerOf, hidden }: PersonalData, locale: Locale): Reply {
  const ko = locale === 'ko';
  const leads = instructorOf.length + ownerOf.length > 0;
  const steers = ko
    ? ' 이끌고 있는 수업의 담당에서도 빠지니, 수업이 이어진다면 먼저 다른 담당을 정해 주세요.'
    : ' You also stop being an instructor of your classes; name another one first if they go on.';
  const unhides = ko
    ? ' 보고서에서 이름을 뺀 것도 지워지니, 다시 공부를 시작하면 그때 또 빼 주세요.'
    : ' That you keep out of reports is forgotten, too: say so again if you start afresh.';
  return {
    visibility: 'caller',
    accent: 'warning',
    blocks: [
      { type: 'heading', text: ko ? '정말 모두 지울까요?' : 'Delete everything?' },
      {
        type: 'text',
        markdown:
          (ko
            ? '찾아본 개념, 푼 문제와 라이브 퀴즈의 답, 복습 일정, 연속 공부 기록이 모두 사라지고 되돌릴 수 없어요.'
            : 'Your lookups, your answers (live quizzes included), reviews and streak will be gone for good.') +
          (hidden ? unhides : '') +
          (leads ? steers : ''),
      },
      {
        type: 'buttons',
        buttons: [
          { ...button(ko ? '모두 지우기' : 'Delete everything', `forget ${playerOf(person)}`), danger: true },
          button(ko ? '먼저 내보내기' : 'Export first', 'privacy export'),
          button(ko ? '그만두기' : 'Cancel', 'privacy'),
        ],
      },
    ],
  };
}

/** What instructors see from now on. */
const shownOrNot = (hidden: boolean, locale: Locale): Reply => {
  const ko = locale === 'ko';
  const text = hidden
    ? ko
      ? '이제 선생님의 보고서에 이름도 진도도 나오지 않아요. 푼 문제는 누구의 것인지 알 수 없게 수업 전체의 합계에만 들어가요. 라이브 퀴즈의 순위에는 이름이 그대로 나와요.'
      : 'No report of your instructors shows your name or your progress any more. Your answers count in the class’s totals alone, which do not say whose they are. Your name still appears in the ranks of live quizzes.'
    : ko
      ? '다시 선생님의 보고서에 이름과 진도가 나와요. 막힌 곳을 선생님이 알아보고 도와줄 수 있어요.'
      : 'Reports show your name and your progress to your instructors again, so that they can help where you are stuck.';
  return {
    visibility: 'caller',
    accent: 'success',
    blocks: [
      { type: 'text', markdown: text },
      {
        type: 'buttons',
        buttons: [hideOrShow(hidden, ko)],
      },
    ],
  };
};

export default ({ records, course, now }: Context) => {
  const show = async ({ id, locale }: Caller): Promise<Reply> =>
    about((await records.personalData(id)).hidden !== undefined, locale);
  const setHidden = async (hidden: boolean, { id, locale }: Caller): Promise<Reply> => {
    await records.hide(id, hidden, now().epochMilliseconds);
    return shownOrNot(hidden, locale);
  };
  return command({
    name: 'privacy',
    summary: { ko: '내 기록을 어떻게 다루는지 알려 줘요', en: 'What is kept of you; export or delete it' },
    usedBy: 'everyone',
    spoken: ['개인정보', '개인 정보', '내 정보'],
    examples: [
      { ko: 'privacy', en: 'privacy' },
      { ko: 'privacy 내보내기', en: 'privacy export' },
    ],
    options: {},
    actions: {
      about: action({
        summary: { ko: '무엇을 언제까지 남기는지 알려 줘요', en: 'Tells what is kept, and for how long' },
        korean: '안내',
        options: {},
        run: (_, caller) => show(caller),
      }),
      export: action({
        summary: { ko: '내 기록을 모두 파일로 받아요', en: 'Gives you all that is kept of you as a file' },
        korean: '내보내기',
        options: {},
        run: async (_, { id, locale }) =>
          exported(id, withCurrentIds(await records.personalData(id), course()), now(), locale),
      }),
      hide: action({
        summary: { ko: '선생님의 보고서에서 내 이름을 빼요', en: 'Keeps you out of your instructors’ reports' },
        korean: '숨기기',
        options: {},
        run: (_, caller) => setHidden(true, caller),
      }),
      show: action({
        summary: { ko: '선생님의 보고서에 다시 나와요', en: 'Shows you in your instructors’ reports again' },
        korean: '보이기',
        options: {},
        run: (_, caller) => setHidden(false, caller),
      }),
      delete: action({
        summary: { ko: '내 기록을 모두 지워요', en: 'Deletes all that is kept of you' },
        korean: '지우기',
        options: {},
        run: async (_, { id, locale }) => asks(id, await records.personalData(id), locale),
      }),
    },
    run: (_, caller) => show(caller),
  });
};
