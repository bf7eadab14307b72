import { classToTeach } from '../src/classes/find.ts';
import { classToRead } from '../src/classes/term/closed.ts';
import { action, type Caller, command } from '../src/core/command/command.ts';
import type { Context } from '../src/course/context.ts';
import { samplesOf } from '../src/course/samples.ts';
import { completeTopics } from '../src/live/find-questions.ts';
import { AUTO_CHOICES, CLOSE_CHOICES, MODE_CHOICES } from '../src/live/modes.ts';
import { planQuiz } from '../src/live/plan/plan.ts';
import { previewAsAsked } from '../src/live/preview/preview.ts';
import { renderHistory } from '../src/live/results/history.ts';
import { withRoomLinks } from '../src/live/room/invite.ts';
import { renamePlayer, renderPlayers } from '../src/live/room/players.ts';
import { findRunning } from '../src/live/sessions.ts';
import { SOURCE_CHOICES } from '../src/live/source/source.ts';
import { startAsAsked } from '../src/live/start.ts';
import { currentSceneName } from '../src/live/state.ts';
import { renderStanding, type SteeringEvent, steerSession } from '../src/live/steer.ts';
import { rolesOf } from '../src/live/team-roles.ts';
import { TEAM_COUNT } from '../src/live/teams.ts';
import { completeDays, completeHours } from '../src/schedule/completions.ts';
import { readAnyHour, readDay, readHourAmongWords } from '../src/schedule/parse-moments.ts';

/** What a quiz is about. */
const topic = (context: Context) =>
  ({
    type: 'text',
    korean: '주제',
    summary: { ko: '개념, 1장, 3주차, 문제집, 또는 취약', en: 'concept, chapter 1, week 3, set, or worst' },
    complete: completeTopics(context),
  }) as const;

const count = {
  type: 'integer',
  korean: '문제수',
  min: 1,
  max: 20,
  units: ['개', '문제', '문항', 'questions', 'question'],
  summary: { ko: '문제 수', en: 'number of questions' },
} as const;

const source = {
  type: 'choice',
  korean: '출제',
  summary: {
    ko: '직접 쓴 문제가 없는 개념은 정의로 만든 봇문제도, 또는 쓴문제만',
    en: 'made: also questions made of definitions, where none are written; or written',
  },
  choices: SOURCE_CHOICES,
} as const;

/** One of the roles that make teams. */
const role = (n: number) =>
  ({
    type: 'mentionable',
    korean: `역할${n}`,
    summary: { ko: `한 팀이 될 역할 ${n}`, en: `role that makes team ${n}` },
  }) as const;

export default (context: Context) => {
  const howToPlay = {
    topic: topic(context),
    count,
    seconds: {
      type: 'integer',
      korean: '초',
      min: 5,
      max: 300,
      units: ['초', 's', 'sec', 'seconds'],
      summary: { ko: '문제마다 몇 초', en: 'seconds a question' },
    },
    mode: {
      type: 'choice',
      korean: '방식',
      summary: { ko: '빠르게, 차분하게, 팀으로', en: 'speed, calm or team' },
      choices: MODE_CHOICES,
    },
    teams: {
      type: 'integer',
      korean: '팀수',
      min: TEAM_COUNT.min,
      max: TEAM_COUNT.max,
      units: ['팀', '팀으로', 'teams', 'team'],
      summary: { ko: '팀 수', en: 'number of teams' },
    },
    close: {
      type: 'choice',
      korean: '마감',
      summary: {
        ko: '참여자가 모두 답하면 일찍마감, 또는 시간 끝까지',
        en: 'early, once all who joined have answered, or full',
      },
      choices: CLOSE_CHOICES,
    },
    auto: {
      type: 'choice',
      korean: '넘기기',
      summary: { ko: '정답을 본 뒤 자동으로, 또는 수동으로', en: 'after an answer: auto or manual' },
      choices: AUTO_CHOICES,
    },
    source,
    role1: role(1),
    role2: role(2),
    role3: role(3),
    role4: role(4),
    role5: role(5),
    role6: role(6),
  } as const;
  const running = async (caller: Caller) => findRunning(await classToTeach(caller, context), context);
  const shown = async (caller: Caller) => {
    const { id, state } = await running(caller);
    return withRoomLinks(await renderStanding(id, state, caller, context), id, caller, context.page());
  };
  const steered = async (event: SteeringEvent, caller: Caller) =>
    steerSession((await running(caller)).id, event, caller, context);

  return command({
    name: 'live',
    summary: { ko: '수업에서 다 함께 퀴즈를 풀어요(선생님)', en: 'Plays a quiz with the whole class (instructors)' },
    usedBy: 'instructors',
    spoken: ['라이브', '라이브 퀴즈'],
    get examples() {
      const { concept } = samplesOf(context.course());
      return [
        { ko: `live 시작 ${concept.ko} 5개 20초`, en: `live start ${concept.en} 5 20s` },
        { ko: 'live 시작 취약', en: 'live start worst' },
        { ko: `live 예약 내일 10시 ${concept.ko}`, en: `live plan tomorrow 10am ${concept.en}` },
        { ko: 'live 다음', en: 'live next' },
      ];
    },
    options: {},
    run: (_, caller) => shown(caller),
    actions: {
      start: action({
        korean: '시작',
        summary: { ko: '라이브 퀴즈를 시작해요', en: 'Begins a live quiz' },
        options: howToPlay,
        async run(options, caller) {
          const one = await classToTeach(caller, context);
          const { role1, role2, role3, role4, role5, role6 } = options;
          const roles = rolesOf([role1, role2, role3, role4, role5, role6], caller);
          return startAsAsked(one, options, roles, caller, context);
        },
      }),
      preview: action({
        korean: '미리보기',
        summary: { ko: '낼 문제를 혼자 미리 보고 바꿔요', en: 'Shows you the questions beforehand, to swap some' },
        options: { topic: topic(context), count, source },
        run: async (asked, caller) => previewAsAsked(await classToTeach(caller, context), asked, caller, context),
      }),
      plan: action({
        korean: '예약',
        summary: {
          ko: '정한 시간에 저절로 시작하도록 예약하거나, 예약한 라이브 퀴즈를 봐요',
          en: 'Announces a live quiz that begins by itself at an hour, or shows what is planned',
        },
        options: {
          day: {
            type: 'word',
            korean: '날짜',
            summary: { ko: '날짜', en: 'day' },
            example: { ko: '내일, 12월 15일', en: 'tomorrow, 15 December' },
            read: readDay,
            complete: completeDays,
          },
          time: {
            type: 'word',
            korean: '시각',
            summary: { ko: '시작할 시각', en: 'hour' },
            example: { ko: '10시, 오후 2시 반', en: '10am, 14:30' },
            read: readHourAmongWords,
            readNamed: readAnyHour,
            complete: completeHours,
          },
          ...howToPlay,
          how: {
            type: 'choice',
            korean: '방법',
            summary: { ko: '예약한 것을 이 시간으로 옮기려면', en: 'to move one that is planned to that time' },
            choices: { move: { ko: '옮기기', en: 'move' } },
          },
        },
        async run(options, caller) {
          const one = await classToTeach(caller, context);
          const { role1, role2, role3, role4, role5, role6 } = options;
          const roles = rolesOf([role1, role2, role3, role4, role5, role6], caller);
          return planQuiz(one, options, roles, caller, context);
        },
      }),
      show: action({
        korean: '진행',
        summary: { ko: '지금 하는 라이브 퀴즈의 진행 버튼을 열어요', en: 'Opens the controls of the running quiz' },
        options: {},
        run: (_, caller) => shown(caller),
      }),
      people: action({
        korean: '참여자',
        summary: {
          ko: '참여한 사람을 보고 이름을 바꾸거나 내보내요',
          en: 'Shows who is playing, to rename or remove them',
        },
        options: {
          number: {
            type: 'integer',
            korean: '번호',
            min: 1,
            max: 99_999,
            units: ['번', 'number'],
            summary: { ko: '이름을 바꿀 사람의 번호', en: 'number of the person to rename' },
          },
          name: { type: 'text', korean: '새이름', summary: { ko: '새 이름', en: 'new name' } },
        },
        async run({ number, name = '' }, caller) {
          const { id } = await running(caller);
          if (number === undefined) return renderPlayers(id, 1, caller.locale, context);
          return renamePlayer({ session: id, number: number - 1, name }, caller, context);
        },
      }),
      next: action({
        korean: '다음',
        summary: { ko: '정답을 보여 주거나 다음 문제로 가요', en: 'Shows the answer, or goes on to the next question' },
        options: {},
        async run(_, caller) {
          const { id, state } = await running(caller);
          // Time, or another process, may go on at the same moment: that is what the instructor wanted.
          return steerSession(id, { kind: 'next' }, caller, context, currentSceneName(state));
        },
      }),
      skip: action({
        korean: '빼기',
        summary: { ko: '이 문제를 점수와 기록에 넣지 않고 넘어가요', en: 'Leaves this question out, and goes on' },
        options: {},
        async run(_, caller) {
          const { id, state } = await running(caller);
          return steerSession(id, { kind: 'skip' }, caller, context, currentSceneName(state));
        },
      }),
      pause: action({
        korean: '멈춤',
        summary: { ko: '남은 시간을 그대로 두고 잠깐 멈춰요', en: 'Pauses; the time that is left stays' },
        options: {},
        run: (_, caller) => steered({ kind: 'pause' }, caller),
      }),
      resume: action({
        korean: '계속',
        summary: { ko: '멈춘 곳부터 이어서 해요', en: 'Goes on where it was paused' },
        options: {},
        run: (_, caller) => steered({ kind: 'resume' }, caller),
      }),
      stop: action({
        korean: '그만',
        summary: { ko: '라이브 퀴즈를 여기서 마쳐요', en: 'Ends the live quiz here' },
        options: {},
        run: (_, caller) => steered({ kind: 'stop' }, caller),
      }),
      history: action({
        korean: '기록',
        summary: { ko: '지난 라이브 퀴즈와 요약을 봐요', en: 'Shows past live quizzes and their summaries' },
        options: {
          page: {
            type: 'integer',
            korean: '쪽',
            min: 1,
            max: 100,
            units: ['쪽', 'page'],
            summary: { ko: '몇 쪽', en: 'page' },
          },
        },
        run: async ({ page = 1 }, caller) =>
          renderHistory(await classToRead(caller, context), page, caller.locale, context),
      }),
    },
  });
};
