import { classToTeach } from '../src/classes/find.ts';
import type { Class } from '../src/core/class.ts';
import { action, type Caller, command } from '../src/core/command.ts';
import { UserError } from '../src/core/errors.ts';
import { button, type Reply } from '../src/core/reply.ts';
import type { LiveEvent, LivePlan } from '../src/quiz/live.ts';
import { beginLive, happen } from '../src/quiz/live-play.ts';
import { liveQuestions } from '../src/quiz/live-questions.ts';
import type { Topic } from '../src/quiz/topics.ts';
import { completeTitles } from '../src/teach/find.ts';
import { topicOf } from '../src/teach/topic.ts';
import type { World } from '../src/world.ts';

const USUAL = { count: 5, seconds: 20 } as const;

const noTopic = () =>
  new UserError({
    ko: '그런 주제는 못 찾았어요. 개념이나 절의 이름으로 적어 주세요. 예: `/live start 파드 5개 20초`',
    en: 'I found no such topic. Name a concept or a section, for example `/live start pod 5 20s`.',
  });

const noQuestions = () =>
  new UserError({
    ko: '이 주제에는 함께 풀 문제가 아직 없어요. 다른 주제로 시작해 주세요.',
    en: 'There are no questions on this to play together yet. Try another topic.',
  });

const hasOne = () =>
  new UserError({
    ko: '이 수업에서는 이미 라이브 퀴즈를 하고 있어요. `/live next`로 이어 가거나 `/live stop`으로 마친 다음 새로 시작해 주세요.',
    en: 'A live quiz is on in this class already. Go on with `/live next`, or end it with `/live stop` first.',
  });

const hasNone = () =>
  new UserError({
    ko: '지금 하고 있는 라이브 퀴즈가 없어요. `/live start`로 시작해 보세요.',
    en: 'No live quiz is on. Begin one with `/live start`.',
  });

/** What an instructor holds in hand while it runs. */
function controls(text: string, { locale }: Caller, paused = false): Reply {
  const ko = locale === 'ko';
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      { type: 'text', markdown: text },
      {
        type: 'buttons',
        buttons: [
          { ...button(ko ? '다음으로' : 'Next', 'live next'), primary: true },
          paused
            ? button(ko ? '이어서 하기' : 'Go on', 'live resume')
            : button(ko ? '잠깐 멈춤' : 'Pause', 'live pause'),
          button(ko ? '그만하기' : 'Stop', 'live stop'),
        ],
      },
    ],
  };
}

export default (world: World) => {
  async function steer(event: LiveEvent, caller: Caller): Promise<Class> {
    const one = await classToTeach(caller, world);
    const session = await world.sessions.ofClass(one.id);
    if (!session) throw hasNone();
    await happen(session.id, event, world.now().epochMilliseconds, world);
    return one;
  }

  const say = (ko: string, en: string, { locale }: Caller): string => (locale === 'ko' ? ko : en);

  return command({
    name: 'live',
    summary: { ko: '수업에서 다 함께 퀴즈를 풀어요(선생님)', en: 'Plays a quiz with the whole class (instructors)' },
    usedBy: 'instructors',
    spoken: ['라이브', '라이브 퀴즈'],
    examples: [
      { ko: 'live start 파드 5개 20초', en: 'live start pod 5 20s' },
      { ko: 'live next', en: 'live next' },
    ],
    options: {},
    async run(_, caller) {
      const one = await classToTeach(caller, world);
      if (!(await world.sessions.ofClass(one.id))) throw hasNone();
      return controls(say('라이브 퀴즈를 하고 있어요.', 'A live quiz is on.', caller), caller);
    },
    actions: {
      start: action({
        korean: '시작',
        summary: { ko: '라이브 퀴즈를 시작해요', en: 'Begins a live quiz' },
        options: {
          topic: {
            type: 'text',
            korean: '주제',
            summary: { ko: '함께 풀 개념이나 절', en: 'concept or section' },
            complete: completeTitles(world),
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
            summary: { ko: '빠르게 또는 차분하게', en: 'speed or calm' },
            choices: { speed: { ko: '빠르게', en: 'speed' }, calm: { ko: '차분하게', en: 'calm' } },
          },
        },
        async run({ topic: words, count, seconds, mode }, caller) {
          const one = await classToTeach(caller, world);
          const topic: Topic | readonly string[] = words === undefined ? { kind: 'all' } : topicOf(words, world);
          if (!('kind' in topic)) throw noTopic();
          const questions = liveQuestions(topic, world.terms, count ?? USUAL.count, world.newId());
          if (questions.length === 0) throw noQuestions();
          const plan: LivePlan = {
            questions: questions.map(({ id }) => id),
            mode: mode ?? 'speed',
            open: (seconds ?? USUAL.seconds) * 1000,
          };
          const title =
            topic.kind === 'term' ? topic.term.title : topic.kind === 'section' ? topic.section.title : undefined;
          const now = world.now().epochMilliseconds;
          if ((await beginLive(one, plan, { topic: title, by: caller.id }, now, world)) === undefined) throw hasOne();
          return controls(
            say(
              `곧 시작해요. 문제 **${questions.length}개**가 차례로 나와요. 아래 버튼은 선생님에게만 보여요.`,
              `It is about to begin, with **${questions.length}** questions. Only you see these buttons.`,
              caller,
            ),
            caller,
          );
        },
      }),
      next: action({
        korean: '다음',
        summary: { ko: '정답을 보여 주거나 다음 문제로 가요', en: 'Shows the answer, or goes on to the next question' },
        options: {},
        async run(_, caller) {
          await steer({ kind: 'next' }, caller);
          return controls(say('다음으로 넘어가요.', 'On we go.', caller), caller);
        },
      }),
      pause: action({
        korean: '멈춤',
        summary: { ko: '남은 시간을 그대로 두고 잠깐 멈춰요', en: 'Pauses; the time that is left stays' },
        options: {},
        async run(_, caller) {
          await steer({ kind: 'pause' }, caller);
          return controls(
            say('잠깐 멈췄어요. 남은 시간은 그대로예요.', 'Paused; the clock waits.', caller),
            caller,
            true,
          );
        },
      }),
      resume: action({
        korean: '계속',
        summary: { ko: '멈춘 곳부터 이어서 해요', en: 'Goes on where it was paused' },
        options: {},
        async run(_, caller) {
          await steer({ kind: 'resume' }, caller);
          return controls(say('이어서 할게요.', 'On we go.', caller), caller);
        },
      }),
      stop: action({
        korean: '그만',
        summary: { ko: '라이브 퀴즈를 여기서 마쳐요', en: 'Ends the live quiz here' },
        options: {},
        async run(_, caller) {
          await steer({ kind: 'stop' }, caller);
          return {
            visibility: 'caller',
            accent: 'success',
            blocks: [
              {
                type: 'text',
                markdown: say(
                  '라이브 퀴즈를 마쳤어요. 결과는 채널에 올라가요.',
                  'The live quiz is over; the channel sees the result.',
                  caller,
                ),
              },
            ],
          };
        },
      }),
    },
  });
};
