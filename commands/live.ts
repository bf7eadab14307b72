import { classToRead } from '../src/classes/term/closed.ts';
import { action, command } from '../src/core/command/command.ts';
import type { Context } from '../src/course/context.ts';
import { samplesOf } from '../src/course/samples.ts';
import { renderHistory } from '../src/live/results/history.ts';
import { beginActions } from './live/begin.ts';
import { showRunning, steerActions } from './live/steer.ts';

/** Its actions stand in the folder of its name. */
export default (context: Context) =>
  command({
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
    run: (_, caller) => showRunning(caller, context),
    actions: {
      ...beginActions(context),
      ...steerActions(context),
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
