import { command } from '../src/core/command/command.ts';
import type { Context } from '../src/course/context.ts';
import { linkToPage } from '../src/page/link.ts';

export default (context: Context) =>
  command({
    name: 'page',
    summary: { ko: '브라우저에서 내 화면을 여는 링크를 받아요', en: 'Gives a link to your own page in a browser' },
    usedBy: 'everyone',
    spoken: ['페이지', '웹 페이지'],
    examples: [{ ko: 'page', en: 'page' }],
    options: {},
    run: (_, caller) => linkToPage(caller, '/', context),
  });
