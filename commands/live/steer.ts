import { classToTeach } from '../../src/classes/find.ts';
import { action, type Caller } from '../../src/core/command/command.ts';
import type { Context } from '../../src/course/context.ts';
import { renderStanding } from '../../src/live/controls.ts';
import { renamePlayer, renderPlayers } from '../../src/live/room/players.ts';
import { findRunning } from '../../src/live/sessions.ts';
import { currentSceneName } from '../../src/live/state.ts';
import { type SteeringEvent, steerSession } from '../../src/live/steer.ts';

const running = async (caller: Caller, context: Context) => findRunning(await classToTeach(caller, context), context);

/** How the running quiz stands, with its controls. */
export async function showRunning(caller: Caller, context: Context) {
  const { id, state } = await running(caller, context);
  return renderStanding(id, state, caller, context);
}

const steered = async (event: SteeringEvent, caller: Caller, context: Context) =>
  steerSession((await running(caller, context)).id, event, caller, context);

/** Goes on from what stands now: where time or another process does so at the same moment, it was what the instructor wanted. */
async function goOn(kind: 'next' | 'skip', caller: Caller, context: Context) {
  const { id, state } = await running(caller, context);
  return steerSession(id, { kind }, caller, context, currentSceneName(state));
}

/** Steers the running quiz. */
export const steerActions = (context: Context) => ({
  show: action({
    korean: '진행',
    summary: { ko: '지금 하는 라이브 퀴즈의 진행 버튼을 열어요', en: 'Opens the controls of the running quiz' },
    options: {},
    run: (_, caller) => showRunning(caller, context),
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
      const { id } = await running(caller, context);
      if (number === undefined) return renderPlayers(id, 1, caller.locale, context);
      return renamePlayer({ session: id, number: number - 1, name }, caller, context);
    },
  }),
  next: action({
    korean: '다음',
    summary: { ko: '정답을 보여 주거나 다음 문제로 가요', en: 'Shows the answer, or goes on to the next question' },
    options: {},
    run: (_, caller) => goOn('next', caller, context),
  }),
  skip: action({
    korean: '빼기',
    summary: { ko: '이 문제를 점수와 기록에 넣지 않고 넘어가요', en: 'Leaves this question out, and goes on' },
    options: {},
    run: (_, caller) => goOn('skip', caller, context),
  }),
  pause: action({
    korean: '멈춤',
    summary: { ko: '남은 시간을 그대로 두고 잠깐 멈춰요', en: 'Pauses; the time that is left stays' },
    options: {},
    run: (_, caller) => steered({ kind: 'pause' }, caller, context),
  }),
  resume: action({
    korean: '계속',
    summary: { ko: '멈춘 곳부터 이어서 해요', en: 'Goes on where it was paused' },
    options: {},
    run: (_, caller) => steered({ kind: 'resume' }, caller, context),
  }),
  stop: action({
    korean: '그만',
    summary: { ko: '라이브 퀴즈를 여기서 마쳐요', en: 'Ends the live quiz here' },
    options: {},
    run: (_, caller) => steered({ kind: 'stop' }, caller, context),
  }),
});
