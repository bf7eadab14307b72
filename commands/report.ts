import { classToTeach } from '../src/classes/find.ts';
import { withClosedTerms } from '../src/classes/term/reports.ts';
import { action, type Caller, command } from '../src/core/command/command.ts';
import type { Context } from '../src/course/context.ts';
import { renderTermStub } from '../src/report/in-vain.ts';
import { renderAttendance } from '../src/report/marks/attendance.ts';
import { renderHomework, renderHomeworkOf } from '../src/report/marks/homework.ts';
import { renderMarksOf, renderQuizzes } from '../src/report/marks/marks.ts';
import { renderOverview } from '../src/report/overview.ts';
import { renderReported } from '../src/report/questions/reported.ts';
import { parseOrder, renderStudents } from '../src/report/students.ts';
import { renderStudentsFile } from '../src/report/students-file.ts';

const report = (context: Context) => {
  const show = async (caller: Caller) => renderOverview(await classToTeach(caller, context), caller, context);
  return command({
    name: 'report',
    summary: { ko: '수업이 어디까지 익혔는지 보여 줘요(선생님)', en: 'Shows how the class is doing (instructors)' },
    usedBy: 'instructors',
    spoken: ['보고서', '수업 보고서'],
    examples: [
      { ko: 'report 보기', en: 'report show' },
      { ko: 'report 학생', en: 'report students' },
      { ko: 'report 학생 어려운 순', en: 'report students by need' },
      { ko: 'report 학생 민수', en: 'report students minsu' },
      { ko: 'report 파일 번호로', en: 'report csv numbers' },
      { ko: 'report 성적 1', en: 'report marks 1' },
      { ko: 'report 숙제', en: 'report homework' },
      { ko: 'report 출석', en: 'report attendance' },
      { ko: 'report 문제', en: 'report questions' },
      { ko: 'report 용어', en: 'report term' },
    ],
    options: {},
    actions: {
      show: action({
        korean: '보기',
        summary: { ko: '수업이 어디까지 익혔는지 보여 줘요', en: 'Shows how the class is doing' },
        options: {},
        run: (_, caller) => show(caller),
      }),
      students: action({
        korean: '학생',
        summary: { ko: '학생마다 어디까지 익혔는지 보여 줘요', en: 'Shows how far each student has come' },
        options: {
          name: {
            type: 'text',
            namesPerson: true,
            korean: '이름',
            summary: { ko: '한 학생의 이름', en: 'name of one student' },
          },
          page: PAGE,
          order: {
            type: 'word',
            korean: '순서',
            summary: { ko: '어려운 순 또는 이름순', en: 'by need or by name' },
            example: { ko: '어려운 순', en: 'by need' },
            read: parseOrder,
          },
        },
        run: async (asked, caller) => renderStudents(await classToTeach(caller, context), asked, caller, context),
      }),
      csv: action({
        korean: '파일',
        summary: { ko: '모든 학생의 진도를 파일로 받아요', en: 'Gives you the progress of all students as a file' },
        options: {
          names: {
            type: 'choice',
            korean: '이름',
            summary: { ko: '이름으로 또는 번호로', en: 'names or numbers' },
            choices: {
              names: { ko: '이름으로', en: 'names' },
              numbers: { ko: '번호로', en: 'numbers' },
            },
          },
        },
        run: async ({ names }, caller) =>
          renderStudentsFile(await classToTeach(caller, context), names ?? 'names', caller, context),
      }),
      marks: action({
        korean: '성적',
        summary: { ko: '라이브 퀴즈의 성적을 파일로 받아요', en: 'Gives you the marks of a live quiz as a file' },
        options: {
          quiz: {
            type: 'integer',
            korean: '퀴즈',
            min: 1,
            max: 200,
            units: ['번', '번째'],
            summary: { ko: '몇 번째로 최근 퀴즈', en: 'which quiz, 1 the latest' },
          },
          page: {
            type: 'integer',
            korean: '쪽',
            min: 1,
            max: 100,
            units: ['쪽', '페이지', 'page'],
            summary: { ko: '몇 쪽', en: 'page' },
          },
        },
        async run({ quiz, page = 1 }, caller) {
          const one = await classToTeach(caller, context);
          return quiz === undefined
            ? renderQuizzes(one, page, caller, context)
            : renderMarksOf(one, quiz, caller, context);
        },
      }),
      homework: action({
        korean: '숙제',
        summary: { ko: '숙제를 누가 했는지 보고, 성적을 파일로 받아요', en: 'Shows homework, with marks as a file' },
        options: {
          which: {
            type: 'integer',
            korean: '숙제',
            min: 1,
            max: 100,
            units: ['번', '번째'],
            summary: { ko: '몇 번째로 최근 숙제', en: 'which one, 1 the latest' },
          },
        },
        async run({ which }, caller) {
          const one = await classToTeach(caller, context);
          return which === undefined
            ? renderHomework(one, caller, context)
            : renderHomeworkOf(one, which, caller, context);
        },
      }),
      attendance: action({
        korean: '출석',
        summary: { ko: '누가 어느 날 나왔는지 파일로 받아요', en: 'Gives you who was there on which day as a file' },
        options: {},
        run: async (_, caller) => renderAttendance(await classToTeach(caller, context), caller, context),
      }),
      questions: action({
        korean: '문제',
        summary: {
          ko: '학생들이 이상하다고 한 문제를 보고, 수업에서 빼거나 다시 내요',
          en: 'Shows questions that students find wrong, to hide or to ask again',
        },
        options: {
          page: PAGE,
        },
        run: async ({ page }, caller) => renderReported(await classToTeach(caller, context), page, caller, context),
      }),
      term: action({
        korean: '용어',
        summary: {
          ko: '학생들이 물었지만 답을 못 찾은 말로 새 용어의 초안을 받아요',
          en: 'Gives you a draft of a new term from what students asked in vain',
        },
        options: {},
        run: async (_, caller) => renderTermStub(await classToTeach(caller, context), caller, context),
      }),
    },
    run: (_, caller) => show(caller),
  });
};

const PAGE = {
  type: 'integer',
  korean: '쪽',
  min: 1,
  max: 10_000,
  units: ['쪽', '페이지', 'page'],
  summary: { ko: '몇 쪽', en: 'page' },
} as const;

export default (context: Context) =>
  withClosedTerms(
    report,
    {
      korean: '지난수업',
      summary: { ko: '마친 수업의 보고서를 봐요', en: 'Shows the reports of classes that have ended' },
      which: { korean: '수업', summary: { ko: '목록의 버튼으로 골라요', en: 'pick it by a button' } },
    },
    context,
  );
