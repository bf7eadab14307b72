import { command } from '../src/core/command/command.ts';
import type { Context } from '../src/course/context.ts';
import { practisedBy } from '../src/course/hidden-questions.ts';
import { renderHome } from '../src/help/home.ts';

/** Platforms with a page for each person show its answer there. */
export default (context: Context) =>
  command({
    name: 'home',
    summary: { ko: '내 첫 화면', en: 'Your own first page' },
    usedBy: 'buttons',
    examples: [],
    options: {},
    run: async (_, caller) => renderHome(caller, await practisedBy(caller, context)),
  });
