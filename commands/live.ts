import { classToTeach } from '../src/classes/find.ts';
import { classToRead } from '../src/classes/term/closed.ts';
import { action, type Caller, command } from '../src/core/command/command.ts';
import type { Context } from '../src/course/context.ts';
import { completeTopics } from '../src/live/find-questions.ts';
import { MODE_CHOICES } from '../src/live/modes.ts';
import { renderHistory } from '../src/live/results/history.ts';
import { findRunning } from '../src/live/sessions.ts';
import { startAsAsked } from '../src/live/start.ts';
import { currentSceneName } from '../src/live/state.ts';
import { renderStanding, type SteeringEvent, steerSession } from '../src/live/steer.ts';
import { rolesOf } from '../src/live/team-roles.ts';
import { TEAM_COUNT } from '../src/live/teams.ts';

/** One of the roles that make teams. */
const role = (n: number) =>
  ({
    type: 'mentionable',
    korean: `역할${n}`,
    summary: { ko: `한 팀이 될 역할 ${n}`, en: `role that makes team ${n}` },
  }) as const;

export default (context: Context) => {
  const running = async (caller: Caller) => findRunning(await classToTeach(caller, context), context);
  const steered = async (event: SteeringEvent, caller: Caller) =>
    steerSession((await running(caller)).id, event, caller, context);

  return command({
    name: 'live',
    summary: { ko: '수업에서 다 함께 퀴즈를 풀어요(선생님)', en: 'Plays a quiz with the whole class (instructors)' },
    usedBy: 'instructors',
    spoken: ['라이브', '라이브 퀴즈'],
    examples: [
      { ko: 'live start 파드 5개 20초', en: 'live start pod 5 20s' },
      { ko: 'live start 취약', en: 'live start worst' },
      { ko: 'live next', en: 'live next' },
    ],
    options: {},
    async run(_, caller) {
      const { id, state } = await running(caller);
      return renderStanding(id, state, caller);
    },
    actions: {
      start: action({
        korean: '시작',
        summary: { ko: '라이브 퀴즈를 시작해요', en: 'Begins a live quiz' },
        options: {
          topic: {
            type: 'text',
            korean: '주제',
            summary: { ko: '개념, 절, 문제집, 또는 취약', en: 'concept, section, set, or worst' },
            complete: completeTopics(context),
          },
          count: {
            type: 'integer',
            korean: '문제수',
            min: 1,
            max: 20,
            units: ['개', '문제', '문항', 'questions', 'question'],
            summary: { ko: '문제 수', en: 'number of questions' },
          },
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
          role1: role(1),
          role2: role(2),
          role3: role(3),
          role4: role(4),
          role5: role(5),
          role6: role(6),
        },
        async run(options, caller) {
          const one = await classToTeach(caller, context);
          const { role1, role2, role3, role4, role5, role6 } = options;
          const roles = rolesOf([role1, role2, role3, role4, role5, role6], caller);
          return startAsAsked(one, options, roles, caller, context);
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
