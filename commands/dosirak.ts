import { command } from '../src/core/command/command.ts';
import type { Context } from '../src/course/context.ts';
import { renderAbout, renderHelp, renderInstructorHelp } from '../src/help/help.ts';

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
      { ko: 'dosirak 선생님', en: 'dosirak instructors' },
    ],
    options: {
      page: {
        type: 'choice',
        korean: '쪽',
        summary: { ko: '선생님 도움말이나 소개', en: 'help for instructors, or about' },
        choices: {
          instructors: { ko: '선생님', en: 'instructors' },
          about: { ko: '소개', en: 'about' },
        },
      },
    },
    async run({ page }, caller) {
      const { locale } = caller;
      switch (page) {
        case undefined:
          return renderHelp(context, caller);
        case 'instructors':
          return renderInstructorHelp(context.commands(), locale);
        case 'about':
          return renderAbout(context, locale);
        default:
          return page satisfies never;
      }
    },
  });
