import { classToTeach, isAlone } from '../src/classes/find.ts';
import { command } from '../src/core/command/command.ts';
import type { Context } from '../src/course/context.ts';
import { practisedBy } from '../src/course/hidden-questions.ts';
import { renderStudentNamed } from '../src/report/student.ts';
import { loadStanding } from '../src/review/standing.ts';
import { onlyInstructorsSee, renderProgress } from '../src/review/views.ts';

export default (context: Context) =>
  command({
    name: 'progress',
    summary: { ko: '내가 어디까지 익혔는지 보여 줘요', en: 'Shows how far you have come' },
    usedBy: 'everyone',
    wordsNeedSlash: true,
    spoken: ['진도', '내 진도', '나의 진도', '내 기록'],
    examples: [{ ko: 'progress', en: 'progress' }],
    options: {
      who: {
        type: 'text',
        namesPerson: true,
        korean: '학생',
        summary: { ko: '학생의 이름(선생님만)', en: "a student's name (instructors)" },
      },
    },
    async run({ who }, caller) {
      if (who === undefined) {
        const own = await practisedBy(caller, context);
        return renderProgress(await loadStanding(caller, own), own.course(), caller.locale);
      }
      if (isAlone(caller)) throw onlyInstructorsSee();
      return renderStudentNamed(await classToTeach(caller, context, onlyInstructorsSee), who, caller, context);
    },
  });
