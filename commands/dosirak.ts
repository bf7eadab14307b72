import { command } from '../src/core/command/command.ts';
import type { Context } from '../src/course/context.ts';
import { renderAbout, renderHelp } from '../src/help/help.ts';

export default (context: Context) =>
  command({
    name: 'dosirak',
    summary: { ko: '도시락이 할 수 있는 일을 알려 줘요', en: 'Shows what Dosirak can do' },
    usedBy: 'everyone',
    spoken: [
      '도움말',
      '도움',
      '도와줘',
      '헬프',
      'help',
      '명령어',
      '안녕',
      '안녕하세요',
      '하이',
      'hi',
      'hello',
      '도시락',
    ],
    examples: [
      { ko: 'dosirak', en: 'dosirak' },
      { ko: 'dosirak about', en: 'dosirak about' },
    ],
    options: {
      page: {
        type: 'choice',
        korean: '쪽',
        summary: { ko: '소개를 보려면 about', en: 'about for version and licence' },
        choices: { about: { ko: '소개', en: 'about' } },
      },
    },
    run: ({ page }, { locale }) =>
      page === 'about' ? renderAbout(context, locale) : renderHelp(context.commands(), locale),
  });
