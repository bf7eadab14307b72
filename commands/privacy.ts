import { action, command } from '../src/core/command/command.ts';
import type { Context } from '../src/course/context.ts';
import { renderPolicy } from '../src/privacy/about.ts';
import { askDeletion } from '../src/privacy/delete.ts';
import { exportData } from '../src/privacy/export.ts';
import { setHidden } from '../src/privacy/reports.ts';

export default (context: Context) =>
  command({
    name: 'privacy',
    summary: { ko: '내 기록을 어떻게 다루는지 알려 줘요', en: 'What is kept about you; export or delete it' },
    usedBy: 'everyone',
    spoken: ['개인정보', '개인 정보', '내 정보'],
    examples: [
      { ko: 'privacy 안내', en: 'privacy about' },
      { ko: 'privacy 내보내기', en: 'privacy export' },
    ],
    options: {},
    actions: {
      about: action({
        summary: { ko: '무엇을 언제까지 남기는지 알려 줘요', en: 'Tells what is kept, and for how long' },
        korean: '안내',
        options: {},
        run: (_, caller) => renderPolicy(caller, context),
      }),
      export: action({
        summary: { ko: '내 기록을 모두 파일로 받아요', en: 'Gives you all that is kept about you as a file' },
        korean: '내보내기',
        options: {},
        run: (_, caller) => exportData(caller, context),
      }),
      hide: action({
        summary: { ko: '선생님의 보고서에서 내 이름을 빼요', en: 'Keeps you out of your instructors’ reports' },
        korean: '숨기기',
        options: {},
        run: (_, caller) => setHidden(true, caller, context),
      }),
      show: action({
        summary: { ko: '선생님의 보고서에 내 이름을 다시 넣어요', en: 'Shows you in your instructors’ reports again' },
        korean: '보이기',
        options: {},
        run: (_, caller) => setHidden(false, caller, context),
      }),
      delete: action({
        summary: { ko: '내 기록을 모두 지워요', en: 'Deletes all that is kept about you' },
        korean: '지우기',
        options: {},
        run: (_, caller) => askDeletion(caller, context),
      }),
    },
    run: (_, caller) => renderPolicy(caller, context),
  });
