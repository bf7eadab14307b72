import { command } from '../src/core/command/command.ts';
import type { Context } from '../src/course/context.ts';
import { loadStanding } from '../src/review/standing.ts';
import { renderProgress } from '../src/review/views.ts';

export default (context: Context) =>
  command({
    name: 'progress',
    summary: { ko: '내가 어디까지 익혔는지 보여 줘요', en: 'Shows how far you have come' },
    usedBy: 'everyone',
    spoken: ['진도', '내 진도', '나의 진도', '내 기록'],
    examples: [{ ko: 'progress', en: 'progress' }],
    options: {},
    run: async (_, caller) => renderProgress(await loadStanding(caller, context), context.course(), caller.locale),
  });
